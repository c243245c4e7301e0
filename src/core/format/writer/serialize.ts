import type { Article, Block, Inline, Passage } from '#core/article'
import type {
  BlockContent,
  DefinitionContent,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { withoutListedCapitals } from '../listed-capitals.ts'
import { writeFrontMatter } from './front-matter-text.ts'
import { mintIds } from '../ids.ts'
import type { Identified } from '../ids.ts'
import { writeMarkdown } from './markdown-writer.ts'

/**
 * Writes an article so that `parseArticle` gives it back. Ids are written out only where minting
 * would give others, and capitals stand in the front matter wherever the list says it all.
 */
export function serializeArticle(article: Article): string {
  const explicit = explicitIds(article)
  const { article: written, capitals } = withoutListedCapitals(article)
  const writer = new BlockWriter(written, explicit)
  const root: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: writeFrontMatter(article, capitals) },
      ...writer.sections(),
      ...writer.footnotes(),
    ],
  }
  return writeMarkdown(root)
}

/** The ids that minting would not give by itself. Each one set by hand can move others, hence the rounds. */
function explicitIds(article: Article): ReadonlySet<string> {
  const explicit = new Map<Identified, string>()
  for (;;) {
    const { ids } = mintIds(article, explicit)
    const before = explicit.size
    for (const [thing, id] of ids)
      if (thing.id !== null && thing.id !== id) explicit.set(thing, thing.id)
    if (explicit.size === before) return new Set(explicit.values())
  }
}

class BlockWriter {
  readonly #article: Article
  readonly #explicit: ReadonlySet<string>

  constructor(article: Article, explicit: ReadonlySet<string>) {
    this.#article = article
    this.#explicit = explicit
  }

  sections(): readonly RootContent[] {
    return this.#article.sections.flatMap((section): readonly RootContent[] => [
      ...(section.heading === null ? [] : this.#block(section.heading)),
      ...section.passages.flatMap((passage) => this.#passage(passage)),
    ])
  }

  footnotes(): readonly RootContent[] {
    return this.#article.footnotes
      .filter((footnote) => footnote.status !== 'lost')
      .map((footnote) => ({
        type: 'footnoteDefinition',
        identifier: footnote.label,
        label: footnote.label,
        children: this.#blocks(footnote.blocks),
      }))
  }

