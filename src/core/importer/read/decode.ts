import type { MaterialFormat, Notice } from '../model.ts'
import { ImportError } from './import-error.ts'
import { isWriting } from './not-text.ts'

/**
 * The decoders of the Encoding Standard. Browsers, workers and Node all have them; only the library of
 * the language alone, which is all that core is given, does not name them.
 */
declare const TextDecoder: new (label: string) => TextDecoder

interface TextDecoder {
  readonly encoding: string
  readonly decode: (bytes: Uint8Array) => string
}

interface Decoded {
  readonly text: string
  readonly notices: readonly Notice[]
}

/**
 * Bytes as text: by their byte order mark, by what the markup declares, as UTF-8 if they are, else by
 * their looks. `charset` is what is said of them elsewhere. Line ends become `\n`, NUL and lone surrogates U+FFFD.
 */
export function decode(
  bytes: Uint8Array,
  format: MaterialFormat,
  charset: string | null = null,
): Decoded {
  if (isUtf32(bytes)) throw new ImportError('utf-32')
  const label = byteOrderMark(bytes) ?? (looksLikeUtf16(bytes) || null)
  if (label !== null) return whole(bytes, label, [])
  const declared =
    standardName(charset) ?? (format === 'html' || format === 'epub' ? declaredIn(bytes) : null)
  if (isUtf8(bytes)) return whole(bytes, 'utf-8', [])
  if (declared !== null && declared !== 'utf-8') return whole(bytes, declared, [])
  if (mostlyUtf8(bytes)) return whole(bytes, 'utf-8', [])
  const guess = guessOneByte(bytes)
  return whole(bytes, guess, [{ id: 'encoding-guessed', about: NAMES.get(guess) ?? guess }])
}

/** As UTF-16 without a mark, in a script that has no zeros; null where that gives no writing either. */
export function decodeUtf16(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 === 1) return null
  const found = ['utf-16le', 'utf-16be'].map((label) => whole(bytes, label, []))
  return found.find(({ text }) => isWriting(text)) ?? null
}

const NAMES = new Map([
  ['windows-1252', 'Windows-1252'],
  ['windows-1251', 'Windows-1251'],
  ['koi8-r', 'KOI8-R'],
])

function whole(bytes: Uint8Array, label: string, notices: readonly Notice[]): Decoded {
  const { text, notices: more } = clean(decodedWith(new TextDecoder(label), bytes))
  return { text, notices: [...notices, ...more] }
}

function decodedWith(decoder: TextDecoder, bytes: Uint8Array): string {
  const decoded = decoder.decode(bytes)
  return decoder.encoding === 'windows-1252' ? withWindowsSigns(decoded) : decoded
}

/** Bytes in the encoding that somebody names, as they are; null where nobody else knows that name. */
export function decodeAs(bytes: Uint8Array, charset: string): string | null {
  try {
    return decodedWith(new TextDecoder(charset), bytes)
  } catch {
    return null
  }
}

/** Of 0x80 to 0x9F; where Windows has no sign, the control character stays. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Some versions of Node take Windows-1252 for ISO 8859-1, which has control characters in these places. */
function withWindowsSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (one) => WINDOWS_SIGNS[one.charCodeAt(0) - 0x80] ?? one)
}

/** Line ends as `\n`; what is no character as U+FFFD, told with those that the decoder put there. */
export function clean(raw: string): Decoded {
  const lines = raw.startsWith('\ufeff') ? raw.slice(1) : raw
  const text = lines
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd')
  let replaced = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced += 1
  return {
    text,
    notices: replaced === 0 ? [] : [{ id: 'characters-replaced', about: String(replaced) }],
  }
}

/** Its mark begins as that of UTF-16 does, and no decoder of a browser knows it. */
function isUtf32(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes
  return (
    (a === 0xff && b === 0xfe && c === 0 && d === 0) ||
    (a === 0 && b === 0 && c === 0xfe && d === 0xff)
  )
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** Without a mark: in texts of most languages every second byte of many is 0. */
function looksLikeUtf16(bytes: Uint8Array): string | false {
  const sample = bytes.subarray(0, 4096 - (bytes.length < 4096 ? bytes.length % 2 : 0))
  if (sample.length < 4 || bytes.length % 2 === 1) return false
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const many = sample.length * 0.15
  if (odd > many && even < many / 8) return 'utf-16le'
  if (even > many && odd < many / 8) return 'utf-16be'
  return false
}

function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at)
    if (length === 0) return false
    at += length
  }
  return true
}

/** How many bytes the character that begins here has; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead < 0xe0
      ? 2
      : lead >= 0xe0 && lead < 0xf0
        ? 3
        : lead >= 0xf0 && lead < 0xf5
          ? 4
          : 0
  if (length === 0 || at + length > bytes.length) return 0
  for (let next = 1; next < length; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  const second = bytes[at + 1] ?? 0
  const isOverlongOrSurrogate =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second >= 0xa0) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second >= 0x90)
  return isOverlongOrSurrogate ? 0 : length
}

/** A file in UTF-8 with a few bytes damaged is still that, and no other encoding would read it. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let right = 0
  let wrong = 0
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at)
    if (length === 0) wrong += 1
    if (length > 1) right += 1
    at += Math.max(1, length)
  }
  return right > wrong * 4
}

/** What `<meta charset>` or `<?xml encoding>` says, as the standard's name of it. */
function declaredIn(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const found =
    /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})/i.exec(start)?.[1] ??
    /^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})/i.exec(start)?.[1]
  return standardName(found ?? null)
}

function standardName(charset: string | null): string | null {
  if (charset === null) return null
  try {
    const { encoding } = new TextDecoder(charset)
    // Who could write this declaration in bytes of one letter each has not written UTF-16.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}

/** Western letters stand among plain ones; Cyrillic words are made of nothing else. */
function guessOneByte(bytes: Uint8Array): string {
  let high = 0
  let plain = 0
  let runs = 0
  let lowerInKoi = 0
  let lowerIn1251 = 0
  bytes.forEach((byte, at) => {
    if (byte >= 0xc0) {
      high += 1
      if ((bytes[at + 1] ?? 0) >= 0xc0) runs += 1
      if (byte >= 0xe0) lowerIn1251 += 1
      else lowerInKoi += 1
    } else if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) plain += 1
  })
  if (high < 8 || runs < high * 0.6 || plain > high * 4) return 'windows-1252'
  return lowerInKoi > lowerIn1251 ? 'koi8-r' : 'windows-1251'
}
