import type { LibraryCard } from '#core/article'
import { titleOfDraft, type Draft } from '#core/importer'
import { complete, withShelf, type Kept } from './database.ts'
import { announceChange, announceDraft } from './news.ts'
import type {
  DraftCard,
  KeptDraft,
  OwnArticleCard,
  OwnFolder,
  RemovedArticle,
  RemovedDraft,
} from './records.ts'

/*
 * What the reader's own library does. "Kept" is said once the transaction is complete, and never
 * before: a full disk is told only then.
 */

/** A name that no other text of this browser has. It stands in addresses. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join('')
}

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

const ALL = ['article-cards', 'folders', 'draft-cards', 'drafts', 'materials'] as const

// ── Drafts ───────────────────────────────────────────────────────────────────

/** The revision of a draft that has never been kept. */
const UNKEPT = 0

/** Another tab has kept a newer revision, which must not be lost. */
export interface Overtaken {
  readonly ok: false
  readonly reason: 'overtaken'
}

/**
 * Keeps a draft as it is now, and says as which revision. `revision` is the one that it was made of, 0
 * where it is new: where that is not the newest any more, nothing is written.
 */
export async function saveDraft(
  id: string,
  draft: Draft,
  revision: number,
): Promise<Kept<number> | Overtaken> {
  const { material, ...rest } = draft
  const kept = await withShelf(async (database) => {
    const transaction = database.transaction(['draft-cards', 'drafts', 'materials'], 'readwrite', {
      durability: 'strict',
    })
    const cards = transaction.objectStore('draft-cards')
    const before = await cards.get(id)
    if (before !== undefined && revisionOf(before) !== revision) return null
    // The input never changes, so it is written once. What another tab has deleted is written again.
    const isNew = before === undefined
    const card: DraftCard = {
      id,
      title: titleOfDraft(draft)?.slice(0, LONGEST_TITLE) ?? '',
      changed: Date.now(),
      size: material.text.length,
      revision: revision + 1,
    }
    await complete([
      cards.put(card),
      transaction.objectStore('drafts').put({ id, draft: rest }),
      ...(isNew ? [transaction.objectStore('materials').put({ id, material })] : []),
      transaction.done,
    ])
    return { revision: revision + 1, isNew }
  })
  if (!kept.ok) return kept
  if (kept.value === null) return { ok: false, reason: 'overtaken' }
  if (kept.value.isNew) announceChange()
  announceDraft(id, kept.value.revision)
  return { ok: true, value: kept.value.revision }
}

function revisionOf({ revision }: DraftCard): number {
  return revision ?? UNKEPT
}

/** Letters of a title that a list shows; somebody’s may be a book. */
const LONGEST_TITLE = 300

/** Null where there is no such draft. */
export async function loadDraft(id: string): Promise<Kept<KeptDraft | null>> {
  return withShelf(async (database) => {
    const transaction = database.transaction(['draft-cards', 'drafts', 'materials'])
    const [card, record, input] = await Promise.all([
      transaction.objectStore('draft-cards').get(id),
      transaction.objectStore('drafts').get(id),
      transaction.objectStore('materials').get(id),
    ])
    return card === undefined || record === undefined || input === undefined
      ? null
      : { draft: { ...record.draft, material: input.material }, revision: revisionOf(card) }
  })
}

/** All drafts, the one that was changed last first. */
export async function listDrafts(): Promise<Kept<readonly DraftCard[]>> {
  return withShelf(async (database) =>
    (await database.getAll('draft-cards')).sort((a, b) => b.changed - a.changed),
  )
}

