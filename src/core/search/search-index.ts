import { fold, type Folded } from '#core/article'
import type { SearchEntry } from './entries.ts'

/**
 * All entries folded into one string, in which a search is one scan. Entries are parted by a line
 * feed, which no folded text and no folded query holds, so no hit runs over a border.
 */
export interface SearchIndex {
  readonly entries: readonly SearchEntry[]
  readonly text: string
  /** Where each entry begins in `text`. */
  readonly starts: readonly number[]
  readonly folded: readonly Folded[]
}

/** So many UTF-16 code units are folded at a time: about a millisecond on a slow phone. */
const slice = 10_000

/**
 * Folds the entries, and pauses (yields) between slices so that whoever waits can do what is due in
 * the meantime.
 */
export function* buildSearchIndex(
  entries: Iterable<SearchEntry | undefined>,
): Generator<void, SearchIndex> {
  const kept: SearchEntry[] = []
  const folded: Folded[] = []
  const starts: number[] = []
  let length = 0
  let sincePause = 0
  for (const entry of entries) {
    if (entry !== undefined) {
      const words = foldForSearch(entry.text)
      kept.push(entry)
      folded.push(words)
      starts.push(length)
      length += words.text.length + 1
      sincePause += entry.text.length
    }
    if (entry !== undefined && sincePause < slice) continue
    sincePause = 0
    yield
  }
  return { entries: kept, folded, starts, text: folded.map(({ text }) => text).join('\n') }
}

/** How texts and queries are made alike. */
export function foldForSearch(text: string): Folded {
  return fold(text, { accents: 'dropped' })
}

/** Runs a generator of ours to its end in one go. */
export function finish<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}
