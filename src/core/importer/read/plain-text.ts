import type { Fragment, Mark } from '../model.ts'
import { linesOf } from './lines.ts'
import { refuseTooMany } from './limits.ts'
import type { Limits } from './limits.ts'
import type { Line } from './lines.ts'

/** A fragment of plain text; nothing encloses it. */
export type PlainFragment = Omit<Fragment, 'within'>

/**
 * Divides plain text into its paragraphs. In some files a paragraph is a line, in others it is set in
 * lines of much the same length; the shape of all lines decides which it is.
 */
export function splitPlainText(text: string, limits: Limits): readonly PlainFragment[] {
  const lines: Line[] = []
  for (const line of linesOf(text)) {
    lines.push(line)
    refuseTooMany(lines.length / 2, limits)
  }
  const widths = {
    own: widthOf(
      text,
      lines.filter((line) => line.quoted === 0),
    ),
    quoted: widthOf(
      text,
      lines.filter((line) => line.quoted > 0),
    ),
  }
  const fragments: PlainFragment[] = []
  let isAfterRule = false
  for (let at = 0; at < lines.length;) {
    const first = lines[at]
    if (first === undefined) break
    const size = paragraphAt(text, lines, at, first.quoted > 0 ? widths.quoted : widths.own)
    const group = lines.slice(at, at + size)
    const fragment = fragmentOf(text, group, lines[at - 1], lines[at + size], isAfterRule)
    fragments.push(fragment)
    refuseTooMany(fragments.length, limits)
    isAfterRule = isRule(text, first) && size === 1
    at += size
  }
  return fragments
}

/** How wide the lines of a paragraph are set; null where each line is a paragraph. */
function widthOf(text: string, lines: readonly Line[]): number | null {
  const going = lines.filter((_line, at) => {
    const next = lines[at + 1]
    return next !== undefined && !next.isAfterBlank
  })
  if (going.length < 2) return null
  const lengths = going.map(lengthOf).toSorted((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  if (width < 30 || width > 120) return null
  let full = 0
  let open = 0
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (next === undefined || next.isAfterBlank) return
    if (isFull(text, line, next, width)) full += 1
    if (!ENDS_SENTENCE.test(text.slice(Math.max(line.start, line.to - 3), line.to))) open += 1
  })
  return full >= going.length * 0.6 && open >= going.length * 0.5 ? width : null
}

const ENDS_SENTENCE = /[.!?:;…。！？][)\]"'”’»]*$/

function lengthOf(line: Line): number {
  return line.to - line.start + line.indent
}

/** Scripts in which a line may break behind every letter. */
const WITHOUT_SPACES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Whether the next line's first word had no room on this line. */
function isFull(text: string, line: Line, next: Line, width: number): boolean {
  const start = text.slice(next.start, Math.min(next.to, next.start + width))
  const space = WITHOUT_SPACES.test(start) ? 1 : start.indexOf(' ')
  const word = space < 0 ? start.length : space
  return lengthOf(line) + 1 + word > width * 0.85
}

/** How many lines from this one on are one paragraph. */
function paragraphAt(
  text: string,
  lines: readonly Line[],
  at: number,
  width: number | null,
): number {
  const first = lines[at]
  const second = lines[at + 1]
  if (first === undefined) return 1
  if (second !== undefined && underlines(text, second, first)) return 2
  let size = 1
  for (;;) {
    const line = lines[at + size - 1]
    const next = lines[at + size]
    if (line === undefined || next === undefined || next.quoted !== first.quoted) return size
    // A bare sign of quotation belongs to the paragraph before it.
    if (next.start === next.to) {
      size += 1
      while (lines[at + size]?.quoted === first.quoted && isBare(lines[at + size])) size += 1
      return size
    }
    if (width === null || next.isAfterBlank || isBare(line)) return size
    if (isRule(text, line) || isRule(text, next)) return size
    if (!isFull(text, line, next, width)) return size
    const opens = opensItem(text, first)
    if (!opens && next.indent >= line.indent + 2) return size
    if (opens && next.indent === first.indent && opensItem(text, next)) return size
    size += 1
  }
}

function isBare(line: Line | undefined): boolean {
  return line !== undefined && line.start === line.to
}

function wordsOf(text: string, line: Line): string {
  return text.slice(line.start, line.to)
}

