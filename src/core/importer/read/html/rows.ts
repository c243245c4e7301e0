import type { Mark } from '../../model.ts'
import { append } from '../fragments.ts'
import type { Piece } from '../fragments.ts'

/** A row of a table while its cells are read. */
export interface Row {
  cells: number
  /** A table stands in it: it is a way to lay out a page. */
  isBroken: boolean
}

export interface RowPiece extends Piece {
  readonly row: Row | null
  readonly cell: number
}

/** Pictures that stand behind the last words of all stand at their end. */
export function withPictures(piece: RowPiece, left: readonly Mark[]): RowPiece {
  const pictures = left.filter(({ type }) => type === 'picture')
  const at = piece.text.length
  return {
    ...piece,
    marks: [...piece.marks, ...pictures.map((mark) => ({ ...mark, from: at, to: at }))],
  }
}

/** Rows of data are short; with more, a table is a way to lay out a page. */
const LONGEST_ROW = 600

/** Makes one fragment of a row of data, its cells divided by tabs; leaves alone what lays out a page. */
export function joinRows(pieces: readonly RowPiece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (let from = 0; from < pieces.length;) {
    const first = pieces[from]
    if (first === undefined) break
    let to = from + 1
    if (first.row !== null) while (pieces[to]?.row === first.row) to += 1
    const cells = pieces.slice(from, to)
    const row = isData(cells) ? rowOf(cells) : null
    if (row === null) append(joined, cells.map(withoutRow))
    else joined.push(row)
    from = to
  }
  return joined
}

function withoutRow({ row: _row, cell: _cell, ...piece }: RowPiece): Piece {
  return piece
}

function isData(cells: readonly RowPiece[]): boolean {
  const row = cells[0]?.row
  if (row === undefined || row === null || row.isBroken || row.cells < 2) return false
  return (
    cells.every((piece, at) => piece.kind === 'paragraph' && piece.cell !== cells[at - 1]?.cell) &&
    cells.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_ROW
  )
}

function rowOf(cells: readonly RowPiece[]): Piece | null {
  const [first] = cells
  if (first === undefined) return null
  let text = ''
  let column = 1
  const marks: Mark[] = []
  for (const cell of cells) {
    // Cells without words are counted, too: the others stay in their columns.
    text += '\t'.repeat(Math.max(0, cell.cell - column))
    column = cell.cell
    const at = text.length
    for (const mark of cell.marks) marks.push({ ...mark, from: at + mark.from, to: at + mark.to })
    text += cell.text
  }
  let { within } = first
  while (within !== null && within.name !== 'tr') within = within.parent
  return { ...withoutRow(first), text, marks, kind: 'table-row', within: within ?? first.within }
}
