import type { Mark, Stretch } from '../../model.ts'
import type { Limits } from '../limits.ts'
import { firstIndex } from '#core/article'
import { splitPlainText } from '../plain-text.ts'
import type { PlainFragment } from '../plain-text.ts'
import type { RowPiece } from './rows.ts'

/**
 * What is set in `<pre>` is code, or a text from before there was markup: letters of a mailing list,
 * standards, mirrored books. Such a text is divided as a file of plain text would be.
 */
export function preformattedPieces(piece: RowPiece, limits: Limits): readonly RowPiece[] {
  const text = piece.text.trimEnd()
  if (isCode(piece)) {
    const [marks = []] = marksWithin(piece.marks, [{ from: 0, to: text.length }])
    return [{ ...piece, text, kind: 'code', marks }]
  }
  const parts = withVerses(text, splitPlainText(text, limits))
  const marks = marksWithin(piece.marks, parts)
  return parts.map((part, at) => ({
    ...piece,
    ...part,
    text: text.slice(part.from, part.to),
    quoted: piece.quoted + part.quoted,
    marks: [
      ...(marks[at] ?? []),
      ...part.marks.map((mark) => ({
        ...mark,
        from: mark.from - part.from,
        to: mark.to - part.from,
      })),
    ],
    afterRule: piece.afterRule && at === 0,
    row: null,
  }))
}

/** Longer lines are paragraphs of their own. */
const LONGEST_VERSE = 60
/** What opens an entry rather than a verse: an item, a note, a field of a letter's head, columns. */
const ENTRY =
  /^(?:[-*•·‣▪]|[[({]?(?:[\divxlc*†‡]{1,6}|[a-z])[\])}.:]{1,2}|[\w-]{2,20}:)\s|\S(?: {3}|\t)/i

/** Short lines, one right below the other, are the verses of one stanza, or else set so on purpose. */
function withVerses(text: string, parts: readonly PlainFragment[]): readonly PlainFragment[] {
  const isVerse = ({ kind, quoted, marks, from, to }: PlainFragment) =>
    kind === 'paragraph' &&
    quoted === 0 &&
    marks.length === 0 &&
    to - from <= LONGEST_VERSE &&
    !ENTRY.test(text.slice(from, to))
  const joined: PlainFragment[] = []
  let was = false
  let reached = 0
  for (const part of parts) {
    const is = isVerse(part)
    const last = joined.at(-1)
    const isBelow = /^[^\S\n]*\n[^\S\n]*$/.test(text.slice(reached, part.from))
    if (last !== undefined && was && is && isBelow) {
      const indent = Math.min(last.indent, part.indent)
      joined[joined.length - 1] = { ...last, to: part.to, indent }
    } else joined.push(part)
    was = is
    reached = part.to
  }
  return joined
}

const CODE_HINT =
  /^(?:(?:lang|language|brush|sourcecode|source-?code|highlight|hljs|prettyprint|code|syntax|codehilite|chroma|shiki|prism)\b.*)$/

function isCode(piece: RowPiece): boolean {
  const all = piece.marks.some(
    ({ type, from, to }) => type === 'code' && to - from > piece.text.length / 2,
  )
  let { within: around } = piece
  for (let depth = 0; around !== null && depth < 4; depth += 1) {
    if (around.name === 'code' || around.hints.some((hint) => CODE_HINT.test(hint))) return true
    around = around.parent
  }
  return all
}

/** The marks of each stretch, cut to it and counted from its beginning. The stretches are in order. */
function marksWithin(
  marks: readonly Mark[],
  stretches: readonly Stretch[],
): readonly (readonly Mark[])[] {
  const found = stretches.map((): Mark[] => [])
  for (const mark of marks) {
    for (let n = firstIndex(stretches, ({ to }) => to > mark.from); n < stretches.length; n += 1) {
      const stretch = stretches[n]
      if (stretch === undefined || stretch.from >= mark.to) break
      found[n]?.push({
        ...mark,
        from: Math.max(mark.from, stretch.from) - stretch.from,
        to: Math.min(mark.to, stretch.to) - stretch.from,
      })
    }
  }
  return found
}
