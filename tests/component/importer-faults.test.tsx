import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { blockSaying, bring, showImporter } from '../support/importer.tsx'

const REPOST = `The Harbour and the Light

The harbour lay in the dark for nine winters, and nobody in the town would say why.

In the tenth winter a ship came in, and its master asked for the keeper by name.`

/** What a browser asks a page before it leaves it: whether it would lose something. */
function isHeldBack(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

/** The page looks at what it has drawn once it is drawn. */
const held = (isHeld: boolean) =>
  waitFor(() => {
    expect(isHeldBack()).toBe(isHeld)
  })

describe('a step that is still being kept', () => {
  test('holds back whoever leaves the page, until it is kept', async () => {
    const waiting: (() => void)[] = []
    const letOneBeKept = async () => {
      await waitFor(() => {
        expect(waiting).toHaveLength(1)
      })
      waiting.shift()?.()
      await screen.findByText('Kept in this browser.')
    }
    const shown = showImporter(
      {},
      {
        saveDraft: (_, __, revision) =>
          new Promise((resolve) => {
            waiting.push(() => {
              resolve({ ok: true, value: revision + 1 })
            })
          }),
      },
    )
    await bring(shown, REPOST)
    await held(true)
    await letOneBeKept()
    await held(false)
    await shown.user.click(blockSaying('In the tenth winter'))
    await shown.user.keyboard('3')
    await held(true)
    await letOneBeKept()
    await held(false)
  })
})