  #passage(passage: Passage): readonly RootContent[] {
    const layer = this.#article.layers.find((candidate) => candidate.id === passage.layer)
    if (layer?.kind === 'original' && passage.role === 'text') return this.#blocks(passage.blocks)
    const name = passage.role === 'about-author' ? 'about-author' : (layer?.kind ?? 'editorial')
    const needsLayer =
      passage.role === 'about-author'
        ? layer?.kind !== 'original'
        : this.#article.layers.filter((candidate) => candidate.kind === layer?.kind).length > 1
    const attributes = {
      ...(layer !== undefined && needsLayer ? { layer: passage.layer } : {}),
      ...this.#id(passage),
      ...(passage.lang === null ? {} : { lang: passage.lang }),
      ...(passage.origin === null
        ? {}
        : { origin: passage.origin.type === 'lost' ? 'lost' : passage.origin.url }),
      ...Object.fromEntries(passage.uncertain.map((border) => [border, 'uncertain'])),
    }
    const title: Paragraph = {
      type: 'paragraph',
      data: { directiveLabel: true },
      children: inlines(passage.title),
    }
    return [
      container(name, attributes, [
        ...(passage.title.length > 0 ? [title] : []),
        ...this.#blocks(passage.blocks),
      ]),
    ]
  }

  #blocks(blocks: readonly Block[]): (BlockContent | DefinitionContent)[] {
    return blocks.flatMap((block) => this.#block(block))
  }

  #block(block: Block): (BlockContent | DefinitionContent)[] {
    switch (block.type) {
      case 'figure':
        return [
          container(
            'figure',
            {
              ...this.#id(block),
              src: block.src === '' ? 'lost' : block.src,
              ...(block.alt === '' ? {} : { alt: block.alt }),
            },
            block.caption.length === 0 ? [] : [paragraph(block.caption)],
          ),
        ]
      case 'lost':
        return [
          {
            type: 'leafDirective',
            name: 'lost',
            attributes: { ...this.#id(block), what: block.what },
            children: inlines(block.children),
          },
        ]
      case 'paragraph':
        return [...this.#anchor(block), paragraph(block.children)]
      case 'heading':
        return [
          ...this.#anchor(block),
          { type: 'heading', depth: block.depth, children: inlines(block.children) },
        ]
      case 'blockquote':
        return [
          ...this.#anchor(block),
          { type: 'blockquote', children: this.#blocks(block.children) },
        ]
      case 'list':
        return [
          ...this.#anchor(block),
          {
            type: 'list',
            ordered: block.ordered,
            start: block.ordered ? block.start : null,
            spread: false,
            children: block.items.map((item) => ({
              type: 'listItem',
              spread: item.length > 1,
              children: this.#blocks(item),
            })),
          },
        ]
      case 'table':
        return [
          ...this.#anchor(block),
          {
            type: 'table',
            align: [...block.align],
            children: block.rows.map((row) => ({
              type: 'tableRow',
              children: row.map((cell) => ({ type: 'tableCell', children: inlines(cell) })),
            })),
          },
        ]
      case 'code':
        return [...this.#anchor(block), { type: 'code', lang: block.lang, value: block.value }]
      case 'thematicBreak':
        return [...this.#anchor(block), { type: 'thematicBreak' }]
    }
  }

  #id(thing: Block | Passage): { readonly id?: string } {
    return thing.id !== null && this.#explicit.has(thing.id) ? { id: thing.id } : {}
  }

  #anchor(block: Block): BlockContent[] {
    const attributes = this.#id(block)
    return attributes.id === undefined
      ? []
      : [{ type: 'leafDirective', name: 'anchor', attributes, children: [] }]
  }
}

function container(
  name: string,
  attributes: Record<string, string>,
  children: ContainerDirective['children'],
): ContainerDirective {
  return { type: 'containerDirective', name, attributes, children }
}

function paragraph(children: readonly Inline[]): Paragraph {
  return { type: 'paragraph', children: inlines(children) }
}

function inlines(all: readonly Inline[]): PhrasingContent[] {
  return all.map(inline)
}

function inline(thing: Inline): PhrasingContent {
  switch (thing.type) {
    case 'text':
    case 'inlineCode':
      return { type: thing.type, value: thing.value }
    case 'break':
      return { type: 'break' }
    case 'emphasis':
    case 'strong':
    case 'delete':
      return { type: thing.type, children: inlines(thing.children) }
    case 'link':
      return { type: 'link', url: thing.url, children: inlines(thing.children) }
    case 'footnoteReference':
      return { type: 'footnoteReference', identifier: thing.label, label: thing.label }
    case 'insertion':
      return directive('insertion', { layer: thing.layer }, thing.children)
    case 'editorial':
      return directive('editorial', {}, thing.children)
    case 'sic':
      return directive('sic', thing.note === null ? {} : { note: thing.note }, thing.children)
    case 'mended':
      return directive(
        'mended',
        { href: thing.url, ...(thing.note === null ? {} : { note: thing.note }) },
        thing.children,
      )
    case 'lost':
      return directive('lost', { what: thing.what }, thing.children)
    case 'capitals':
      return directive('capitals', { plain: thing.plain }, [{ type: 'text', value: thing.found }])
    case 'foreign':
      return directive('foreign', { lang: thing.lang }, thing.children)
  }
}

function directive(
  name: string,
  attributes: Record<string, string>,
  children: readonly Inline[],
): PhrasingContent {
  return { type: 'textDirective', name, attributes, children: inlines(children) }
}
