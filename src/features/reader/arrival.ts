import { parsePlace } from '#core/anchoring'
import { wasRestored } from '#ui/reload.ts'
import * as words from '#words/reader'
import { useEffect, useEffectEvent, useRef } from 'react'
import type * as UnusualArrival from './unusual-arrival.ts'
import { goTo, placeNamed, showAround, type Arrival } from './places-on-page.ts'

/**
 * Takes the reader to the place that the address names: an element, or quoted words, also in a
 * hidden layer, which is switched on. What cannot be found is said, and the nearest place shown.
 * Going back and forth is not arriving: then the page only returns to where it was. Nor is it where
 * somebody has put the page in its place already.
 */
export function useArrival(arrival: Arrival): void {
  const { visit, visible } = arrival
  const arrivedAt = useRef<string>(null)
  const hasAskedBrowser = useRef(false)
  /** Loads what these arrivals need; whoever has moved on meanwhile is left alone. */
  const unusually = (arrive: (means: typeof UnusualArrival) => void) => {
    import('./unusual-arrival.ts').then(
      (means) => {
        if (arrivedAt.current === visit.key) arrive(means)
      },
      () => {
        arrival.say(words.placeUnreachable)
      },
    )
  }
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
    if (visit.how === 'traverse' || visit.how === 'placed' || place.type === 'top') {
      arrivedAt.current = visit.key
      return
    }
    if (place.type === 'quote') {
      arrivedAt.current = visit.key
      unusually(({ arriveAtQuote }) => {
        arriveAtQuote(arrival, place)
      })
      return
    }
    const target = placeNamed(arrival, place.id)
    if (target === null) {
      arrivedAt.current = visit.key
      // The link that skips the controls leads to the text itself.
      if (place.id !== arrival.root.current?.id) {
        unusually(({ arriveNear }) => {
          arriveNear(arrival, place.id)
        })
      }
      return
    }
    if (visit.how === 'first' && wasRestored()) showAround(arrival, target)
    else goTo(arrival, target)
    arrivedAt.current = visit.key
  })
  useEffect(() => {
    arrive()
  }, [visit, visible])
}
