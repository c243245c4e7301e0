import { parseKeptPlace, serializeKeptPlace, type KeptPlace } from '#core/resume'
import { useEffect, useState } from 'react'
import { push, useAddress } from './address.ts'
import { articlePath } from './paths.ts'
import { PLACE_ITEMS } from './place-items.ts'
import { readItem, removeItem, writeItem } from './preferences.ts'

/*
 * Where the reader stopped in each article. Of two tabs on one article, the one that was read in last
 * has kept the place. What cannot be read counts as nothing, and the next place takes its place.
 */

export function readKeptPlace(slug: string): KeptPlace | null {
  const stored = readItem(PLACE_ITEMS + slug)
  return stored === null ? null : parseKeptPlace(stored)
}

export function keepPlace(slug: string, place: KeptPlace): void {
  writeItem(PLACE_ITEMS + slug, serializeKeptPlace(place))
}

export function forgetPlace(slug: string): void {
  removeItem(PLACE_ITEMS + slug)
}

/** Forgets a place unless another one, as of another tab, has taken its place; whether it was there. */
export function forgetIfKept(slug: string, place: KeptPlace): boolean {
  const stored = readKeptPlace(slug)
  if (stored === null || serializeKeptPlace(stored) !== serializeKeptPlace(place)) return false
  forgetPlace(slug)
  return true
}

/** Calls back whenever the places may have changed behind the page's back; returns how to stop. */
export function followKeptPlaces(onChange: () => void): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(PLACE_ITEMS)) onChange()
  }
  window.addEventListener('storage', follow)
  // A page that comes back from the browser's cache has heard nothing meanwhile.
  window.addEventListener('pageshow', onChange)
  return () => {
    window.removeEventListener('storage', follow)
    window.removeEventListener('pageshow', onChange)
  }
}

/** The places kept in these articles, also those that another tab keeps meanwhile; none until the page is awake. */
export function useKeptPlaces(slugs: readonly string[]): ReadonlyMap<string, KeptPlace> {
  const [places, setPlaces] = useState<ReadonlyMap<string, KeptPlace>>(new Map())
  const names = slugs.join(' ')
  useEffect(() => {
    const read = () => {
      const found = new Map<string, KeptPlace>()
      for (const slug of names.split(' ')) {
        const place = readKeptPlace(slug)
        if (place !== null) found.set(slug, place)
      }
      setPlaces(found)
    }
    read()
    return followKeptPlaces(read)
  }, [names])
  return places
}

/** The entry of the history whose article is to be continued as soon as it is there. */
let awaited: string | null = null

/** Opens an article to go on where the reader stopped; the article itself knows where that is now. */
export function continueIn(slug: string): void {
  push({ pathname: articlePath(slug), search: '', hash: '' })
  awaited = useAddress.getState().key
}

/** Whether an entry was opened to go on there. */
export function isToContinue(key: string): boolean {
  return awaited === key
}

/** Coming back to the entry later is no such step. */
export function hasContinued(key: string): void {
  if (awaited === key) awaited = null
}
