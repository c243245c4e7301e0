import type { Draft, DraftSegment } from '../model.ts'
import type { NotePlan } from './notes.ts'
import type { PlainText } from './plain.ts'

interface Given {
  readonly draft: Draft
  readonly plain: PlainText
  readonly notes: NotePlan
}

/** The number of a printed page in the middle of a line, say: nothing of it is to be written. */
export function isWordless(plain: PlainText, segment: DraftSegment): boolean {
  return segment.class === 'furniture' && plain.words(segment).trim() === ''
}

/**
 * The segment at an index; of a heading or an item of a list with what goes on in it behind the number of a
 * printed page. Says how many segments that were.
 *
 * @param titles headings of a person's own, by the key of the segment that they stand over
 */
export function joinedAt(
  { draft, plain, notes }: Given,
  titles: ReadonlyMap<string, string>,
  index: number,
): { readonly segment: DraftSegment | undefined; readonly count: number } {
  const first = draft.segments[index]
  const fragment = first === undefined ? undefined : plain.fragmentsIn(first)[0]
  if (first === undefined || (fragment?.kind !== 'heading' && fragment?.kind !== 'list-item'))
    return { segment: first, count: 1 }
  let { to } = first
  let count = 1
  for (let at = index + 1; at < draft.segments.length; at += 1) {
    const next = draft.segments[at]
    if (next === undefined || next.to > fragment.to || next.lost !== null) break
    if (isWordless(plain, next)) continue
    const goesOn =
      at > index + count &&
      next.class === first.class &&
      next.voice === first.voice &&
      !notes.taken.has(at) &&
      !titles.has(next.key)
    if (!goesOn) break
    to = next.to
    count = at + 1 - index
  }
  return { segment: count === 1 ? first : { ...first, to }, count }
}
