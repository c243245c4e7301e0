import type { Draft } from '../model.ts'

/** Where a draft came from and where it can go back to. Plain data; drafts share what they have in common. */
export interface DraftHistory {
  readonly past: readonly Draft[]
  readonly present: Draft
  /** The nearest first. */
  readonly future: readonly Draft[]
}

export function createHistory(draft: Draft): DraftHistory {
  return { past: [], present: draft, future: [] }
}

/** Each step of a long book takes a megabyte, here and on the page; nobody goes back further. */
const MOST_STEPS = 500

/** Goes on with an edited draft, forgetting the oldest. An edit that changed nothing is no step. */
export function applyEdit(history: DraftHistory, draft: Draft): DraftHistory {
  if (draft === history.present) return history
  return {
    past: [...history.past, history.present].slice(-MOST_STEPS),
    present: draft,
    future: [],
  }
}

/** One step back; at the beginning, the same history. */
export function undo({ past, present, future }: DraftHistory): DraftHistory {
  const before = past.at(-1)
  return before === undefined
    ? { past, present, future }
    : { past: past.slice(0, -1), present: before, future: [present, ...future] }
}

/** One step on again; at the end, the same history. */
export function redo({ past, present, future }: DraftHistory): DraftHistory {
  const [next, ...rest] = future
  return next === undefined
    ? { past, present, future }
    : { past: [...past, present], present: next, future: rest }
}
