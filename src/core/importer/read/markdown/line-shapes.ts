import { tagAt } from './tags.ts'
import type { Tag } from './tags.ts'

/** A stretch of a line between elements that divide text into blocks. */
interface Piece {
  readonly from: number
  readonly to: number
  /** Where its words begin, or null where it has none. */
  readonly words: number | null
  /** Tags of blocks in front of the words. */
  readonly before: readonly Tag[]
  /** Tags of blocks behind them. */
  readonly after: readonly Tag[]
  /** The line is nothing but this. */
  readonly isAlone: boolean
}

/** Divides a line before every tag that begins a block, and after every one that ends it. */
export function pieces(text: string, from: number, end: number): readonly Piece[] {
  if (!text.slice(from, end).includes('<'))
    return [{ from, to: end, words: from, before: [], after: [], isAlone: true }]
  const all: Piece[] = []
  let start = from
  let words: number | null = null
  let before: Tag[] = []
  let after: Tag[] = []
  const cut = (at: number) => {
    let to = at
    while (to > start && /\s/.test(text[to - 1] ?? '')) to -= 1
    if (to > start) all.push({ from: start, to, words, before, after, isAlone: false })
    start = at
    while (start < end && /\s/.test(text[start] ?? '')) start += 1
    words = null
    before = []
    after = []
  }
  for (let at = from; at < end;) {
    const tag = text[at] === '<' ? tagAt(text, at, end) : null
    if (tag === null || !tag.isBlock) {
      if (tag !== null || !/\s/.test(text[at] ?? '')) {
        if (after.length > 0) cut(at)
        words ??= at
      }
      at = tag?.to ?? nextTagOrInk(text, at, end, words !== null && after.length === 0)
      continue
    }
    if (words === null) before.push(tag)
    else if (tag.isEnd) after.push(tag)
    else {
      cut(at)
      before.push(tag)
    }
    at = tag.to
  }
  cut(end)
  const [only] = all
  return all.length === 1 && only !== undefined
    ? [{ ...only, isAlone: only.after.length === 0 }]
    : all
}

/** Within words only a tag matters, and code has none. */
function nextTagOrInk(text: string, at: number, end: number, isInWords: boolean): number {
  if (!isInWords) return at + 1
  if (text[at] === '`') {
    const close = text.slice(at + 1, end).indexOf('`')
    return close < 0 ? at + 1 : at + close + 2
  }
  let to = at + 1
  while (to < end && text[to] !== '<' && text[to] !== '`') to += 1
  return to
}

/** `|---|:-:|`, below the head of a table. */
export function isTableRule(line: string): boolean {
  const words = line.trim()
  return words.includes('-') && words.includes('|') && !/[^|:\-\s]/.test(words)
}

export function isTableLine(line: string): boolean {
  return line.includes('|')
}

export function startsBlockTag(words: string): boolean {
  const [piece] = pieces(words, 0, words.length)
  return piece !== undefined && piece.before.length > 0
}

export function isRule(words: string): boolean {
  return (
    words.length <= 2000 && /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(words)
  )
}

/** `# Title ##`: the signs at the end are syntax. */
export function endOfTitle(text: string, from: number, end: number): number {
  let to = lastInk(text, from, end)
  const before = to
  while (to > from && text[to - 1] === '#') to -= 1
  return to === before || to === from || text[to - 1] === ' ' ? lastInk(text, from, to) : before
}

export interface QuotePrefix {
  readonly quoted: number
  /** Where the first sign of quotation stands, or the line. */
  readonly start: number
  /** Behind the last sign and its space. */
  readonly at: number
  /** By how much what follows is set in. */
  readonly columns: number
  /** By how much the first sign is. */
  readonly outer: number
}

/** @param base columns that the line may be set in by and still be quoted */
export function quotePrefix(text: string, start: number, end: number, base: number): QuotePrefix {
  let quoted = 0
  let at = start
  let first = start
  let outer = 0
  for (;;) {
    let ink = at
    let columns = 0
    for (; ink < end; ink += 1) {
      const character = text[ink]
      if (character === '\t') columns += 4 - (columns % 4)
      else if (character === ' ' || character === '\u00a0') columns += 1
      else break
    }
    if (text[ink] !== '>' || ink >= end || columns > base + 3)
      return { quoted, start: first, at, columns, outer: quoted === 0 ? columns : outer }
    if (quoted === 0) {
      first = ink
      outer = columns
    }
    quoted += 1
    at = ink + 1
    if (text[at] === ' ') at += 1
  }
}

export function firstInk(text: string, from: number, end: number): number | null {
  for (let at = from; at < end; at += 1) if (!/\s/.test(text[at] ?? '')) return at
  return null
}

export function lastInk(text: string, from: number, end: number): number {
  let to = end
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1
  return to
}

/** Where raw text is over, behind its end tag or the end of the comment; null where the line has no end of it. */
export function endOfRaw(text: string, from: number, end: number, close: string): number | null {
  const at = text.slice(from, end).toLowerCase().indexOf(close)
  if (at < 0) return null
  const behind = from + at + close.length
  if (close === '-->') return behind
  const bracket = text.slice(behind, end).indexOf('>')
  return bracket < 0 ? end : behind + bracket + 1
}
