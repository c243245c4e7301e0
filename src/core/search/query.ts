import { foldForSearch } from './search-index.ts'

/** One thing that a block must have. Folded. */
export interface Term {
  readonly text: string
  /** Was put between quotation marks, and is meant to the letter. */
  readonly isQuoted: boolean
}

/** What a reader has typed: words, and phrases between quotation marks of any shape. One that is never closed reaches to the end. */
export function parseTerms(query: string): readonly Term[] {
  const { text } = foldForSearch(query)
  const terms: Term[] = []
  for (const [word, phrase] of text.matchAll(/"([^"]*)(?:"|$)|[^\s"]+/g)) {
    const term = { text: (phrase ?? word).trim(), isQuoted: phrase !== undefined }
    const isKnown = terms.some(({ text: known }) => known === term.text)
    if (term.text !== '' && !isKnown) terms.push(term)
  }
  return terms
}
