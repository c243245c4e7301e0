import { linkHash, LONGEST_LINK } from '#core/sharing'
import * as words from '#words/shelf'

/** What came of an attempt, and what is left to do by hand. */
export interface Outcome {
  readonly sentence: string
  /** A link that the browser did not let be copied. */
  readonly toCopy: string | null
}

/**
 * Copies a link that holds the article, if it fits into one. `address` is that of the page which shows
 * own articles, whole.
 */
export async function copyLinkTo(
  markdown: string,
  address: string,
  copy: (text: string) => Promise<boolean>,
): Promise<Outcome> {
  const { hash, length } = linkHash(markdown, address)
  if (hash === null) return { sentence: words.linkTooLong(length, LONGEST_LINK), toCopy: null }
  const link = `${address}${hash}`
  return (await copy(link))
    ? { sentence: words.linkCopied(length), toCopy: null }
    : { sentence: words.copyByHand, toCopy: link }
}
