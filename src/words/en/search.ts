/** What the search says, in an article and in the library. Loaded with it. */
import { counted, grouped } from './common.ts'

export const searchField = 'Search this text'
export const previousHit = 'Previous hit'
export const nextHit = 'Next hit'
export const closeSearch = 'Close the search'
export const readingText = 'Reading the text …'
export const nothingFound = 'Nothing found.'
/** What somebody is told who has switched off every layer that has a hit. */
export const nothingShown = (n: number) => `${hits(n)} in layers that are off in this list.`
export const hits = (n: number) => counted(n, 'hit', 'hits')
export const hitOf = (n: number, total: number) => `${grouped(n)} of ${grouped(total)}`
export const inWhichLayers = 'Hits by layer'
export const howToSearch = 'How to search'
export const match = 'Words'
export const matches = {
  anywhere: 'Also inside words',
  beginning: 'Beginnings of words',
  whole: 'Whole words',
} as const
export const forgiveTypos = 'Forgive a mistyped letter'
export const searchHint =
  'Several words are looked for in one paragraph; words in quotation marks side by side.'
export const listOfHits = 'Hits'
export const beforeFirstHeading = 'Beginning'
export const earlierHits = 'Earlier hits'
export const laterHits = 'Later hits'

export const searchingLibrary = 'Searching …'
export const libraryUnreachable = 'The search could not be loaded. Try again when you are online.'
export const nothingInLibrary = (query: string) => `Nothing found for “${query}”.`
export const foundInLibrary = (n: number, articles: number) =>
  `${counted(n, 'place', 'places')} in ${counted(articles, 'article', 'articles')}`
export const allHitsInArticle = (n: number) => `${counted(n, 'place', 'places')} in this article`
