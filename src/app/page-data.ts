import type { ArticleFacts, LibraryCard } from '#core/article'

/** What a prerendered page carries as JSON, so that the app can wake up on it. */
export type PageData =
  | { readonly type: 'article'; readonly facts: ArticleFacts }
  | { readonly type: 'library'; readonly cards: readonly LibraryCard[] }
  | { readonly type: 'not-found'; readonly cards: readonly LibraryCard[] }
