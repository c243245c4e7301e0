/* Bytes as signs that may stand in an address, without padding (RFC 4648, section 5). */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES: ReadonlyMap<string, number> = new Map(
  [...ALPHABET].map((sign, value) => [sign, value]),
)

export function toBase64url(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const sign = (shift: number) => ALPHABET.charAt((three >> shift) & 63)
    parts.push(sign(18) + sign(12) + (left > 1 ? sign(6) : '') + (left > 2 ? sign(0) : ''))
  }
  return parts.join('')
}

/** The inverse of `toBase64url`; null for anything else. */
export function fromBase64url(text: string): Uint8Array | null {
  const rest = text.length % 4
  if (rest === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let count = 0
  let at = 0
  for (const sign of text) {
    const value = VALUES.get(sign)
    if (value === undefined) return null
    bits = ((bits << 6) | value) & 0xffffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at] = (bits >> count) & 255
    at += 1
  }
  return bytes
}
