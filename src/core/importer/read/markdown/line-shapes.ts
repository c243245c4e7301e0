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
  if (text.indexOf('<', from) < 0)
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
    const close = text.indexOf('`', at + 1)
    return close < 0 || close >= end ? at + 1 : close + 1
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
