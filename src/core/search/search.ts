import type { SearchEntry } from './entries.ts'
import { parseTerms, type Term } from './query.ts'
import { finish, type SearchIndex } from './search-index.ts'
import { readVocabulary, similarWords } from './typos.ts'
import { hasNoWord, keepsBorders, type WordMatch } from './word-borders.ts'

export interface SearchOptions {
  readonly match: WordMatch
  /** Whether words that differ in a letter or two are found as well. Never in quotation marks. */
  readonly forgivesTypos: boolean
}

export const plainSearch: SearchOptions = { match: 'anywhere', forgivesTypos: false }

/** Where something was found: a stretch of one block's text in one layer, in UTF-16 code units of the text as found. */
export interface Hit extends SearchEntry {
  readonly start: number
  readonly end: number
  /** The number of its entry in the index. */
  readonly entry: number
}

/** All hits, in document order. They are made when asked for: there may be a hundred thousand. */
export interface Hits {
  readonly total: number
  /** How many hits each group has; one without a hit is not named. */
  readonly counts: ReadonlyMap<string, number>
  readonly at: (index: number) => Hit | null
  /** The hits of these groups only. */
  readonly among: (groups: ReadonlySet<string>) => Hits
  /** The number of the first hit in this entry or behind it; null if there is none. */
  readonly firstFrom: (entry: number) => number | null
}

/** A stretch of the index's text. */
interface Occurrence {
  readonly start: number
  readonly end: number
  readonly term: number
}

/**
 * Finds what a reader has typed. Each word and each quoted phrase must stand in a block, in words of
 * one layer; then every place where one of them stands is a hit. Words that stand there as they were
 * typed, side by side, are one hit. Where a hit would cut a character as found (a ligature), it
 * holds it whole.
 */
export function search(index: SearchIndex, query: string, options = plainSearch): Hits {
  const terms = parseTerms(query)
  const found = terms.map((term, number) => occurrences(index, term, number, options))
  return hitsOf(index, joined(index, inSharedEntries(index, found)))
}

function occurrences(
  index: SearchIndex,
  term: Term,
  number: number,
  { match, forgivesTypos }: SearchOptions,
): readonly Occurrence[] {
  const found: Occurrence[] = []
  const { text } = index
  const { length } = term.text
  for (let at = text.indexOf(term.text); at !== -1;) {
    const isHit = keepsBorders(text, at, at + length, match)
    if (isHit) found.push({ start: at, end: at + length, term: number })
    at = text.indexOf(term.text, at + (isHit ? length : 1))
  }
  if (!forgivesTypos || term.isQuoted) return found
  const similar = similarWords(finish(readVocabulary(index)), term.text, match).flatMap(
    ({ word, places }) => places.map((at) => ({ start: at, end: at + word.length, term: number })),
  )
  return similar.length === 0 ? found : apart([...found, ...similar])
}

/** The occurrences in those entries that have at least one of each term, in order and apart from each other. */
function inSharedEntries(
  index: SearchIndex,
  found: readonly (readonly Occurrence[])[],
): readonly Occurrence[] {
  const [first, ...others] = found
  if (first === undefined || others.length === 0) return first ?? []
  const sets = others.map((other) => new Set(entriesOf(index, other)))
  const shared = new Set(
    entriesOf(index, first).filter((entry) => sets.every((other) => other.has(entry))),
  )
  return apart(
    found.flatMap((term) => {
      const entries = entriesOf(index, term)
      return term.filter((_, number) => shared.has(entries[number] ?? -1))
    }),
  )
}

/** The entry of each occurrence. They are in order, so one walk is enough. */
function entriesOf({ starts }: SearchIndex, found: readonly Occurrence[]): readonly number[] {
  let entry = 0
  return found.map(({ start }) => {
    while ((starts[entry + 1] ?? Infinity) <= start) entry += 1
    return entry
  })
}

/** In order; of those that overlap, the first and of these the longest. */
function apart(found: Occurrence[]): readonly Occurrence[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let done = 0
  return found.filter(({ start, end }) => {
    if (start < done) return false
    done = end
    return true
  })
}

/** Makes one of neighbours that stand in the order in which they were typed. */
function joined({ text }: SearchIndex, found: readonly Occurrence[]): readonly Occurrence[] {
  const hits: Occurrence[] = []
  for (const occurrence of found) {
    const last = hits.at(-1)
    const continues =
      last !== undefined &&
      occurrence.term === last.term + 1 &&
      hasNoWord(text, last.end, occurrence.start) &&
      !text.slice(last.end, occurrence.start).includes('\n')
    if (continues) hits[hits.length - 1] = { ...occurrence, start: last.start }
    else hits.push(occurrence)
  }
  return hits
}

function hitsOf(index: SearchIndex, found: readonly Occurrence[]): Hits {
  const entries = entriesOf(index, found)
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const group = index.entries[entry]?.group ?? ''
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return {
    total: found.length,
    counts,
    at(number) {
      const occurrence = found[number]
      const at = entries[number] ?? 0
      const of = index.entries[at]
      const from = index.starts[at] ?? 0
      if (occurrence === undefined || of === undefined) return null
      const stretch = index.folded[at]?.unfold(occurrence.start - from, occurrence.end - from)
      return stretch === undefined ? null : { ...of, ...stretch, entry: at }
    },
    among: (groups) =>
      hitsOf(
        index,
        found.filter((_, number) => groups.has(index.entries[entries[number] ?? 0]?.group ?? '')),
      ),
    firstFrom(from) {
      const number = entries.findIndex((at) => at >= from)
      return number === -1 ? null : number
    },
  }
}
