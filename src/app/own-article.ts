import type { Article } from '#core/article'

/**
 * Of an article that is not of this site: what elsewhere follows from its name in the address. The page
 * of own articles, which is a document of its own, fills it before anything is drawn; on all other pages
 * it stays empty.
 */
export const own: {
  article?: Article
  /** The question that names the article; everything else that is asked stands behind it. */
  question?: string
} = {}
