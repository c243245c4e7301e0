import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const articleOf = (words: string) => `---
title: The lamp
summary: A keeper leaves.
lang: en
authors: [Ilse Varn]
source: { title: The lamp, rights: Free to copy. }
layers: [{ id: original, kind: original, label: Original }]
---

${words}
`
const folderOf = (words: string) => ({ slug: 'lamp', markdown: articleOf(words), source: null })

/** The library as a page finds it that has just been opened. */
async function openShelf() {
  vi.resetModules()
  return import('#features/shelf')
}

type Shelf = Awaited<ReturnType<typeof openShelf>>

async function keptIn(shelf: Shelf, draft: string | null = null) {
  const kept = await shelf.keepArticle(folderOf('The keeper had left.'), draft)
  if (!kept.ok) throw new Error(kept.reason)
  return kept.value
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.doUnmock('../../src/features/shelf/compile.ts')
  vi.doUnmock('../../src/features/shelf/store.ts')
})

describe('an article that is renamed', () => {
  test('keeps the words that another tab has given it meanwhile', async () => {
    const there = await openShelf()
    const id = await keptIn(there, 'one')
    let isFirst = true
    vi.doMock('../../src/features/shelf/store.ts', async (load) => {
      const real = await load<Shelf>()
      return {
        ...real,
        loadArticleFolder: async (name: string) => {
          const folder = await real.loadArticleFolder(name)
          // Between what is read and what is written, another tab is faster.
          if (isFirst) await there.keepArticle(folderOf('And his lamp with him.'), 'one')
          isFirst = false
          return folder
        },
      }
    })
    const here = await openShelf()
    expect(await here.renameArticle(id, 'The oil')).toEqual({ ok: true, value: true })
    const kept = await there.loadArticleFolder(id)
    const text = kept.ok ? (kept.value?.markdown ?? '') : ''
    expect(text).toContain('And his lamp')
    expect(text).toContain('title: The oil')
  })
})

describe('a part of the site that cannot be loaded', () => {
  test('is told as any other reason for which nothing was kept', async () => {
    const id = await keptIn(await openShelf())
    vi.doMock('../../src/features/shelf/compile.ts', () => {
      throw new TypeError('Failed to fetch a part.')
    })
    const shelf = await openShelf()
    const told = { ok: false, reason: 'unreachable' }
    expect(await shelf.renameArticle(id, 'The oil')).toEqual(told)
    expect(await shelf.keepArticle(folderOf('And his lamp with him.'))).toEqual(told)
  })
})
