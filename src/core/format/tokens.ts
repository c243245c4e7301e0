/*
 * A text as a sequence of words and signs. A word is a run of letters and digits, everything else
 * that is not white space (no-break spaces included) stands for itself.
 */

export interface Tokens {
  readonly texts: readonly string[]
  /** Where each begins. */
  readonly offsets: readonly number[]
}

const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu
const WORD = /^[\p{L}\p{M}\p{N}]/u

export function tokenize(text: string): Tokens {
  const texts: string[] = []
  const offsets: number[] = []
  for (const match of text.matchAll(TOKEN)) {
    texts.push(match[0])
    offsets.push(match.index)
  }
  return { texts, offsets }
}

export function isWord(token: string): boolean {
  return WORD.test(token)
}
