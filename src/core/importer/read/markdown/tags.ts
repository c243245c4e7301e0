import { BLOCKS } from '../html/names.ts'

/** A tag as it stands in Markdown. */
export interface Tag {
  /** Lower case. */
  readonly name: string
  readonly isEnd: boolean
  /** `<br>`, `<Note />`: nothing stands in it. */
  readonly isEmpty: boolean
  readonly isBlock: boolean
  readonly attributes: ReadonlyMap<string, string>
  /** Exclusive. */
  readonly to: number
}

const LONGEST_TAG = 2000

const IN_LINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'br',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'img',
  'input',
  'ins',
  'kbd',
  'mark',
  'nobr',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'source',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
])
const EMPTY = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'source', 'wbr', 'col'])

/** The tag that begins here, or null where a `<` is only a `<`. Looks no further than a tag is long. */
export function tagAt(text: string, at: number, end: number): Tag | null {
  const limit = Math.min(end, at + LONGEST_TAG)
  let to = at + 1
  const isEnd = text[to] === '/'
  if (isEnd) to += 1
  const nameEnd = wordEnd(text, to, limit)
  if (nameEnd === to || !isLetter(text.charCodeAt(to))) return null
  const written = text.slice(to, nameEnd)
  const attributes = new Map<string, string>()
  to = nameEnd
  for (;;) {
    const before = to
    while (to < limit && isBlank(text.charCodeAt(to))) to += 1
    if (to >= limit) return null
    if (text[to] === '>') break
    if (text[to] === '/' && text[to + 1] === '>') break
    if (to === before) return null
    const attribute = attributeAt(text, to, limit)
    if (attribute === null) return null
    if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute.value)
    to = attribute.to
  }
  const isClosed = text[to] === '/'
  const name = written.toLowerCase()
  return {
    name,
    isEnd,
    isEmpty: isClosed || EMPTY.has(name),
    // What is neither HTML nor lower case is a component of the site's generator: `<Note>`, `<my-box>`.
    isBlock: BLOCKS.has(name) || (!IN_LINE.has(name) && !EMPTY.has(name)),
    attributes,
    to: to + (isClosed ? 2 : 1),
  }
}

function attributeAt(
  text: string,
  at: number,
  limit: number,
): { readonly name: string; readonly value: string; readonly to: number } | null {
  let to = at
  while (to < limit && !/[\s"'<>/=]/.test(text[to] ?? '')) to += 1
  if (to === at) return null
  const name = text.slice(at, to).toLowerCase()
  let next = to
  while (next < limit && isBlank(text.charCodeAt(next))) next += 1
  if (text[next] !== '=') return { name, value: '', to }
  next += 1
  while (next < limit && isBlank(text.charCodeAt(next))) next += 1
  const quote = text[next]
  if (quote === '"' || quote === "'") {
    const close = text.slice(next + 1, limit).indexOf(quote)
    if (close < 0) return null
    const from = next + 1
    return { name, value: text.slice(from, from + close), to: from + close + 1 }
  }
  // `{…}` of components: up to the brace that closes it.
  const from = next
  let depth = 0
  while (next < limit) {
    const character = text[next] ?? ''
    if (character === '{') depth += 1
    else if (character === '}') depth -= 1
    else if (depth <= 0 && /[\s"'=<>`]/.test(character)) break
    next += 1
  }
  return next === from ? null : { name, value: text.slice(from, next), to: next }
}

function wordEnd(text: string, at: number, limit: number): number {
  let to = at
  while (to < limit && /[\w.:-]/.test(text[to] ?? '')) to += 1
  return to
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}
