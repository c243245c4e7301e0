import { standingForms } from '#core/article'
import type {
  Article,
  Block,
  Footnote,
  Inline,
  LayerId,
  Name,
  Passage,
  PlaceId,
  Section,
} from '#core/article'

export interface Selection {
  readonly layers: readonly LayerId[]
  readonly footnotes: boolean
}

/**
 * The article as if it had only these layers: an article again, in which nothing leads to what was
 * left behind. The original layer stays declared even where none of its words are taken, for every
 * article has one; so do the headings, and the editor's words, which have no switch. A note comes
 * along when a marker that is left leads to it, or when it never had one and its layer is taken; a
 * listed name, when the words that are left mention it.
 */
export function selectLayers(article: Article, { layers, footnotes }: Selection): Article {
  const isTaken = (id: string) => layers.some((layer) => layer === id)
  const hasCapitals = article.layers.some(({ id, kind }) => kind === 'capitals' && isTaken(id))
  const cut = (inlines: readonly Inline[]): readonly Inline[] =>
    joined(
      inlines.flatMap((inline): readonly Inline[] => {
        if (inline.type === 'insertion' && !isTaken(inline.layer)) return []
        if (inline.type === 'footnoteReference' && !footnotes) return []
        if (inline.type === 'capitals' && !hasCapitals)
          return [{ type: 'text', value: inline.plain }]
        return 'children' in inline ? [{ ...inline, children: cut(inline.children) }] : [inline]
      }),
    )
  const sections: readonly Section[] = article.sections
    .map(({ heading, passages }) => ({
      heading: heading === null ? null : { ...heading, children: cut(heading.children) },
      passages: passages
        .filter(({ layer }) => layer === 'editorial' || isTaken(layer))
        .map((passage) => mapPassage(passage, cut))
        .filter(({ title, blocks }) => title.length > 0 || blocks.length > 0),
    }))
    .filter(({ heading, passages }) => heading !== null || passages.length > 0)
  const notes = footnotes ? notesOf(article, sections, isTaken, cut) : []
  const chosen = {
    ...article,
    layers: article.layers.filter(
      ({ id, kind }) =>
        kind === 'original' || (kind === 'footnotes' ? notes.length > 0 : isTaken(id)),
    ),
    sections,
    footnotes: notes,
  }
  return withoutLooseEnds({ ...chosen, names: namesIn(chosen) })
}

/** The list of names, as far as what is left mentions them. */
function namesIn(article: Article): readonly Name[] {
  const standing = standingForms(article)
  return article.names.flatMap(({ name, kind, forms }) => {
    const left = forms.filter((form) => standing.has(form))
    return left.length > 0 || standing.has(name) ? [{ name, kind, forms: left }] : []
  })
}

/** The notes that what is left refers to, and those that such notes refer to. */
function notesOf(
  article: Article,
  sections: readonly Section[],
  isTaken: (layer: string) => boolean,
  cut: (inlines: readonly Inline[]) => readonly Inline[],
): readonly Footnote[] {
  const all = article.footnotes.map((note) => ({ ...note, blocks: mapBlocks(note.blocks, cut) }))
  const referred = new Set(idsReferredTo([article.sections, article.footnotes]))
  const wanted = new Set(idsReferredTo(sections))
  for (const note of all) if (!referred.has(note.id) && isTaken(note.layer)) wanted.add(note.id)
  for (const id of wanted) {
    const note = all.find((candidate) => candidate.id === id)
    for (const further of idsReferredTo(note?.blocks)) wanted.add(further)
  }
  return all.filter(({ id }) => wanted.has(id))
}

/** Links to places that were left behind become plain words, and former ids that led there are dropped. */
function withoutLooseEnds(article: Article): Article {
  const places = placesIn([article.sections, article.footnotes])
  for (const former of Object.keys(article.aliases)) {
    if (places.has(article.aliases[former] ?? '')) places.add(former)
  }
  const cut = (inlines: readonly Inline[]): readonly Inline[] =>
    joined(
      inlines.flatMap((inline): readonly Inline[] => {
        if (!('children' in inline)) return [inline]
        const children = cut(inline.children)
        const isLoose =
          inline.type === 'link' && inline.url.startsWith('#') && !places.has(named(inline.url))
        return isLoose ? children : [{ ...inline, children }]
      }),
    )
  return {
    ...article,
    sections: article.sections.map(({ heading, passages }) => ({
      heading: heading === null ? null : { ...heading, children: cut(heading.children) },
      passages: passages.map((passage) => mapPassage(passage, cut)),
    })),
    footnotes: article.footnotes.map((note) => ({ ...note, blocks: mapBlocks(note.blocks, cut) })),
    aliases: Object.fromEntries(
      Object.entries(article.aliases).filter(([, target]) => places.has(target)),
    ),
  }
}

/** The place that a link within the article names. */
export function named(url: string): string {
  try {
    return decodeURIComponent(url.slice(1))
  } catch {
    return url.slice(1)
  }
}

type Cut = (inlines: readonly Inline[]) => readonly Inline[]

function mapPassage(passage: Passage, cut: Cut): Passage {
  return { ...passage, title: cut(passage.title), blocks: mapBlocks(passage.blocks, cut) }
}

function mapBlocks(blocks: readonly Block[], cut: Cut): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading': {
        const children = cut(block.children)
        // A paragraph that held nothing but somebody else's words is not there without them.
        return children.length === 0 ? [] : [{ ...block, children }]
      }
      case 'lost':
        return [{ ...block, children: cut(block.children) }]
      case 'blockquote':
        return [{ ...block, children: mapBlocks(block.children, cut) }]
      case 'list':
        return [{ ...block, items: block.items.map((item) => mapBlocks(item, cut)) }]
      case 'table':
        return [{ ...block, rows: block.rows.map((row) => row.map(cut)) }]
      case 'figure':
        return [{ ...block, caption: cut(block.caption) }]
      case 'code':
      case 'thematicBreak':
        return [block]
    }
  })
}

/** Words that touch after something between them has gone are one text again. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result.at(-1)
    if (inline.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', value: last.value + inline.value }
    } else result.push(inline)
  }
  return result
}

function idsReferredTo(value: unknown): readonly PlaceId[] {
  const ids: PlaceId[] = []
  visit(value, (thing) => {
    if (isReference(thing)) ids.push(thing.footnote)
  })
  return ids
}

function isReference(thing: object): thing is { readonly footnote: PlaceId } {
  return 'type' in thing && thing.type === 'footnoteReference'
}

/** The ids of everything that stands in these parts of an article. */
export function placesIn(value: unknown): Set<string> {
  const places = new Set<string>()
  visit(value, (thing) => {
    if ('id' in thing && typeof thing.id === 'string') places.add(thing.id)
  })
  return places
}

function visit(value: unknown, look: (thing: object) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) look(value)
  for (const part of Object.values(value)) visit(part, look)
}
