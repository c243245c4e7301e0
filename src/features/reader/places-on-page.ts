import type { ArticleFacts, LayerId } from '#core/article'
import { layersMarkedOff, MARKER, markLayersOff } from '#ui/markup.ts'
import type { RefObject } from 'react'
import { jumpTo } from './jump.ts'
import { FOOTNOTES, type LayersInText } from './layers-in-text.ts'

/** One stay at an address: a new one begins with every step through the history. */
export interface Visit {
  readonly key: string
  /** `rendered`: the page as the server drew it, before anybody has looked at the address; `first`: it was opened at this address. */
  readonly how: 'rendered' | 'first' | 'push' | 'placed' | 'traverse'
  readonly hash: string
}

/** A visit, and what may be done to the page on its behalf. */
export interface Arrival {
  readonly root: RefObject<HTMLElement | null>
  readonly facts: ArticleFacts
  readonly visit: Visit
  readonly visible: readonly LayerId[]
  readonly layersInText: RefObject<LayersInText | null>
  readonly reveal: (layers: readonly string[]) => void
  readonly say: (sentence: string) => void
  readonly hold: (id: string) => void
}

/** The place of this name, or of what it is called now. */
export function placeNamed({ root, facts }: Arrival, name: string): HTMLElement | null {
  const id = Object.hasOwn(facts.aliases, name) ? facts.aliases[name] : name
  const place = document.getElementById(id ?? name)
  // The text itself, where the link past the controls leads, is no place in it.
  return place !== root.current && root.current?.contains(place) ? place : null
}

/** Switches on what hides the place. It is there at once; the layers' other passages follow. */
export function showAround(
  { layersInText, reveal }: Pick<Arrival, 'layersInText' | 'reveal'>,
  place: Element,
): void {
  const passages = layersInText.current?.hiddenAround(place) ?? []
  const layers = passages.flatMap((passage) => passage.getAttribute('data-layer') ?? [])
  const isMarkerOff = place.matches(MARKER) && layersMarkedOff().includes(FOOTNOTES)
  if (isMarkerOff) layers.push(FOOTNOTES)
  if (layers.length === 0) return
  for (const passage of passages) layersInText.current?.open(passage)
  if (isMarkerOff) markLayersOff(layersMarkedOff().filter((id) => id !== FOOTNOTES))
  reveal(layers)
}

export function goTo(arrival: Arrival, place: HTMLElement): void {
  showAround(arrival, place)
  jumpTo(place, place.matches(MARKER) ? 'middle' : 'top')
  arrival.hold(place.id)
}
