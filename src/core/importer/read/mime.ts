/*
 * MIME (RFC 2045 to 2047), as much of it as kept mails and pages saved as one file have: entities with
 * heads, within one another, their bytes carried in letters. Knows nothing of what they are read for. What
 * is damaged or cut off is read as far as it goes, and each level of entities costs its length once.
 */

import { decode, decodeAs } from './decode.ts'
import { append } from './fragments.ts'

/** A message, or a part of one. */
export interface Entity {
  /** The fields of its head by their names in small letters, encoded as they came. */
  readonly fields: ReadonlyMap<string, string>
  /** `text/html` and the like, in small letters. */
  readonly type: string
  /** As it came, a character for each byte. */
  readonly body: string
  /** How many entities it stands in. */
  readonly depth: number
}

const LONGEST_HEAD = 256 * 1024
const LONGEST_TYPE = 4000
/** What is nested deeper has no parts; what has more parts has the rest of them in its last. */
const DEEPEST = 9
const MOST_PARTS = 10_000

/** A file as a message. */
export function entityOf(bytes: Uint8Array): Entity {
  return messageIn(binaryOf(bytes), 0)
}

/** What an entity is made of: the parts of one in several, the message that is sent on in another. */
export function partsOf({ fields, type, body, depth }: Entity): readonly Entity[] {
  if (depth >= DEEPEST) return []
  if (type === 'message/rfc822') return [messageIn(body, depth + 1)]
  const boundary = type.startsWith('multipart/') ? parameterIn(fields, 'boundary') : null
  if (boundary === null) return []
  const unsaid = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  return cut(body, `--${boundary}`).map((part) => entityIn(part, depth + 1, unsaid))
}

/** `charset="…"` of its type, and the like. */
export function parameterOf({ fields }: Entity, name: string): string | null {
  return parameterIn(fields, name)
}

/** What its body stands for. */
export function contentOf({ fields, body }: Entity): Uint8Array {
  return decoded(body, fields.get('content-transfer-encoding') ?? '')
}

/** Its content as text: in the encoding that is named, by its looks where it is none that is known. */
export function textOf(entity: Entity): string {
  return textIn(contentOf(entity), parameterOf(entity, 'charset'))
}

const ENCODED = /=\?([\w.:*+-]{1,60})\?([bq])\?([^?\s]{0,400})\?=/gi

