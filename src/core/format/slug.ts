/*
 * Ids from words. Letters of every script stay what they are, so that an id can be read; only case,
 * apostrophes and everything between the words goes.
 */

const MOST_WORDS = 5
const MOST_LETTERS = 60

/** Lower case, words joined by hyphens; empty where there is no letter or digit. */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’ʼ]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-/u, '')
    .replace(/-$/u, '')
  return cut(slug)
}

/** The slug of the first five words. Only the beginning is looked at, so that the end may be edited freely. */
export function slugOfFirstWords(text: string): string {
  const words: string[] = []
  for (const word of text.slice(0, 1000).split(/\s+/u)) {
    const slug = slugify(word)
    if (slug !== '') words.push(slug)
    if (words.length === MOST_WORDS) break
  }
  return cut(words.join('-'))
}

/** A sign such as an asterisk has no letters: its code points stand for it. */
export function slugOfLabel(label: string): string {
  const slug = slugify(label)
  if (slug !== '') return slug
  return (
    [...label].map((sign) => `u${(sign.codePointAt(0) ?? 0).toString(16)}`).join('-') || 'unnamed'
  )
}

/** Not longer than a line, and not in the middle of a word where that can be helped. */
function cut(slug: string): string {
  const letters = [...slug]
  if (letters.length <= MOST_LETTERS) return slug
  const start = letters.slice(0, MOST_LETTERS).join('')
  const lastHyphen = start.lastIndexOf('-')
  return lastHyphen > MOST_LETTERS / 3 ? start.slice(0, lastHyphen) : start
}
