/*
 * What browsers save as one file (MHTML, RFC 2557): the page and all that belongs to it, each a part of a message.
 */

import { binaryOf, bodyBytes } from './mail/encodings.ts'

export interface SavedPage {
  readonly bytes: Uint8Array
  /** As the part says it. */
  readonly charset: string | null
  /** Where the page stood. */
  readonly url: string | null
}

interface Part {
  readonly headers: ReadonlyMap<string, string>
  /** Where its content stands in the file. */
  readonly from: number
  readonly to: number
}

const LONGEST_HEAD = 64 * 1024
const MOST_PARTS = 10_000
/** Parts that have parts themselves: two or three are usual, and each is looked through. */
const MOST_TRIED = 3
const DEEPEST = 3

/** Whether a file begins as such an archive does. A mail with pictures does, too, but nobody has saved it. */
export function isWebArchive(start: string): boolean {
  if (!/^content-type:\s{0,9}multipart\/related/im.test(start)) return false
  const isSaved = /^(?:snapshot-content-location:|from:[^\n]{0,40}saved by )/im.test(start)
  return /^[a-z][\w-]{1,40}:/i.test(start) && (isSaved || !/^from:/im.test(start))
}

/** The page of an archive; null where none of its parts is one. */
export function pageInArchive(bytes: Uint8Array): SavedPage | null {
  const text = binaryOf(bytes)
  const whole = partAt(text, 0, text.length)
  // Some programs give a page that name and nothing else.
  if (!whole.headers.has('content-type')) return { bytes, charset: null, url: null }
  const page = pageIn(text, whole, 0)
  if (page === null) return null
  const location =
    page.headers.get('content-location') ?? whole.headers.get('snapshot-content-location') ?? ''
  return {
    bytes: bodyBytes(
      text.slice(page.from, page.to),
      page.headers.get('content-transfer-encoding') ?? '',
    ),
    charset: parameterOf(page, 'charset'),
    url: /^https?:\/\//i.test(location) ? location : null,
  }
}

function pageIn(text: string, part: Part, depth: number): Part | null {
  const type = (part.headers.get('content-type') ?? '').toLowerCase()
  if (/^(?:text\/html|application\/xhtml\+xml)/.test(type)) return part
  const boundary = type.startsWith('multipart/') ? parameterOf(part, 'boundary') : null
  if (boundary === null || depth === DEEPEST) return null
  const parts = partsIn(text, part, boundary)
  const root = parameterOf(part, 'start')
  const first = parts.find(({ headers }) => root !== null && headers.get('content-id') === root)
  let tried = 0
  for (const one of first === undefined ? parts : [first, ...parts]) {
    const isMultiple = /^multipart\//i.test(one.headers.get('content-type') ?? '')
    if (isMultiple && (tried += 1) > MOST_TRIED) continue
    const page = pageIn(text, one, depth + 1)
    if (page !== null) return page
  }
  return null
}

function partsIn(text: string, { from, to }: Part, boundary: string): readonly Part[] {
  const parts: Part[] = []
  const line = `\n--${boundary}`
  let at = text.indexOf(line, Math.max(0, from - 1))
  while (at >= 0 && at < to && parts.length < MOST_PARTS) {
    const start = at + line.length
    if (text.startsWith('--', start)) break
    const next = text.indexOf(line, start)
    const end = next < 0 ? to : Math.min(next, to)
    const begin = text.indexOf('\n', start)
    if (begin >= 0 && begin < end) parts.push(partAt(text, begin + 1, end))
    at = next
  }
  return parts
}

/** A part that begins here: lines of its head, an empty line, its content. */
function partAt(text: string, from: number, to: number): Part {
  const head = text.slice(from, Math.min(to, from + LONGEST_HEAD))
  const end = /\r?\n\r?\n/.exec(head)
  const lines = (end === null ? head : head.slice(0, end.index)).replace(/\r?\n[ \t]/g, ' ')
  const headers = new Map<string, string>()
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, from: end === null ? to : from + end.index + end[0].length, to }
}

/** `boundary="…"` of a content type. */
function parameterOf({ headers }: Part, name: string): string | null {
  for (const one of (headers.get('content-type') ?? '').split(';').slice(1)) {
    const [key = '', ...value] = one.split('=')
    if (key.trim().toLowerCase() === name) return value.join('=').trim().replace(/^"|"$/g, '')
  }
  return null
}
