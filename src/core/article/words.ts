import { countWords } from './counting.ts'
import type { Block, Inline, LayerId, Passage } from './model.ts'

/**
 * The words of blocks and inlines as one string: for titles, counts and index entries. (Places in
 * a layer's text are the business of `text.ts`.)
 */

interface WordsOptions {
  /** Names in capitals by their plain form. */
  readonly plain?: boolean
}

export function inlineWords(inlines: readonly Inline[], options: WordsOptions = {}): string {
  return inlines.map((inline) => words(inline, options)).join('')
}

function words(inline: Inline, options: WordsOptions): string {
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return inline.value
    case 'break':
      return ' '
    case 'footnoteReference':
      return ''
    case 'capitals':
      return options.plain ? inline.plain : inline.found
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'insertion':
    case 'editorial':
    case 'sic':
    case 'mended':
    case 'lost':
    case 'foreign':
      return inlineWords(inline.children, options)
  }
}

/** Inlines of a block in reading order, those of nested blocks included. */
export function blockInlines(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'lost':
      return block.children
    case 'blockquote':
      return block.children.flatMap(blockInlines)
    case 'list':
      return block.items.flatMap((item) => item.flatMap(blockInlines))
    case 'table':
      return block.rows.flat(2)
    case 'figure':
      return block.caption
    case 'code':
      return [{ type: 'text', value: block.value }]
    case 'thematicBreak':
      return []
  }
}

/** How many words each layer says in a passage; the editor's words and lost places are not counted. */
export function countPassage(
  passage: Passage,
  count: (layer: LayerId, words: number) => void,
): void {
  if (passage.layer === 'editorial') return
  const layer = passage.layer
  countInlines(passage.title, layer, count)
  countBlocks(passage.blocks, layer, count)
}

function countBlocks(
  blocks: readonly Block[],
  layer: LayerId,
  count: (layer: LayerId, words: number) => void,
): void {
  for (const block of blocks) {
    if (block.type === 'blockquote') countBlocks(block.children, layer, count)
    else if (block.type === 'list') countBlocks(block.items.flat(), layer, count)
    else if (block.type !== 'lost') countInlines(blockInlines(block), layer, count)
  }
}

function countInlines(
  inlines: readonly Inline[],
  layer: LayerId,
  count: (layer: LayerId, words: number) => void,
): void {
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
      case 'inlineCode':
        count(layer, countWords(inline.value))
        break
      case 'capitals':
        count(layer, countWords(inline.found))
        break
      case 'insertion':
        countInlines(inline.children, inline.layer, count)
        break
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'sic':
      case 'mended':
      case 'foreign':
        countInlines(inline.children, layer, count)
        break
      case 'break':
      case 'footnoteReference':
      case 'editorial':
      case 'lost':
        break
    }
  }
}
