import type {
  Article,
  ArticleSlug,
  Block,
  Inline,
  Layer,
  LayerId,
  Passage,
  PlaceId,
  Section,
  Series,
} from './model.ts'
import { countWords, minutesToRead } from './counting.ts'
import { articleSegments, coarseSegments, type Segment } from './segments.ts'
import { blockInlines, countPassage, inlineWords } from './words.ts'

/**
 * What a page needs to know about an article beside its words. The reading page is prerendered, so
 * it loads these facts and not the article.
 */
export interface ArticleFacts {
  readonly slug: ArticleSlug
  readonly title: string
  readonly authors: readonly string[]
  readonly lang: string
  readonly published: string | null
  readonly layers: readonly LayerFacts[]
  readonly outline: readonly OutlineEntry[]
  readonly hasNotes: boolean
  readonly aliases: Readonly<Record<string, PlaceId>>
}

export interface LayerFacts extends Layer {
  /** How many places the layer has: passages and insertions, markers, or words in capitals. */
  readonly places: number
  /** Its share of all words, 0 to 1; null for layers that only change how text looks. */
  readonly share: number | null
}

export interface OutlineEntry {
  readonly id: PlaceId
  readonly depth: 2 | 3 | 4
  readonly title: string
  /** The layers that speak in the section beside the original. */
  readonly layers: readonly LayerId[]
}

/** What a card in the library shows. */
export interface LibraryCard {
  readonly slug: ArticleSlug
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly authors: readonly string[]
  readonly series: Series | null
  readonly published: string | null
  readonly minutes: number
  readonly layers: readonly LayerFacts[]
  /** Who speaks where; coarse, so that a book's card weighs what others do. */
  readonly segments: readonly Segment[]
}

/** Into so many steps the map on a card is cut, which is some five pixels each. */
const CARD_STEPS = 120

export function articleFacts(article: Article): ArticleFacts {
  return {
    slug: article.slug,
    title: article.title,
    authors: article.authors,
    lang: article.lang,
    published: article.source.published,
    layers: layerFacts(article),
    outline: outline(article),
    hasNotes: article.footnotes.length > 0,
    aliases: article.aliases,
  }
}

export function libraryCard(article: Article): LibraryCard {
  return {
    slug: article.slug,
    title: article.title,
    summary: article.summary,
    lang: article.lang,
    authors: article.authors,
    series: article.series,
    published: article.source.published,
    minutes: readingMinutes(article),
    layers: layerFacts(article),
    segments: coarseSegments(articleSegments(article), CARD_STEPS),
  }
}

export function outline(article: Article): readonly OutlineEntry[] {
  return article.sections.flatMap(({ heading, passages }) =>
    heading === null
      ? []
      : [
          {
            id: heading.id,
            depth: heading.depth,
            title: inlineWords(heading.children, { plain: true }),
            layers: layersIn(article, passages),
          },
        ],
  )
}

function layersIn(article: Article, passages: readonly Passage[]): readonly LayerId[] {
  const present = new Set<LayerId>()
  for (const passage of passages) {
    if (passage.layer !== 'editorial') present.add(passage.layer)
    visitInlines(passage, (inline) => {
      if (inline.type === 'insertion') present.add(inline.layer)
    })
  }
  return article.layers
    .filter((layer) => layer.kind !== 'original' && present.has(layer.id))
    .map((layer) => layer.id)
}

/** Words per layer, editorial words left out. */
export function wordsByLayer(article: Article): ReadonlyMap<LayerId, number> {
  const totals = new Map<LayerId, number>()
  const count = (layer: LayerId, words: number) => {
    totals.set(layer, (totals.get(layer) ?? 0) + words)
  }
  for (const passage of allPassages(article)) countPassage(passage, count)
  return totals
}

export function layerFacts(article: Article): readonly LayerFacts[] {
  const totals = wordsByLayer(article)
  const all = [...totals.values()].reduce((sum, words) => sum + words, 0)
  const places = placesByLayer(article)
  return article.layers.map((layer) => ({
    ...layer,
    places: places.get(layer.id) ?? 0,
    share:
      layer.kind === 'footnotes' || layer.kind === 'capitals'
        ? null
        : (totals.get(layer.id) ?? 0) / Math.max(all, 1),
  }))
}

function placesByLayer(article: Article): ReadonlyMap<LayerId, number> {
  const places = new Map<LayerId, number>()
  const add = (id: LayerId | undefined, count = 1) => {
    if (id !== undefined) places.set(id, (places.get(id) ?? 0) + count)
  }
  const footnotes = article.layers.find((layer) => layer.kind === 'footnotes')?.id
  const capitals = article.layers.find((layer) => layer.kind === 'capitals')?.id
  const look = (inline: Inline) => {
    if (inline.type === 'footnoteReference') add(footnotes)
    if (inline.type === 'capitals') add(capitals, countWords(inline.found))
    if (inline.type === 'insertion') add(inline.layer)
  }
  for (const passage of allPassages(article)) {
    if (passage.layer !== 'editorial') add(passage.layer)
    visitInlines(passage, look)
  }
  return places
}

function allPassages(article: Article): readonly Passage[] {
  return article.sections.flatMap((section: Section) => section.passages)
}

function visitInlines(passage: Passage, visit: (inline: Inline) => void): void {
  const walk = (inlines: readonly Inline[]) => {
    for (const inline of inlines) {
      visit(inline)
      if ('children' in inline) walk(inline.children)
    }
  }
  walk(passage.title)
  walk(passage.blocks.flatMap((block: Block) => blockInlines(block)))
}

/** Minutes for the layers shown by default, at least one. */
export function readingMinutes(article: Article): number {
  const totals = wordsByLayer(article)
  const shown = article.layers.filter((layer) => layer.shown)
  const words = shown.reduce((sum, layer) => sum + (totals.get(layer.id) ?? 0), 0)
  return Math.max(1, Math.round(minutesToRead(words)))
}
