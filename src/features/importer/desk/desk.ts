import { assignIds, formatMessage, parseArticle, serializeArticle } from '#core/format'
import type { Article } from '#core/article'
import {
  applyEdit,
  createHistory,
  draftArticle,
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
import { excerptOf } from './excerpt.ts'
import { piecesOf } from './pieces.ts'
import type { Answered, Asked, Brought, Line } from './protocol.ts'

/** Where drafts are kept. Each of these may fail, and the draft is still on the desk. */
export interface DraftStore {
  readonly save: (id: string, draft: Draft) => Promise<void>
  readonly load: (id: string) => Promise<Draft | null>
}

/**
 * The desk: where a text is read, separated and kept while a person reviews it on the page. It holds
 * its own copy of the draft, does to it what is done on the page, and keeps it after each step.
 */
export function serveDesk(line: Line<Answered, Asked>, store: DraftStore): void {
  let id = ''
  let history: DraftHistory | null = null
  /** What has been done since the draft was taken up: the page counts, too, and so knows which state was kept. */
  let steps = 0
  const keep = keeper(store, line.send)

  const begin = (draft: Draft) => {
    history = createHistory(draft)
    for (const piece of piecesOf(id, draft)) line.send(piece)
    keep({ id, draft, steps })
  }
  const go = (next: DraftHistory) => {
    history = next
    steps += 1
    keep({ id, draft: next.present, steps })
  }
  const answer = async (asked: Asked) => {
    switch (asked.type) {
      case 'read': {
        id = asked.id
        begin(await read(asked.brought, line.send))
        return
      }
      case 'open': {
        id = asked.id
        const draft = await store.load(id)
        if (draft === null) line.send({ type: 'failed', reason: 'draft-gone', about: null })
        else begin(draft)
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
      case 'suggest-sections':
        if (history === null) return
        line.send({ type: 'sections', sections: suggestSections(history.present) })
        return
      case 'preview': {
        if (history === null) return
        const excerpt = excerptOf(history.present, asked.around)
        const compiled = compile(excerpt ?? history.present)
        line.send(
          compiled.ok
            ? { type: 'preview', article: compiled.article, isWhole: excerpt === null }
            : { type: 'no-preview', reasons: compiled.reasons },
        )
        return
      }
      case 'finish': {
        if (history === null) return
        const compiled = compile(history.present)
        if (!compiled.ok) {
          line.send({ type: 'unfinished', reasons: compiled.reasons })
          return
        }
        const { markdown, source, article } = compiled
        line.send({ type: 'finished', folder: { title: article.title, markdown, source } })
        return
      }
    }
  }
  line.onMessage((asked) => {
    answer(asked).catch((error: unknown) => {
      const isExpected = error instanceof ImportError
      line.send({
        type: 'failed',
        reason: isExpected ? error.id : 'unexpected',
        about: isExpected ? error.about : String(error),
      })
    })
  })
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

type Compiled =
  | {
      readonly ok: true
      readonly article: Article
      readonly markdown: string
      readonly source: string
    }
  | { readonly ok: false; readonly reasons: readonly string[] }

/** Written and read again, as whoever opens the article will read it. */
function compile(draft: Draft): Compiled {
  try {
    const { article, source } = draftArticle(draft, { slug: SLUG })
    const markdown = serializeArticle(assignIds(article))
    const result = parseArticle(markdown, { slug: SLUG })
    return result.ok
      ? { ok: true, article: result.article, markdown, source }
      : { ok: false, reasons: result.messages.map(formatMessage) }
  } catch (error) {
    // Should not happen; and if it does, the draft is still there to be worked on.
    return { ok: false, reasons: [String(error)] }
  }
}

const SLUG = 'draft'

interface ToKeep {
  readonly id: string
  readonly draft: Draft
  readonly steps: number
}

/** Keeps the newest draft, one at a time: what has been overtaken meanwhile is left out. */
function keeper(store: DraftStore, tell: (answer: Answered) => void) {
  let next: ToKeep | null = null
  let isBusy = false
  const work = async () => {
    isBusy = true
    while (next !== null) {
      const { id, draft, steps } = next
      next = null
      // Each has to be kept before the next one is.
      // oxlint-disable-next-line no-await-in-loop
      const isKept = await store.save(id, draft).then(
        () => true,
        () => false,
      )
      tell({ type: isKept ? 'kept' : 'not-kept', steps })
    }
    isBusy = false
  }
  return (draft: ToKeep) => {
    next = draft
    if (!isBusy) void work()
  }
}
