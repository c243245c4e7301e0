/** What follows the text of a link: `(address "title")`. */
export interface Destination {
  readonly url: string
  /** Exclusive, after the bracket. */
  readonly to: number
}

const LONGEST_URL = 4000
const LONGEST_TITLE = 1000
const DEEPEST_BRACKETS = 32

/** @param at where `(` stands */
export function destinationAt(text: string, at: number): Destination | null {
  const limit = Math.min(text.length, at + LONGEST_URL + LONGEST_TITLE)
  let to = skipBlank(text, at + 1, limit)
  const from = to
  let url = ''
  if (text[to] === '<') {
    to += 1
    while (to < limit && !/[<>\n]/.test(text[to] ?? '')) to += 1
    if (text[to] !== '>') return null
    url = text.slice(from + 1, to)
    to += 1
  } else {
    let depth = 0
    for (; to < limit; to += 1) {
      const character = text[to] ?? ''
      if (character === '\\') to += 1
      else if (character === '(') depth += 1
      else if (character === ')') depth -= 1
      else if (character <= ' ') break
      if (depth < 0 || depth > DEEPEST_BRACKETS) break
    }
    if (depth > 0) return null
    url = text.slice(from, to)
  }
  const afterUrl = to
  to = skipBlank(text, to, limit)
  if (to > afterUrl && /["'(]/.test(text[to] ?? '')) {
    const close = text[to] === '(' ? ')' : (text[to] ?? '')
    const end = text.slice(to + 1, to + 1 + LONGEST_TITLE).indexOf(close)
    if (end < 0) return null
    to = skipBlank(text, to + end + 2, limit)
  }
  return text[to] === ')' ? { url: unescaped(url), to: to + 1 } : null
}

function skipBlank(text: string, at: number, limit: number): number {
  let to = at
  while (to < limit && /\s/.test(text[to] ?? '')) to += 1
  return to
}

export function unescaped(url: string): string {
  return url.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&')
}

export const LONGEST_LABEL = 999

/** Labels are compared without regard to case and white space. */
export function normalLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()
}

const ADDRESS_END = /[\s<>\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\u201c\u201d]/

export interface BareAddress {
  /** Without the punctuation of the sentence around it; null where it is none after all. */
  readonly url: string | null
  /** Where the run of letters ends. Where it is no address, none begins before that either. */
  readonly end: number
}

/** The bare address that may begin here; null where nothing like one does. */
export function bareAddressAt(text: string, at: number): BareAddress | null {
  if (!text.startsWith('http://', at) && !text.startsWith('https://', at)) return null
  let to = at
  while (to < text.length && !ADDRESS_END.test(text[to] ?? '')) to += 1
  let url = text.slice(at, to)
  let opening = 0
  let closing = 0
  for (const character of url) {
    if (character === '(') opening += 1
    if (character === ')') closing += 1
  }
  for (;;) {
    const end = url.at(-1) ?? ''
    if (end === ')' && closing > opening) closing -= 1
    else if (!/[.,;:!?'"*_~\]}’”»]/.test(end)) break
    url = url.slice(0, -1)
  }
  const isAddress = url.length > 'https://a'.length - 1 && url.includes('.')
  return { url: isAddress ? url : null, end: to }
}
