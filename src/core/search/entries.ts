import { spokenBlocks, type Article, type PlaceId } from '#core/article'

/** One block's words in one layer: what is searched, and where a hit in it is. */
export interface SearchEntry {
  readonly block: PlaceId
  readonly layer: string
  /** What its hits are counted with: its layer, or all footnotes together. */
  readonly group: string
  /** The id of the heading, or of the footnote, that it stands under; null before the first heading. */
  readonly under: PlaceId | null
  readonly text: string
}

/** The group of the footnotes' own words, whoever wrote them; named like the layer of their markers. */
export const NOTES = 'footnotes'

/** Everything in an article that can be searched, in document order. */
export function searchEntries(article: Article): readonly SearchEntry[] {
  const speakers = [...article.layers.map((layer) => layer.id), 'editorial' as const]
  return spokenBlocks(article, speakers).map(({ block, text, speaker, under, isNote }) => ({
    block,
    layer: speaker,
    group: isNote ? NOTES : speaker,
    under,
    text,
  }))
}
