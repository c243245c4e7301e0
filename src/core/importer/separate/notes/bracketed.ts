import type { Part } from '../part.ts'

/** How many paragraphs a note in brackets may have. */
const MOST = 12

/**
 * "[Footnote 1: …]": the last part of a note that stands in brackets with its label; null where it does
 * not ("[1] …"), or where nothing near closes the bracket.
 */
export function closingOf(parts: readonly Part[], at: number): number | null {
  let depth = 0
  for (const part of parts.slice(at, at + MOST)) {
    if (part.at > at && part.fragment.kind === 'heading') return null
    const words = part.words.trim()
    if (part.at === at && !words.startsWith('[')) return null
    for (let place = 0; place < words.length; place++) {
      const character = words[place]
      if (character === '[') depth++
      if (character !== ']') continue
      depth--
      if (depth === 0) return place === words.length - 1 ? part.at : null
    }
  }
  return null
}
