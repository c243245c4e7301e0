import {
  countWords,
  joinSegments,
  trustLayerId,
  wordStarts,
  type LayerId,
  type Segment,
  type TextSpan,
  firstWhere,
} from '#core/article'
import { BLOCK, IN_MARGIN, MARKER, PASSAGE, SKIP } from '#ui/markup.ts'
import { separatorBefore } from '#ui/separators.ts'

/**
 * The words of a page as one line, and the way between that line and the window. What counts is
 * written in `core/article/segments.ts`; places are numbers of words before them, hidden ones included.
 */
export interface WordsOnPage {
  readonly segments: readonly Segment[]
  /** Where the markers of notes stand. */
  readonly markers: readonly number[]
  /** Where the sections begin, and the ids of their headings; null before the first one. */
  readonly sections: readonly { readonly start: number; readonly heading: string | null }[]
  /** How many words of the text stand above a height in the window. */
  readonly wordsAbove: (y: number) => number
  /** The height in the window of the line in which the word behind a place stands; of what stands in for it where it is hidden. */
  readonly heightOf: (place: number) => number | null
  /** The id of a block that can be seen at a place or, failing that, near it. */
  readonly blockNear: (place: number) => string | null
  /** Where on the line a stretch of what a layer says in a block begins, to within a few words; null outside of the text. */
  readonly placeOf: (span: TextSpan, layer: string) => number | null
}

interface Part {
  readonly element: Element
  readonly start: number
  end: number
}

interface BlockPart extends Part {
  readonly passage: Element
}

/** What one layer says without a break in a block: where it begins, in the layer's letters and in words, and how long it is. */
interface Saying {
  readonly letters: number
  readonly place: number
  readonly length: number
  readonly words: number
}

/** Where a block begins, and what each layer says in it, in order. */
interface BlockLetters {
  readonly start: number
  readonly sayings: ReadonlyMap<string, readonly Saying[]>
}

interface PassagePart extends Part {
  readonly blocks: BlockPart[]
}

interface SectionPart extends Part {
  readonly heading: string | null
  readonly passages: PassagePart[]
}

/** One text node, and how many words of its block stand before it. */
interface Piece {
  readonly node: Text
  readonly before: number
  readonly starts: readonly number[]
}

/** Gives nothing now and then, so that a book is not read in one go; at last the whole. */
export function* readWords(root: Element): Generator<undefined, WordsOnPage> {
  const sections: SectionPart[] = []
  const blocks: BlockPart[] = []
  const segments: Segment[] = []
  const markers: number[] = []
  const letters = new Map<string, BlockLetters>()
  let total = 0
  for (const element of root.querySelectorAll('.section')) {
    const title = element.querySelector(':scope > :is(h2, h3, h4)')
    const heading = title?.id ?? null
    const section: SectionPart = { element, start: total, end: total, heading, passages: [] }
    sections.push(section)
    // A heading is no part of what is counted, but something may be found in it.
    if (title !== null) letters.set(nameOf(title), { start: total, sayings: new Map() })
    for (const own of element.querySelectorAll('.passage')) {
      const passage: PassagePart = { element: own, start: total, end: total, blocks: [] }
      section.passages.push(passage)
      const said: Segment[] = []
      for (const bearer of own.querySelectorAll(BLOCK)) {
        const block: BlockPart = { element: bearer, passage: own, start: total, end: total }
        const hearing = createHearing()
        for (const found of textsIn(bearer)) {
          if (found instanceof Element && found.matches(MARKER)) {
            markers.push(total)
            continue
          }
          const layer = layerOf(found)
          if (layer === null) continue
          if (found instanceof Element) {
            hearing.add(layer, separatorBefore(found).length, total, 0)
            continue
          }
          const words = countWords(found.data)
          hearing.add(layer, found.length, total, words)
          said.push({ layer, words })
          total += words
        }
        block.end = total
        letters.set(nameOf(bearer), { start: block.start, sayings: hearing.sayings })
        if (block.end === block.start) continue
        passage.blocks.push(block)
        blocks.push(block)
      }
      passage.end = total
      segments.push(...joinSegments(said))
      yield
    }
    section.end = total
  }

  const piecesOf = createPieces()
  const blockAt = (place: number): BlockPart | undefined =>
    blocks[
      Math.max(
        lastWhere(blocks, ({ start }) => start <= place),
        0,
      )
    ]

  return {
    segments,
    markers,
    sections,
    wordsAbove(y) {
      // Sections first: what is inside of one that is far away may not be laid out yet.
      const section = lastAbove(sections, ({ element }) => element, y)
      if (section === null) return 0
      if (isAbove(section.element, y)) return section.end
      const passage = lastAbove(section.passages, ({ element }) => inStream(element), y)
      if (passage === null) return section.start
      const standing = inStream(passage.element)
      if (standing !== passage.element || isAbove(standing, y)) return passage.end
      const block = lastAbove(passage.blocks, ({ element }) => element, y)
      if (block === null) return passage.start
      return isAbove(block.element, y) ? block.end : wordsAboveIn(block, piecesOf(block.element), y)
    },
    heightOf(place) {
      const block = blockAt(place)
      if (block === undefined) return null
      const standing = inStream(block.passage)
      if (standing !== block.passage) return standing.getBoundingClientRect().top
      const rect = rectOfWord(piecesOf(block.element), place - block.start)
      if (rect !== null) return middle(rect)
      const { top, bottom } = block.element.getBoundingClientRect()
      return place < block.end ? top : bottom
    },
    blockNear(place) {
      const at = Math.max(
        lastWhere(blocks, ({ start }) => start <= place),
        0,
      )
      const isShown = ({ element }: BlockPart) => element.closest('[hidden]') === null
      const near = blocks.slice(at).find(isShown) ?? blocks.slice(0, at).findLast(isShown)
      return near === undefined ? null : nameOf(near.element)
    },
    placeOf(span, layer) {
      const block = letters.get(span.block)
      if (block === undefined) return null
      const sayings = block.sayings.get(layer) ?? []
      const saying = sayings[lastWhere(sayings, (one) => one.letters <= span.start)]
      if (saying === undefined) return block.start
      const share = Math.min((span.start - saying.letters) / saying.length, 1)
      return saying.place + Math.round(share * saying.words)
    },
  }
}

