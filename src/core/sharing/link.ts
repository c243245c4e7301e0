import { deflateSync, strToU8 } from 'fflate'
import { fromBase64url, toBase64url } from './base64url.ts'
import { inflateText, type Unpacked } from './inflate.ts'

/*
 * A link that holds a whole article: `#article=` and the text of its `article.md`, deflated, in the
 * signs of an address. It stands in the fragment, so no server is ever told what is read.
 */

/** Characters that a link may have. Longer ones are cut on their way by programs that pass them on. */
export const LONGEST_LINK = 30_000

const NAME = '#article='

export interface LinkHash {
  /** Null where the link would be longer than it may be. */
  readonly hash: string | null
  /** Characters that it has, or would have, with the address before it. */
  readonly length: number
}

/** The fragment for an article, `address` being what stands before it. */
export function linkHash(markdown: string, address: string): LinkHash {
  const packed = toBase64url(deflateSync(strToU8(markdown), { level: 9, mem: 12 }))
  const hash = `${NAME}${packed}`
  const length = address.length + hash.length
  return { hash: length <= LONGEST_LINK ? hash : null, length }
}

export type LinkReading = { readonly type: 'none' } | ({ readonly type: 'article' } & Unpacked)

/** The article in a fragment, as text that nobody has looked at yet. */
export function readLinkHash(hash: string): LinkReading {
  if (!hash.startsWith(NAME)) return { type: 'none' }
  // Programs that pass a link on put signs of the sentence behind it.
  const packed = hash.slice(NAME.length).replace(/[^A-Za-z0-9_-]{1,20}$/u, '')
  const bytes = hash.length > LONGEST_READ ? null : fromBase64url(packed)
  if (bytes === null || bytes.length === 0)
    return {
      type: 'article',
      ok: false,
      reason: hash.length > LONGEST_READ ? 'too-large' : 'damaged',
    }
  return { type: 'article', ...inflateText(bytes) }
}

/** A link of another edition may be longer than ours; no browser passes on more than this. */
const LONGEST_READ = 2_000_000
