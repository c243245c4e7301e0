import { readItem, removeItems } from './preferences.ts'

/** One item for each article, so that two articles open at once never write over each other. */
export const PLACE_ITEMS = 'palimpsest.place.'

export function hasPlaceItem(slug: string): boolean {
  return readItem(PLACE_ITEMS + slug) !== null
}

export function forgetAllPlaces(): void {
  removeItems(PLACE_ITEMS)
  // Only other tabs are told of it by the browser.
  window.dispatchEvent(new StorageEvent('storage'))
}
