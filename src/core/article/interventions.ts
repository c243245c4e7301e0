import type { Article, Inline, PlaceId } from './model.ts'
import { blockInlines, inlineWords } from './words.ts'

/**
 * What an editor did to the text or found wrong in it, in the order of the text, each with the
 * place where it stands: the list at the end of a page for whoever cannot hover.
 */
export interface Intervention {
  readonly kind: 'sic' | 'mended' | 'lost' | 'uncertain'
  /** The nearest place with an id. */
  readonly place: PlaceId
  /** The words as found; empty for what is lost. */
  readonly words: string
  /** What the editor says. */
  readonly note: string | null
}

export function interventions(article: Article): readonly Intervention[] {
  const found: Intervention[] = []
  const walk = (inlines: readonly Inline[], place: PlaceId) => {
    for (const inline of inlines) {
      if (inline.type === 'sic' || inline.type === 'mended') {
        const words = inlineWords(inline.children)
        found.push({ kind: inline.type, place, words, note: inline.note })
      } else if (inline.type === 'lost') {
        found.push({ kind: 'lost', place, words: '', note: inlineWords(inline.children) || null })
      }
      if ('children' in inline && inline.type !== 'lost') walk(inline.children, place)
    }
  }
  for (const passage of article.sections.flatMap((section) => section.passages)) {
    walk(passage.title, passage.id)
    for (const block of passage.blocks) {
      if (block.type === 'lost') {
        const note = inlineWords(block.children) || null
        found.push({ kind: 'lost', place: block.id ?? passage.id, words: '', note })
      } else {
        walk(blockInlines(block), block.id)
      }
    }
    if (passage.uncertain.length > 0) {
      found.push({ kind: 'uncertain', place: passage.id, words: '', note: null })
    }
  }
  for (const footnote of article.footnotes) {
    for (const block of footnote.blocks) walk(blockInlines(block), footnote.id)
  }
  return found
}
