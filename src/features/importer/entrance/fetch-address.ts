import { DEFAULT_LIMITS } from '#core/importer'
import type { FetchFailure } from '#words/importer'
import type { Brought } from '../desk/protocol.ts'

/** Milliseconds. */
const PATIENCE = 30_000
/** No more is taken in: what is larger is not read at all. */
export const MOST_BYTES = DEFAULT_LIMITS.bytes

export type Fetched =
  | { readonly ok: true; readonly brought: Brought; readonly name: string }
  | { readonly ok: false; readonly reason: FetchFailure | 'cancelled' }

/** What a reader has typed as an address, as one; null if it is none. */
export function readAddress(typed: string): URL | null {
  const text = typed.trim()
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : null
  // A name before the host is that of a mailbox.
  return url !== null && url.hostname.includes('.') && url.username === '' ? url : null
}

/**
 * Fetches what stands at an address: without anything that says who is asking, and no more of it than
 * can be read. Other sites permit this seldom, and a browser does not say why it failed.
 */
export async function fetchAddress(url: URL, cancelled: AbortSignal): Promise<Fetched> {
  if (url.protocol !== 'https:') return { ok: false, reason: 'not-secure' }
  if (!navigator.onLine) return { ok: false, reason: 'offline' }
  const tooSlow = AbortSignal.timeout(PATIENCE)
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([cancelled, tooSlow]),
    })
    if (!response.ok) return { ok: false, reason: 'status' }
    const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? ''
    if (/^(?:image|audio|video|font)\//.test(mediaType)) return { ok: false, reason: 'no-text' }
    const bytes = await readAtMost(response, MOST_BYTES)
    if (bytes === null) return { ok: false, reason: 'too-large' }
    const name = decodedName(url)
    const { href } = new URL(response.url === '' ? url : response.url)
    return {
      ok: true,
      name: url.hostname,
      brought: { type: 'file', bytes, name, mediaType, url: href },
    }
  } catch {
    if (cancelled.aborted) return { ok: false, reason: 'cancelled' }
    return { ok: false, reason: tooSlow.aborted ? 'too-slow' : 'not-permitted' }
  }
}

/** Null where there is more. */
async function readAtMost(
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = response.body?.getReader()
  if (reader === undefined) return new Uint8Array(await response.arrayBuffer())
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    // One after the other, as they come.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) {
      reader.cancel().catch(() => {})
      return null
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** The last part of the path, which may say what format it is. */
function decodedName({ pathname }: URL): string | null {
  const last = pathname.split('/').at(-1) ?? ''
  try {
    return last === '' ? null : decodeURIComponent(last)
  } catch {
    return last
  }
}
