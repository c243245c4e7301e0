/**
 * Finding words. Knows what a reader may type, what of it differs only in how it is written, and
 * where in each layer's text it stands: spans to the letter, counts, excerpts, no cap. Pure: text
 * in, offsets out; it knows nothing of the page, and long work pauses where its caller can look at
 * the clock.
 */
export { NOTES, searchEntries } from './entries.ts'
export type { SearchEntry } from './entries.ts'
export { buildSearchIndex, finish, foldForSearch } from './search-index.ts'
export type { SearchIndex } from './search-index.ts'
export { readVocabulary } from './typos.ts'
export { plainSearch, search } from './search.ts'
export type { Hit, Hits, SearchOptions } from './search.ts'
export type { WordMatch } from './word-borders.ts'
export { excerptOf, leastContext } from './excerpt.ts'
export type { Excerpt } from './excerpt.ts'
export { buildLibraryIndex, openLibraryIndex } from './library.ts'
export type {
  FoundArticle,
  FoundPlace,
  LibraryIndex,
  LibraryOptions,
  LibraryPlace,
  StoredLibrary,
} from './library.ts'
