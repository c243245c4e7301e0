/*
 * Where a Markdown file can be cut: into paragraphs that are nothing but words, which no parser need look
 * at, and stretches of everything else. A cut stands between blocks of the document itself, as far as that
 * can be seen in the lines; whoever reads the stretches has to see whether it was so.
 */

/** A part of the file, from the first character of a line to the end of one. */
export interface Piece {
  readonly from: number
  readonly to: number
  /** The line on which it begins, from 1. */
  readonly line: number
  /** Whether it is one paragraph in which nothing is markup, but for signs with a backslash before them. */
  readonly isPlain: boolean
}

/** In characters: a stretch that is longer is cut where a new block begins. */
const LONGEST = 30_000

/** The pieces of a text from here on, in order; blank lines between them belong to none. */
export function piecesOf(text: string, start: number): readonly Piece[] {
  const pieces: Piece[] = []
  const surroundings = new Surroundings()
  let open: { readonly from: number; to: number; readonly line: number } | null = null
  const close = () => {
    if (open !== null) pieces.push({ ...open, isPlain: false })
    open = null
  }
  for (const block of blocksFrom(text, start)) {
    const { from, to } = block
    const words = text.slice(from, to)
    const isOutside = surroundings.areNone
    if (isOutside && isPlain(words)) {
      close()
      pieces.push({ ...block, isPlain: true })
      continue
    }
    if (isOutside && open !== null && from - open.from > LONGEST && NEW_BLOCK.test(words)) close()
    if (open === null) open = { ...block }
    else open.to = to
    surroundings.pass(words)
  }
  close()
  return pieces
}

/**
 * Lines that begin with a letter, a quotation mark or a bracket and have no sign in them that could be
 * markup anywhere: no other character is one.
 */
const PLAIN =
  /^[A-Za-z"'(\u0080-\u{10FFFF}][A-Za-z0-9 "'(),;.?!/%=$+\]\-\u0080-\u{10FFFF}]*(?:\n[A-Za-z"'(\u0080-\u{10FFFF}][A-Za-z0-9 "'(),;.?!/%=$+\]\-\u0080-\u{10FFFF}]*)*$/u

/** Signs that stand for themselves: behind a backslash, and a colon that names nothing. */
const HARMLESS = /\\[!-/:-@[-`{-~]|:(?=[ \n]|$)/gu

/** White space at the end of a line is none of its words, and an address is a link. */
const ODD = / (?:\n|$)|www\./iu

function isPlain(block: string): boolean {
  return PLAIN.test(block.replaceAll(HARMLESS, '.')) && !ODD.test(block)
}

/** No line that could go on with what stands before the blank line above it. */
const NEW_BLOCK = /^(?:\p{L}|\[|#|:{3,}[^\s:])/u

/** What has begun and may go on behind a blank line, whatever stands there. */
class Surroundings {
  #fence = ''
  #directives = 0

  get areNone(): boolean {
    return this.#fence === '' && this.#directives === 0
  }

  pass(block: string): void {
    for (const [, sign = '', rest = ''] of block.matchAll(/^ {0,3}(`{3,}|~{3,}|:{3,})(.*)$/gmu)) {
      const isBare = rest.trim() === ''
      if (this.#fence !== '') {
        if (sign.startsWith(this.#fence) && isBare) this.#fence = ''
      } else if (!sign.startsWith(':')) this.#fence = sign
      else if (isBare) this.#directives = Math.max(0, this.#directives - 1)
      else this.#directives += 1
    }
  }
}

/** Lines up to the next blank one. */
function* blocksFrom(
  text: string,
  start: number,
): Generator<{ readonly from: number; readonly to: number; readonly line: number }> {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1))
    line += 1
  let first: { readonly from: number; readonly line: number } | null = null
  let last = start
  for (let from = start; from < text.length; line += 1) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    if (!isBlank(text, from, to)) {
      first ??= { from, line }
      last = to
    } else if (first !== null) {
      yield { ...first, to: last }
      first = null
    }
    from = to + 1
  }
  if (first !== null) yield { ...first, to: last }
}

/** As Markdown sees it: nothing but spaces and tabs. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x09) return false
  }
  return true
}
