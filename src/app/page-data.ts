import type { ArticleFacts, LibraryCard } from '#core/article'

/** What a prerendered page carries as JSON, so that the app can wake up on it. */
export type PageData =
  | { readonly type: 'article'; readonly facts: ArticleFacts }
  | { readonly type: 'library'; readonly cards: readonly LibraryCard[] }
  | { readonly type: 'not-found'; readonly cards: readonly LibraryCard[] }

/** Reads what stands in the page; null if that is not what this version of the app writes. */
export function readPageData(json: string): PageData | null {
  try {
    const value: unknown = JSON.parse(json)
    return isPageData(value) ? value : null
  } catch {
    return null
  }
}

/** The page and the script come from one build; the outline is enough to tell another one's page. */
function isPageData(value: unknown): value is PageData {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  return value.type === 'article'
    ? 'facts' in value && typeof value.facts === 'object'
    : 'cards' in value && Array.isArray(value.cards)
}
