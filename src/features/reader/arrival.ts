import type { ArticleFacts, LayerId } from '#core/article'
import { parsePlace, type Place } from '#core/anchoring'
import { BLOCK, layersMarkedOff, MARKER, markLayersOff } from '#ui/markup.ts'
import * as words from '#words/reader'
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { focusOn, jumpTo, paintQuote } from './jump.ts'
import { FOOTNOTES, type LayersInText } from './layers-in-text.ts'

/** One stay at an address: a new one begins with every step through the history. */
export interface Visit {
  readonly key: string
  /** `rendered`: the page as the server drew it, before anybody has looked at the address; `first`: it was opened at this address. */
  readonly how: 'rendered' | 'first' | 'push' | 'traverse'
  readonly hash: string
}

interface Arrival {
  readonly root: RefObject<HTMLElement | null>
  readonly facts: ArticleFacts
  readonly visit: Visit
  readonly visible: readonly LayerId[]
  readonly layersInText: RefObject<LayersInText | null>
  readonly reveal: (layers: readonly string[]) => void
  readonly say: (sentence: string) => void
  readonly hold: (id: string) => void
}

/**
 * Takes the reader to the place that the address names: an element, or quoted words, also in a
 * hidden layer, which is switched on. What cannot be found is said, and the nearest place shown.
 * Going back and forth is not arriving: then the page only returns to where it was.
 */
export function useArrival(arrival: Arrival): void {
  const { visit, visible } = arrival
  const arrivedAt = useRef<string>(null)
  const hasAskedBrowser = useRef(false)
  const arrive = useEffectEvent(() => {
    if (visit.how === 'rendered') return
    if (visit.how === 'first' && !hasAskedBrowser.current) {
      hasAskedBrowser.current = true
      const revealed = arrival.layersInText.current?.revealedByBrowser() ?? []
      if (revealed.length > 0) {
        // Comes back here once these layers are shown.
        arrival.reveal(revealed)
        return
      }
    }
    if (arrivedAt.current === visit.key) return
    const place = parsePlace(visit.hash)
    if (visit.how === 'traverse' || place.type === 'top') {
      arrivedAt.current = visit.key
      return
    }
    if (place.type === 'quote') {
      arrivedAt.current = visit.key
      void arriveAtQuote(arrival, place)
      return
    }
    const target = placeNamed(arrival, place.id)
    if (target === null) {
      arrivedAt.current = visit.key
      // The link that skips the controls leads to the text itself.
      if (place.id !== arrival.root.current?.id) void arriveNear(arrival, place.id)
      return
    }
    if (visit.how === 'first' && wasReloaded()) showAround(arrival, target)
    else goTo(arrival, target)
    arrivedAt.current = visit.key
  })
  useEffect(() => {
    arrive()
  }, [visit, visible])
}

/** The place of this name, or of what it is called now. */
function placeNamed({ root, facts }: Arrival, name: string): HTMLElement | null {
  const id = Object.hasOwn(facts.aliases, name) ? facts.aliases[name] : name
  const place = document.getElementById(id ?? name)
  return place !== null && root.current?.contains(place) ? place : null
}

/** Switches on what hides the place. It is there at once; the layers' other passages follow. */
function showAround({ layersInText, reveal }: Arrival, place: Element): void {
  const passages = layersInText.current?.hiddenAround(place) ?? []
  const layers = passages.flatMap((passage) => passage.getAttribute('data-layer') ?? [])
  const isMarkerOff = place.matches(MARKER) && layersMarkedOff().includes(FOOTNOTES)
  if (isMarkerOff) layers.push(FOOTNOTES)
  if (layers.length === 0) return
  for (const passage of passages) layersInText.current?.open(passage)
  if (isMarkerOff) markLayersOff(layersMarkedOff().filter((id) => id !== FOOTNOTES))
  reveal(layers)
}

function goTo(arrival: Arrival, place: HTMLElement): void {
  showAround(arrival, place)
  jumpTo(place, place.matches(MARKER) ? 'middle' : 'top')
  arrival.hold(place.id)
}

/** On reloading and on coming back from another site the browser restores the scroll position. */
function wasReloaded(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate'
}

async function arriveAtQuote(
  arrival: Arrival,
  place: Extract<Place, { type: 'quote' }>,
): Promise<void> {
  const { findQuote } = await import('./quotes-on-page.ts')
  const root = arrival.root.current
  if (root === null) return
  const found = findQuote(root, arrival.facts, place)
  if (found === null) {
    const gone = words.quoteGone(shortened(place.exact))
    const near = place.near === null ? null : await nearest(arrival, place.near)
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
  if (arrival.visit.how === 'first' && wasReloaded()) return
  const top = range.getBoundingClientRect().top - window.innerHeight / 4
  window.scrollBy({ top, behavior: 'instant' })
  const block = range.startContainer.parentElement?.closest<HTMLElement>(BLOCK)
  if (block !== null && block !== undefined) focusOn(block)
}

/** A place that is gone is said, and the one nearest to it shown. */
async function arriveNear(arrival: Arrival, id: string): Promise<void> {
  const gone = words.placeGone(shortened(id))
  const near = await nearest(arrival, id)
  if (near !== null) goTo(arrival, near)
  arrival.say(near === null ? gone : `${gone} ${words.nearestPlaceShown}`)
}

async function nearest(arrival: Arrival, id: string): Promise<HTMLElement | null> {
  const place = placeNamed(arrival, id)
  if (place !== null) return place
  const { nearestPlace } = await import('./nearest-place.ts')
  return arrival.root.current === null ? null : nearestPlace(arrival.root.current, id)
}

/** What a stranger has written into a link, in a length that can be said aloud. */
function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80).trimEnd()} …` : text
}
