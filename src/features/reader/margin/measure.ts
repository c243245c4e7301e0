import type { ItemBeside } from '#core/margin'
import { IN_MARGIN, MARKER } from '#ui/markup.ts'
import type { Item } from './items.ts'

/** An item as the page shows it; CSS pixels, from the top of the text. */
export interface Measured extends ItemBeside {
  readonly item: Item
  /** Whether it is longer than the margin shows unasked. */
  readonly isLong: boolean
}

/** The most that an item takes unasked, as a share of the window and in `rem`. */
const MOST_OF_WINDOW = 0.6
const MOST = 20
/** So little more than the most is shown at once. */
const SLACK = 3

/** A note belongs to one word; a passage, to the gap between two paragraphs. */
const NOTE = 2
const PASSAGE = 1

export interface Caps {
  /** CSS pixels: the height of a long item that is not open. */
  readonly capped: number
  /** CSS pixels: what is not higher is not long. */
  readonly longFrom: number
}

export function capsOf(): Caps {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const capped = Math.round(Math.min(MOST * rem, MOST_OF_WINDOW * window.innerHeight))
  return { capped, longFrom: capped + SLACK * rem }
}

/** Reads and writes nothing: the browser lays out the page once for all items together. */
export function measure(
  text: HTMLElement,
  items: readonly Item[],
  caps: Caps,
): readonly Measured[] {
  const top = text.getBoundingClientRect().top
  const anchors = new Map<Element, number>()
  return items.map((item) => {
    const anchor = anchorOf(item, top, anchors)
    anchors.set(item.element, anchor)
    const { height } = item.element.getBoundingClientRect()
    const isOpen = item.element.hasAttribute('data-opened')
    // What is cut off counts, too.
    const isLong = Math.max(item.element.scrollHeight, height) > caps.longFrom
    const shown = isLong && !isOpen ? caps.capped : height
    return {
      item,
      anchor,
      height: shown,
      weight: item.mark.matches(MARKER) ? NOTE : PASSAGE,
      isLong,
    }
  })
}

/** A passage begins where it would break into the text; the first line of a note stands in the line of its marker. */
function anchorOf(
  { element, mark }: Item,
  top: number,
  anchors: ReadonlyMap<Element, number>,
): number {
  const rect = mark.getBoundingClientRect()
  if (!mark.matches(MARKER)) return rect.top - top
  const middle = (rect.top + rect.bottom) / 2
  const half = Number.parseFloat(getComputedStyle(element).lineHeight) / 2
  const around = mark.closest(IN_MARGIN)
  const wanted = around === null ? undefined : anchors.get(around)
  if (around === null || wanted === undefined) return middle - half - top
  // A note on a comment goes where the comment goes; where its line is cut off, to the end of what is shown.
  const box = around.getBoundingClientRect()
  return wanted + Math.min(middle - box.top, box.height) - half
}
