import type { Article, Direction, Layer, LayerId, PlaceId } from '#core/article'

/** What every part of the markup may need to know about the whole. */
export interface Rendering {
  readonly lang: string
  readonly dir: Direction
  readonly layerOf: (id: LayerId) => Layer
  /** 1, 2, 3 … among the layers of its kind: tells two commentators apart. */
  readonly toneOf: (id: LayerId) => number
  /** The markers of a footnote, in the order of the text. */
  readonly markersOf: (footnote: PlaceId) => readonly PlaceId[]
}

export function renderingOf(article: Article): Rendering {
  const layers = new Map(article.layers.map((layer) => [layer.id, layer]))
  const markers = collectMarkers(article)
  const layerOf = (id: LayerId): Layer => {
    const layer = layers.get(id)
    if (layer === undefined) throw new RangeError(`The article has no layer “${id}”.`)
    return layer
  }
  return {
    lang: article.lang,
    dir: article.dir,
    layerOf,
    toneOf: (id) => {
      const { kind } = layerOf(id)
      return (
        article.layers
          .filter((layer) => layer.kind === kind)
          .findIndex((layer) => layer.id === id) + 1
      )
    },
    markersOf: (footnote) => markers.get(footnote) ?? [],
  }
}

/** Markers may stand anywhere, in titles, captions and other notes; so look at everything. */
function collectMarkers(article: Article): ReadonlyMap<PlaceId, readonly PlaceId[]> {
  const markers = new Map<PlaceId, PlaceId[]>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit)
    } else if (typeof value === 'object' && value !== null) {
      if (isMarker(value)) {
        const known = markers.get(value.footnote)
        if (known === undefined) markers.set(value.footnote, [value.id])
        else known.push(value.id)
      } else {
        Object.values(value).forEach(visit)
      }
    }
  }
  visit(article.sections)
  visit(article.footnotes)
  return markers
}

function isMarker(value: object): value is { id: PlaceId; footnote: PlaceId } {
  return 'type' in value && value.type === 'footnoteReference'
}
