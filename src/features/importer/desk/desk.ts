import {
  applyEdit,
  createHistory,
  ImportError,
  readMaterial,
  redo,
  separate,
  startDraft,
  suggestSections,
  undo,
  type DraftHistory,
} from '#core/importer'
import { editDraft } from '../edits.ts'
import type { Draft } from '../model.ts'
import { compileDraft } from './compile.ts'
import { excerptOf } from './excerpt.ts'
import { finish } from './finish.ts'
import { createKeeper } from './keeper.ts'
import { piecesOf } from './pieces.ts'
import { STEPS } from './protocol.ts'
import type {
  Answered,
  ArticleFolder,
  Asked,
  Brought,
  Keeping,
  Line,
  Overtaken,
  PackedFile,
  RevisedDraft,
} from './protocol.ts'

/** Where drafts and articles are kept. Whatever fails there, the draft is still on the desk. */
export interface DeskStore {
  /** Keeps what was made of this revision, and says which it is now; nothing, where there is a newer one. */
  readonly saveDraft: (
    id: string,
    draft: Draft,
    revision: number,
  ) => Promise<Keeping<number> | Overtaken>
  readonly loadDraft: (id: string) => Promise<Keeping<RevisedDraft | null>>
  /** Calls back whenever another tab has kept a draft. */
  readonly followDrafts: (onKept: (id: string, revision: number) => void) => void
  /** Puts an article beside the draft it was made of, and says under which name it can be read. */
  readonly shelve: (
    folder: ArticleFolder,
    draft: string,
    /** Asked once it has been read, before anything is kept. */
    isStillWanted: () => Promise<boolean>,
  ) => Promise<Keeping<string> | NoArticle | Unwanted>
  /** The same for a file that is an article already, as this site writes them; null for any other. */
  readonly shelveFile: (bytes: Uint8Array, name: string) => Promise<ShelvedFile | null>
  readonly pack: (folder: ArticleFolder) => PackedFile
}

/** What the format holds against it. */
interface NoArticle {
  readonly ok: false
  readonly reason: 'unreadable'
  readonly messages: readonly string[]
}

interface Unwanted {
  readonly ok: false
  readonly reason: 'unwanted'
}

type ShelvedFile =
  Keeping<string> | NoArticle | { readonly ok: false; readonly reason: 'damaged' | 'too-large' }

/**
 * The desk: where a text is read, separated and kept while a person reviews it on the page. It holds
 * its own copy of the draft, does to it what is done on the page, and keeps it after each step.
 */
