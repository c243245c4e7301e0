import { mostAlike } from '#core/article'

/**
 * Where a link leads whose place is gone. Ids are made of words, so the id that is written most
 * like the lost one is most likely what became of it. Loaded only when a link is broken.
 */
export function nearestPlace(root: Element, id: string): HTMLElement | null {
  const places = [...root.querySelectorAll<HTMLElement>('[id]')].filter(
    // What is named only to be a label is no place.
    (place) => !/\.(voice|heading)$/.test(place.id),
  )
  return mostAlike(id, places, (place) => place.id, 0.5)
}
