import { decode } from '../decode.ts'
import { append } from '../fragments.ts'

/*
 * How mails carry bytes in letters: base64, quoted-printable, and both in the words of a head. What is
 * damaged is read as far as it goes.
 */

/** See `decode.ts`: everything that runs this has it. */
declare const TextDecoder: new (label: string) => {
  readonly decode: (bytes: Uint8Array) => string
}

/** Bytes as a string of as many characters, so that what is not yet decoded can be searched. */
export function binaryOf(bytes: Uint8Array): string {
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

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map([...LETTERS].map((letter, value) => [letter.charCodeAt(0), value]))

function fromBase64(binary: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((binary.length * 3) / 4))
  let [bits, held, length] = [0, 0, 0]
  for (let at = 0; at < binary.length; at += 1) {
    const value = VALUES.get(binary.charCodeAt(at))
    if (value === undefined) continue
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[length] = (bits >> held) & 0xff
    length += 1
  }
  return bytes.subarray(0, length)
}

function fromQuotedPrintable(binary: string): string {
  return binary
    .replace(/[ \t]{1,200}(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The bytes that a body stands for. */
export function bodyBytes(binary: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return fromBase64(binary)
    case 'quoted-printable':
      return bytesOf(fromQuotedPrintable(binary))
    default:
      return bytesOf(binary)
  }
}

/** Bytes as text, in the encoding that is named; by their looks where it is none that is known. */
export function textIn(bytes: Uint8Array, charset: string | null): string {
  if (charset !== null && charset !== '' && !/^us-ascii$/i.test(charset)) {
    try {
      return new TextDecoder(charset).decode(bytes)
    } catch {
      // Some programs name an encoding that nobody else knows.
    }
  }
  return bytes.length === 0 ? '' : decode(bytes, 'text').text
}

const ENCODED = /=\?([\w.:*+-]{1,60})\?([bq])\?([^?\s]{0,400})\?=/gi

/** The value of a field: its encoded words as what they stand for, other bytes by their looks. */
export function fieldText(binary: string): string {
  // White space between two encoded words is none of the text's.
  const joined = binary.replace(/\?=[ \t\r\n]{1,40}(?==\?)/g, '?=')
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
    const spaced = isBase64 ? words : words.replaceAll('_', ' ')
    add(
      charset.replace(/\*.*$/, '').toLowerCase(),
      bodyBytes(spaced, isBase64 ? 'base64' : 'quoted-printable'),
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
