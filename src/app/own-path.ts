/** The page of the reader's own articles: a document of its own, so it is never opened without loading. */
export const ownPath = '/own/'

/** Asks it for an article. */
export function ownSearch(id: string): string {
  return `?article=${id}`
}
