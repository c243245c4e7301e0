import * as words from '#words/importer'
import { useMemo, useRef, useState } from 'react'
import { applyEdit, createHistory, doubts, redo, undo } from '#core/importer'
import { editDraft, type Edit } from '../edits.ts'
import type { Draft, DraftSegment } from '../model.ts'
import { noticesOf } from './notices.ts'
import type { Desk } from '../use-desk.ts'

/** Which blocks are chosen: from where the choice began to where it has got. */
export interface Choice {
  /** Has the focus, if the list has it. */
  readonly at: number
  readonly from: number
}

export interface ReviewOfDraft {
  readonly draft: Draft
  readonly choice: Choice
  readonly chosen: readonly DraftSegment[]
  readonly current: DraftSegment | undefined
  /** Keys, in the order in which they should be looked at. */
  readonly doubts: readonly string[]
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What has just been done, in a sentence; another object each time, so that it is said again. */
  readonly news: { readonly sentence: string }
  readonly say: (sentence: string) => void
  /** Does it here and on the desk; false where it changes nothing. */
  readonly edit: (edit: Edit, sentence: string) => boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly choose: (index: number, isExtended?: boolean) => void
  readonly chooseKey: (key: string) => boolean
  /** Goes to the next doubt, or to the one before, round the end. */
  readonly toDoubt: (step: 1 | -1) => void
}

/** A draft under review: what a person does to it, and where in it they are. */
export function useReview(first: Draft, send: Desk['send']): ReviewOfDraft {
  const [history, setHistory] = useState(() => createHistory(first))
  /** The same, but known at once: two keys may come before the page is drawn. */
  const now = useRef(history)
  const draft = history.present
  const open = useMemo(() => doubts(draft), [draft])
  const [choice, setChoice] = useState<Choice>(() => {
    const at = Math.max(0, indexOf(first, doubts(first)[0]))
    return { at, from: at }
  })
  const [news, setNews] = useState(() => ({ sentence: noticesOf(first).join(' ') }))
  const say = (sentence: string) => {
    setNews({ sentence })
  }
  const last = draft.segments.length - 1
  const at = Math.min(choice.at, last)
  const from = Math.min(choice.from, last)
  const chosen = draft.segments.slice(Math.min(at, from), Math.max(at, from) + 1)

  const step = (next: typeof history) => {
    const isNew = next.present !== now.current.present
    now.current = next
    setHistory(next)
    return isNew
  }
  const choose = (index: number, isExtended = false) => {
    const target = Math.min(Math.max(index, 0), last)
    setChoice((before) => ({ at: target, from: isExtended ? before.from : target }))
  }
  return {
    draft,
    choice: { at, from },
    chosen,
    current: draft.segments[at],
    doubts: open,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    news,
    say,
    edit: (edit, sentence) => {
      const isNew = step(applyEdit(now.current, editDraft(now.current.present, edit)))
      if (isNew) {
        send({ type: 'edit', edit })
        say(sentence)
      }
      return isNew
    },
    undo: () => {
      const before = now.current.present
      if (!step(undo(now.current))) {
        say(words.nothingToUndo)
        return
      }
      send({ type: 'undo' })
      say(words.undone)
      choose(firstDifference(before, now.current.present) ?? at)
    },
    redo: () => {
      const before = now.current.present
      if (!step(redo(now.current))) {
        say(words.nothingToRedo)
        return
      }
      send({ type: 'redo' })
      say(words.redone)
      choose(firstDifference(before, now.current.present) ?? at)
    },
    choose,
    chooseKey: (key) => {
      const index = indexOf(draft, key)
      if (index !== -1) choose(index)
      return index !== -1
    },
    toDoubt: (direction) => {
      const target = nextDoubt(draft, open, at, direction)
      if (target === null) say(words.noDoubts)
      else choose(target)
    },
  }
}

/** Guesses come before what is merely likely, so the order is not that of the text: the nearest is meant. */
function nextDoubt(
  draft: Draft,
  open: readonly string[],
  at: number,
  direction: 1 | -1,
): number | null {
  const keys = new Set(open)
  const { length } = draft.segments
  for (let distance = 1; distance <= length; distance += 1) {
    const index = (at + direction * distance + length * distance) % length
    const segment = draft.segments[index]
    if (segment !== undefined && keys.has(segment.key)) return index
  }
  return null
}

function indexOf(draft: Draft, key: string | undefined): number {
  return draft.segments.findIndex((segment) => segment.key === key)
}

/** Where an undone step is to be seen; null where it is not in the blocks. */
function firstDifference(one: Draft, other: Draft): number | null {
  const index = other.segments.findIndex((segment, at) => segment !== one.segments[at])
  return index === -1 ? null : index
}