export function serveDesk(line: Line<Answered, Asked>, store: DeskStore): void {
  let id = ''
  let history: DraftHistory | null = null
  /** What has been done since the draft was taken up: the page counts, too, and so knows which state was kept. */
  let steps = 0
  /** How often something was made of the draft, or that was stopped: only the last is wanted. */
  let endings = 0
  let isMaking = false
  const keeper = createKeeper(store, line.send)

  const begin = (draft: Draft, revision: number) => {
    steps = 0
    history = createHistory(draft)
    keeper.begin(id, revision)
    for (const piece of piecesOf(id, draft)) line.send(piece)
    if (revision === 0) keeper.keep(draft, steps)
    else line.send({ type: 'kept', steps })
  }
  const go = (next: DraftHistory) => {
    if (isMaking) {
      endings += 1
      isMaking = false
      line.send({ type: 'outrun' })
    }
    history = next
    steps += 1
    keeper.keep(next.present, steps)
  }
  const answer = async (asked: Asked) => {
    switch (asked.type) {
      case 'read': {
        id = asked.id
        const shelved = await shelveFile(asked.brought, store)
        if (shelved === null) begin(await read(asked.brought, line.send), 0)
        else if (shelved.ok) line.send({ type: 'shelved', article: shelved.value })
        else line.send(refused(shelved))
        return
      }
      case 'open': {
        id = asked.id
        const kept = await store.loadDraft(id)
        if (kept.ok && kept.value !== null) begin(kept.value.draft, kept.value.revision)
        else {
          const reason = kept.ok ? 'draft-gone' : 'draft-out-of-reach'
          line.send({ type: 'failed', reason, about: null })
        }
        return
      }
      case 'edit':
        if (history !== null) go(applyEdit(history, editDraft(history.present, asked.edit)))
        return
      case 'undo':
        if (history !== null) go(undo(history))
        return
      case 'redo':
        if (history !== null) go(redo(history))
        return
      case 'keep-apart':
        if (history === null) return
        id = asked.id
        keeper.begin(id, 0)
        keeper.keep(history.present, steps)
        return
      case 'suggest-sections':
        if (history === null) return
        line.send({ type: 'sections', sections: suggestSections(history.present) })
        return
      case 'preview': {
        if (history === null) return
        const excerpt = excerptOf(history.present, asked.around)
        const compiled = compileDraft(excerpt ?? history.present)
        line.send(
          compiled.ok
            ? { type: 'preview', article: compiled.article, isWhole: excerpt === null }
            : { type: 'no-preview', reasons: compiled.reasons },
        )
        return
      }
      case 'shelve':
      case 'pack': {
        if (history === null) return
        const number = (endings += 1)
        const isWanted = () => number === endings
        isMaking = true
        const { present: draft } = history
        const { settle } = keeper
        try {
          await finish(asked.type, { draft, id, store, settle, tell: line.send, isWanted })
        } finally {
          if (isWanted()) isMaking = false
        }
        return
      }
      case 'stop':
        endings += 1
        isMaking = false
        return
    }
  }
  line.onMessage((asked) => {
    answer(asked).catch(async (error: unknown) => {
      // What was kept before it is there to be gone on with, so it is kept first.
      if (STEPS.has(asked.type)) await keeper.settle()
      line.send(answerTo(asked, error))
    })
  })
}

/** What should not happen costs nobody a draft that is on the desk, as long as it is the one on the page. */
function answerTo(asked: Asked, error: unknown): Answered {
  if (STEPS.has(asked.type)) return { type: 'failed', reason: 'desk-lost', about: null }
  if (asked.type === 'preview') return { type: 'no-preview', reasons: [String(error)] }
  if (asked.type !== 'read' && asked.type !== 'open') {
    return { type: 'unfinished', reasons: [String(error)] }
  }
  return error instanceof ImportError
    ? { type: 'failed', reason: error.id, about: error.about }
    : { type: 'failed', reason: 'unexpected', about: String(error) }
}

/** Why an article that came as a file is not on the shelf. */
function refused(shelved: Exclude<ShelvedFile, { readonly ok: true }>): Answered {
  switch (shelved.reason) {
    case 'unreadable':
      return {
        type: 'failed',
        reason: 'article-unreadable',
        about: shelved.messages.slice(0, MOST_MESSAGES).join(' '),
      }
    case 'damaged':
      return { type: 'failed', reason: 'package-damaged', about: null }
    case 'too-large':
      return { type: 'failed', reason: 'package-too-large', about: null }
    case 'unavailable':
    case 'full':
    case 'outdated':
    case 'unreachable':
      return { type: 'failed', reason: shelved.reason, about: null }
  }
}

/** As many as a person reads in one sentence. */
const MOST_MESSAGES = 3

async function shelveFile(brought: Brought, store: DeskStore): Promise<ShelvedFile | null> {
  if (brought.type !== 'file' || brought.name === null) return null
  return store.shelveFile(brought.bytes, brought.name)
}

async function read(brought: Brought, tell: (answer: Answered) => void): Promise<Draft> {
  const steps = {
    onProgress: (share: number) => {
      tell({ type: 'progress', step: 'reading', share })
    },
  }
  const input =
    brought.type === 'paste'
      ? brought
      : {
          type: brought.type,
          bytes: brought.bytes,
          name: brought.name,
          mediaType: brought.mediaType,
        }
  const material = await readMaterial(input, steps)
  tell({ type: 'progress', step: 'separating', share: 0 })
  const draft = startDraft(material, separate(material))
  // A page does not always say where it stands; whoever fetched it knows.
  const url = brought.type === 'file' ? brought.url : null
  const about = { ...draft.about, url: draft.about.url ?? url }
  return { ...draft, about }
}
