import type { Segment } from '../model.ts'
import type { Part } from './part.ts'
import { verdict } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** What readers of markup call the number of a printed page that stands inside a paragraph. */
const PAGE_BREAK = 'page-break'

/** No paragraph goes over more pages. */
const MOST = 100

const NUMBER: Verdict = verdict('furniture', 'sure', 'page-part')

/**
 * A paragraph of the author with the numbers of printed pages taken out. A number inside a word stays in its
 * segment, for nothing may come between the halves of a word; its signs are syntax there, and no words.
 */
export function withoutPageBreaks(
  { fragment }: Part,
  segments: readonly Segment[],
  text: string,
  asSegment: (is: Verdict, from: number, to: number) => Segment,
): readonly Segment[] {
  if (fragment.kind !== 'paragraph') return segments
  const breaks = fragment.marks.filter(
    ({ type, value, from, to }) =>
      type === 'syntax' && value === PAGE_BREAK && isApart(text, fragment, from, to),
  )
  if (breaks.length === 0 || breaks.length > MOST) return segments
  return segments.flatMap((segment) => {
    const inside = breaks.filter(({ from, to }) => from >= segment.from && to <= segment.to)
    if (segment.class !== 'original' || inside.length === 0) return [segment]
    const parts: Segment[] = []
    let reached = segment.from
    const goOn = (to: number) => {
      if (text.slice(reached, to).trim() !== '') parts.push({ ...segment, from: reached, to })
      reached = to
    }
    for (const { from, to } of inside) {
      goOn(from)
      parts.push(asSegment(NUMBER, from, to))
      reached = to
    }
    goOn(segment.to)
    return parts
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
