import search from 'approx-string-match'

/** Where a pattern stands most nearly in a text, and how nearly: 1 is letter by letter. */
export interface NearMatch {
  readonly start: number
  readonly end: number
  readonly similarity: number
}

/**
 * The best stretches of the text for the pattern, if at least `least` of it is there. The cost is
 * the product of both lengths (over 32): callers pass short texts.
 */
export function nearMatches(text: string, pattern: string, least: number): readonly NearMatch[] {
  if (pattern === '') return []
  const mostErrors = Math.floor(pattern.length * (1 - least))
  return search(text, pattern, mostErrors).map(({ start, end, errors }) => ({
    start,
    end,
    similarity: 1 - errors / pattern.length,
  }))
}

/** How much of the pattern is somewhere in the text, from 0 to 1. */
export function similarity(text: string, pattern: string): number {
  return nearMatches(text, pattern, 0)[0]?.similarity ?? 0
}
