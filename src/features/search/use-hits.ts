import {
  buildSearchIndex,
  readVocabulary,
  search,
  type Hits,
  type SearchEntry,
  type SearchIndex,
  type SearchOptions,
} from '#core/search'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { inSlices } from './in-slices.ts'

/** Reads and folds the text once, off the main path; null until that is done. */
export function useSearchIndex(
  readEntries: () => Iterable<SearchEntry | undefined>,
): SearchIndex | null {
  const [index, setIndex] = useState<SearchIndex | null>(null)
  const read = useEffectEvent(readEntries)
  useEffect(() => {
    const leaving = new AbortController()
    inSlices(buildSearchIndex(read()), leaving.signal).then(setIndex, () => {
      // Closed before it was done.
    })
    return () => {
      leaving.abort()
    }
  }, [])
  return index
}

/** What the query finds; null while there is no query, no index, or no list of words to forgive typos with. */
export function useHits(
  index: SearchIndex | null,
  query: string,
  options: SearchOptions,
): Hits | null {
  const hasVocabulary = useVocabulary(index, options.forgivesTypos)
  const { match, forgivesTypos } = options
  const isReady = !forgivesTypos || hasVocabulary
  return useMemo(
    () =>
      index === null || query.trim() === '' || !isReady
        ? null
        : search(index, query, { match, forgivesTypos }),
    [index, query, match, forgivesTypos, isReady],
  )
}

function useVocabulary(index: SearchIndex | null, isWanted: boolean): boolean {
  const [known, setKnown] = useState<SearchIndex | null>(null)
  useEffect(() => {
    if (!isWanted || index === null) return
    const leaving = new AbortController()
    inSlices(readVocabulary(index), leaving.signal).then(
      () => {
        setKnown(index)
      },
      () => {
        // Closed, or switched off again.
      },
    )
    return () => {
      leaving.abort()
    }
  }, [index, isWanted])
  return known !== null && known === index
}
