import {
  trustPlaceId,
  type Block,
  type Heading,
  type Inline,
  type LayerId,
  type Passage,
  type Section,
} from '#core/article'
import { NestedLists, type ListItem } from './list.ts'

/*
 * Sections and passages as they come: blocks of one speaker in a row are one passage, items in a row
 * one list, quoted paragraphs in a row one quotation.
 */

export interface Speaker {
  readonly layer: LayerId
  readonly role: Passage['role']
  /** Whether it stands outside any container, and so cannot say that its borders are uncertain. */
  readonly isPlain: boolean
}

interface OpenPassage {
  readonly speaker: Speaker
  readonly title: readonly Inline[]
  readonly origin: Passage['origin']
  readonly blocks: Block[]
  readonly uncertain: Set<'start' | 'end'>
  startsUncertain: boolean
  endsUncertain: boolean
}

interface OpenSection {
  readonly heading: Heading | null
  readonly passages: OpenPassage[]
}

type Depth = Heading['depth']

export const UNNAMED = trustPlaceId('')

export function paragraph(children: readonly Inline[]): Block {
  return { type: 'paragraph', id: UNNAMED, children }
}

export class SectionWriter {
  readonly #sections: OpenSection[] = [{ heading: null, passages: [] }]
  readonly #all: OpenPassage[] = []
  /** What the next item or quoted paragraph may join; of quotations the outermost first. */
  readonly #lists = new NestedLists((list) => ({ type: 'list', id: UNNAMED, ...list }))
  readonly #quotes: Block[][] = []
  #depth = 1

  get isEmpty(): boolean {
    return this.#all.length === 0
  }

  /** A heading of the text, or of the editor's. It goes down no more than one step at a time. */
  heading(children: readonly Inline[], depth: number): void {
    this.#close()
    this.#sections.push({ heading: this.#headingBlock(children, depth), passages: [] })
  }

  /** A heading inside what somebody else says. */
  innerHeading(speaker: Speaker, children: readonly Inline[], depth: number): void {
    this.#close()
    this.#passageOf(speaker).blocks.push(this.#headingBlock(children, depth))
  }

  /** Begins a passage with a title that led elsewhere once. */
  title(speaker: Speaker, title: readonly Inline[]): void {
    this.#close()
    this.#begin(speaker, title, { type: 'lost' })
  }

  block(speaker: Speaker, block: Block): void {
    this.#close()
    this.#passageOf(speaker).blocks.push(block)
  }

  /** `depth`: in how many quotations, one in the other. */
  quoted(speaker: Speaker, block: Block, depth: number): void {
    const { blocks } = this.#passageOf(speaker)
    if (this.#quotes.length === 0 || blocks.at(-1)?.type !== 'blockquote') this.#close()
    this.#quotes.length = Math.min(this.#quotes.length, depth)
    while (this.#quotes.length < depth) {
      const children: Block[] = []
      const around = this.#quotes.at(-1) ?? blocks
      around.push({ type: 'blockquote', id: UNNAMED, children })
      this.#quotes.push(children)
    }
    this.#quotes.at(-1)?.push(block)
  }

  /** An item of a list. False where it cannot be one. */
  item(speaker: Speaker, item: ListItem): boolean {
    const { blocks } = this.#passageOf(speaker)
    if (blocks.at(-1)?.type !== 'list') this.#close()
    return this.#lists.add(item, blocks)
  }

  /** A block that belongs to the item before. False where there is none so deep. */
  inItem(speaker: Speaker, block: Block, depth: number): boolean {
    const { blocks } = this.#passageOf(speaker)
    return blocks.at(-1)?.type === 'list' && this.#lists.goOn(block, depth)
  }

  /** Says that nothing marks a border of what has been added last. */
  borders(starts: boolean, ends: boolean, isNew: boolean): void {
    const passage = this.#all.at(-1)
    if (passage === undefined) return
    if (isNew) passage.startsUncertain = starts
    passage.endsUncertain = ends
  }

  get passages(): number {
    return this.#all.length
  }

  sections(): readonly Section[] {
    this.#markBorders()
    return this.#sections
      .map(({ heading, passages }) => ({
        heading,
        passages: passages
          .filter(({ title, blocks }) => title.length + blocks.length > 0)
          .map(({ speaker, title, origin, blocks, uncertain }): Passage => ({
            id: UNNAMED,
            layer: speaker.layer,
            role: speaker.role,
            title,
            origin,
            uncertain: (['start', 'end'] as const).filter((border) => uncertain.has(border)),
            lang: null,
            blocks,
          })),
      }))
      .filter(({ heading, passages }) => heading !== null || passages.length > 0)
  }

  /** A border has two sides. Where only one of them can say that it is uncertain, that one does. */
  #markBorders(): void {
    for (const [index, passage] of this.#all.entries()) {
      const next = this.#all[index + 1]
      if (passage.startsUncertain && !passage.speaker.isPlain) passage.uncertain.add('start')
      if (passage.endsUncertain) {
        if (!passage.speaker.isPlain) passage.uncertain.add('end')
        else if (next?.speaker.isPlain === false) next.uncertain.add('start')
      }
      if (next?.startsUncertain === true && next.speaker.isPlain && !passage.speaker.isPlain)
        passage.uncertain.add('end')
    }
  }

  #headingBlock(children: readonly Inline[], wanted: number): Heading {
    this.#depth = Math.max(2, Math.min(wanted, this.#depth + 1, 4))
    return { type: 'heading', id: UNNAMED, depth: depthOf(this.#depth), children }
  }

  #passageOf(speaker: Speaker): OpenPassage {
    const last = this.#sections.at(-1)?.passages.at(-1)
    if (last?.speaker.layer === speaker.layer && last.speaker.role === speaker.role) return last
    this.#close()
    return this.#begin(speaker, [], null)
  }

  #begin(speaker: Speaker, title: readonly Inline[], origin: Passage['origin']): OpenPassage {
    const passage: OpenPassage = {
      speaker,
      title,
      origin,
      blocks: [],
      uncertain: new Set(),
      startsUncertain: false,
      endsUncertain: false,
    }
    this.#sections.at(-1)?.passages.push(passage)
    this.#all.push(passage)
    return passage
  }

  #close(): void {
    this.#lists.close()
    this.#quotes.length = 0
  }
}

function depthOf(depth: number): Depth {
  if (depth <= 2) return 2
  return depth === 3 ? 3 : 4
}
