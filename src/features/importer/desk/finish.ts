import type { Draft } from '../model.ts'
import { articleOf, readFolder, writeDraft } from './compile.ts'
import type { DeskStore } from './desk.ts'
import type { Answered } from './protocol.ts'

/** What is made of a draft in the end: an article on the shelf, or a file. */
export type Ending = 'shelve' | 'pack'

export interface FinishOptions {
  readonly draft: Draft
  /** The name under which the draft is kept. */
  readonly id: string
  readonly store: DeskStore
  /** Waits until the draft is kept; false where another tab has overtaken this one. */
  readonly settle: () => Promise<boolean>
  readonly tell: (answer: Answered) => void
  readonly isWanted: () => boolean
}

/** How much of the work is done after its steps, as it is with a long text. */
const MADE = 0.25
const WRITTEN = 0.5
const READ = 0.9

/**
 * Makes an article of a draft, and tells how far it is. Between its steps a wish to stop can arrive; then
 * nothing comes of it, and nothing is answered.
 */
export async function finish(ending: Ending, options: FinishOptions): Promise<void> {
  const { draft, id, store, isWanted } = options
  const tell = (answer: Answered) => {
    if (isWanted()) options.tell(answer)
  }
  const step = async (share: number) => {
    tell({ type: 'making', share })
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    return isWanted()
  }
  if (!(await step(0))) return
  const drafted = articleOf(draft)
  if (!(await step(MADE))) return
  const folder = writeDraft(drafted)
  if (!(await step(WRITTEN))) return
  if (ending === 'pack') {
    const read = readFolder(folder)
    if (!(await step(READ))) return
    if (read.ok) tell({ type: 'packed', file: store.pack(folder) })
    else tell({ type: 'unfinished', reasons: read.reasons })
    return
  }
  // The article of a draft takes the place of the one before: it must not be of an older draft.
  if (!(await options.settle())) {
    tell({ type: 'overtaken' })
    return
  }
  if (!isWanted()) return
  const kept = await store.shelve(folder, id, () => step(READ))
  if (kept.ok) tell({ type: 'shelved', article: kept.value })
  else if (kept.reason === 'unreadable') tell({ type: 'unfinished', reasons: kept.messages })
  else if (kept.reason !== 'unwanted') tell({ type: 'not-shelved', reason: kept.reason })
}
