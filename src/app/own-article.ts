/**
 * Of an article that is not of this site: what elsewhere follows from its name in the address. The page
 * of own articles, which is a document of its own, says it before anything is drawn; on all other pages
 * it stays as it is.
 */
export const own: {
  /** The question that names the article; everything else that is asked stands behind it. */
  question: string
  /** Where its overview stands, as a path of the app. */
  overview?: string
} = { question: '' }
