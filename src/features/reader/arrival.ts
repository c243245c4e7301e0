import type { ArticleFacts, LayerId } from '#core/article'
import { parsePlace, type Place } from '#core/anchoring'
import { MARKER } from '#ui/markup.ts'
import * as words from '#words/reader'
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { flash, jumpTo, paintQuote } from './jump.ts'
import type { LayersInText } from './layers-in-text.ts'

/** One stay at an address: a new one begins with every step through the history. */
export interface Visit {
  readonly key: string
  /** `first`: the page was opened at this address. */
  readonly how: 'first' | 'push' | 'replace' | 'traverse'
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
  const arrive = useEffectEvent(() => {
    if (visit.how === 'first' && arrivedAt.current === null) {
      const revealed = arrival.layersInText.current?.revealedByBrowser() ?? []
      if (revealed.length > 0) {
        arrival.reveal(revealed)
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
    const target = document.getElementById(arrival.facts.aliases[place.id] ?? place.id)
    if (target === null || !arrival.root.current?.contains(target)) {
      arrivedAt.current = visit.key
      if (place.id !== 'text') arriveNear(arrival, place.id)
      return
    }
    const hidden = hiddenLayers(arrival, target)
    if (hidden.length > 0) {
      // Comes back here once the layers are shown.
      arrival.reveal(hidden)
      return
    }
    arrivedAt.current = visit.key
    if (visit.how === 'first' && wasReloaded()) return
    jumpTo(target, target.matches(MARKER) ? 'middle' : 'top')
    arrival.hold(target.id)
  })
  useEffect(() => {
    arrive()
  }, [visit, visible])
}

function hiddenLayers({ layersInText }: Arrival, target: Element): readonly string[] {
  const passages = layersInText.current?.hiddenAround(target) ?? []
  const layers = passages.flatMap((passage) => passage.getAttribute('data-layer') ?? [])
  const isMarkerOff =
    target.matches(MARKER) && document.documentElement.matches('[data-off~="footnotes"]')
  return isMarkerOff ? [...layers, 'footnotes'] : layers
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
    arrival.say(`${words.quoteGone} “${place.exact}” ${words.quoteGoneNear}`)
    const near = place.near === null ? null : document.getElementById(place.near)
    if (near !== null && root.contains(near)) jumpTo(near)
    return
  }
  const element = found.range.startContainer.parentElement
  if (element !== null) {
    const hidden = hiddenLayers(arrival, element)
    if (hidden.length > 0) {
      for (const passage of arrival.layersInText.current?.hiddenAround(element) ?? []) {
        arrival.layersInText.current?.open(passage)
      }
      arrival.reveal(hidden)
    }
  }
  paintQuote(found.range)
  if (found.status !== 'exact') arrival.say(words.quoteMoved)
  // After the layers are shown, so that what they push down does not push the words away.
  requestAnimationFrame(() => {
    const top = found.range.getBoundingClientRect().top - window.innerHeight / 4
    window.scrollBy({ top, behavior: 'instant' })
  })
}

/** Ids are made of words, so the one that shares its longest beginning with the lost one is nearest. */
function arriveNear(arrival: Arrival, id: string): void {
  let nearest: Element | null = null
  let best = 2
  for (const element of arrival.root.current?.querySelectorAll('[id]') ?? []) {
    let shared = 0
    while (shared < id.length && element.id[shared] === id[shared]) shared += 1
    if (shared > best) {
      best = shared
      nearest = element
    }
  }
  arrival.say(words.placeGone(id))
  if (nearest instanceof HTMLElement && hiddenLayers(arrival, nearest).length === 0) {
    nearest.scrollIntoView({ block: 'start', behavior: 'instant' })
    flash(nearest)
  }
}
