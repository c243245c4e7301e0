import { BLOCK, SKIP } from '#ui/markup.ts'

/**
 * Keeps the line that is being read where it is while the page around it changes.
 *
 * Browsers anchor scrolling themselves, but give up as soon as layout or size changes together
 * with the content, and WebKit long did not anchor at all. So we measure one line that survives,
 * change, measure again and scroll by the difference, all in one task: nothing is painted between.
 */

/** A line of text, by one character of it, and where in the window it should stand. */
interface LineAnchor {
  readonly node: Text
  readonly offset: number
  readonly top: number
}

/** Nothing that is visible survives: what stands at the element's place afterwards should stand here. */
interface ElementAnchor {
  readonly element: Element
  readonly top: number
}

type Anchor = LineAnchor | ElementAnchor

export interface PlaceKeeper {
  /** Runs `change`; `survives` says of a block whether it will be visible afterwards. */
  readonly keep: (survives: (block: Element) => boolean, change: () => void) => void
}

/**
 * The first anchor of a run of changes serves until the reader scrolls: every restoring is off by
 * a fraction of a pixel, and anchoring anew each time would add the fractions up.
 */
export function createPlaceKeeper(root: HTMLElement): PlaceKeeper {
  let last: { anchor: Anchor; scrollY: number; width: number } | null = null
  return {
    keep(survives, change) {
      const isUnmoved =
        last !== null &&
        Math.abs(window.scrollY - last.scrollY) < 1 &&
        last.width === window.innerWidth &&
        anchorSurvives(last.anchor, survives)
      const anchor = isUnmoved && last !== null ? last.anchor : findAnchor(root, survives)
      change()
      if (anchor === null) return
      restore(anchor)
      last = { anchor, scrollY: window.scrollY, width: window.innerWidth }
    },
  }
}

function restore(anchor: Anchor): void {
  const top = topOf(anchor)
  if (top === null) return
  const distance = top - anchor.top
  if (Math.abs(distance) > 0.05) window.scrollBy({ top: distance, behavior: 'instant' })
}

function topOf(anchor: Anchor): number | null {
  if ('element' in anchor) {
    return anchor.element.isConnected ? anchor.element.getBoundingClientRect().top : null
  }
  return anchor.node.isConnected ? topOfCharacter(anchor.node, anchor.offset) : null
}

function anchorSurvives(anchor: Anchor, survives: (block: Element) => boolean): boolean {
  if ('element' in anchor) return false
  const block = anchor.node.parentElement?.closest(BLOCK)
  return block !== null && block !== undefined && isShown(block) && survives(block)
}

const isShown = (element: Element) => element.closest('[hidden]') === null

/**
 * Asks the browser what stands in the window from its top downwards, every few pixels in the middle
 * of the text column: independent of the length of the text.
 */
function findAnchor(root: HTMLElement, survives: (block: Element) => boolean): Anchor | null {
  const column = root.getBoundingClientRect()
  const middle = Math.min(Math.max(column.left + column.width / 2, 1), window.innerWidth - 1)
  const seen = new Set<Element>()
  let firstPassing: Element | null = null
  for (let y = 1; y < window.innerHeight; y += 6) {
    const block = blockAt(root, middle, y)
    if (block === null || seen.has(block)) continue
    seen.add(block)
    if (survives(block)) {
      const line = firstVisibleLine(block)
      if (line !== null) return line
    } else {
      firstPassing ??= block
    }
  }
  return firstPassing === null ? null : substituteFor(firstPassing)
}

function blockAt(root: HTMLElement, x: number, y: number): Element | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const block = element.closest(BLOCK)
    if (block !== null && root.contains(block)) return block
  }
  return null
}

/** All that is visible will be hidden: the line that stands in for the first of it keeps its place. */
function substituteFor(block: Element): Anchor | null {
  const passage = block.closest('[data-passage]')
  const stub = passage?.nextElementSibling
  if (passage === null || passage === undefined || stub === null || stub === undefined) return null
  const top = Math.min(Math.max(passage.getBoundingClientRect().top, 0), window.innerHeight / 2)
  return { element: stub, top }
}

/** The first line of a block whose top is inside the window, else the line that the top edge cuts. */
function firstVisibleLine(block: Element): LineAnchor | null {
  let cut: LineAnchor | null = null
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node instanceof Text; node = texts.nextNode()) {
    if (node.parentElement?.closest(SKIP) !== null || node.data.trim() === '') continue
    const length = node.data.length
    const bottom = topOfCharacter(node, lastInk(node))
    if (bottom === null) continue
    if (bottom < 0) {
      cut = { node, offset: length - 1, top: bottom }
      continue
    }
    // The tops of a text's characters grow with their offsets: halve down to the first inside.
    let low = 0
    let high = lastInk(node)
    while (low < high) {
      const half = (low + high) >> 1
      const top = topOfCharacter(node, half)
      if (top === null || top < 0) low = half + 1
      else high = half
    }
    const top = topOfCharacter(node, low)
    if (top !== null && top < window.innerHeight) return { node, offset: low, top }
  }
  return cut
}

function lastInk(node: Text): number {
  return Math.max(node.data.trimEnd().length - 1, 0)
}

/** Null where a character takes no room: collapsed white space, hidden text. */
function topOfCharacter(node: Text, offset: number): number | null {
  const range = document.createRange()
  for (let at = offset; at < node.data.length; at += 1) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const rect = range.getClientRects()[0]
    if (rect !== undefined && rect.height > 0) return rect.top
  }
  return null
}
