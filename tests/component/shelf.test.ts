import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Draft } from '#core/importer'

const folder = 'src/content/israeli-azerbaijani-alliance-and-iran-3'
const markdown = readFileSync(`${folder}/article.md`, 'utf8')
const source = readFileSync(`${folder}/source.txt`, 'utf8')
const first = { slug: 'first', markdown, source }

const about = { title: 'A letter', authors: [], published: null, url: null, lang: null }
const draft: Draft = {
  material: { format: 'text', text: 'Dear reader.', fragments: [], about, notices: [] },
  segments: [],
  references: [],
  mended: [],
  about,
  sections: [],
}

/** The library as a page finds it that has just been opened. */
async function openShelf() {
  vi.resetModules()
  return import('#features/shelf')
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function valueOf<Value>(
  kept:
    { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string },
): Value {
  if (!kept.ok) throw new Error(kept.reason)
  return kept.value
}

describe('the library of a reader', () => {
  test('gives a draft back to a page that is opened anew', async () => {
    valueOf(await (await openShelf()).saveDraft('one', draft))
    const later = await openShelf()
    expect(valueOf(await later.loadDraft('one'))).toEqual(draft)
    expect(valueOf(await later.listDrafts())).toMatchObject([{ id: 'one', title: 'A letter' }])
    valueOf(await later.deleteDraft('one'))
    expect(valueOf(await later.loadDraft('one'))).toBeNull()
  })

  test('writes the input of a draft once, however often the draft changes', async () => {
    const shelf = await openShelf()
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    valueOf(await shelf.saveDraft('one', draft))
    expect(put).toHaveBeenCalledTimes(3)
    valueOf(await shelf.saveDraft('one', { ...draft, about: { ...about, title: 'Another' } }))
    expect(put).toHaveBeenCalledTimes(5)
    expect(valueOf(await shelf.loadDraft('one'))?.about.title).toBe('Another')
  })

  test('keeps an article letter by letter', async () => {
    const shelf = await openShelf()
    const id = valueOf(await shelf.keepArticle(first))
    expect(valueOf(await shelf.loadArticleFolder(id))).toEqual({ id, markdown, source })
    const [card] = valueOf(await shelf.listArticles())
    expect(card).toMatchObject({
      title: 'Israeli-Azerbaijani Alliance and Iran, Part 3',
      hands: ['Mahir Khalifa-zadeh', 'Geopolitical Analysis and Monitoring', 'Tukiyooo'],
      size: markdown.length + source.length,
    })
    expect(valueOf(await shelf.storageUsed())).toBe(markdown.length + source.length)
  })

  test('keeps no article that cannot be read, and says what is wrong with it', async () => {
    const shelf = await openShelf()
    const broken = markdown.replace('lang: en', 'lang: english words')
    expect(await shelf.keepArticle({ ...first, markdown: broken })).toMatchObject({
      ok: false,
      reason: 'unreadable',
      messages: [expect.stringMatching(/^article\.md:\d+:\d+ +error/)],
    })
    const other = await shelf.keepArticle({ ...first, source: `${source} One word more.` })
    expect(other).toMatchObject({ ok: false, reason: 'unreadable' })
    expect(valueOf(await shelf.listArticles())).toEqual([])
  })

  test('puts the article of a draft in the place of the one before', async () => {
    const shelf = await openShelf()
    const id = valueOf(await shelf.keepArticle(first, 'one'))
    expect(valueOf(await shelf.keepArticle(first, 'one'))).toBe(id)
    expect(valueOf(await shelf.keepArticle(first, 'two'))).not.toBe(id)
    expect(valueOf(await shelf.listArticles())).toHaveLength(2)
  })

  test('renames an article in its text, too', async () => {
    const shelf = await openShelf()
    const id = valueOf(await shelf.keepArticle(first))
    expect(valueOf(await shelf.renameArticle(id, 'Part: “three”'))).toBe(true)
    const renamed = valueOf(await shelf.loadArticleFolder(id))
    expect(renamed?.markdown).toMatch(/^---\ntitle: "?Part: “three”"?\n/)
    const compiled = await shelf.compile({ slug: 'x', markdown: renamed?.markdown ?? '', source })
    expect(compiled).toMatchObject({ ok: true, article: { title: 'Part: “three”' } })
    expect(valueOf(await shelf.listArticles())).toMatchObject([{ title: 'Part: “three”' }])
  })

  test('takes an article off the shelf with its draft, and puts both back as they were', async () => {
    const shelf = await openShelf()
    valueOf(await shelf.saveDraft('one', draft))
    const id = valueOf(await shelf.keepArticle(first, 'one'))
    const before = valueOf(await shelf.listArticles())
    const removed = valueOf(await shelf.deleteArticle(id))
    expect(valueOf(await shelf.storageUsed())).toBe(0)
    if (removed === null) throw new Error('Nothing was removed.')
    valueOf(await shelf.restoreArticle(removed))
    expect(valueOf(await shelf.listArticles())).toEqual(before)
    expect(valueOf(await shelf.loadDraft('one'))).toEqual(draft)
    expect(valueOf(await shelf.loadArticleFolder(id))?.markdown).toBe(markdown)
  })

  test('keeps an article whose draft is deleted, but offers no review of it', async () => {
    const shelf = await openShelf()
    valueOf(await shelf.saveDraft('one', draft))
    valueOf(await shelf.keepArticle(first, 'one'))
    expect(valueOf(await shelf.listArticles())).toMatchObject([{ draft: 'one' }])
    valueOf(await shelf.deleteDraft('one'))
    expect(valueOf(await shelf.listArticles())).toMatchObject([{ draft: null }])
  })

  test('tells a page of it when another page has changed something', async () => {
    const here = await openShelf()
    const onChange = vi.fn<() => void>()
    const stop = here.followShelf(onChange)
    const there = await openShelf()
    valueOf(await there.saveDraft('one', draft))
    await vi.waitFor(() => {
      expect(onChange).toHaveBeenCalled()
    })
    stop()
  })
})

describe('a browser that keeps nothing', () => {
  test('is told, where there is no database', async () => {
    const shelf = await openShelf()
    Reflect.deleteProperty(globalThis, 'indexedDB')
    expect(await shelf.saveDraft('one', draft)).toEqual({ ok: false, reason: 'unavailable' })
  })

  test('is told, where the database refuses to open', async () => {
    const shelf = await openShelf()
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The user denied permission.', 'SecurityError')
    })
    expect(await shelf.listArticles()).toEqual({ ok: false, reason: 'unavailable' })
    vi.restoreAllMocks()
    expect(valueOf(await shelf.listArticles())).toEqual([])
  })

  test('is told after four seconds, where the database does not answer', async () => {
    const shelf = await openShelf()
    const silent = new IDBFactory().open('silent')
    vi.spyOn(indexedDB, 'open').mockReturnValue(
      Object.create(silent, {
        addEventListener: { value: () => {} },
        removeEventListener: { value: () => {} },
      }) as IDBOpenDBRequest,
    )
    vi.useFakeTimers()
    const kept = shelf.listArticles()
    await vi.advanceTimersByTimeAsync(4100)
    expect(await kept).toEqual({ ok: false, reason: 'unavailable' })
  })

  test('is told when the disk is full, which the browser says only at the end', async () => {
    const shelf = await openShelf()
    valueOf(await shelf.saveDraft('one', draft))
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function refuse(
      this: IDBObjectStore,
    ) {
      // Every request succeeds; then the browser finds no room for what they wrote.
      const request = this.add({ id: 'another' })
      request.addEventListener('success', () => {
        const { transaction } = request
        if (transaction === null || transaction.error !== null) return
        Object.defineProperty(transaction, 'error', {
          value: new DOMException('Full.', 'QuotaExceededError'),
        })
        transaction.abort()
      })
      return request
    })
    const changed = { ...draft, about: { ...about, title: 'Another' } }
    expect(await shelf.saveDraft('one', changed)).toEqual({ ok: false, reason: 'full' })
    vi.restoreAllMocks()
    expect(valueOf(await shelf.loadDraft('one'))).toEqual(draft)
  })

  test('is told to load the page anew, where a newer release has changed the database', async () => {
    await new Promise((resolve) => {
      const request = indexedDB.open('palimpsest', 99)
      request.addEventListener('success', () => {
        request.result.close()
        resolve(null)
      })
    })
    const shelf = await openShelf()
    expect(await shelf.listArticles()).toEqual({ ok: false, reason: 'outdated' })
  })

  test('does not stand in the way of a newer release in another tab', async () => {
    const shelf = await openShelf()
    valueOf(await shelf.saveDraft('one', draft))
    const newer = await new Promise<string>((resolve) => {
      const request = indexedDB.open('palimpsest', 99)
      request.addEventListener('success', () => {
        resolve('opened')
      })
      request.addEventListener('blocked', () => {
        resolve('blocked')
      })
    })
    expect(newer).toBe('opened')
    expect(await shelf.saveDraft('two', draft)).toEqual({ ok: false, reason: 'outdated' })
  })

  test('reopens a connection that was lost, once', async () => {
    const shelf = await openShelf()
    valueOf(await shelf.saveDraft('one', draft))
    const lose = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The connection was lost.', 'InvalidStateError')
    })
    expect(valueOf(await shelf.loadDraft('one'))).toEqual(draft)
    expect(lose).toHaveBeenCalled()
  })
})
