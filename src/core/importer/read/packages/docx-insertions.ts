import type { RowPiece } from '../html/rows.ts'

/**
 * Only what others than the author put in with changes tracked stays marked: his own changes are his text. Who
 * put in most of a document is its author, whatever its properties say.
 */
export function withForeignHands(
  pieces: readonly RowPiece[],
  authors: readonly string[],
): readonly RowPiece[] {
  const lengths = new Map<string | null, number>()
  let all = 0
  for (const { text, marks } of pieces) {
    all += text.length
    for (const { type, value, from, to } of marks)
      if (type === 'inserted') lengths.set(value, (lengths.get(value) ?? 0) + to - from)
  }
  if (lengths.size === 0) return pieces
  const isOwn = (name: string | null): boolean =>
    (name !== null && authors.includes(name)) || (lengths.get(name) ?? 0) > all / 2
  return pieces.map((piece) => ({
    ...piece,
    marks: piece.marks.filter(({ type, value }) => type !== 'inserted' || !isOwn(value)),
  }))
}
