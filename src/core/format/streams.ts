import type {
  Article,
  Block,
  FootnoteReference,
  Inline,
  LayerId,
  LayerKind,
  PlaceId,
} from '#core/article'
import { tokenize } from './tokens.ts'

/*
 * The words that an article has from its source, in order. The editor's words are left out; a
 * footnote marker stands as the source writes it.
 */

/** What of the source a word ended up in. */
export type CoverageKind =
  'original' | 'commentary' | 'background' | 'about-author' | 'footnotes' | 'credits' | 'omissions'

/** Words in a fixed order: the running text, or one chunk that may stand anywhere in the source. */
export interface Stream {
  readonly texts: readonly string[]
  readonly kinds: readonly CoverageKind[]
  /** What each word belongs to: a block's id, or words for people. */
  readonly owners: readonly Owner[]
  /** Signs that the source may show before a word and the article shows in another way. */
  readonly signs: ReadonlyMap<number, readonly Sign[]>
}

export interface Owner {
  /** Null where a thing has no place on the page. */
  readonly place: PlaceId | null
  readonly what: string
}

/** The mark of a list item, the border of a table's cell, the rule under a table's head, or one between paragraphs. */
export type Sign =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'bullet' | 'border' | 'head' | 'rule' }

export interface SourceStreams {
  /** The running text: headings and passages. */
  readonly running: Stream
  /** Footnotes, credits and omissions: each stands in the source once, wherever that is. */
  readonly loose: readonly LooseStream[]
  /** Words of ours. */
  readonly editorial: number
}

export interface LooseStream extends Stream {
  /** How many words at its start are only the sign of a footnote's definition. */
  readonly lead: number
}

export function sourceStreams(article: Article): SourceStreams {
  const kinds = new Map<LayerId, LayerKind>(article.layers.map((layer) => [layer.id, layer.kind]))
  const { marker, definition } = article.source.notation ?? { marker: '[#]', definition: '[#]' }
  const own = new Map(
    article.footnotes.flatMap(({ id, notation }) =>
      notation === undefined ? [] : [[id, notation] as const],
    ),
  )
  const write: MarkerWriter = ({ footnote, label }) =>
    own.get(footnote)?.marker ?? marker.replaceAll('#', () => label)
  const running = new StreamWriter(kinds, write)
  for (const { heading, passages } of article.sections) {
    if (heading !== null) running.block(heading, 'original')
    for (const passage of passages) {
      const kind = passage.role === 'about-author' ? 'about-author' : running.kindOf(passage.layer)
      running.words(passage.title, kind, passage.id)
      running.blocks(passage.blocks, kind)
    }
  }
  let editorial = running.editorial
  const notes = article.footnotes
    .filter((footnote) => footnote.status !== 'lost')
    .map((footnote) => {
      const writer = new StreamWriter(kinds, write)
      const sign = footnote.notation?.definition ?? definition.replaceAll('#', () => footnote.label)
      const owner = { place: footnote.id, what: `footnote ${footnote.label}` }
      writer.plain(sign, 'footnotes', owner)
      const lead = writer.length
      writer.blocks(footnote.blocks, 'footnotes')
      editorial += writer.editorial
      return writer.loose(lead)
    })
  const named = (
    texts: readonly { readonly text: string; readonly what: string }[],
    kind: CoverageKind,
  ) =>
    texts.map(({ text, what }) => {
      const writer = new StreamWriter(kinds, write)
      writer.plain(text, kind, {
        place: null,
        what: `${kind === 'credits' ? 'credit' : 'omission'} “${what}”`,
      })
      return writer.loose(0)
    })
  return {
    running: running.stream(),
    loose: [
      ...notes,
      ...named(article.credits, 'credits'),
      ...named(article.omissions, 'omissions'),
    ].filter((stream) => stream.texts.length > 0),
    editorial,
  }
}

type SpokenKind = CoverageKind | 'editorial'
/** A marker as the source has it. */
type MarkerWriter = (reference: FootnoteReference) => string

class StreamWriter {
  readonly #layerKinds: ReadonlyMap<LayerId, LayerKind>
  readonly #marker: MarkerWriter
  readonly #texts: string[] = []
  readonly #kinds: CoverageKind[] = []
  readonly #owners: Owner[] = []
  readonly #signs = new Map<number, Sign[]>()
  editorial = 0

  constructor(layerKinds: ReadonlyMap<LayerId, LayerKind>, marker: MarkerWriter) {
    this.#layerKinds = layerKinds
    this.#marker = marker
  }

