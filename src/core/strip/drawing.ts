import type { LayerId, Segment } from '#core/article'

/** How long a drawn text is, in units of the drawing. It is stretched to the length that it is given. */
export const LENGTH = 1000

/** Whether the text runs along the lines of the page or down. */
export type Axis = 'across' | 'down'

/** All that one voice says, as one path of strokes along the text. */
export interface VoicePath {
  readonly layer: LayerId
  readonly d: string
}

/**
 * A path for each voice, in the order in which they first speak: a book has thousands of passages
 * and its drawing as many elements as voices. `lanesOf` says where across the strip a voice is drawn; one
 * that is drawn in two lanes is a double line.
 */
export function drawVoices(
  segments: readonly Segment[],
  axis: Axis,
  lanesOf: (layer: LayerId) => readonly number[],
): readonly VoicePath[] {
  const total = segments.reduce((sum, { words }) => sum + words, 0)
  const strokes = new Map<LayerId, { from: number; to: number }[]>()
  let at = 0
  for (const { layer, words } of segments) {
    const own = strokes.get(layer) ?? []
    strokes.set(layer, own)
    const last = own.at(-1)
    const [from, to] = [at, at + words]
    // Two passages of one voice that follow each other are one stroke.
    if (last?.to === from) last.to = to
    else own.push({ from, to })
    at = to
  }
  return [...strokes].map(([layer, own]) => ({
    layer,
    d: lanesOf(layer)
      .flatMap((lane) =>
        own.map(({ from, to }) => stroke(axis, lane, position(from, total), position(to, total))),
      )
      .join(''),
  }))
}

/** How many places of marks a strip tells apart; more would be less than half a pixel each. */
const MARK_PLACES = 2000

/** Short strokes across the strip at places of the text, from one lane to another; a hundred thousand marks are drawn as few. */
export function drawMarks(
  places: readonly number[],
  total: number,
  axis: Axis,
  [from, to]: readonly [number, number],
): string {
  if (total === 0) return ''
  const drawn = new Set(places.map((place) => Math.round((place / total) * MARK_PLACES)))
  return [...drawn]
    .map((place) => {
      const at = rounded((place / MARK_PLACES) * LENGTH)
      return axis === 'down' ? `M${from} ${at}H${to}` : `M${at} ${from}V${to}`
    })
    .join('')
}

function stroke(axis: Axis, lane: number, from: number, to: number): string {
  return axis === 'down' ? `M${lane} ${from}V${to}` : `M${from} ${lane}H${to}`
}

function position(words: number, total: number): number {
  return rounded((words / Math.max(total, 1)) * LENGTH)
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100
}
