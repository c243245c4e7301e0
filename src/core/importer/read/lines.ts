/** A line that is not blank, of a text whose lines end with `\n`. */
export interface Line {
  /** Of the line itself, with what is set in. */
  readonly from: number
  /** Exclusive, without the line's end. */
  readonly to: number
  /** Where its words begin, after white space and signs of quotation. */
  readonly start: number
  /** Columns by which its words are set in, after signs of quotation. */
  readonly indent: number
  /** How many signs of quotation it begins with. */
  readonly quoted: number
  readonly isAfterBlank: boolean
}

const TAB = 4

/** All lines that are not blank. A line of nothing but `>` counts as blank to its neighbours, but is told. */
export function* linesOf(text: string): Generator<Line> {
  let isAfterBlank = true
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const line = readLine(text, from, to, isAfterBlank)
    if (line !== null) yield line
    isAfterBlank = line === null || line.start === line.to
    from = to + 1
  }
}

function readLine(text: string, from: number, to: number, isAfterBlank: boolean): Line | null {
  let quoted = 0
  let indent = 0
  let end = to
  while (end > from && isWhite(text.charCodeAt(end - 1))) end -= 1
  if (end === from) return null
  let at = from
  for (; at < end; at += 1) {
    const character = text[at] ?? ''
    if (character === '>' && indent < 4) {
      quoted += 1
      indent = 0
      // One space after the sign belongs to it.
      if (text[at + 1] === ' ') at += 1
    } else if (character === '\t') indent += TAB - (indent % TAB)
    else if (isWhite(character.charCodeAt(0))) indent += 1
    else break
  }
  return { from, to: end, start: Math.min(at, end), indent, quoted, isAfterBlank }
}

function isWhite(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x85 ||
    code === 0x3000 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0xfeff
  )
}
