import { firstIndex } from '#core/article'
import type { Draft, DraftSegment, Fragment, Stretch } from '../model.ts'

/** In characters. */
export interface ExcerptLimits {
  /** Up to here a draft is shown whole. */
  readonly whole: number
  /** How much of a longer one is shown around a segment, of any one segment, and about as much of the notes. */
  readonly around: number
}

const LIMITS: ExcerptLimits = { whole: 80_000, around: 30_000 }

/**
 * What is worth drawing of a draft: all of it, or of a long one the part around a segment, with the
 * footnotes that are pointed at there: of many long ones their beginnings. Null where all of it is.
 */
export function excerptOf(draft: Draft, around: string | null, limits = LIMITS): Draft | null {
  if (draft.material.text.length <= limits.whole) return null
  const { segments } = draft
  const at = Math.max(
    0,
    segments.findIndex(({ key }) => key === around),
  )
  let [first, last] = [at, at]
  let length = lengthOf(segments[at])
  // In turns, so that what is asked for stands in the middle.
  while (length < limits.around && (first > 0 || last < segments.length - 1)) {
    if (last < segments.length - 1) length += lengthOf(segments[(last += 1)])
    if (first > 0) length += lengthOf(segments[(first -= 1)])
  }
  const chosen = new Set<number>()
  for (let index = first; index <= last; index += 1) chosen.add(index)
  const [from, to] = [segments[first]?.from ?? 0, segments[last]?.to ?? 0]
  const pointedAt = draft.references.flatMap(({ from: start, definition }) =>
    definition === null || start < from || start >= to ? [] : [definition],
  )
  // Each once, however many markers lead to it.
  for (const definition of new Set(pointedAt)) {
    chosen.add(definition)
    // What goes on from a note stands right behind it.
    for (let next = definition + 1; isGoingOn(segments[next]); next += 1) chosen.add(next)
  }
  const notes = [...chosen].filter((index) => index < first || index > last)
  const longestNote = shareOf(
    notes.map((index) => lengthOf(segments[index])),
    limits.around,
  )
  return cutOut(draft, chosen, (index) =>
    index < first || index > last ? longestNote : limits.around,
  )
}

/** What each note may have, so that all of them together can be drawn: all of it, where they are few or short. */
function shareOf(lengths: readonly number[], most: number): number {
  const all = lengths.reduce((sum, length) => sum + length, 0)
  if (all <= most) return most
  return Math.min(most, Math.max(LEAST_NOTE, Math.floor(most / lengths.length)))
}

/** In characters: enough to know a note by. */
const LEAST_NOTE = 200

function isGoingOn(segment: DraftSegment | undefined): boolean {
  return segment?.class === 'footnote-definition' && segment.label === null
}

/** A stretch of the text that is taken over, part of one fragment. */
interface Piece {
  readonly fragment: Fragment
  readonly from: number
  to: number
  /** What is added to an offset. */
  readonly by: number
}

/** A draft of some of its segments, in order, each cut to a length that can be drawn. */
function cutOut(
  draft: Draft,
  chosen: ReadonlySet<number>,
  longestOf: (index: number) => number,
): Draft {
  const { material } = draft
  const pieces: Piece[] = []
  const segments: DraftSegment[] = []
  const newIndex = new Map<number, number>()
  /** Whether the segment before is not there to its end. */
  let isCut = false
  for (const index of [...chosen].sort((one, other) => one - other)) {
    const segment = draft.segments[index]
    const fragment =
      segment === undefined ? undefined : fragmentAt(material.fragments, segment.from)
    if (segment === undefined || fragment === undefined) continue
    const to = Math.min(segment.to, segment.from + longestOf(index))
    const last = pieces.at(-1)
    const goesOn = last?.fragment === fragment && newIndex.has(index - 1) && !isCut
    if (goesOn) last.to = to
    else {
      const by = last === undefined ? -segment.from : last.to + last.by + 2 - segment.from
      pieces.push({ fragment, from: segment.from, to, by })
    }
    const by = pieces.at(-1)?.by ?? 0
    newIndex.set(index, segments.length)
    segments.push({ ...segment, from: segment.from + by, to: to + by })
    isCut = to < segment.to
  }
  /** What lies whole in a piece, where it has gone. */
  const kept = <Item extends Stretch>(items: readonly Item[]) =>
    items.flatMap((item) => {
      const piece = pieces.find(({ from, to }) => item.from >= from && item.to <= to)
      if (piece === undefined) return []
      return [{ ...item, from: item.from + piece.by, to: item.to + piece.by }]
    })
  return {
    ...draft,
    material: {
      ...material,
      text: pieces.map(({ from, to }) => material.text.slice(from, to)).join('\n\n'),
      fragments: pieces.map(({ fragment, from, to, by }) => ({
        ...fragment,
        from: from + by,
        to: to + by,
        marks: fragment.marks.flatMap((mark) => {
          const [start, end] = [Math.max(mark.from, from), Math.min(mark.to, to)]
          return start > end ? [] : [{ ...mark, from: start + by, to: end + by }]
        }),
      })),
    },
    segments,
    references: kept(draft.references).map((reference) => ({
      ...reference,
      definition:
        reference.definition === null ? null : (newIndex.get(reference.definition) ?? null),
    })),
    mended: kept(draft.mended),
    sections: draft.sections.filter(({ at }) => segments.some(({ key }) => key === at)),
  }
}

function fragmentAt(fragments: readonly Fragment[], offset: number): Fragment | undefined {
  const fragment = fragments[firstIndex(fragments, ({ to }) => to > offset)]
  return fragment !== undefined && fragment.from <= offset ? fragment : undefined
}

function lengthOf(segment: DraftSegment | undefined): number {
  return segment === undefined ? 0 : segment.to - segment.from
}
