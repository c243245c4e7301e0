import MiniSearch from 'minisearch'
import { inlineWords, type Article, type ArticleSlug, type PlaceId } from '#core/article'
import { NOTES, searchEntries } from './entries.ts'
import { excerptOf, type Excerpt } from './excerpt.ts'
import { parseTerms } from './query.ts'
import { search, type SearchOptions } from './search.ts'
import { buildSearchIndex, finish, foldForSearch } from './search-index.ts'
import { editsAllowed } from './typos.ts'

/** A block of some article of the library, in one layer. */
export interface LibraryPlace {
  readonly slug: ArticleSlug
  readonly block: PlaceId
  readonly layer: string
  /** The label of its layer, and the layer's kind; both empty for the editor's own words. */
  readonly voice: string
  readonly kind: string
  /** The heading that it stands under; empty before the first one, and for footnotes. */
  readonly section: string
  /** The sign of the footnote that it belongs to; empty in the text. */
  readonly note: string
  readonly text: string
}

export interface FoundPlace {
  readonly place: LibraryPlace
  readonly excerpt: Excerpt
}

/** What one article has, the best first. */
export interface FoundArticle {
  readonly slug: ArticleSlug
  /** How many places it has, of which `best` are a few. */
  readonly total: number
  readonly best: readonly FoundPlace[]
}

/** What the build writes and the library page reads: plain data. */
export interface StoredLibrary {
  readonly places: readonly LibraryPlace[]
  /** The index as JSON; it names places by their number. Read in slices, so it stays a string until then. */
  readonly index: string
}

export interface LibraryIndex {
  /** The articles with places that have everything in the query, the best first. */
  readonly find: (query: string, options?: LibraryOptions) => readonly FoundArticle[]
}

/** The index knows words, so a word is found by its beginning or as a whole. */
export interface LibraryOptions {
  readonly match: 'beginning' | 'whole'
  readonly forgivesTypos: boolean
}

/** So many places of an article are shown; its own search has them all. */
const shown = 3

const miniSearch = {
  fields: ['text'],
  tokenize: (text: string) => foldForSearch(text).text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
  processTerm: (word: string) => word,
}

/** Indexes a whole library, when the site is built; read by `openLibraryIndex`. */
export function buildLibraryIndex(articles: readonly Article[]): StoredLibrary {
  const places = articles.flatMap(placesOf)
  const index = new MiniSearch<{ id: number; text: string }>(miniSearch)
  index.addAll(places.map(({ text }, id) => ({ id, text })))
  return { places, index: JSON.stringify(index) }
}

function placesOf(article: Article): readonly LibraryPlace[] {
  const headings = new Map(
    article.sections.flatMap(({ heading }) =>
      heading === null
        ? []
        : [[heading.id, inlineWords(heading.children, { plain: true })] as const],
    ),
  )
  const notes = new Map(article.footnotes.map(({ id, label }) => [id, label] as const))
  const layers = new Map<string, Article['layers'][number]>(
    article.layers.map((layer) => [layer.id, layer]),
  )
  return searchEntries(article).map(({ block, layer, group, under, text }) => ({
    slug: article.slug,
    block,
    layer,
    voice: layers.get(layer)?.label ?? '',
    kind: layers.get(layer)?.kind ?? '',
    section: under === null || group === NOTES ? '' : (headings.get(under) ?? ''),
    note: under === null || group !== NOTES ? '' : (notes.get(under) ?? ''),
    text,
  }))
}

/** Reads what `buildLibraryIndex` wrote, in slices. */
export async function openLibraryIndex(stored: StoredLibrary): Promise<LibraryIndex> {
  const index = await MiniSearch.loadJSONAsync<{ id: number; text: string }>(
    stored.index,
    miniSearch,
  )
  return {
    find(query, { match, forgivesTypos } = { match: 'beginning', forgivesTypos: false }) {
      const terms = parseTerms(query)
      if (terms.length === 0) return []
      const results = index.search(terms.map(({ text }) => text).join(' '), {
        combineWith: 'AND',
        prefix: match === 'beginning',
        fuzzy: forgivesTypos ? (word) => editsAllowed(word.length) : false,
      })
      const articles = new Map<ArticleSlug, LibraryPlace[]>()
      for (const result of results) {
        const place = stored.places[Number(result.id)]
        if (place === undefined || !holdsPhrases(place)) continue
        const known = articles.get(place.slug)
        if (known === undefined) articles.set(place.slug, [place])
        else known.push(place)
      }
      return [...articles].map(([slug, places]) => ({
        slug,
        total: places.length,
        best: places.slice(0, shown).map((place) => ({
          place,
          excerpt: excerptIn(place, query, { match, forgivesTypos }),
        })),
      }))

      /** The index knows that the words of a phrase are there, but not that they stand side by side. */
      function holdsPhrases({ text }: LibraryPlace): boolean {
        const phrases = terms.filter(({ isQuoted }) => isQuoted)
        if (phrases.length === 0) return true
        const folded = foldForSearch(text).text
        return phrases.every((phrase) => folded.includes(phrase.text))
      }
    },
  }
}

function excerptIn(place: LibraryPlace, query: string, options: SearchOptions): Excerpt {
  const entry = {
    block: place.block,
    layer: place.layer,
    group: place.layer,
    under: null,
    text: place.text,
  }
  const index = finish(buildSearchIndex([entry]))
  const hit = search(index, query, options).at(0)
  return excerptOf(index, hit ?? { ...entry, entry: 0, start: 0, end: 0 })
}
