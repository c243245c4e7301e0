import type { Limits } from '../limits.ts'
import { splitPlainText } from '../plain-text.ts'
import type { RowPiece } from './rows.ts'

/**
 * What is set in `<pre>` is code, or a text from before there was markup: letters of a mailing list,
 * standards, mirrored books. Such a text is divided as a file of plain text would be.
 */
export function preformattedPieces(piece: RowPiece, limits: Limits): readonly RowPiece[] {
  const text = piece.text.trimEnd()
  if (isCode(piece)) return [{ ...piece, text, kind: 'code', marks: within(piece, 0, text.length) }]
  return splitPlainText(text, limits).map((part, at) => ({
    ...piece,
    ...part,
    text: text.slice(part.from, part.to),
    quoted: piece.quoted + part.quoted,
    marks: [
      ...within(piece, part.from, part.to),
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

/** The marks of a stretch, cut to it and counted from its beginning. */
function within(piece: RowPiece, from: number, to: number) {
  return piece.marks
    .filter((mark) => mark.from < to && mark.to > from)
    .map((mark) => ({
      ...mark,
      from: Math.max(mark.from, from) - from,
      to: Math.min(mark.to, to) - from,
    }))
}
