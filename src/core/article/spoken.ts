import { originalLayer } from './layers.ts'
import type { Article, Block, EditorialLayer, Inline, LayerId, PlaceId } from './model.ts'

/** In UTF-16 code units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * What one voice says in one text block, to be looked through: names in capitals by their plain form,
 * which is equally long. Unlike the text in `text.ts`, it is never described in a link, so cells
 * and lines are simply kept apart.
 */
export interface Spoken {
  readonly text: string
  readonly layer: LayerId
  readonly place: PlaceId
  /** The id of the heading, or of the footnote, that it stands under; null before the first heading. */
  readonly under: PlaceId | null
  readonly isNote: boolean
  /** BCP 47. */
  readonly lang: string
  /** Where a later hand set capitals. */
  readonly capitals: readonly Stretch[]
  /** Where an address stands in the text. */
  readonly addresses: readonly Stretch[]
}

/** Everything that any voice says, in the order of the text. The editor's own words are nobody's. */
export function readSpoken(article: Article): readonly Spoken[] {
  const found: Spoken[] = []
  const original = originalLayer(article.layers)
  const order = new Map(article.layers.map((layer, at) => [layer.id, at]))
  const add = (place: Place, lines: readonly (readonly Inline[])[], speaker: Speaker) => {
    const drafts = new Map<LayerId, Draft>()
    for (const line of lines) {
      for (const draft of drafts.values()) draft.text += '\t'
      speak(line, speaker, drafts)
    }
    const voices = [...drafts].toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    for (const [layer, draft] of voices) found.push({ ...place, layer, ...draft })
  }
  const addBlocks = (
    blocks: readonly Block[],
    speaker: Speaker,
    place: Omit<Place, 'place'>,
  ): void => {
    for (const block of blocks) {
      switch (block.type) {
        case 'blockquote':
          addBlocks(block.children, speaker, place)
          break
        case 'list':
          for (const item of block.items) addBlocks(item, speaker, place)
          break
        case 'paragraph':
        case 'heading':
          add({ ...place, place: block.id }, [block.children], speaker)
          break
        case 'figure':
          add({ ...place, place: block.id }, [block.caption], speaker)
          break
        case 'table':
          add({ ...place, place: block.id }, block.rows.flat(), speaker)
          break
        // Code names nobody, a rule says nothing, and what is lost is told in the editor's words.
        case 'code':
        case 'thematicBreak':
        case 'lost':
          break
      }
    }
  }
  for (const { heading, passages } of article.sections) {
    const under = heading?.id ?? null
    const here = { under, isNote: false, lang: article.lang }
    if (heading !== null && original !== null)
      add({ ...here, place: heading.id }, [heading.children], original)
    for (const passage of passages) {
      const inside = { ...here, lang: passage.lang ?? article.lang }
      add({ ...inside, place: passage.id }, [passage.title], passage.layer)
      addBlocks(passage.blocks, passage.layer, inside)
    }
  }
  for (const { id, layer, lang, blocks } of article.footnotes)
    addBlocks(blocks, layer, { under: id, isNote: true, lang: lang ?? article.lang })
  return found
}

type Speaker = LayerId | EditorialLayer
type Place = Pick<Spoken, 'place' | 'under' | 'isNote' | 'lang'>

interface Draft {
  text: string
  readonly capitals: Stretch[]
  readonly addresses: Stretch[]
}

function speak(inlines: readonly Inline[], speaker: Speaker, drafts: Map<LayerId, Draft>): void {
  const draftOf = (layer: LayerId): Draft => {
    const draft = drafts.get(layer) ?? { text: '', capitals: [], addresses: [] }
    drafts.set(layer, draft)
    return draft
  }
  for (const inline of inlines) {
    if (inline.type === 'insertion') {
      speak(inline.children, inline.layer, drafts)
      continue
    }
    switch (inline.type) {
      case 'text':
        if (speaker !== 'editorial') draftOf(speaker).text += inline.value
        break
      case 'break':
        if (speaker !== 'editorial') draftOf(speaker).text += '\n'
        break
      case 'capitals': {
        if (speaker === 'editorial') break
        const draft = draftOf(speaker)
        const start = draft.text.length
        draft.text += inline.plain
        draft.capitals.push({ start, end: draft.text.length })
        break
      }
      case 'link':
      case 'mended': {
        if (speaker === 'editorial') break
        const draft = draftOf(speaker)
        const start = draft.text.length
        speak(inline.children, speaker, drafts)
        if (isAddress(draft.text.slice(start)))
          draft.addresses.push({ start, end: draft.text.length })
        break
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'sic':
      case 'foreign':
        speak(inline.children, speaker, drafts)
        break
      case 'inlineCode':
      case 'footnoteReference':
      case 'editorial':
      case 'lost':
        break
    }
  }
}

/** Whether the words of a link are the address itself. */
export function isAddress(words: string): boolean {
  return /^(?:\S*(?::\/\/|www\.|@)\S*|[\p{L}\p{N}.-]+\.\p{L}{2,}(?:[/:?#]\S*)?)$/iu.test(
    words.trim(),
  )
}
