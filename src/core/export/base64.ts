const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as base64. The browser's own function takes strings of bytes, and core knows no browser. */
export function base64(bytes: Uint8Array): string {
  const quads: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const rest = bytes.length - at
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const sign = (shift: number) => ALPHABET.charAt((three >> shift) & 63)
    quads.push(sign(18) + sign(12) + (rest > 1 ? sign(6) : '=') + (rest > 2 ? sign(0) : '='))
  }
  return quads.join('')
}
