import type { LayerId } from '#core/article'
import type { WordLine } from './word-line.ts'

/** Where somebody is in a text. */
export interface Reading {
  /** The place on the line of words: what stands before it is read. */
  readonly place: number
  /** Nothing of the page is above the window, or nothing below it. */
  readonly edge: 'start' | 'end' | null
}

/** The share of a layer's words that is read, 0 to 1, by words and not by how high they stand. */
export function shareRead(line: WordLine, layer: LayerId, { place, edge }: Reading): number {
  if (edge !== null) return edge === 'start' ? 0 : 1
  const all = line.totalOf(layer)
  return all === 0 ? 0 : line.saidBefore(layer, place) / all
}
