import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { DeskStore } from '#features/importer'
import { blockSaying, bring, showImporter } from '../support/importer.tsx'

const REPOST = `The Harbour and the Light

The harbour lay in the dark for nine winters, and nobody in the town would say why.

In the tenth winter a ship came in, and its master asked for the keeper by name.`

/** The library as a tab finds it that has just been opened. */
async function openTab() {
  vi.resetModules()
  return import('#features/shelf')
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** A text under review here, of which the other tab has kept a newer state under the title “Theirs”. */
async function overtaken(changes: Partial<DeskStore> = {}) {
  const [here, there] = [await openTab(), await openTab()]
  const { saveDraft, loadDraft, followDrafts } = here
  const shown = showImporter({}, { saveDraft, loadDraft, followDrafts, ...changes })
  await bring(shown, REPOST)
  await screen.findByText('Kept in this browser.')
  const id = shown.named.at(-1) ?? ''
  const other = await there.loadDraft(id)
  if (!other.ok || other.value === null) throw new Error(`There is no draft ${id}.`)
  const { draft, revision } = other.value
  const theirs = { ...draft, about: { ...draft.about, title: 'Theirs' } }
  const keepTheirs = () => there.saveDraft(id, theirs, revision)
  const titleOf = async (name: string) => {
    const kept = await there.loadDraft(name)
    return kept.ok ? (kept.value?.draft.about.title ?? null) : null
  }
  return { ...shown, id, keepTheirs, titleOf, there }
}

const told = /Another tab has gone on with this review/

describe('a review that another tab has gone on with', () => {
  test('says so at once, also where nothing is being done, and is not read over the other', async () => {
    const { keepTheirs } = await overtaken()
    await keepTheirs()
    expect(await screen.findByText(told)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Read' })).toBeDisabled()
  })

  test('does not write over it where the news has not arrived', async () => {
    const { id, user, keepTheirs, titleOf } = await overtaken({ followDrafts: () => {} })
    await keepTheirs()
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('3')
    expect(await screen.findByText(told)).toBeInTheDocument()
    expect(await titleOf(id)).toBe('Theirs')
  })

  test('is not put on the shelf over the other where the news has not arrived', async () => {
    const { user, keepTheirs, shelved } = await overtaken({ followDrafts: () => {} })
    await keepTheirs()
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('3')
    await user.click(screen.getByRole('button', { name: 'Read' }))
    expect(await screen.findByText(told)).toBeInTheDocument()
    expect(shelved).toEqual([])
  })

  test('takes what the other tab has', async () => {
    const { user, keepTheirs } = await overtaken()
    await keepTheirs()
    await user.click(await screen.findByRole('button', { name: 'Take what the other tab has' }))
    expect(await screen.findByRole('heading', { name: 'Theirs' })).toBeInTheDocument()
    expect(screen.queryByText(told)).toBeNull()
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('3')
    expect(await screen.findByText('Kept in this browser.')).toBeInTheDocument()
  })

  test('goes on as a review of its own, and both are kept', async () => {
    const { id, user, keepTheirs, titleOf, there, named } = await overtaken()
    await keepTheirs()
    await screen.findByText(told)
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('3')
    await user.click(screen.getByRole('button', { name: 'Keep this as a review of its own' }))
    expect(await screen.findByText('Kept in this browser.')).toBeInTheDocument()
    expect(screen.queryByText(told)).toBeNull()
    expect(blockSaying('In the tenth winter')).toHaveTextContent(/^Background/)
    expect(blockSaying('In the tenth winter')).toHaveFocus()
    await waitFor(() => {
      expect(named.at(-1)).not.toBe(id)
    })
    expect(await titleOf(id)).toBe('Theirs')
    const own = await there.loadDraft(named.at(-1) ?? '')
    expect(own).toMatchObject({ ok: true, value: { revision: 1 } })
    await user.keyboard('2')
    await waitFor(async () => {
      expect(await there.loadDraft(named.at(-1) ?? '')).toMatchObject({ value: { revision: 2 } })
    })
  })
})