/** Takes a draft off the shelf, and hands it over, so that it can be put back. */
export async function deleteDraft(id: string): Promise<Kept<RemovedDraft | null>> {
  const kept = await withShelf(async (database): Promise<RemovedDraft | null> => {
    const transaction = database.transaction(ALL, 'readwrite')
    const articles = transaction.objectStore('article-cards')
    const [made, card, record, material] = await Promise.all([
      articles.getAll().then((cards) => cards.find(({ draft }) => draft === id)),
      transaction.objectStore('draft-cards').get(id),
      transaction.objectStore('drafts').get(id),
      transaction.objectStore('materials').get(id),
    ])
    await complete([
      // The article stays; it can no longer be reviewed.
      ...(made === undefined ? [] : [articles.put({ ...made, draft: null })]),
      transaction.objectStore('draft-cards').delete(id),
      transaction.objectStore('drafts').delete(id),
      transaction.objectStore('materials').delete(id),
      transaction.done,
    ])
    if (card === undefined || record === undefined || material === undefined) return null
    return { card, record, material, article: made?.id ?? null }
  })
  if (kept.ok) announceChange()
  return kept
}

/** The inverse of `deleteDraft`. One that another tab has kept again meanwhile stays as that has it. */
export async function restoreDraft(removed: RemovedDraft): Promise<Kept<null>> {
  const { card, record, material, article } = removed
  const kept = await withShelf(async (database) => {
    const transaction = database.transaction(ALL, 'readwrite', { durability: 'strict' })
    const drafts = transaction.objectStore('draft-cards')
    const articles = transaction.objectStore('article-cards')
    const [there, made] = await Promise.all([drafts.get(card.id), articles.get(article ?? '')])
    await complete([
      ...(made?.draft === null ? [articles.put({ ...made, draft: card.id })] : []),
      ...(there === undefined
        ? [
            drafts.put(card),
            transaction.objectStore('drafts').put(record),
            transaction.objectStore('materials').put(material),
          ]
        : []),
      transaction.done,
    ])
    return null
  })
  if (kept.ok) announceChange()
  return kept
}

// ── Articles ─────────────────────────────────────────────────────────────────

export interface NewArticle {
  readonly title: string
  readonly hands: readonly string[]
  readonly markdown: string
  readonly source: string | null
  readonly draft: string | null
  readonly facts: LibraryCard | null
}

/**
 * Puts an article on the shelf and says under which id. An article of the same draft takes the place of
 * the one before.
 */
export async function putArticle(article: NewArticle): Promise<Kept<string>> {
  const { markdown, source, ...facts } = article
  const kept = await withShelf(async (database) => {
    const transaction = database.transaction(['article-cards', 'folders'], 'readwrite', {
      durability: 'strict',
    })
    const cards = transaction.objectStore('article-cards')
    const before =
      article.draft === null
        ? undefined
        : (await cards.getAll()).find(({ draft }) => draft === article.draft)
    const id = before?.id ?? newId()
    const size = markdown.length + (source?.length ?? 0)
    const added = before?.added ?? Date.now()
    await complete([
      cards.put({ ...facts, id, added, size }),
      transaction.objectStore('folders').put({ id, markdown, source }),
      transaction.done,
    ])
    return id
  })
  if (kept.ok) {
    announceChange()
    askToStay()
  }
  return kept
}

/** Browsers may clear what is kept when they need room. They are asked not to; most never ask back. */
function askToStay(): void {
  try {
    navigator.storage.persist().catch(() => {})
  } catch {
    // Not every browser can be asked.
  }
}

/** All own articles, the newest first. */
export async function listArticles(): Promise<Kept<readonly OwnArticleCard[]>> {
  return withShelf(async (database) =>
    (await database.getAll('article-cards')).sort((a, b) => b.added - a.added),
  )
}

/** Null where this browser has no such article. */
export async function loadArticleFolder(id: string): Promise<Kept<OwnFolder | null>> {
  return withShelf(async (database) => (await database.get('folders', id)) ?? null)
}

/**
 * Writes an article anew under another title, and gives that to the draft it was made of, too. False, and
 * nothing is written, where its text is not the one any more that was changed.
 */
