import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { blockSaying, bring, showImporter } from '../support/importer.tsx'

/* What becomes of a draft in the end, and of whoever waits for that. */

/** Of our own writing: an author and a commentator. */
const REPOST = `The Harbour and the Light

The harbour lay in the dark for nine winters, and nobody in the town would say why.

Comment by Ana Reyes: This is not how my grandmother told it.

In the tenth winter a ship came in, and its master asked for the keeper by name.`

async function open(store: Parameters<typeof showImporter>[1] = {}) {
  const shown = showImporter({}, store)
  await bring(shown, REPOST)
  return shown
}

test('making it can be stopped, and nothing comes of it then', async () => {
  let go = () => {}
  const wait = new Promise<void>((resolve) => {
    go = resolve
  })
  const answered: string[] = []
  const { user, read } = await open({
    shelve: async (_folder, _draft, isStillWanted) => {
      await wait
      const kept = (await isStillWanted())
        ? ({ ok: true, value: 'own' } as const)
        : ({ ok: false, reason: 'unwanted' } as const)
      answered.push(String(kept.ok))
      return kept
    },
  })
  await user.click(screen.getByRole('button', { name: 'Read' }))
  const progress = await screen.findByRole('progressbar', { name: 'Preparing …' })
  await waitFor(() => {
    expect(progress).toHaveValue(0.5)
  })
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  go()
  await waitFor(() => {
    expect(answered).toEqual(['false'])
  })
  expect(screen.getByRole('button', { name: 'Read' })).toHaveFocus()
  expect(read).toEqual([])
})

test('a change while it is being made ends that, and says so', async () => {
  let go = () => {}
  const wait = new Promise<void>((resolve) => {
    go = resolve
  })
  const answered: boolean[] = []
  const { user, read } = await open({
    shelve: async (_folder, _draft, isStillWanted) => {
      await wait
      const isWanted = await isStillWanted()
      answered.push(isWanted)
      return isWanted ? { ok: true, value: 'own' } : { ok: false, reason: 'unwanted' }
    },
  })
  await user.click(screen.getByRole('button', { name: 'Read' }))
  const progress = await screen.findByRole('progressbar', { name: 'Preparing …' })
  await waitFor(() => {
    expect(progress).toHaveValue(0.5)
  })
  await user.click(blockSaying('In the tenth winter'))
  await user.keyboard('9')
  expect(await screen.findByRole('alert')).toHaveTextContent('You have changed the text')
  expect(await screen.findByRole('button', { name: 'Read' })).toBeEnabled()
  go()
  await waitFor(() => {
    expect(answered).toEqual([false])
  })
  expect(read).toEqual([])
})

test('what is stopped in the last moment leads nowhere', async () => {
  let go = () => {}
  const wait = new Promise<void>((resolve) => {
    go = resolve
  })
  const { user, read } = await open({
    shelve: async (_folder, _draft, isStillWanted) => {
      await isStillWanted()
      await wait
      return { ok: true, value: 'own' }
    },
  })
  await user.click(screen.getByRole('button', { name: 'Read' }))
  const progress = await screen.findByRole('progressbar', { name: 'Preparing …' })
  await waitFor(() => {
    expect(progress).toHaveValue(0.9)
  })
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  go()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(read).toEqual([])
})

test.each(['Read', 'Download'])('the focus is never nowhere after %s', async (name) => {
  const { user } = await open({
    // Long enough to be told how far it is.
    saveDraft: () => new Promise(() => {}),
    shelve: () => new Promise(() => {}),
    pack: () => ({ name: 'lamp.zip', bytes: new Uint8Array() }),
  })
  const button = screen.getByRole('button', { name })
  await user.click(button)
  // A browser takes the focus from a button that is disabled.
  expect(button).toBeEnabled()
  expect(button).toHaveFocus()
  if (name === 'Read') {
    await screen.findByRole('progressbar', { name: 'Preparing …' })
    expect(button).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(button).toHaveFocus()
  }
})
