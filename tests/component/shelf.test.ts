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
    valueOf(await (await openShelf()).saveDraft('one', draft, 0))
    const later = await openShelf()
    expect(valueOf(await later.loadDraft('one'))?.draft).toEqual(draft)
    expect(valueOf(await later.listDrafts())).toMatchObject([{ id: 'one', title: 'A letter' }])
    valueOf(await later.deleteDraft('one'))
    expect(valueOf(await later.loadDraft('one'))).toBeNull()
  })

  test('writes the input of a draft once, however often the draft changes', async () => {
    const shelf = await openShelf()
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    valueOf(await shelf.saveDraft('one', draft, 0))
    expect(put).toHaveBeenCalledTimes(3)
    valueOf(await shelf.saveDraft('one', { ...draft, about: { ...about, title: 'Another' } }, 1))
    expect(put).toHaveBeenCalledTimes(5)
    expect(valueOf(await shelf.loadDraft('one'))?.draft.about.title).toBe('Another')
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
    valueOf(await shelf.saveDraft('one', draft, 0))
    const id = valueOf(await shelf.keepArticle(first, 'one'))
    const before = valueOf(await shelf.listArticles())
    const removed = valueOf(await shelf.deleteArticle(id))
    expect(valueOf(await shelf.storageUsed())).toBe(0)
    if (removed === null) throw new Error('Nothing was removed.')
    valueOf(await shelf.restoreArticle(removed))
    expect(valueOf(await shelf.listArticles())).toEqual(before)
    expect(valueOf(await shelf.loadDraft('one'))?.draft).toEqual(draft)
    expect(valueOf(await shelf.loadArticleFolder(id))?.markdown).toBe(markdown)
  })

  test('keeps an article whose draft is deleted, offers no review of it, and puts the draft back', async () => {
    const shelf = await openShelf()
    valueOf(await shelf.saveDraft('one', draft, 0))
    valueOf(await shelf.keepArticle(first, 'one'))
    expect(valueOf(await shelf.listArticles())).toMatchObject([{ draft: 'one' }])
    const removed = valueOf(await shelf.deleteDraft('one'))
    expect(valueOf(await shelf.listArticles())).toMatchObject([{ draft: null }])
    expect(valueOf(await shelf.listDrafts())).toEqual([])
    if (removed === null) throw new Error('Nothing was removed.')
    valueOf(await shelf.restoreDraft(removed))
    expect(valueOf(await shelf.listArticles())).toMatchObject([{ draft: 'one' }])
    expect(valueOf(await shelf.loadDraft('one'))?.draft).toEqual(draft)
  })

  test('refuses what was made of a revision that is not the newest, and keeps that', async () => {
    const [here, there] = [await openShelf(), await openShelf()]
    const called = (title: string) => ({ ...draft, about: { ...about, title } })
    expect(valueOf(await here.saveDraft('one', draft, 0))).toBe(1)
    const taken = valueOf(await there.loadDraft('one'))
    expect(taken?.revision).toBe(1)
    expect(valueOf(await there.saveDraft('one', called('Theirs'), 1))).toBe(2)
    expect(await here.saveDraft('one', called('Mine'), 1)).toEqual({
      ok: false,
      reason: 'overtaken',
    })
    expect(valueOf(await here.loadDraft('one'))?.draft.about.title).toBe('Theirs')
    expect(valueOf(await here.saveDraft('own', called('Mine'), 0))).toBe(1)
    expect(valueOf(await here.listDrafts())).toHaveLength(2)
  })

  test('tells other pages of a new revision, and not the page that has kept it', async () => {
    const [here, there] = [await openShelf(), await openShelf()]
    const onHere = vi.fn<(id: string, revision: number) => void>()
    const onThere = vi.fn<(id: string, revision: number) => void>()
    const stops = [here.followDrafts(onHere), there.followDrafts(onThere)]
    valueOf(await there.saveDraft('one', draft, 0))
    await vi.waitFor(() => {
      expect(onHere).toHaveBeenCalledWith('one', 1)
    })
    expect(onThere).not.toHaveBeenCalled()
    for (const stop of stops) stop()
  })

  test('takes a draft of an earlier release, which counted no revisions, as it takes any other', async () => {
    const shelf = await openShelf()
    valueOf(await shelf.saveDraft('one', draft, 0))
    await new Promise((resolve) => {
      const request = indexedDB.open('palimpsest')
      request.addEventListener('success', () => {
        const cards = request.result.transaction('draft-cards', 'readwrite')
        cards.objectStore('draft-cards').put({ id: 'one', title: 'Old', changed: 0, size: 0 })
        cards.addEventListener('complete', resolve)
      })
    })
    const { revision = -1 } = valueOf(await shelf.loadDraft('one')) ?? {}
    valueOf(await shelf.saveDraft('one', draft, revision))
    expect(await shelf.saveDraft('one', draft, revision)).toMatchObject({ reason: 'overtaken' })
  })

  test('keeps a draft whole that another tab has deleted and this one goes on with', async () => {
    const [here, there] = [await openShelf(), await openShelf()]
    valueOf(await here.saveDraft('one', draft, 0))
    valueOf(await there.deleteDraft('one'))
    valueOf(await here.saveDraft('one', draft, 1))
    expect(valueOf(await there.loadDraft('one'))).toEqual({ draft, revision: 2 })
  })

  test('puts back a deleted article, but not its draft over one that was gone on with', async () => {
    const [here, there] = [await openShelf(), await openShelf()]
    valueOf(await here.saveDraft('one', draft, 0))
    const removed = valueOf(
      await there.deleteArticle(valueOf(await there.keepArticle(first, 'one'))),
    )
    if (removed === null) throw new Error('Nothing was removed.')
    const later = { ...draft, about: { ...about, title: 'Later' } }
    valueOf(await here.saveDraft('one', later, 1))
    valueOf(await there.restoreArticle(removed))
    expect(valueOf(await there.loadDraft('one'))?.draft).toEqual(later)
    expect(valueOf(await there.listArticles())).toHaveLength(1)
  })

  test('renames the draft with its article, so that a review of it keeps the title', async () => {
    const shelf = await openShelf()
    valueOf(await shelf.saveDraft('one', draft, 0))
    const id = valueOf(await shelf.keepArticle(first, 'one'))
    valueOf(await shelf.renameArticle(id, 'Part three'))
    expect(valueOf(await shelf.loadDraft('one'))).toMatchObject({
      draft: { about: { title: 'Part three' }, material: { text: 'Dear reader.' } },
      revision: 2,
    })
    expect(valueOf(await shelf.listDrafts())).toMatchObject([{ title: 'Part three' }])
  })

  test('tells a page of it when another page has changed something', async () => {
    const here = await openShelf()
    const onChange = vi.fn<() => void>()
    const stop = here.followShelf(onChange)
    const there = await openShelf()
    valueOf(await there.saveDraft('one', draft, 0))
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
    expect(await shelf.saveDraft('one', draft, 0)).toEqual({ ok: false, reason: 'unavailable' })
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
    valueOf(await shelf.saveDraft('one', draft, 0))
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
    expect(await shelf.saveDraft('one', changed, 1)).toEqual({ ok: false, reason: 'full' })
    vi.restoreAllMocks()
    expect(valueOf(await shelf.loadDraft('one'))?.draft).toEqual(draft)
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
    valueOf(await shelf.saveDraft('one', draft, 0))
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
    expect(await shelf.saveDraft('two', draft, 0)).toEqual({ ok: false, reason: 'outdated' })
  })

  test('reopens a connection that was lost, once', async () => {
    const shelf = await openShelf()
    valueOf(await shelf.saveDraft('one', draft, 0))
    const lose = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The connection was lost.', 'InvalidStateError')
    })
    expect(valueOf(await shelf.loadDraft('one'))?.draft).toEqual(draft)
    expect(lose).toHaveBeenCalled()
  })
})
