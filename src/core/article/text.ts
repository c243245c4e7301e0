import { originalLayer } from './layers.ts'
import type { Article, Block, EditorialLayer, Inline, LayerId, PlaceId } from './model.ts'

/*
 * One layer's own words as one string, and the way back to the page.
 *
 * Quotes are described and found in one layer's text as if the other layers were not there, so that
 * switching layers can never move or break a link. The same text is read twice: here from the
 * model, and on the page from the DOM. What counts as text, for both:
 *
 * - A *text block* is a paragraph, a heading, a code block, a table, a figure (its caption), or a
 *   passage's title. Its name is the id of that block; for a title it is the id of the passage.
 *   Quotes, lists and list items are only containers.
 * - The blocks stand in document order: section heading, then its passages, each with its title
 *   first; after the last section the footnotes, in their order.
 * - A word belongs to the innermost speaker around it: the passage's layer, or the layer of an
 *   insertion. A section's heading speaks in the original layer, a footnote's blocks in its layer.
 *   So one paragraph may have a text in two layers: its own words, and those inserted by another.
 * - The text is as found, character by character: no white space is trimmed or collapsed, capitals
 *   stay capitals, a line break is one '\n'. Between the cells of a row stands '\t', between rows
 *   '\n'.
 * - In no layer's text: footnote markers, `editorial` and `lost` words inside a block, `lost` blocks,
 *   alternative texts, and all that the page adds (labels, stubs, buttons, notes on errors). The page
 *   marks these with `data-skip`. What is skipped leaves no trace: its neighbours touch.
 * - A block without a word in the layer is no block of that layer.
 */

/** Who speaks: a layer of the article, or the editor of this edition. */
export type Speaker = LayerId | EditorialLayer

/** A place between two characters. */
export interface Point {
  readonly block: PlaceId
  /** In UTF-16 code units, in the block's text of one layer. */
  readonly offset: number
}

/** What a person selected in one layer; its ends may lie in different blocks. */
export interface TextRange {
  readonly start: Point
  readonly end: Point
}

/** A stretch inside one block: what can be painted. */
export interface TextSpan {
  readonly block: PlaceId
  readonly start: number
  readonly end: number
}

/** Something that wants to mark the text. It never says who asked. */
export interface Highlight {
  readonly id: string
  readonly kind: 'note' | 'search-hit' | 'current-hit' | 'link-target'
  /** In whose text the spans are. */
  readonly layer: string
  /** In document order. */
  readonly spans: readonly TextSpan[]
}

/** The words of one block in one layer. */
export interface TextBlock {
  readonly block: PlaceId
  readonly text: string
}

/** One layer's words as one string. */
export interface LayerText {
  /** The blocks' texts, joined by '\n'. */
  readonly text: string
  /** The point at an offset in the whole text; offsets outside are moved to the nearest end. Null only where there are no blocks. */
  readonly pointAt: (offset: number) => Point | null
  /** The offset of a point in the whole text, kept inside its block; null when the layer has no such block. */
  readonly offsetOf: (point: Point) => number | null
  /** The stretch from start to end, cut at the blocks' borders; blocks of which it holds no character are left out. */
  readonly spansOf: (start: number, end: number) => readonly TextSpan[]
}

