import type { Block, Inline } from '#core/article'
import { firstIndex } from '#core/article'
import type { Draft, DraftSegment } from '../model.ts'
import { UNNAMED } from './passages.ts'
import { onOneLine, wellFormed, type PlainText } from './plain.ts'

/*
 * The pictures of the input. None is kept, so that each is a figure whose picture is missing: with its caption,
 * and with what the page says that it shows.
 */

/** What stands where; by the number of a segment. */
export interface FigurePlan {
  /** What pictures show that stand before a segment, and right behind it. */
  readonly before: ReadonlyMap<number, readonly string[]>
  readonly behind: ReadonlyMap<number, readonly string[]>
  /** What the picture shows whose caption a segment is. */
  readonly captions: ReadonlyMap<number, string>
}

const LONGEST = 1000
/** Pictures over a text that wait for its first words. */
const MOST_WAITING = 24

export function planFigures(draft: Draft, plain: PlainText): FigurePlan {
  const { leading, behind } = picturesBySegment(draft)
  const before = new Map<number, readonly string[]>()
  const captions = new Map<number, string>()
  let waiting: readonly string[] = []
  let isBehindText = false
  for (const [index, segment] of draft.segments.entries()) {
    const here = [...waiting, ...(leading.get(index) ?? [])]
    waiting = []
    if (isCaption(segment)) {
      const alt = here.pop() ?? leading.get(index + 1)?.shift()
      if (alt !== undefined) captions.set(index, alt)
      before.set(index, here)
      continue
    }
    const isText = segment.class !== 'metadata' && segment.class !== 'furniture'
    // What stands among the words of the page, rather than of the text, is the page's as well.
    if (isText || isBehindText || plain.words(segment).trim() === '') before.set(index, here)
    else if (segment.class === 'metadata') waiting = here.slice(-MOST_WAITING)
    isBehindText = isText
  }
  return { before, behind, captions }
}

function isCaption({ class: is, cue }: DraftSegment): boolean {
  return is === 'metadata' && cue.id === 'caption'
}

function picturesBySegment({ segments, material }: Draft) {
  const leading = new Map<number, string[]>()
  const behind = new Map<number, string[]>()
  for (const { marks } of material.fragments) {
    for (const { type, value, from } of marks) {
      if (type !== 'picture') continue
      const index = firstIndex(segments, (segment) => segment.to > from)
      const segment = segments[index]
      const isInside = segment === undefined || from > segment.from
      const place = Math.min(index, segments.length - 1)
      const pictures = isInside ? behind : leading
      const list = pictures.get(place)
      if (list === undefined) pictures.set(place, [value ?? ''])
      else list.push(value ?? '')
    }
  }
  return { leading, behind }
}

/** A figure whose picture is missing; null where nothing is known of it. */
export function missingFigure(shown: string, caption: readonly Inline[]): Block | null {
  const words = onOneLine(wellFormed(shown)).slice(0, LONGEST).trim()
  const alt = words === onOneLine(textOf(caption)) ? '' : words
  if (alt === '' && caption.length === 0) return null
  return { type: 'figure', id: UNNAMED, src: '', alt, caption }
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.value : '')).join('')
}
