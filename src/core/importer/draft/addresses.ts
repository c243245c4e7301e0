/*
 * Which addresses of the input may become links: those of the web and of mail. A short list of what is
 * allowed; everything else stays words. The format has the last word when the article is read.
 */

const WEB = /^https?:\/\/[^\s/]/iu
const MAIL = /^mailto:[^\s@]+@[^\s@]+$/iu
// oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ud800-\udfff]/

/** The address as it may stand in a link, or null. */
export function linkAddress(url: string | null): string | null {
  const trimmed = url?.trim() ?? ''
  if (!WEB.test(trimmed) && !MAIL.test(trimmed)) return null
  // Brackets and quotes that an address may hold only as escapes.
  const safe = trimmed.replace(/["<>[\\\]^`{|}]/gu, (sign) => encodeURIComponent(sign))
  return UNPRINTABLE.test(safe) ? null : safe
}

/** The same for a fact about the whole article, which has to be on the web. */
export function webAddress(url: string | null): string | null {
  const address = linkAddress(url)
  return address !== null && WEB.test(address) ? address : null
}
