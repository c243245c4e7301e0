import { firstWhere } from '#core/article'

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
  /** Of its footing, see `footingOf`. */
  readonly top: number
}

/** Nothing that is visible survives: what stands in for it should stand here. */
interface ElementAnchor {
  readonly element: Element
  readonly top: number
}

type Anchor = LineAnchor | ElementAnchor

export interface Change {
  /** Names of what the page shows before and after, the same name for the same view. */
  readonly from: string
  readonly to: string
  /** Whether `node`, which is visible, will be visible afterwards. */
  readonly survives: (node: Node) => boolean
  /** What will stand in the place of `node`, which goes away. */
  readonly standIn: (node: Node) => Element | null
  readonly apply: () => void
}

export interface PlaceKeeper {
  readonly keep: (change: Change) => void
  /** For changes of how all text looks: size, face, measure. What is visible stays so. */
  readonly keepLook: (apply: () => void) => void
}

/** Changes between which the reader does not scroll. */
interface Run {
  /**
   * The line that stood first in each view of the run: whoever comes back to a view without having
   * scrolled comes back to that line, though it was gone in between.
   */
  readonly firstLines: Map<string, LineAnchor>
  /** By how much the last restoring missed. Scrolling goes by whole pixels; this keeps fractions from adding up. */
  readonly error: number
  readonly scrollY: number
  readonly width: number
}

export function createPlaceKeeper(root: HTMLElement): PlaceKeeper {
  let last: Run | null = null
  const keep = ({ from, to, survives, standIn, apply }: Change) => {
    const isUnmoved =
      last !== null &&
      Math.abs(window.scrollY - last.scrollY) < 1 &&
      last.width === window.innerWidth
    const run = isUnmoved ? last : null
    const firstLines = run?.firstLines ?? new Map<string, LineAnchor>()
    const error = run?.error ?? 0

    let first: LineAnchor | null = null
    let surviving: LineAnchor | null = null
    let anchors: readonly (Anchor | null | undefined)[] = []
    attempt(() => {
      for (const line of linesInWindow(root)) {
        const wanted = { ...line, top: line.top - error }
        first ??= wanted
        if (!survives(line.node)) continue
        surviving = wanted
        break
      }
      if (first !== null && !firstLines.has(from)) firstLines.set(from, first)
      anchors = [firstLines.get(to), surviving, first === null ? null : substitute(first, standIn)]
    })

    apply()

    attempt(() => {
      const missed = anchors.reduce<number | null>(
        (done, anchor) => done ?? (anchor ? restore(anchor) : null),
        null,
      )
      last = {
        firstLines,
        error: missed !== null && Math.abs(missed) < 1 ? missed : 0,
        scrollY: window.scrollY,
        width: window.innerWidth,
      }
    })
  }
  return {
    keep,
    keepLook(apply) {
      keep({ from: LOOK, to: LOOK, survives: () => true, standIn: () => null, apply })
    },
  }
}

/**
 * All looks are one view: as long as the reader does not scroll, the line that stood first before the
 * first change is held through all of them. Held anew at each step of a slider, it would wander off,
 * since the beginning of its line is another one every time.
 */
const LOOK = 'look'

/** The change that was asked for comes, also where its place cannot be measured. */
function attempt(step: () => void): void {
  try {
    step()
  } catch (error) {
    reportError(error)
  }
}

/** All that is visible goes away: what stands in for the first of it takes its place. */
function substitute(
  { node, top }: LineAnchor,
  standIn: (node: Node) => Element | null,
): ElementAnchor | null {
  const element = standIn(node)
  return element === null
    ? null
    : { element, top: Math.min(Math.max(top, 0), window.innerHeight / 2) }
}

/** By how much the anchor is off afterwards; null if it cannot be seen. */
function restore(anchor: Anchor): number | null {
  const top = topOf(anchor)
  if (top === null) return null
  // Firefox and WebKit leave out what is less than a pixel of the screen, where rounding errs by half.
  const pixels = Math.round((top - anchor.top) * window.devicePixelRatio)
  if (pixels !== 0) {
    window.scrollBy({ top: pixels / window.devicePixelRatio, behavior: 'instant' })
  }
  return (topOf(anchor) ?? anchor.top) - anchor.top
}

