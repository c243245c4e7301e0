import type { Fragment, Segment } from '../model.ts'
import type { Part } from './part.ts'
import { verdict } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** What readers of markup call the number of a printed page that stands inside a block. */
const PAGE_BREAK = 'page-break'

/** Rows are whole, or they are none of their table's. */
const KINDS: ReadonlySet<Fragment['kind']> = new Set(['paragraph', 'heading', 'list-item'])
/** What is left out anyhow needs no gaps. */
const CLASSES: ReadonlySet<Segment['class']> = new Set(['original', 'heading', 'metadata'])

const NUMBER: Verdict = verdict('furniture', 'sure', 'page-part')

/**
 * What the author says in a block, with the numbers of printed pages taken out. A number inside a word stays in
 * its segment, for nothing may come between the halves of a word; its signs are syntax there, and no words.
 */
export function withoutPageBreaks(
  { fragment }: Part,
  segments: readonly Segment[],
  text: string,
  asSegment: (is: Verdict, from: number, to: number) => Segment,
): readonly Segment[] {
  if (!KINDS.has(fragment.kind)) return segments
  const breaks = fragment.marks.filter(
    ({ type, value, from, to }) =>
      type === 'syntax' && value === PAGE_BREAK && isApart(text, fragment, from, to),
  )
  let next = 0
  return segments.flatMap((segment) => {
    const parts: Segment[] = []
    let reached = segment.from
    const goOn = (to: number) => {
      if (text.slice(reached, to).trim() !== '') parts.push({ ...segment, from: reached, to })
      reached = to
    }
    for (; next < breaks.length; next += 1) {
      const mark = breaks[next]
      if (mark === undefined || mark.to > segment.to) break
      if (mark.from < reached || !CLASSES.has(segment.class)) continue
      goOn(mark.from)
      parts.push(asSegment(NUMBER, mark.from, mark.to))
      reached = mark.to
    }
    goOn(segment.to)
    return parts.length === 0 ? [segment] : parts
  })
}

function isApart(
  text: string,
  fragment: { readonly from: number; readonly to: number },
  from: number,
  to: number,
): boolean {
  const isFree = (at: number, isEdge: boolean) => isEdge || (text[at] ?? ' ').trim() === ''
  return isFree(from - 1, from <= fragment.from) || isFree(to, to >= fragment.to)
}