/** A field as its reader sees it: encoded words as what they stand for, other bytes by their looks. */
export function fieldText({ fields }: Entity, name: string): string {
  // White space between two encoded words is none of the text's.
  const joined = (fields.get(name) ?? '').replace(/\?=[ \t]{1,40}(?==\?)/g, '?=')
  const runs: { readonly charset: string | null; readonly bytes: number[] }[] = []
  // A letter may be divided between two encoded words.
  const add = (charset: string | null, bytes: Uint8Array): void => {
    const last = runs.at(-1)
    if (last?.charset === charset) append(last.bytes, bytes)
    else if (bytes.length > 0) runs.push({ charset, bytes: [...bytes] })
  }
  let from = 0
  for (const match of joined.matchAll(ENCODED)) {
    const [whole, charset = '', kind = '', words = ''] = match
    add(null, bytesOf(joined.slice(from, match.index)))
    const isBase64 = kind.toLowerCase() === 'b'
    add(
      charset.replace(/\*.*$/, '').toLowerCase(),
      isBase64 ? fromBase64(words) : fromQuotedPrintable(words.replaceAll('_', ' ')),
    )
    from = match.index + whole.length
  }
  add(null, bytesOf(joined.slice(from)))
  return runs
    .map(({ charset, bytes }) => textIn(Uint8Array.from(bytes), charset))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Before a message may stand empty lines, and in collections the line that divides it from the last. */
function messageIn(binary: string, depth: number): Entity {
  const start = /^(?:From [^\r\n]{1,300}\r?\n|\s{1,20})/.exec(binary)?.[0].length ?? 0
  return entityIn(binary.slice(start), depth, 'text/plain')
}

const FIELD = /^([!-9;-~]{1,60}):[ \t]{0,20}/

/** An entity that begins here: the lines of its head, an empty one, its body. */
function entityIn(binary: string, depth: number, unsaid: string): Entity {
  const fields = new Map<string, string>()
  let at = 0
  let name: string | null = null
  while (at < binary.length && at < LONGEST_HEAD) {
    const end = binary.indexOf('\n', at)
    const to = end < 0 ? binary.length : end
    // No more is trimmed: the last byte of `à` looks like a space without its first.
    const line = binary.slice(at, to).replace(/\r$/, '')
    const field = FIELD.exec(line)
    const isEmpty = line.trim() === ''
    if (/^[ \t]/.test(line) && !isEmpty) {
      if (name !== null) fields.set(name, `${fields.get(name) ?? ''}${line}`)
    } else if (field?.[1] !== undefined) {
      const found = field[1].toLowerCase()
      // Of a field that comes again the first is believed.
      name = fields.has(found) ? null : found
      if (name !== null) fields.set(name, line.slice(field[0].length))
    } else {
      // A line that is no field is the first of the body, even where no empty one is before it.
      if (isEmpty) at = Math.min(binary.length, to + 1)
      break
    }
    at = to + 1
  }
  const type = /^[\w.+-]{1,60}\/[\w.+-]{1,90}/.exec((fields.get('content-type') ?? '').trim())?.[0]
  return { fields, type: type?.toLowerCase() ?? unsaid, body: binary.slice(at), depth }
}

function parameterIn(fields: Entity['fields'], name: string): string | null {
  const found = new RegExp(
    `;\\s{0,40}${name}\\s{0,4}=\\s{0,4}(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`,
    'i',
  )
  const [, quoted, bare] =
    found.exec((fields.get('content-type') ?? '').slice(0, LONGEST_TYPE)) ?? []
  return quoted ?? bare ?? null
}

/** What stands between lines that are a border, the last of which ends with two hyphens more. */
function cut(body: string, border: string): readonly string[] {
  const parts: string[] = []
  let from: number | null = null
  let at = body.startsWith(border) ? 0 : lineAt(body, border, 0)
  while (at >= 0 && parts.length < MOST_PARTS) {
    const end = body.indexOf('\n', at)
    const next = end < 0 ? body.length : end + 1
    // The border of an inner entity may begin with that of the outer one.
    const rest = body.slice(at + border.length, next).trimEnd()
    if (rest === '' || rest === '--') {
      // The line break before a border is part of it.
      if (from !== null) parts.push(body.slice(from, Math.max(from, at - 1)).replace(/\r$/, ''))
      if (rest === '--') return parts
      from = next
    }
    at = lineAt(body, border, next - 1)
  }
  // Of what was cut off the rest is read, too.
  if (from !== null) parts.push(body.slice(from))
  return parts
}

/** Where a line behind this place begins with some words; -1 where none does. */
function lineAt(body: string, words: string, from: number): number {
  const found = body.indexOf(`\n${words}`, from)
  return found < 0 ? -1 : found + 1
}

function textIn(bytes: Uint8Array, charset: string | null): string {
  // Programs say ASCII where they have not looked.
  const isNamed = charset !== null && !/^us-ascii$/i.test(charset)
  const text = isNamed ? decodeAs(bytes, charset) : null
  return text ?? (bytes.length === 0 ? '' : decode(bytes, 'text').text)
}

/** Bytes as a string of as many characters, so that what is not yet decoded can be searched. */
function binaryOf(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 8192)))
  }
  return pieces.join('')
}

function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}

function decoded(binary: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return fromBase64(binary)
    case 'quoted-printable':
      return fromQuotedPrintable(binary)
    default:
      return bytesOf(binary)
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const NO_LETTER = 255
const VALUES = new Uint8Array(256).fill(NO_LETTER)
for (const [value, letter] of [...LETTERS].entries()) VALUES[letter.charCodeAt(0)] = value

function fromBase64(binary: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((binary.length * 3) / 4))
  let [bits, held, length] = [0, 0, 0]
  for (let at = 0; at < binary.length; at += 1) {
    const value = VALUES[binary.charCodeAt(at)] ?? NO_LETTER
    if (value === NO_LETTER) continue
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[length] = (bits >> held) & 0xff
    length += 1
  }
  return bytes.subarray(0, length)
}

function fromQuotedPrintable(binary: string): Uint8Array {
  return bytesOf(
    binary
      .replace(/[ \t]{1,200}(?=\r?\n)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
  )
}
