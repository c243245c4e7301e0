/*
 * Which addresses a link may have, in articles and in what is brought in. A short list of what is
 * allowed, never a list of what is not.
 */

const WEB = /^https?:\/\/[^\s/]/iu
const MAIL = /^mailto:[^\s]/iu
/** Another article, beside this one: `../its-slug/`, with or without a place in it. */
const NEIGHBOUR = /^\.\.\/[a-z0-9-]+\/(?:#\S*)?$/u
// oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ud800-\udfff]/u

/** Whether an address is on the web. */
export function isWebAddress(url: string): boolean {
  return WEB.test(url) && !UNPRINTABLE.test(url)
}

/** Whether a link may have this address. */
export function isLinkAddress(url: string): boolean {
  if (UNPRINTABLE.test(url)) return false
  return WEB.test(url) || MAIL.test(url) || NEIGHBOUR.test(url) || placeInLink(url) !== null
}

/** The id that a link within the article leads to, or null where it leads elsewhere. */
export function placeInLink(url: string): string | null {
  if (!url.startsWith('#') || url.length === 1) return null
  try {
    return decodeURIComponent(url.slice(1))
  } catch {
    return url.slice(1)
  }
}

/** Whether words are an address themselves, and so no words in which capitals mean anything. */
export function looksLikeAddress(words: string): boolean {
  return (
    /^\s*(?:https?:\/\/|www\.|mailto:)\S*\s*$/iu.test(words) ||
    /^\s*[^\s@]+@[^\s@]+\s*$/u.test(words)
  )
}

/** An address as it was found, as it may stand in a link to the web or to mail; null where it may not. */
export function linkAddress(found: string | null): string | null {
  const trimmed = found?.trim() ?? ''
  if (!WEB.test(trimmed) && !MAIL.test(trimmed)) return null
  // Brackets and quotes that an address may hold only as escapes.
  const safe = trimmed.replace(/["<>[\\\]^`{|}]/gu, (sign) => encodeURIComponent(sign))
  return UNPRINTABLE.test(safe) ? null : safe
}

/** The same for a fact about a whole article, which has to be on the web. */
export function webAddress(found: string | null): string | null {
  const address = linkAddress(found)
  return address !== null && isWebAddress(address) ? address : null
}