export async function replaceArticle(
  id: string,
  before: string,
  changed: Pick<NewArticle, 'title' | 'markdown' | 'facts'>,
): Promise<Kept<boolean>> {
  const kept = await withShelf(async (database) => {
    const transaction = database.transaction(
      ['article-cards', 'folders', 'draft-cards', 'drafts'],
      'readwrite',
      { durability: 'strict' },
    )
    const cards = transaction.objectStore('article-cards')
    const folders = transaction.objectStore('folders')
    const [card, folder] = await Promise.all([cards.get(id), folders.get(id)])
    if (card === undefined || folder?.markdown !== before) return null
    const key = card.draft ?? ''
    const draftCards = transaction.objectStore('draft-cards')
    const drafts = transaction.objectStore('drafts')
    const [draftCard, record] = await Promise.all([draftCards.get(key), drafts.get(key)])
    const { markdown, ...facts } = changed
    const { title } = changed
    const renamed =
      draftCard === undefined || record === undefined
        ? null
        : {
            card: { ...draftCard, title, changed: Date.now(), revision: revisionOf(draftCard) + 1 },
            record: {
              id: key,
              draft: { ...record.draft, about: { ...record.draft.about, title } },
            },
          }
    await complete([
      cards.put({ ...card, ...facts, size: markdown.length + (folder.source?.length ?? 0) }),
      folders.put({ ...folder, markdown }),
      ...(renamed === null ? [] : [draftCards.put(renamed.card), drafts.put(renamed.record)]),
      transaction.done,
    ])
    return { draft: renamed?.card ?? null }
  })
  if (!kept.ok) return kept
  if (kept.value === null) return { ok: true, value: false }
  announceChange()
  const { draft } = kept.value
  if (draft !== null) announceDraft(draft.id, draft.revision)
  return { ok: true, value: true }
}

/** Takes an article and its draft off the shelf, and hands them over, so that they can be put back. */
export async function deleteArticle(id: string): Promise<Kept<RemovedArticle | null>> {
  const kept = await withShelf(async (database): Promise<RemovedArticle | null> => {
    const transaction = database.transaction(ALL, 'readwrite')
    const store = <Name extends (typeof ALL)[number]>(name: Name) => transaction.objectStore(name)
    const [card, folder] = await Promise.all([
      store('article-cards').get(id),
      store('folders').get(id),
    ])
    if (card === undefined || folder === undefined) return null
    const key = card.draft ?? ''
    const [draftCard, record, material] = await Promise.all([
      store('draft-cards').get(key),
      store('drafts').get(key),
      store('materials').get(key),
    ])
    await complete([
      store('article-cards').delete(id),
      store('folders').delete(id),
      store('draft-cards').delete(key),
      store('drafts').delete(key),
      store('materials').delete(key),
      transaction.done,
    ])
    const isWhole = draftCard !== undefined && record !== undefined && material !== undefined
    return { card, folder, draft: isWhole ? { card: draftCard, record, material } : null }
  })
  if (kept.ok) announceChange()
  return kept
}

/** The inverse of `deleteArticle`. A draft that another tab has gone on with meanwhile stays as that has it. */
export async function restoreArticle({ card, folder, draft }: RemovedArticle): Promise<Kept<null>> {
  const kept = await withShelf(async (database) => {
    const transaction = database.transaction(ALL, 'readwrite', { durability: 'strict' })
    const key = draft?.card.id ?? ''
    const isThere = (await transaction.objectStore('draft-cards').get(key)) !== undefined
    await complete([
      transaction.objectStore('article-cards').put(card),
      transaction.objectStore('folders').put(folder),
      ...(draft === null || isThere
        ? []
        : [
            transaction.objectStore('draft-cards').put(draft.card),
            transaction.objectStore('drafts').put(draft.record),
            transaction.objectStore('materials').put(draft.material),
          ]),
      transaction.done,
    ])
    return null
  })
  if (kept.ok) announceChange()
  return kept
}

/** How much the reader's own texts take, in characters. */
export async function storageUsed(): Promise<Kept<number>> {
  return withShelf(async (database) => {
    const [articles, drafts] = await Promise.all([
      database.getAll('article-cards'),
      database.getAll('draft-cards'),
    ])
    return [...articles, ...drafts].reduce((sum, { size }) => sum + size, 0)
  })
}
