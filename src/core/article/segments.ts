import type { Article, LayerId } from './model.ts'
import { countPassage } from './words.ts'

/** What one voice says without a break inside one passage, by its length. */
export interface Segment {
  readonly layer: LayerId
  readonly words: number
}

/**
 * The article as lengths, in the order of reading. A passage into which others have inserted words
 * is several segments. Their words are those of `wordsByLayer`: what the editor of this edition says, and
 * headings of sections, are not counted.
 */
export function articleSegments(article: Article): readonly Segment[] {
  return article.sections.flatMap(({ passages }) =>
    passages.flatMap((passage) => {
      const said: Segment[] = []
      countPassage(passage, (layer, words) => {
        said.push({ layer, words })
      })
      return joinSegments(said)
    }),
  )
}

/** Joins neighbours in one voice, and drops what has no word. */
export function joinSegments(segments: readonly Segment[]): readonly Segment[] {
  const joined: { layer: LayerId; words: number }[] = []
  for (const { layer, words } of segments) {
    const last = joined.at(-1)
    if (words === 0) continue
    if (last?.layer === layer) last.words += words
    else joined.push({ layer, words })
  }
  return joined
}

/**
 * The same with at most so many steps: the text is cut into `steps` equal lengths, and inside each of
 * them the voices stand together. No word is lost, so every voice keeps its share.
 */
export function coarseSegments(segments: readonly Segment[], steps: number): readonly Segment[] {
  const joined = joinSegments(segments)
  if (joined.length <= steps) return joined
  const length = Math.ceil(joined.reduce((sum, { words }) => sum + words, 0) / steps)
  const coarse: Segment[] = []
  let step = new Map<LayerId, number>()
  let room = length
  const close = () => {
    for (const [layer, words] of step) coarse.push({ layer, words })
    step = new Map()
    room = length
  }
  for (const { layer, words } of joined) {
    for (let left = words; left > 0;) {
      const taken = Math.min(left, room)
      step.set(layer, (step.get(layer) ?? 0) + taken)
      left -= taken
      room -= taken
      if (room === 0) close()
    }
  }
  close()
  return joinSegments(coarse)
}