  get length(): number {
    return this.#texts.length
  }

  stream(): Stream {
    return { texts: this.#texts, kinds: this.#kinds, owners: this.#owners, signs: this.#signs }
  }

  loose(lead: number): LooseStream {
    return { ...this.stream(), lead }
  }

  kindOf(layer: string): SpokenKind {
    const kind = [...this.#layerKinds].find(([id]) => id === layer)?.[1]
    return kind === 'original' || kind === 'commentary' || kind === 'background'
      ? kind
      : 'editorial'
  }

  plain(text: string, kind: CoverageKind, owner: Owner): void {
    for (const token of tokenize(text).texts) this.#push(token, kind, owner)
  }

  blocks(blocks: readonly Block[], kind: SpokenKind): void {
    for (const block of blocks) this.block(block, kind)
  }

  block(block: Block, kind: SpokenKind): void {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        this.words(block.children, kind, block.id)
        break
      case 'blockquote':
        this.blocks(block.children, kind)
        break
      case 'list':
        for (const [index, item] of block.items.entries()) {
          this.#sign(
            block.ordered ? { type: 'number', value: block.start + index } : { type: 'bullet' },
          )
          this.blocks(item, kind)
        }
        break
      case 'code':
        this.words([{ type: 'text', value: block.value }], kind, block.id)
        break
      case 'table':
        for (const [index, row] of block.rows.entries()) {
          for (const cell of row) {
            this.#sign({ type: 'border' })
            this.words(cell, kind, block.id)
          }
          this.#sign({ type: index === 0 ? 'head' : 'border' })
        }
        break
      case 'figure':
        this.words(block.caption, kind, block.id)
        break
      case 'thematicBreak':
        this.#sign({ type: 'rule' })
        break
      case 'lost':
        this.editorial += wordsIn(block.children)
        break
    }
  }

  /** The words of a line, taken together: markup may begin and end inside a word. */
  words(inlines: readonly Inline[], kind: SpokenKind, place: PlaceId): void {
    let text = ''
    const turns: { readonly from: number; readonly kind: CoverageKind }[] = []
    const add = (words: string, spoken: SpokenKind) => {
      if (spoken === 'editorial') {
        this.editorial += countWords(words)
        return
      }
      if (turns.at(-1)?.kind !== spoken) turns.push({ from: text.length, kind: spoken })
      text += words
    }
    this.#collect(inlines, kind, add)
    const { texts, offsets } = tokenize(text)
    const owner = { place, what: `\`${place}\`` }
    let turn = 0
    for (const [index, token] of texts.entries()) {
      while ((turns[turn + 1]?.from ?? Infinity) <= (offsets[index] ?? 0)) turn += 1
      this.#push(token, turns[turn]?.kind ?? 'original', owner)
    }
  }

  #collect(
    inlines: readonly Inline[],
    kind: SpokenKind,
    add: (words: string, kind: SpokenKind) => void,
  ): void {
    for (const inline of inlines) {
      switch (inline.type) {
        case 'text':
        case 'inlineCode':
          add(inline.value, kind)
          break
        case 'capitals':
          add(inline.found, kind)
          break
        case 'break':
          add('\n', kind)
          break
        case 'footnoteReference':
          if (kind !== 'editorial') add(this.#marker(inline), 'footnotes')
          break
        case 'insertion':
          this.#collect(inline.children, this.kindOf(inline.layer), add)
          break
        case 'editorial':
        case 'lost':
          this.#collect(inline.children, 'editorial', add)
          break
        case 'emphasis':
        case 'strong':
        case 'delete':
        case 'link':
        case 'sic':
        case 'mended':
        case 'foreign':
          this.#collect(inline.children, kind, add)
          break
      }
    }
  }

  #push(token: string, kind: CoverageKind, owner: Owner): void {
    this.#texts.push(token)
    this.#kinds.push(kind)
    this.#owners.push(owner)
  }

  #sign(sign: Sign): void {
    const signs = this.#signs.get(this.length)
    if (signs === undefined) this.#signs.set(this.length, [sign])
    else signs.push(sign)
  }
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0
}

function wordsIn(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => {
    if (inline.type === 'text' || inline.type === 'inlineCode')
      return sum + countWords(inline.value)
    if (inline.type === 'capitals') return sum + countWords(inline.found)
    return 'children' in inline ? sum + wordsIn(inline.children) : sum
  }, 0)
}