/** Joins the blocks of one layer, in document order. The page calls it with blocks read from the DOM, everybody else with `layerBlocks`. */
export function joinBlocks(blocks: readonly TextBlock[]): LayerText {
  const text = blocks.map((block) => block.text).join('\n')
  const starts: number[] = []
  const indexOfBlock = new Map<PlaceId, number>()
  let length = 0
  for (const [index, { block, text: words }] of blocks.entries()) {
    starts.push(length)
    if (!indexOfBlock.has(block)) indexOfBlock.set(block, index)
    length += words.length + 1
  }

  /** The last block that begins at or before the offset. */
  function blockIndexAt(offset: number): number {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  return {
    text,
    pointAt(offset) {
      const index = blockIndexAt(offset)
      const block = blocks[index]
      if (block === undefined) return null
      const start = starts[index] ?? 0
      return { block: block.block, offset: clamp(offset - start, 0, block.text.length) }
    },
    offsetOf(point) {
      const index = indexOfBlock.get(point.block)
      if (index === undefined) return null
      return (starts[index] ?? 0) + clamp(point.offset, 0, blocks[index]?.text.length ?? 0)
    },
    spansOf(start, end) {
      const spans: TextSpan[] = []
      for (let index = blockIndexAt(start); index < blocks.length; index += 1) {
        const block = blocks[index]
        const blockStart = starts[index] ?? 0
        if (block === undefined || blockStart >= end) break
        const span = {
          block: block.block,
          start: clamp(start - blockStart, 0, block.text.length),
          end: clamp(end - blockStart, 0, block.text.length),
        }
        if (span.start < span.end) spans.push(span)
      }
      return spans
    },
  }
}

/** A block's words in one layer, and where they stand. */
export interface SpokenBlock extends TextBlock {
  readonly speaker: Speaker
  /** The id of the heading, or of the footnote, that it stands under; null before the first heading. */
  readonly under: PlaceId | null
  readonly isNote: boolean
}

/** A layer's text blocks, in document order. */
export function layerBlocks(article: Article, layer: Speaker): readonly TextBlock[] {
  return spokenBlocks(article, [layer]).map(({ block, text }) => ({ block, text }))
}

/** What `layers` say, block by block in document order; where several speak in one block, in the order of `layers`. */
export function spokenBlocks(article: Article, layers: readonly Speaker[]): readonly SpokenBlock[] {
  const original = originalLayer(article.layers)
  const found: SpokenBlock[] = []
  let under: PlaceId | null = null
  let isNote = false
  const add = (block: PlaceId, textOf: (layer: Speaker) => string) => {
    for (const speaker of layers) {
      const text = textOf(speaker)
      if (text !== '') found.push({ block, text, speaker, under, isNote })
    }
  }
  const addBlocks = (blocks: readonly Block[], speaker: Speaker) => {
    for (const block of blocks) {
      switch (block.type) {
        case 'blockquote':
          addBlocks(block.children, speaker)
          break
        case 'list':
          for (const item of block.items) addBlocks(item, speaker)
          break
        case 'paragraph':
        case 'heading':
        case 'code':
        case 'table':
        case 'figure':
          add(block.id, (layer) => blockText(block, speaker, layer))
          break
        case 'thematicBreak':
        case 'lost':
          break
      }
    }
  }
  for (const { heading, passages } of article.sections) {
    under = heading?.id ?? null
    if (heading !== null && original !== null)
      add(heading.id, (layer) => blockText(heading, original, layer))
    for (const passage of passages) {
      add(passage.id, (layer) => inlineText(passage.title, passage.layer, layer))
      addBlocks(passage.blocks, passage.layer)
    }
  }
  isNote = true
  for (const footnote of article.footnotes) {
    under = footnote.id
    addBlocks(footnote.blocks, footnote.layer)
  }
  return found
}

/** A block that holds words itself. */
export type TextBearer = Extract<
  Block,
  { readonly type: 'paragraph' | 'heading' | 'code' | 'table' | 'figure' }
>

/** The words that `layer` has in a block of `speaker`'s; without a layer, the speaker's own words. */
export function blockText(block: TextBearer, speaker: Speaker, layer: Speaker = speaker): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children, speaker, layer)
    case 'figure':
      return inlineText(block.caption, speaker, layer)
    case 'code':
      return speaker === layer ? block.value : ''
    case 'table': {
      const rows = block.rows.map((cells) => cells.map((cell) => inlineText(cell, speaker, layer)))
      // A table in which the layer says nothing must not count as a block of tabs.
      if (rows.every((cells) => cells.every((cell) => cell === ''))) return ''
      return rows.map((cells) => cells.join('\t')).join('\n')
    }
  }
}

function inlineText(inlines: readonly Inline[], speaker: Speaker, layer: Speaker): string {
  const speaking = speaker === layer
  let text = ''
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
      case 'inlineCode':
        if (speaking) text += inline.value
        break
      case 'capitals':
        if (speaking) text += inline.found
        break
      case 'break':
        if (speaking) text += '\n'
        break
      case 'insertion':
        text += inlineText(inline.children, inline.layer, layer)
        break
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'sic':
      case 'mended':
      case 'foreign':
        text += inlineText(inline.children, speaker, layer)
        break
      case 'footnoteReference':
      case 'editorial':
      case 'lost':
        break
    }
  }
  return text
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
