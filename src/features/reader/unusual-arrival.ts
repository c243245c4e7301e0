import type { Place } from '#core/anchoring'
import { BLOCK } from '#ui/markup.ts'
import { wasRestored } from '#ui/reload.ts'
import * as words from '#words/tools'
import { focusOn, paintQuote } from './jump.ts'
import { nearestPlace } from './nearest-place.ts'
import { goTo, placeNamed, showAround, type Arrival } from './places-on-page.ts'
import { findQuote } from './quotes-on-page.ts'

/*
 * Arriving at words, and at places that are gone. Loaded only for links of these kinds.
 */

export function arriveAtQuote(arrival: Arrival, place: Extract<Place, { type: 'quote' }>): void {
  const root = arrival.root.current
  if (root === null) return
  const found = findQuote(root, arrival.facts, place)
  if (found === null) {
    const gone = words.quoteGone(shortened(place.exact))
    const near = place.near === null ? null : nearest(arrival, place.near)
    if (near !== null) goTo(arrival, near)
    arrival.say(near === null ? gone : `${gone} ${words.nearestSectionShown}`)
    return
  }
  const { range } = found
  for (const end of [range.startContainer, range.endContainer]) {
    if (end.parentElement !== null) showAround(arrival, end.parentElement)
  }
  paintQuote(range)
  if (found.status !== 'exact') arrival.say(words.quoteMoved)
  if (arrival.visit.how === 'first' && wasRestored()) return
  const top = range.getBoundingClientRect().top - window.innerHeight / 4
  window.scrollBy({ top, behavior: 'instant' })
  const block = range.startContainer.parentElement?.closest<HTMLElement>(BLOCK)
  if (block !== null && block !== undefined) focusOn(block)
}

/** A place that is gone is said, and the one nearest to it shown. */
export function arriveNear(arrival: Arrival, id: string): void {
  const gone = words.placeGone(shortened(id))
  const near = nearest(arrival, id)
  if (near !== null) goTo(arrival, near)
  arrival.say(near === null ? gone : `${gone} ${words.nearestPlaceShown}`)
}

function nearest(arrival: Arrival, id: string): HTMLElement | null {
  const place = placeNamed(arrival, id)
  if (place !== null) return place
  return arrival.root.current === null ? null : nearestPlace(arrival.root.current, id)
}

/** What a stranger has written into a link, in a length that can be said aloud. */
function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80).trimEnd()} …` : text
}
