import { MARKER } from '#ui/markup.ts'
import { noteOf } from '../note-content.ts'

/** What stands in the margin, and what in the text says where. */
export interface Item {
  /** The passage, or the note of the list at the end. */
  readonly element: HTMLElement
  /** The line that stands in for the passage, or the note's marker. */
  readonly mark: HTMLElement
}

/** Comments and inserts. What stands inside a sentence stays there, and so does what the editor says of the text. */
const PASSAGES = ['commentary', 'background'].map(
  (kind) => `.text .passage[data-kind="${kind}"]:not([hidden])`,
)
const IN_TEXT = [...PASSAGES, `.text ${MARKER}`].join()

export interface Found {
  /** In the order of their marks in the text. */
  readonly items: readonly Item[]
  /** All markers whose note is among the items: a note may have several. */
  readonly markers: readonly HTMLElement[]
}

/**
 * Reads from these parts of the page what is shown and may stand in the margin. `chosen`: beside which of
 * its markers a note stands; without a choice, the first.
 */
export function findItems(parts: readonly Element[], chosen: ReadonlyMap<Element, Element>): Found {
  const items: Item[] = []
  const markers: HTMLElement[] = []
  const placed = new Set<Element>()
  const areMarkersShown = !document.documentElement.hasAttribute('data-no-footnotes')
  for (const found of parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>(IN_TEXT)])) {
    if (!found.matches(MARKER)) {
      const mark = found.nextElementSibling
      if (mark instanceof HTMLElement) items.push({ element: found, mark })
      continue
    }
    if (!areMarkersShown || isHidden(found)) continue
    const note = noteOf(found)
    if (note === null) continue
    markers.push(found)
    const choice = chosen.get(note)
    const isChoice = choice === undefined || choice === found || isHidden(choice)
    if (!isChoice || placed.has(note)) continue
    placed.add(note)
    items.push({ element: note, mark: found })
  }
  return { items, markers }
}

function isHidden(element: Element): boolean {
  return element.closest('[hidden]') !== null
}

/** As it is called by those who speak of it. */
export function nameOf({ element, mark }: Item): string {
  return (
    element.querySelector('.voice-name')?.textContent ??
    mark.getAttribute('aria-label') ??
    mark.textContent
  )
}
