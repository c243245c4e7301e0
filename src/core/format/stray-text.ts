import type { PhrasingContent, Text } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { sentences } from './messages.ts'
import type { Reading } from './reading.ts'

/*
 * What Markdown quietly takes for text although somebody meant something by it: markers of footnotes
 * that do not exist, fences that close nothing, directives that cannot be read. The characters are
 * looked at as they stand in the file, where an escaped one is seen to be escaped.
 */

const MARKER = /\[\^([^[\]\s^]{1,200})\]/gu

export function checkText(
  node: Text,
  previous: PhrasingContent | undefined,
  reading: Reading,
): void {
  const raw = reading.slice(node)
  const offset = node.position?.start.offset
  if (offset === undefined) return
  if (previous?.type === 'textDirective' && raw.startsWith('{') && hasLabel(previous, reading))
    reading.tell(
      sentences.unreadableDirective(`:${previous.name}[…]${raw.split('\n', 1)[0] ?? ''}`),
      previous,
    )
  for (const match of raw.matchAll(MARKER)) {
    if (!isEscaped(raw, match.index))
      reading.messages.tell(
        sentences.undefinedFootnote(match[1] ?? ''),
        reading.lines.pointAt(offset + match.index),
      )
  }
  if (raw.includes('::')) checkFences(raw, offset, reading)
}

/** Only with words in brackets is it a directive; without, it is ordinary text with a colon. */
export function hasLabel(node: TextDirective, reading: Reading): boolean {
  return reading.slice(node).charAt(node.name.length + 1) === '['
}

function checkFences(raw: string, offset: number, reading: Reading): void {
  const lines = raw.split('\n')
  let lineOffset = offset
  for (const [index, line] of lines.entries()) {
    const startsLine = index > 0 || beginsItsLine(offset, reading.source)
    const endsLine = index < lines.length - 1 || endsItsLine(offset + raw.length, reading.source)
    const words = line.replace(/^[ \t>]+/u, '')
    const at = () => reading.lines.pointAt(lineOffset + line.length - words.length)
    if (startsLine && endsLine && /^:{3,}\s*$/u.test(words))
      reading.messages.tell(sentences.strayFence(), at())
    else if (startsLine && /^:{2,}\p{L}[\p{L}\p{N}-]*[[{]/u.test(words))
      reading.messages.tell(sentences.unreadableDirective(words), at())
    lineOffset += line.length + 1
  }
}

/** No mark of a quote, list or note is longer; a limit keeps long lines cheap. */
const LONGEST_PREFIX = 300

/** Whether only the marks of quotes, lists and notes stand before. */
function beginsItsLine(offset: number, source: string): boolean {
  const before = source.slice(Math.max(0, offset - LONGEST_PREFIX), offset)
  const lineBreak = before.lastIndexOf('\n')
  if (lineBreak < 0 && offset > LONGEST_PREFIX) return false
  return /^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s|\[\^[^\]\s]*\]:)*$/u.test(before.slice(lineBreak + 1))
}

function endsItsLine(offset: number, source: string): boolean {
  let end = offset
  while (source[end] === ' ' || source[end] === '\t') end += 1
  return end >= source.length || source[end] === '\n'
}

function isEscaped(raw: string, index: number): boolean {
  let slashes = 0
  while (raw[index - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}
