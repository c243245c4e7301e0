/**
 * What the build hands to the app: modules that exist only while Vite runs. The articles plugin
 * writes them; see `articles-plugin.ts`.
 */

/**
 * Every article, each behind its own request. For navigation in the browser: a prerendered page needs none of it.
 * The page of the reader's own articles adds the one that it shows.
 */
declare module 'virtual:articles' {
  import type { Article } from '#core/article'

  export const articles: Record<string, () => Promise<{ readonly default: Article }>>
}

/** What the cards of the library show, in the order of the library. */
declare module 'virtual:library' {
  import type { LibraryCard } from '#core/article'

  export const library: readonly LibraryCard[]
}

/** All words of the library, for `openLibraryIndex` of core/search. */
declare module 'virtual:library-search' {
  import type { StoredLibrary } from '#core/search'

  export const library: StoredLibrary
}

/** What is true of the whole site. */
declare module 'virtual:site' {
  export interface Site {
    readonly name: string
    readonly description: string
    /** The address of the library page, with a slash at its end; null while nobody knows where the site will live. */
    readonly url: string | null
    /** The path of the library page, with a slash at both ends: `/`, or `/reader/` under a sub-path. */
    readonly base: string
  }

  export const site: Site
}

/** The state of the site that is being built, for its service worker; see `service-worker.ts`. */
declare module 'virtual:release' {
  import type { Release } from '#core/offline'

  export const release: Release
}
