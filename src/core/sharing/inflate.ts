import { Inflate, strFromU8, strToU8 } from 'fflate'

/** Bytes that one text may have when it is unpacked. */
export const LARGEST_TEXT = 4_000_000

/** Bytes that go in at once. What comes out of so few stays small, whatever they are. */
const SLICE = 1024

export type Unpacked =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'damaged' | 'too-large' }

/**
 * Unpacks deflated text. What comes out is counted while it comes, so that a few bytes which unpack to
 * gigabytes are told before they have filled the memory.
 */
export function inflateText(bytes: Uint8Array, largest = LARGEST_TEXT): Unpacked {
  const chunks: Uint8Array[] = []
  let size = 0
  let isDone = false
  const stream = new Inflate((chunk, final) => {
    size += chunk.length
    if (size <= largest) chunks.push(chunk)
    isDone ||= final
  })
  try {
    for (let at = 0; at === 0 || at < bytes.length; at += SLICE) {
      if (size > largest) return { ok: false, reason: 'too-large' }
      stream.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
    }
  } catch {
    return { ok: false, reason: 'damaged' }
  }
  if (size > largest) return { ok: false, reason: 'too-large' }
  return isDone ? decode(joined(chunks, size)) : { ok: false, reason: 'damaged' }
}

export function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** Text as UTF-8, which our own packets always are: what would not be the same bytes again is none. */
export function decode(bytes: Uint8Array): Unpacked {
  // Some editors put a byte order mark before it, which reading drops.
  const isMarked = MARK.every((byte, at) => bytes[at] === byte)
  const text = isMarked ? `\uFEFF${strFromU8(bytes.subarray(MARK.length))}` : strFromU8(bytes)
  const again = strToU8(text)
  const isSame = again.length === bytes.length && again.every((byte, at) => byte === bytes[at])
  return isSame ? { ok: true, text } : { ok: false, reason: 'damaged' }
}

/** The byte order mark in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf]
