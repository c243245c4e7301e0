import type { Mark } from '../../model.ts'
import { append } from '../fragments.ts'
import type { Piece } from '../fragments.ts'

/** A row of a table while its cells are read. */
export interface Row {
  cells: number
  /** A table stands in it: it is a way to lay out a page. */
  isBroken: boolean
}

/** The columns of a table while its rows are read: a cell may reach over several, and into the rows below. */
export interface Grid {
  /** Of each column, how many rows more a cell from above reaches into. */
  reaching: number[]
  /** Whether a cell from above stands in a column of this row. */
  covered: readonly boolean[]
  /** The last column of this row that has been taken. */
  column: number
}

export const newGrid = (): Grid => ({ reaching: [], covered: [], column: 0 })

const WIDEST = 100
const TALLEST = 1000

/** No cell reaches out of the head of a table, or out of a body. */
export function startRows(grid: Grid): void {
  grid.reaching = []
}

export function startRow(grid: Grid): void {
  grid.covered = grid.reaching.map((rows) => rows > 0)
  grid.reaching = grid.reaching.map((rows) => Math.max(0, rows - 1))
  grid.column = 0
}

/** In which column the next cell of a row stands, from 1. */
export function placeCell(grid: Grid, attributes: ReadonlyMap<string, string>): number {
  let column = grid.column + 1
  while (grid.covered[column - 1] === true) column += 1
  grid.column = column + spanOf(attributes.get('colspan'), WIDEST) - 1
  const rows = spanOf(attributes.get('rowspan'), TALLEST) - 1
  if (rows > 0 && grid.column <= WIDEST) {
    while (grid.reaching.length < grid.column) grid.reaching.push(0)
    for (let at = column; at <= grid.column; at += 1) grid.reaching[at - 1] = rows
  }
  return column
}

function spanOf(written: string | undefined, most: number): number {
  const span = Number.parseInt(written ?? '', 10)
  return span >= 1 ? Math.min(span, most) : 1
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
    // A line of a row is all of it.
    text += cell.text.replaceAll('\n', ' ')
  }
  let { within } = first
  while (within !== null && within.name !== 'tr') within = within.parent
  return { ...withoutRow(first), text, marks, kind: 'table-row', within: within ?? first.within }
}
