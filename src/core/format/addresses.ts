/*
 * Which addresses a link may have. A short list of what is allowed, never a list of what is not.
 */

const WEB = /^https?:\/\/[^\s/]/iu
const MAIL = /^mailto:[^\s]/iu
/** Another article, beside this one: `../its-slug/`, with or without a place in it. */
const NEIGHBOUR = /^\.\.\/[a-z0-9-]+\/(?:#\S*)?$/u
// oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/u

export function isWebAddress(url: string): boolean {
  return WEB.test(url) && !UNPRINTABLE.test(url)
}

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
