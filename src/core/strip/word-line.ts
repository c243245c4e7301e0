import { firstWhere, type LayerId, type Segment } from '#core/article'

/** A segment, and how many words stand before it. */
export interface Stretch extends Segment {
  readonly start: number
}

/**
 * All words of a text in one line, whoever says them. A place on it is the number of words before it,
 * hidden ones included: so no switch moves a place.
 */
export interface WordLine {
  readonly stretches: readonly Stretch[]
  readonly total: number
  /** How many words a layer says in all. */
  readonly totalOf: (layer: LayerId) => number
  /** How many words a layer says before a place. */
  readonly saidBefore: (layer: LayerId, place: number) => number
  /** The first place before which a layer has said so many words. The inverse of `saidBefore`. */
  readonly placeAfter: (layer: LayerId, words: number) => number
  /** The stretch that the word behind a place belongs to; the last one at the end; null where there is none. */
  readonly stretchAt: (place: number) => Stretch | null
}

export function layOutWords(segments: readonly Segment[]): WordLine {
  const stretches: Stretch[] = []
  const byLayer = new Map<LayerId, { stretches: Stretch[]; said: number[]; total: number }>()
  let total = 0
  for (const segment of segments) {
    const stretch = { ...segment, start: total }
    const own = byLayer.get(segment.layer) ?? { stretches: [], said: [], total: 0 }
    byLayer.set(segment.layer, own)
    own.stretches.push(stretch)
    own.said.push(own.total)
    own.total += segment.words
    stretches.push(stretch)
    total += segment.words
  }
  return {
    stretches,
    total,
    totalOf: (layer) => byLayer.get(layer)?.total ?? 0,
    saidBefore(layer, place) {
      const own = byLayer.get(layer)
      if (own === undefined) return 0
      const index = lastWhere(own.stretches.length, (at) => startOf(own.stretches, at) < place)
      const stretch = own.stretches[index]
      if (stretch === undefined) return 0
      return (own.said[index] ?? 0) + Math.min(place - stretch.start, stretch.words)
    },
    placeAfter(layer, words) {
      const own = byLayer.get(layer)
      if (own === undefined || words <= 0) return 0
      const index = lastWhere(own.said.length, (at) => (own.said[at] ?? Infinity) < words)
      const stretch = own.stretches[index]
      if (stretch === undefined) return 0
      return stretch.start + Math.min(words - (own.said[index] ?? 0), stretch.words)
    },
    stretchAt(place) {
      const index = lastWhere(stretches.length, (at) => startOf(stretches, at) <= place)
      return stretches[Math.max(index, 0)] ?? null
    },
  }
}

function startOf(stretches: readonly Stretch[], at: number): number {
  return stretches[at]?.start ?? Infinity
}

/** The last index for which it is so, where it is so up to some index and not behind it; -1 if for none. */
function lastWhere(length: number, isSo: (index: number) => boolean): number {
  return firstWhere(length, (index) => !isSo(index)) - 1
}
