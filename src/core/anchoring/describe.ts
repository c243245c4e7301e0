import type { LayerText } from '#core/article'

import { longestQuote } from './place.ts'
import type { Quote, Stretch } from './selector.ts'

/** Neighbouring text on each side, in UTF-16 code units, before it is grown to a word's end. */
const contextLength = 32
/** However often the words are repeated, a description does not grow beyond this on each side. */
const longestContext = 128
/** How far a piece is grown to reach the end of a word; scripts without spaces stop here. */
const longestWord = 24
/** Of a quotation too long to be carried whole: its first and its last words, each about so long. */
const edgeLength = 100
/**
 * A link stays under two kilobytes, which chat programs carry unharmed. Escaping makes a letter of
 * a non-Latin script six to nine letters long, so the quotation is weighed as it will be written.
 */
const heaviestQuote = 1200

interface DescribeOptions {
  /** `link` (the default) names a long stretch by its first and last words; `whole` keeps every word, for notes. */
  readonly purpose?: 'link' | 'whole'
}

/**
 * Describes a stretch of a layer's text by its words and as much of their neighbourhood as tells
 * this place from all others. Inverse of `resolve`.
 */
export function describe(
  layerText: LayerText,
  range: Stretch,
  { purpose = 'link' }: DescribeOptions = {},
): Quote {
  const { text } = layerText
  const start = characterStart(text, Math.max(0, Math.min(range.start, range.end)))
  const end = characterEnd(text, Math.min(text.length, Math.max(range.start, range.end)))
  const whole = text.slice(start, end)
  const abridged = purpose === 'link' && isTooLong(whole)

  const edge = Math.max(1, Math.min(edgeLength, Math.floor(whole.length / 3)))
  const exactEnd = abridged ? wordEnd(text, start + lighter(whole, edge)) : end
  const untilStart = abridged ? wordStart(text, end - lighter(whole, edge)) : end

  let length = contextLength
  for (;;) {
    const prefix = text.slice(wordStart(text, start - length), start)
    const suffix = text.slice(end, wordEnd(text, end + length))
    const quote = {
      exact: text.slice(start, exactEnd),
      prefix,
      suffix,
      until: text.slice(untilStart, end),
    }
    const isWhole = prefix.length === start && suffix.length === text.length - end
    if (length >= longestContext || isWhole || isUnique(text, quote)) return quote
    length += contextLength
  }
}

function isTooLong(words: string): boolean {
  return words.length > longestQuote || weight(words) > heaviestQuote
}

/** How long the words are once escaped for an address. */
function weight(words: string): number {
  let sum = 0
  for (const character of words) {
    const code = character.codePointAt(0) ?? 0
    if (/[\da-z]/i.test(character)) sum += 1
    else if (code < 0x80) sum += 3
    else if (code < 0x800) sum += 6
    else if (code < 0x10000) sum += 9
    else sum += 12
  }
  return sum
}

/** A shorter edge for words that are heavy in an address. */
function lighter(words: string, edge: number): number {
  const heaviness = weight(words.slice(0, edge)) / edge
  return Math.max(1, Math.floor(Math.min(edge, heaviestQuote / 3 / heaviness)))
}

/** Whether the first words after their prefix, and the last words before their suffix, stand in one place only. */
function isUnique(text: string, quote: Quote): boolean {
  if (quote.until === '') return standsOnce(text, quote.prefix + quote.exact + quote.suffix)
  return (
    standsOnce(text, quote.prefix + quote.exact) && standsOnce(text, quote.until + quote.suffix)
  )
}

function standsOnce(text: string, words: string): boolean {
  const first = text.indexOf(words)
  return text.indexOf(words, first + 1) === -1
}

/** The offset, moved outward to the beginning of the word it is in. */
function wordStart(text: string, offset: number): number {
  if (offset <= 0) return 0
  for (let start = offset; start > offset - longestWord; start -= 1)
    if (start === 0 || isSpace(text, start - 1)) return start
  return characterStart(text, offset)
}

/** The offset, moved outward to the end of the word it is in. */
function wordEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  for (let end = offset; end < offset + longestWord; end += 1)
    if (end === text.length || isSpace(text, end)) return end
  return characterEnd(text, offset)
}

function isSpace(text: string, index: number): boolean {
  return /\s/.test(text.charAt(index))
}

function characterStart(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset - 1 : offset
}

function characterEnd(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset + 1 : offset
}

/** Whether the offset would cut a character of two code units in half. */
function isInsidePair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1))
}
