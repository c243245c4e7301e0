import type { Mark } from '../../model.ts'

/** A run of `*`, `_` or `~`, while it is not decided what it does. */
interface Run {
  readonly sign: string
  readonly canOpen: boolean
  readonly canClose: boolean
  readonly length: number
  /** Counts the runs of a text. */
  readonly index: number
  /** What is left of it. */
  from: number
  to: number
  before: Run | null
  after: Run | null
}

export interface Emphasis {
  /** @param at where the run stands in the content */
  readonly add: (sign: string, from: number, to: number, before: string, after: string) => void
  /** A place to which `settle` goes back. */
  readonly bookmark: () => Run | null
  /** Pairs what is open since the bookmark. */
  readonly settle: (since: Run | null) => readonly Mark[]
}

/**
 * Pairs signs of emphasis as CommonMark does, in linear time: a closer that found no opener of its kind
 * is remembered, so that none looks there again.
 */
export function emphasis(): Emphasis {
  let last: Run | null = null
  let count = 0

  const drop = (run: Run) => {
    if (run.before !== null) run.before.after = run.after
    if (run.after === null) last = run.before
    else run.after.before = run.before
  }

  const settle = (since: Run | null): readonly Mark[] => {
    const marks: Mark[] = []
    /** Per kind of closer, the run up to which there is no opener for it. */
    const floors = new Map<string, number>()
    const lowest = since?.index ?? -1
    let closer = since === null ? firstOf(last) : since.after
    while (closer !== null) {
      if (!closer.canClose) {
        closer = closer.after
        continue
      }
      const kind = `${closer.sign}${closer.length % 3}${closer.canOpen ? 'o' : ''}`
      const floor = floors.get(kind) ?? lowest
      let opener = closer.before
      while (opener !== null && opener.index > floor && !pairs(opener, closer)) {
        opener = opener.before
      }
      if (opener === null || opener.index <= floor) {
        floors.set(kind, closer.index - 1)
        const next: Run | null = closer.after
        if (!closer.canOpen) drop(closer)
        closer = next
        continue
      }
      while (opener.after !== null && opener.after !== closer) drop(opener.after)
      const width = closer.sign === '~' || (sizeOf(opener) > 1 && sizeOf(closer) > 1) ? 2 : 1
      opener.to -= width
      marks.push(
        { type: 'syntax', value: null, from: opener.to, to: opener.to + width },
        {
          type: closer.sign === '~' ? 'delete' : width === 2 ? 'strong' : 'emphasis',
          value: null,
          from: opener.to + width,
          to: closer.from,
        },
        { type: 'syntax', value: null, from: closer.from, to: closer.from + width },
      )
      closer.from += width
      if (sizeOf(opener) === 0) drop(opener)
      if (sizeOf(closer) === 0) {
        const next: Run | null = closer.after
        drop(closer)
        closer = next
      }
    }
    while (last !== null && last !== since) drop(last)
    return marks
  }

  return {
    bookmark: () => last,
    settle,
    add: (sign, from, to, before, after) => {
      const length = to - from
      if (sign === '~' && length !== 2) return
      const { canOpen, canClose } = flanking(sign, before, after)
      if (!canOpen && !canClose) return
      const run: Run = {
        sign,
        canOpen,
        canClose,
        length,
        index: count,
        from,
        to,
        before: last,
        after: null,
      }
      count += 1
      if (last !== null) last.after = run
      last = run
    },
  }
}

function firstOf(run: Run | null): Run | null {
  let first = run
  while (first !== null && first.before !== null) first = first.before
  return first
}

function sizeOf(run: Run): number {
  return run.to - run.from
}

function pairs(opener: Run, closer: Run): boolean {
  if (!opener.canOpen || opener.sign !== closer.sign) return false
  // CommonMark's rule of three: `*a**b*` has no strong in it.
  const isMixed = opener.canClose || closer.canOpen
  return !(
    isMixed &&
    (opener.length + closer.length) % 3 === 0 &&
    (opener.length % 3 !== 0 || closer.length % 3 !== 0)
  )
}

const WHITE = /^\s?$/u
const PUNCTUATION = /^[\p{P}\p{S}]$/u
/** Between them no spaces are set, so that a sign of emphasis has nothing else to lean on. */
const FULL_WIDTH = /^[\u3000-\u303f\uff00-\uffef\u2018-\u201d]$/u

function flanking(sign: string, before: string, after: string) {
  const isPunctuation = (character: string) =>
    PUNCTUATION.test(character) && !FULL_WIDTH.test(character)
  const left =
    !WHITE.test(after) && (!isPunctuation(after) || WHITE.test(before) || isPunctuation(before))
  const right =
    !WHITE.test(before) && (!isPunctuation(before) || WHITE.test(after) || isPunctuation(after))
  if (sign !== '_') return { canOpen: left, canClose: right }
  return {
    canOpen: left && (!right || isPunctuation(before)),
    canClose: right && (!left || isPunctuation(after)),
  }
}
