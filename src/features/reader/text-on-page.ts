import {
  joinBlocks,
  trustPlaceId,
  type LayerText,
  type PlaceId,
  type TextBlock,
  firstIndex,
} from '#core/article'
import { BLOCK, SKIP } from '#ui/markup.ts'
import { separatorBefore } from '#ui/separators.ts'

/**
 * The layers' texts, read from the page instead of from the model, and the way between text and
 * DOM. What counts as text is written in `core/article/text.ts`. One thing differs: names in
 * capitals stand in the document in their plain form, so a text read here and one read from the
 * model differ in case, never in length.
 */
export interface TextOnPage {
  readonly layer: string
  readonly text: LayerText
  /** The DOM range of a stretch of the text; null if the stretch is empty. */
  readonly rangeOf: (start: number, end: number) => Range | null
  /** The stretch of this layer's text that a DOM range covers; null if it covers none. */
  readonly stretchOf: (range: Range) => { readonly start: number; readonly end: number } | null
  /** The offset of the layer's first character inside or after an element; null if nothing follows. */
  readonly offsetAfter: (element: Element) => number | null
}

interface Piece {
  readonly node: Text
  /** The offset of the node's first character in the layer's text. */
  readonly start: number
}

interface Collected {
  readonly blocks: { block: PlaceId; text: string }[]
  readonly pieces: Piece[]
  length: number
}

/** `original` names the layer that speaks where nobody else is named: in the headings of sections. */
export function readTexts(root: Element, original: string): readonly TextOnPage[] {
  const collected = new Map<string, Collected>()
  for (const block of root.querySelectorAll(BLOCK)) readBlock(block, original, collected)
  return [...collected].map(([layer, { blocks, pieces }]) => textOnPage(layer, blocks, pieces))
}

/** One block's words in one layer, and where on the page they stand. */
export interface BlockOnPage extends TextBlock {
  readonly layer: string
  /** The id of the heading, or of the footnote, that it stands under; null before the first heading. */
  readonly under: PlaceId | null
  readonly isNote: boolean
}

/** Every block in document order, one at a time, so that whoever reads a book can pause in between. */
export function* readBlocks(root: Element, original: string): Generator<BlockOnPage> {
  for (const block of root.querySelectorAll(BLOCK)) {
    const note = block.closest('[data-note]')
    const heading = block.closest('.section')?.querySelector(':scope > :is(h2, h3, h4)')
    const place = (note ?? heading)?.id ?? ''
    const under = place === '' ? null : trustPlaceId(place)
    const collected = new Map<string, Collected>()
    readBlock(block, original, collected)
    for (const [layer, { blocks }] of collected) {
      for (const words of blocks) yield { ...words, layer, under, isNote: note !== null }
    }
  }
}

/** The element that holds a block's words, by the block's id. */
export function blocksById(root: Element): ReadonlyMap<string, Element> {
  const blocks = new Map<string, Element>()
  for (const block of root.querySelectorAll(BLOCK)) blocks.set(idOf(block), block)
  return blocks
}

/** Makes a DOM range of a stretch of what `layer` says in a block; null if it says nothing there. */
export function rangesIn(
  block: Element,
  layer: string,
  original: string,
): (start: number, end: number) => Range | null {
  const collected = new Map<string, Collected>()
  readBlock(block, original, collected)
  const own = collected.get(layer)
  return own === undefined ? () => null : textOnPage(layer, own.blocks, own.pieces).rangeOf
}

/** The id of a block's place, from its element. */
export function idOf(block: Element): PlaceId {
  return trustPlaceId(block.getAttribute('data-block') || block.id)
}

function readBlock(block: Element, original: string, collected: Map<string, Collected>): void {
  const id = idOf(block)
  const seen = new Set<string>()
  const nodes = document.createTreeWalker(
    block,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(SKIP)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  )
  const say = (node: Node, text: string) => {
    if (text === '') return
    const layer =
      node.parentElement?.closest('[data-layer]')?.getAttribute('data-layer') ?? original
    const into = collected.get(layer) ?? { blocks: [], pieces: [], length: 0 }
    collected.set(layer, into)
    if (!seen.has(layer)) {
      seen.add(layer)
      if (into.blocks.length > 0) into.length += 1
      into.blocks.push({ block: id, text: '' })
    }
    const current = into.blocks.at(-1)
    if (current === undefined) return
    if (node instanceof Text) into.pieces.push({ node, start: into.length })
    current.text += text
    into.length += text.length
  }
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    if (node instanceof Text) say(node, node.data)
    else if (node instanceof Element) say(node, separatorBefore(node))
  }
}

function textOnPage(
  layer: string,
  blocks: readonly TextBlock[],
  pieces: readonly Piece[],
): TextOnPage {
  const pieceAt = (offset: number): Piece | undefined =>
    pieces[firstIndex(pieces, ({ start }) => start > offset) - 1]
  return {
    layer,
    text: joinBlocks(blocks),
    rangeOf(start, end) {
      const first = pieceAt(start)
      const last = pieceAt(end - 1)
      if (first === undefined || last === undefined || end <= start) return null
      const range = document.createRange()
      range.setStart(first.node, Math.min(start - first.start, first.node.length))
      range.setEnd(last.node, Math.min(end - last.start, last.node.length))
      return range
    },
    stretchOf(range) {
      let start: number | null = null
      let end = 0
      for (const { node, start: at } of pieces) {
        if (!range.intersectsNode(node)) continue
        const from = node === range.startContainer ? range.startOffset : 0
        const to = node === range.endContainer ? range.endOffset : node.length
        if (to <= from) continue
        start ??= at + from
        end = at + to
      }
      return start === null ? null : { start, end }
    },
    offsetAfter(element) {
      const isAfter = ({ node }: Piece) =>
        (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      return pieces.find(isAfter)?.start ?? null
    },
  }
}