function topOf(anchor: Anchor): number | null {
  if ('node' in anchor) {
    const isShown = anchor.node.parentElement?.closest('[hidden]') === null
    return isShown ? footingOf(anchor.node, anchor.offset) : null
  }
  const { top, height } = anchor.element.getBoundingClientRect()
  return height > 0 ? top : null
}

/** Elements whose text stands in lines of their own. */
const LINES = 'p, li, h1, h2, h3, h4, h5, h6, td, th, pre, summary, figcaption'
/** Not to be seen, or beside the line or above it, and often what changes. */
export const NO_LINE = 'sup, [data-copy-link], [hidden]'
/** CSS pixels: less than the lowest line, and more than words in another size stand lower or higher. */
const SAME_LINE = 8
/** CSS pixels: less than any line is high. */
const STEP = 12

/**
 * The lines that stand in the window with their whole height, from the top down, one per stretch of
 * text; then those that the top edge cuts. Asks the browser what is there every few pixels, in the
 * middle of the column: this costs the same however long the text is.
 */
function* linesInWindow(root: HTMLElement): Generator<LineAnchor> {
  const column = root.getBoundingClientRect()
  const middle = Math.min(Math.max(column.left + column.width / 2, 1), window.innerWidth - 1)
  const seen = new Set<Element>()
  const cut: LineAnchor[] = []
  for (let y = 1; y < window.innerHeight; y += STEP) {
    const element = linesAt(root, middle, y)
    if (element === null || seen.has(element)) continue
    seen.add(element)
    let lastTop = -Infinity
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node instanceof Text; node = texts.nextNode()) {
      if (node.data.trim() === '' || node.parentElement?.closest(NO_LINE) !== null) continue
      const end = node.data.trimEnd().length - 1
      const bottom = topOfCharacter(node, end)
      if (bottom === null) continue
      // What goes on in a line that has begun is no footing: it may find itself in another line.
      const line = firstLineFrom(node, end, Math.max(0, lastTop + SAME_LINE))
      if (line !== null && line.top < window.innerHeight) yield footed(line)
      else if (bottom < 0) cut.push(footed({ node, offset: end, top: bottom }))
      lastTop = bottom
    }
  }
  yield* cut
}

/** The element whose text stands in lines at a point of the window; null where no text of `root` does. */
export function linesAt(root: HTMLElement, x: number, y: number): Element | null {
  const top = document.elementFromPoint(x, y)
  if (top === null) return null
  // What lies over the text is looked through; asking for all that is there takes several times as long.
  const elements = root.contains(top) ? [top] : document.elementsFromPoint(x, y)
  for (const element of elements) {
    const lines = element.closest(LINES)
    if (lines !== null && root.contains(lines)) return lines
  }
  return null
}

/** The beginning of the first line of a text that stands at `from` or below. */
export function firstLineFrom(node: Text, end: number, from: number): LineAnchor | null {
  // The tops of a text's characters grow with their offsets: the first that is there is meant.
  const isThere = (top: number | null): top is number => top !== null && top >= from
  const offset = firstWhere(end, (index) => isThere(topOfCharacter(node, index)))
  const top = topOfCharacter(node, offset)
  return isThere(top) ? { node, offset, top } : null
}

/**
 * Where the letters of a line stand, or nearly: names in capitals are smaller and grow when these are
 * switched off, so that the character is higher though its line stays. Faces differ little in the
 * share that is above the footing.
 */
function footingOf(node: Text, offset: number): number | null {
  const rect = rectOfCharacter(node, offset)
  return rect === null ? null : rect.top + ABOVE_FOOTING * rect.height
}

const ABOVE_FOOTING = 0.79

function footed(line: LineAnchor): LineAnchor {
  return { ...line, top: footingOf(line.node, line.offset) ?? line.top }
}

function topOfCharacter(node: Text, offset: number): number | null {
  return rectOfCharacter(node, offset)?.top ?? null
}

/** Null where a character takes no room: collapsed white space, hidden text. */
function rectOfCharacter(node: Text, offset: number): DOMRect | null {
  const range = document.createRange()
  for (let at = offset; at < node.data.length; at += 1) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const rect = range.getClientRects()[0]
    if (rect !== undefined && rect.height > 0) return rect
  }
  return null
}
