import type { Draft } from '../model.ts'
import type { DeskStore } from './desk.ts'
import type { Answered } from './protocol.ts'

/** A shelf that breaks has kept nothing: said, and tried again with the next step. */
const BROKEN = { ok: false, reason: 'unavailable' } as const

/** Keeps the draft that is on the desk. */
export interface Keeper {
  /** A draft that is kept already, or not yet: its revision is 0 then. */
  readonly begin: (id: string, revision: number) => void
  /** Keeps it as it is after so many steps. */
  readonly keep: (draft: Draft, steps: number) => void
  /** Waits until nothing is being kept; false where another tab has overtaken this one. */
  readonly settle: () => Promise<boolean>
}

/**
 * Keeps the newest draft, one at a time: what has been overtaken meanwhile by a later step is left out. Once
 * another tab has gone on with it, nothing more is kept until a person has said what is to become of the two.
 */
export function createKeeper(store: DeskStore, tell: (answer: Answered) => void): Keeper {
  let id = ''
  let revision = 0
  let isOvertaken = false
  let next: { readonly draft: Draft; readonly steps: number } | null = null
  let working: Promise<void> | null = null

  const stop = () => {
    if (!isOvertaken) tell({ type: 'overtaken' })
    isOvertaken = true
  }
  store.followDrafts((draft, newest) => {
    if (draft === id && newest > revision) stop()
  })
  const work = async () => {
    while (next !== null && !isOvertaken) {
      const { draft, steps } = next
      const name = id
      next = null
      // Each has to be kept before the next one is.
      // oxlint-disable-next-line no-await-in-loop
      const kept = await store.saveDraft(name, draft, revision).catch(() => BROKEN)
      // What became of it under the name before is of no concern any more.
      if (name !== id) continue
      if (kept.ok) {
        revision = kept.value
        tell({ type: 'kept', steps })
      } else if (kept.reason === 'overtaken') stop()
      else tell({ type: 'not-kept', reason: kept.reason })
    }
    working = null
  }
  return {
    begin: (name, first) => {
      id = name
      revision = first
      isOvertaken = false
      next = null
    },
    keep: (draft, steps) => {
      if (isOvertaken) return
      next = { draft, steps }
      working ??= work()
    },
    settle: async () => {
      await working
      return !isOvertaken
    },
  }
}
