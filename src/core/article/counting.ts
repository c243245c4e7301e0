/** What counts as a word, and how long words take to read. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'_-]*/gu

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}

/** Where in a text its words begin, in UTF-16 code units: as many as `countWords` counts. */
export function wordStarts(text: string): readonly number[] {
  return Array.from(text.matchAll(WORD), ({ index }) => index)
}

/** The pace of silent reading of English non-fiction, words a minute (Brysbaert 2019). */
const PACE = 238

/** Minutes that so many words take, not rounded. */
export function minutesToRead(words: number): number {
  return words / PACE
}
