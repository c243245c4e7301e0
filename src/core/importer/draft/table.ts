import type { Inline, Table } from '#core/article'
import type { Container, Stretch } from '../model.ts'
import { UNNAMED } from './passages.ts'
import type { PlainText } from './plain.ts'

/** A row of a table in the input. */
export interface DraftRow {
  readonly cells: readonly Stretch[]
  /** What stands below the head of a table says how its columns are set; null elsewhere. */
  readonly align: Table['align'] | null
}

/** The table itself: its rows may stand in its head and its body. */
export function tableAround(row: Container | null): Container | null {
  let around = row
  while (around !== null && around.name !== 'table') around = around.parent
  return around ?? row?.parent ?? null
}

/** Rows as one table, each as wide as the widest of them. */
export function tableOf(
  rows: readonly DraftRow[],
  lineOf: (cell: Stretch) => readonly Inline[],
): Table {
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return {
    type: 'table',
    id: UNNAMED,
    align: Array.from({ length: columns }, (_, column) => rows[0]?.align?.[column] ?? null),
    rows: rows.map(({ cells }) =>
      Array.from({ length: columns }, (_, column) => {
        const cell = cells[column]
        return cell === undefined ? [] : lineOf(cell)
      }),
    ),
  }
}

/** The row of the input that a stretch is, and nothing less or more of it; null where it is none. */
export function wholeRow(stretch: Stretch, plain: PlainText): DraftRow | null {
  const [fragment, ...more] = plain.fragmentsIn(stretch)
  if (fragment?.kind !== 'table-row' || fragment.quoted > 0 || more.length > 0) return null
  const isWhole =
    plain.slice({ from: fragment.from, to: stretch.from }).trim() === '' &&
    plain.slice({ from: stretch.to, to: fragment.to }).trim() === ''
  return isWhole ? rowAt(plain.slice(fragment), fragment.from) : null
}

/** `|---|:-:|` */
const RULE = /^[|:\-\s]+$/u

/**
 * The cells of a row that begins at `from`: divided by tabs, as the readers of markup leave them, or by the bars
 * of Markdown, where those at both ends stand for nothing. Null where it has no two cells, or lines of its own.
 */
function rowAt(text: string, from: number): DraftRow | null {
  const [line = '', rule = '', ...more] = text.trimEnd().split('\n')
  if (more.length > 0 || (rule !== '' && !RULE.test(rule))) return null
  if (line.includes('\t')) return { cells: cut(line, from, (sign) => sign === '\t'), align: null }
  const start = from + line.length - line.trimStart().length
  const words = line.trim()
  const cells = words.includes('\t')
    ? cut(words, start, (sign) => sign === '\t')
    : withoutEnds(
        cut(words, start, (sign) => sign === '|'),
        words,
        start,
      )
  if (cells.length < 2) return null
  return { cells, align: rule === '' ? null : alignOf(rule) }
}

function cut(words: string, start: number, divides: (sign: string) => boolean): Stretch[] {
  const cells: Stretch[] = []
  let from = 0
  for (let at = 0; at < words.length; at += 1) {
    const sign = words[at] ?? ''
    // What is behind a backslash stands for itself.
    if (sign === '\\') at += 1
    else if (divides(sign)) {
      cells.push({ from: start + from, to: start + at })
      from = at + 1
    }
  }
  cells.push({ from: start + from, to: start + words.length })
  return cells
}

function withoutEnds(cells: Stretch[], words: string, start: number): Stretch[] {
  const isEmpty = (cell: Stretch | undefined) =>
    cell !== undefined && words.slice(cell.from - start, cell.to - start).trim() === ''
  return cells.slice(
    isEmpty(cells[0]) ? 1 : 0,
    isEmpty(cells.at(-1)) && cells.length > 1 ? -1 : undefined,
  )
}

function alignOf(rule: string): Table['align'] {
  return rule
    .trim()
    .replace(/^\|/u, '')
    .replace(/\|$/u, '')
    .split('|')
    .map((cell) => {
      const [isLeft, isRight] = [cell.trim().startsWith(':'), cell.trim().endsWith(':')]
      if (isLeft && isRight) return 'center'
      return isRight ? 'right' : isLeft ? 'left' : null
    })
}
