import { directionOf, outline, type Article, type LayerId, type PlaceId } from '#core/article'
import * as words from '#words/overview'

/** What every part of the page may need to know about the whole article. */
export interface Surroundings {
  readonly article: Article
  readonly labelOf: (layer: LayerId | null) => string
  readonly kindOf: (layer: LayerId | null) => string
  /** What a place stands under is called: its section or its note. Null before the first heading. */
  readonly titleOf: (under: PlaceId | null) => string | null
}

export function surroundings(article: Article): Surroundings {
  const layers = new Map(article.layers.map((layer) => [layer.id, layer]))
  const titles = new Map<PlaceId, string>([
    ...outline(article).map(({ id, title }) => [id, title] as const),
    ...article.footnotes.map(({ id, label }) => [id, words.note(label)] as const),
  ])
  const layerOf = (id: LayerId | null) => (id === null ? undefined : layers.get(id))
  return {
    article,
    labelOf: (id) => layerOf(id)?.label ?? words.editor,
    kindOf: (id) => layerOf(id)?.kind ?? 'editorial',
    titleOf: (under) => (under === null ? null : (titles.get(under) ?? null)),
  }
}

/** The article, or a place in it, seen from here. */
export function toText(place?: PlaceId): string {
  return place === undefined ? '../' : `../#${encodeURIComponent(place)}`
}

/** The language of words that are not the page's own. */
export function language(lang: string): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  return { lang, dir: directionOf(lang) }
}
