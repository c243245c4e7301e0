import type {
  Article,
  Block,
  Footnote,
  FootnoteReference,
  Heading,
  Inline,
  Passage,
  PlaceId,
} from '#core/article'
import { mintPlace } from './mint.ts'
import { slugify, slugOfFirstWords, slugOfLabel } from './slug.ts'

/*
 * Who is called what. An id is made from a thing's own words alone, so that it stays what it is when
 * something else changes. Ids set by hand are taken first, then those of footnotes and markers, then
 * the rest in the order of the document; the second of two equal ones gets `-2`.
 */

/** Everything that has an id. Things are told apart as objects, so none may stand in an article twice. */
export type Identified = Heading | Block | Passage | Footnote | FootnoteReference

export interface Minted {
  readonly ids: ReadonlyMap<Identified, PlaceId>
  /** Things whose id set by hand was already taken. */
  readonly clashes: readonly Identified[]
}

/** Ids that the page around an article uses itself. */
const RESERVED = ['root', 'text', 'contents', 'layers', 'views', 'notes', 'colophon', 'page-facts']

/**
 * The ids of an article's places. `explicit` are those set by hand; the ids that the article
 * carries already are only used to see which marker belongs to which footnote.
 */
export function mintIds(article: Article, explicit: ReadonlyMap<Identified, string>): Minted {
  const ids = new Map<Identified, PlaceId>()
  const taken = new Set<string>(RESERVED)
  const clashes: Identified[] = []
  const claim = uniqueNames(taken)

  // Footnotes and markers come before ids set by hand where these try to be one of them.
  const notes = new Map(article.footnotes.map((footnote) => [footnote.id, footnote]))
  const labelOf = (reference: FootnoteReference) =>
    slugOfLabel(notes.get(reference.footnote)?.label ?? reference.label)
  const references = referencesOf(article)
  for (const footnote of article.footnotes)
    ids.set(footnote, claim(`note-${slugOfLabel(footnote.label)}`))
  for (const reference of references) ids.set(reference, claim(`ref-${labelOf(reference)}`))
  for (const [thing, id] of explicit) {
    if (taken.has(id)) clashes.push(thing)
    taken.add(id)
    ids.set(thing, mintPlace(id))
  }

  const name = (thing: Identified, base: string) => {
    if (!ids.has(thing)) ids.set(thing, claim(base))
  }
  const nameBlocks = (blocks: readonly Block[], prefix: string) => {
    for (const block of blocks) {
      name(block, prefix + baseOf(block))
      if (block.type === 'blockquote') nameBlocks(block.children, prefix)
      else if (block.type === 'list') for (const item of block.items) nameBlocks(item, prefix)
    }
  }
  for (const section of article.sections) {
    if (section.heading !== null) name(section.heading, baseOf(section.heading))
    for (const passage of section.passages) {
      const speaker = passage.role === 'text' ? passage.layer : passage.role
      const prefix = isOriginal(article, passage) ? '' : `${speaker}.`
      nameBlocks(passage.blocks, prefix)
      const first = passage.blocks[0]
      const firstId =
        first === undefined ? slugOfFirstWords(ownWords(passage.title)) : (ids.get(first) ?? '')
      const local = firstId.startsWith(prefix) ? firstId.slice(prefix.length) : firstId
      name(passage, local === '' ? `${speaker}-passage` : `${speaker}-passage.${local}`)
    }
  }
  for (const footnote of article.footnotes)
    nameBlocks(footnote.blocks, `${ids.get(footnote) ?? ''}.`)
  return { ids, clashes }
}

function isOriginal(article: Article, passage: Passage): boolean {
  return (
    passage.role === 'text' &&
    article.layers.some((layer) => layer.kind === 'original' && layer.id === passage.layer)
  )
}

/** Names that nobody has yet, in time that does not grow with the number of equal ones. */
function uniqueNames(taken: Set<string>): (base: string) => PlaceId {
  const next = new Map<string, number>()
  return (base) => {
    let name = base
    let count = next.get(base) ?? 1
    while (taken.has(name)) {
      count += 1
      name = `${base}-${count}`
    }
    next.set(base, count)
    taken.add(name)
    return mintPlace(name)
  }
}

function baseOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return slugify(ownWords(block.children)) || 'heading'
    case 'paragraph':
      return slugOfFirstWords(ownWords(block.children)) || 'paragraph'
    case 'blockquote':
    case 'list':
      return kindAndWords(block.type === 'list' ? 'list' : 'quote', firstWords(block))
    case 'code':
      return kindAndWords('code', block.value)
    case 'table':
      return kindAndWords(
        'table',
        ownWords((block.rows[0] ?? []).flatMap((cell) => [...cell, { type: 'break' }])),
      )
    case 'figure':
      return kindAndWords('figure', ownWords(block.caption) || block.alt)
    case 'thematicBreak':
      return 'break'
    case 'lost':
      return kindAndWords(`lost-${block.what}`, allWords(block.children))
  }
}

