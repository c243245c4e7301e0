import type { Article, Layer, LayerId, PlaceId } from '#core/article'
import type { Wording } from './wording.ts'

/** An image of the article, for files that carry their images in themselves. */
export interface ImageFile {
  /** As the article names it. */
  readonly src: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What all writers of files need beside the article, which is the selection already. */
export interface Edition {
  readonly article: Article
  /** The address of the article's page. */
  readonly url: string
  /** An address of the article, seen from its page, in full. */
  readonly resolve: (url: string) => string
  readonly wording: Wording
  readonly images: readonly ImageFile[]
}

/** How one kind of file does what the kinds do differently. */
export interface Setting extends Edition {
  readonly dialect: 'html' | 'epub'
  readonly idOf: (place: PlaceId | string) => string
  /** Where a link to a place leads; null where there is no such place. */
  readonly hrefOf: (place: string) => string | null
  /** The address of an image inside the file; null where it is not at hand. */
  readonly imageOf: (src: string) => string | null
}

export function layerOf(article: Article, id: LayerId): Layer {
  const layer = article.layers.find((candidate) => candidate.id === id)
  if (layer === undefined) throw new RangeError(`The article has no layer “${id}”.`)
  return layer
}