/** Hears a block from its beginning to its end, piece by piece. */
function createHearing() {
  const sayings = new Map<string, Saying[]>()
  const heard = new Map<string, number>()
  return {
    sayings,
    add(layer: string, length: number, place: number, words: number) {
      if (length === 0) return
      const before = heard.get(layer) ?? 0
      heard.set(layer, before + length)
      const own = sayings.get(layer) ?? []
      sayings.set(layer, own)
      own.push({ letters: before, place, length, words })
    },
  }
}

/** The text nodes of a block that hold words as found, and among them the markers and what separates words without being text. */
function* textsIn(block: Element): Generator<Text | Element> {
  const nodes = document.createTreeWalker(
    block,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(SKIP) && !isMarker(node)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    if (node instanceof Text) {
      if (node.parentElement?.closest(SKIP) === null) yield node
    } else if (node instanceof Element && node.matches(SEPARATING)) yield node
  }
}

const SEPARATING = `${MARKER}, br, td, th`

function isMarker(skipped: Element): boolean {
  return skipped.matches(MARKER) || skipped.querySelector(MARKER) !== null
}

/** Null for the editor's own words, which have no layer. */
function layerOf(node: Node): LayerId | null {
  const speaker = node.parentElement?.closest('[data-layer]')?.getAttribute('data-layer')
  return speaker === null || speaker === undefined || speaker === 'editorial'
    ? null
    : trustLayerId(speaker)
}

function nameOf(block: Element): string {
  return block.getAttribute('data-block') || block.id
}

/**
 * What stands in the stream of the text for a passage: itself or, where it is hidden or stands in
 * the margin, the line behind it.
 */
function inStream(passage: Element): Element {
  const isAway = passage.hasAttribute('hidden') || passage.matches(IN_MARGIN)
  return (isAway ? passage.nextElementSibling : null) ?? passage
}

/** The pieces of the block that was asked for last: from one frame to the next it is mostly the same. */
function createPieces(): (block: Element) => readonly Piece[] {
  let known: Element | null = null
  let pieces: readonly Piece[] = []
  return (block) => {
    // Whoever translates a page may have put other nodes there meanwhile.
    if (block === known && pieces.every(({ node }) => node.isConnected)) return pieces
    const found: Piece[] = []
    let before = 0
    for (const node of textsIn(block)) {
      if (!(node instanceof Text) || layerOf(node) === null) continue
      const starts = wordStarts(node.data)
      if (starts.length > 0) found.push({ node, before, starts })
      before += starts.length
    }
    known = block
    pieces = found
    return pieces
  }
}

/** The words of a block that is cut by the height. The words that are shown stand in lines one below the other, so halve. */
function wordsAboveIn(block: BlockPart, pieces: readonly Piece[], y: number): number {
  const shown = pieces.filter(({ node }) => !isHiddenInsertion(node))
  const stands = (piece: Piece, index: number) => {
    const rect = rectAt(piece, index)
    return rect !== null && middle(rect) <= y
  }
  const piece = shown[lastWhere(shown, (one) => stands(one, 0))]
  if (piece === undefined) return block.start
  const index = lastWhere(piece.starts, (_, at) => stands(piece, at))
  return Math.min(block.start + piece.before + index + 1, block.end)
}

function isHiddenInsertion(node: Text): boolean {
  return node.parentElement?.closest(PASSAGE)?.hasAttribute('hidden') === true
}

function rectOfWord(pieces: readonly Piece[], index: number): DOMRect | null {
  const at = lastWhere(pieces, ({ before }) => before <= index)
  const piece = pieces[at]
  if (piece === undefined) return null
  // A word of an insertion that is hidden stands where the words behind it stand, or before it.
  const shown = isHiddenInsertion(piece.node)
    ? (pieces.slice(at).find(({ node }) => !isHiddenInsertion(node)) ??
      pieces.slice(0, at).findLast(({ node }) => !isHiddenInsertion(node)))
    : piece
  if (shown === undefined) return null
  const inPiece = Math.min(Math.max(index - shown.before, 0), shown.starts.length - 1)
  return rectAt(shown, inPiece)
}

/** Of a word's first letter; null where it takes no room. */
function rectAt({ node, starts }: Piece, index: number): DOMRect | null {
  const start = starts[index]
  if (start === undefined || start >= node.length) return null
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, start + 1)
  const rect = range.getClientRects()[0]
  return rect !== undefined && rect.height > 0 ? rect : null
}

function middle({ top, bottom }: DOMRect): number {
  return (top + bottom) / 2
}

function isAbove(element: Element, y: number): boolean {
  return element.getBoundingClientRect().bottom <= y
}

function lastAbove<P>(parts: readonly P[], elementOf: (part: P) => Element, y: number): P | null {
  return parts[lastWhere(parts, (part) => elementOf(part).getBoundingClientRect().top <= y)] ?? null
}

/** The last index for which it is so, where it is so up to some index and not behind it; -1 if for none. */
function lastWhere<P>(parts: readonly P[], isSo: (part: P, index: number) => boolean): number {
  const isOver = (index: number): boolean => {
    const part = parts[index]
    return part === undefined || !isSo(part, index)
  }
  return firstWhere(parts.length, isOver) - 1
}