function kindAndWords(kind: string, words: string): string {
  const slug = slugOfFirstWords(words)
  return slug === '' ? kind : `${kind}-${slug}`
}

/** The words with which a quote or list begins. */
function firstWords(block: Block): string {
  switch (block.type) {
    case 'blockquote':
      return firstWordsOf(block.children)
    case 'list':
      return firstWordsOf(block.items[0] ?? [])
    case 'heading':
    case 'paragraph':
      return ownWords(block.children)
    case 'code':
      return block.value
    case 'table':
    case 'figure':
    case 'thematicBreak':
    case 'lost':
      return ''
  }
}

function firstWordsOf(blocks: readonly Block[]): string {
  const first = blocks[0]
  return first === undefined ? '' : firstWords(first)
}

/** The words without those of others, so that a remark put into a sentence does not rename it; all of them where there are no others. */
function ownWords(inlines: readonly Inline[]): string {
  const own = collectWords(inlines, true)
  return own.trim() === '' ? allWords(inlines) : own
}

function allWords(inlines: readonly Inline[]): string {
  return collectWords(inlines, false)
}

function collectWords(inlines: readonly Inline[], own: boolean): string {
  let words = ''
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
      case 'inlineCode':
        words += inline.value
        break
      case 'capitals':
        words += inline.found
        break
      case 'break':
        words += ' '
        break
      case 'footnoteReference':
        break
      case 'insertion':
      case 'editorial':
      case 'lost':
        if (!own) words += collectWords(inline.children, own)
        break
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'sic':
      case 'mended':
      case 'foreign':
        words += collectWords(inline.children, own)
        break
    }
  }
  return words
}

/** The markers in the order of the document. */
function referencesOf(article: Article): readonly FootnoteReference[] {
  const found: FootnoteReference[] = []
  const inInlines = (inlines: readonly Inline[]) => {
    for (const inline of inlines) {
      if (inline.type === 'footnoteReference') found.push(inline)
      else if ('children' in inline) inInlines(inline.children)
    }
  }
  const inBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.type === 'blockquote') inBlocks(block.children)
      else if (block.type === 'list') block.items.forEach(inBlocks)
      else if (block.type === 'table') block.rows.forEach((row) => row.forEach(inInlines))
      else if (block.type === 'figure') inInlines(block.caption)
      else if ('children' in block) inInlines(block.children)
    }
  }
  for (const section of article.sections) {
    if (section.heading !== null) inInlines(section.heading.children)
    for (const passage of section.passages) {
      inInlines(passage.title)
      inBlocks(passage.blocks)
    }
  }
  for (const footnote of article.footnotes) inBlocks(footnote.blocks)
  return found
}

/** The same article, with each place called as `ids` says. */
export function withIds(article: Article, ids: ReadonlyMap<Identified, PlaceId>): Article {
  const idOf = (thing: Identified): PlaceId => ids.get(thing) ?? mintPlace('')
  const noteIds = new Map(article.footnotes.map((footnote) => [footnote.id, idOf(footnote)]))
  const inlines = (all: readonly Inline[]): readonly Inline[] => all.map(inline)
  const inline = (thing: Inline): Inline => {
    if (thing.type === 'footnoteReference')
      return { ...thing, id: idOf(thing), footnote: noteIds.get(thing.footnote) ?? thing.footnote }
    return 'children' in thing ? { ...thing, children: inlines(thing.children) } : thing
  }
  const heading = (thing: Heading): Heading => ({
    ...thing,
    id: idOf(thing),
    children: inlines(thing.children),
  })
  const blocks = (all: readonly Block[]): readonly Block[] => all.map(block)
  const block = (thing: Block): Block => {
    const id = idOf(thing)
    switch (thing.type) {
      case 'heading':
        return heading(thing)
      case 'paragraph':
      case 'lost':
        return { ...thing, id, children: inlines(thing.children) }
      case 'blockquote':
        return { ...thing, id, children: blocks(thing.children) }
      case 'list':
        return { ...thing, id, items: thing.items.map(blocks) }
      case 'table':
        return { ...thing, id, rows: thing.rows.map((row) => row.map(inlines)) }
      case 'figure':
        return { ...thing, id, caption: inlines(thing.caption) }
      case 'code':
      case 'thematicBreak':
        return { ...thing, id }
    }
  }
  return {
    ...article,
    sections: article.sections.map((section) => ({
      heading: section.heading === null ? null : heading(section.heading),
      passages: section.passages.map((passage) => ({
        ...passage,
        id: idOf(passage),
        title: inlines(passage.title),
        blocks: blocks(passage.blocks),
      })),
    })),
    footnotes: article.footnotes.map((footnote) => ({
      ...footnote,
      id: idOf(footnote),
      blocks: blocks(footnote.blocks),
    })),
  }
}

/** The article with every place named, whatever it was called before; `explicit` are ids set by hand. */
export function assignIds(
  article: Article,
  explicit: ReadonlyMap<Identified, string> = new Map(),
): Article {
  return withIds(article, mintIds(article, explicit).ids)
}
