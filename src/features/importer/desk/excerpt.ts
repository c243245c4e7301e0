import type { Draft, DraftSegment, Fragment, Stretch } from '../model.ts'

/** In characters. */
export interface ExcerptLimits {
  /** Up to here a draft is shown whole. */
  readonly whole: number
  /** How much of a longer one is shown around a segment, and of any one segment. */
  readonly around: number
}

const LIMITS: ExcerptLimits = { whole: 80_000, around: 30_000 }

/**
 * What is worth drawing of a draft: all of it, or of a long one the part around a segment, with the
 * footnotes that are pointed at there. Null where all of it is.
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
  for (const { from: start, definition } of draft.references) {
    if (definition === null || start < from || start >= to) continue
    chosen.add(definition)
    // What goes on from a note stands right behind it.
    for (let next = definition + 1; isGoingOn(segments[next]); next += 1) chosen.add(next)
  }
  return cutOut(draft, chosen, limits.around)
}

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
function cutOut(draft: Draft, chosen: ReadonlySet<number>, longest: number): Draft {
  const { material } = draft
  const pieces: Piece[] = []
  const segments: DraftSegment[] = []
  const newIndex = new Map<number, number>()
  for (const index of [...chosen].sort((one, other) => one - other)) {
    const segment = draft.segments[index]
    const fragment =
      segment === undefined ? undefined : fragmentAt(material.fragments, segment.from)
    if (segment === undefined || fragment === undefined) continue
    const to = Math.min(segment.to, segment.from + longest)
    const last = pieces.at(-1)
    const goesOn = last?.fragment === fragment && newIndex.has(index - 1)
    if (goesOn) last.to = to
    else {
      const by = last === undefined ? -segment.from : last.to + last.by + 2 - segment.from
      pieces.push({ fragment, from: segment.from, to, by })
    }
    const by = pieces.at(-1)?.by ?? 0
    newIndex.set(index, segments.length)
    segments.push({ ...segment, from: segment.from + by, to: to + by })
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
  let [low, high] = [0, fragments.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const fragment = fragments[middle]
    if (fragment === undefined) return undefined
    if (offset < fragment.from) high = middle - 1
    else if (offset >= fragment.to) low = middle + 1
    else return fragment
  }
  return undefined
}

function lengthOf(segment: DraftSegment | undefined): number {
  return segment === undefined ? 0 : segment.to - segment.from
}