const RULE = /^(?:(?:[-_=~]\s?){3,}|(?:\*\s?){3,}|(?:\u2014\s?){3,}|(?:\u2015\s?){3,}|#{3,})$/

function isRule(text: string, line: Line): boolean {
  return line.to - line.start <= 400 && RULE.test(wordsOf(text, line))
}

const UNDERLINE = /^(?:=+|-+|~+)$/

/** `Title` above `=====` of much the same length. */
function underlines(text: string, line: Line, title: Line): boolean {
  if (line.isAfterBlank || line.quoted !== title.quoted || !title.isAfterBlank) return false
  const length = line.to - line.start
  const titleLength = title.to - title.start
  if (length < 3 || titleLength > 120 || isRule(text, title)) return false
  return (
    Math.abs(length - titleLength) <= Math.max(4, titleLength / 3) &&
    UNDERLINE.test(wordsOf(text, line))
  )
}

const ITEM = /^(?:[-*•·‣▪]|[[({]?[\divxlc*†‡]{1,6}[\])}.:]{1,2})\s/i

/** Whether a line begins with a bullet, a number or the marker of a note. */
function opensItem(text: string, line: Line): boolean {
  return ITEM.test(text.slice(line.start, Math.min(line.to, line.start + 12)))
}

const BULLET = /^[-*•·‣▪]\s+/

function fragmentOf(
  text: string,
  lines: readonly Line[],
  before: Line | undefined,
  after: Line | undefined,
  afterRule: boolean,
): PlainFragment {
  const [first = NO_LINE] = lines
  const last = lines.at(-1) ?? first
  const title = headingDepth(text, lines, after)
  const bullet = title === 0 ? bulletOf(text, first, before, after) : 0
  const from = first.quoted > 0 ? first.from + leading(text, first) : first.start
  const marks: Mark[] = []
  for (const line of lines) {
    const isUnderline = title > 0 && line !== first
    const to = isUnderline ? line.to : line.start
    const start = line === first ? from : line.from + leading(text, line)
    if (line.quoted > 0 || isUnderline) {
      marks.push({
        type: 'syntax',
        value: null,
        from: start,
        to: Math.max(start, isUnderline ? to : trimmedEnd(text, start, to)),
      })
    }
  }
  if (bullet > 0)
    marks.push({ type: 'syntax', value: null, from: first.start, to: first.start + bullet })
  if (lines.length === 1 && isRule(text, first)) {
    marks.push({ type: 'syntax', value: null, from: first.start, to: first.to })
  }
  return {
    from,
    to: last.to,
    kind: title > 0 ? 'heading' : bullet > 0 ? 'list-item' : 'paragraph',
    depth: title > 0 ? title : bullet > 0 ? 1 + Math.floor(first.indent / 2) : 0,
    quoted: first.quoted,
    indent: lines.reduce(
      (least, line) => (isBare(line) ? least : Math.min(least, line.indent)),
      first.indent,
    ),
    marks: marks
      .filter((mark) => mark.to > mark.from)
      .toSorted((a, b) => a.from - b.from || b.to - a.to),
    afterRule,
  }
}

const NO_LINE: Line = { from: 0, to: 0, start: 0, indent: 0, quoted: 0, isAfterBlank: true }

function leading(text: string, line: Line): number {
  let at = line.from
  while (at < line.start && text[at] !== '>') at += 1
  return at - line.from
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && text[end - 1] !== '>') end -= 1
  return end
}

const CHAPTER =
  /^(?:chapter|part|book|section|canto|act|scene|kapitel|teil|chapitre|partie|capítulo|parte|глава|часть)\s+(?:[\divxlc]{1,7}|[a-z]{3,9})\b.{0,80}$/iu

/** 0 where it is no heading. */
function headingDepth(text: string, lines: readonly Line[], after: Line | undefined): number {
  const [first, second] = lines
  if (first === undefined) return 0
  if (second !== undefined) {
    if (lines.length > 2 || !underlines(text, second, first)) return 0
    return text[second.start] === '=' ? 1 : 2
  }
  const stands = first.isAfterBlank && (after === undefined || after.isAfterBlank)
  if (!stands || first.to - first.start > 100 || first.to - first.start < 3) return 0
  const words = wordsOf(text, first)
  if (CHAPTER.test(words)) return 2
  const letters = words.replace(/[^\p{L}]/gu, '')
  return letters.length >= 4 && !/[\p{Ll}\p{Lo}]/u.test(letters) && !/[.,;]$/.test(words) ? 2 : 0
}

function bulletOf(
  text: string,
  line: Line,
  before: Line | undefined,
  after: Line | undefined,
): number {
  const bullet = bulletIn(text, line)
  if (bullet === 0) return 0
  // A star alone marks a note; a list has more than one.
  const isStar = text[line.start] === '*'
  const neighbours = [before, after].some(
    (other) => other !== undefined && text[other.start] === '*' && bulletIn(text, other) > 0,
  )
  return isStar && !neighbours ? 0 : bullet
}

function bulletIn(text: string, line: Line): number {
  return BULLET.exec(text.slice(line.start, Math.min(line.to, line.start + 8)))?.[0].length ?? 0
}
