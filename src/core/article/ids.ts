import type { ArticleSlug, LayerId, PlaceId } from './model.ts'

/*
 * Ids that come back from a page: it was made from an article, so what it names are ids. New ids are
 * minted only where an article is read, in `core/format`.
 */

export function trustLayerId(id: string): LayerId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the two places where a string becomes an id
  return id as LayerId
}

export function trustPlaceId(id: string): PlaceId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the two places where a string becomes an id
  return id as PlaceId
}

/** The name of an article that stands in no folder: a reader's own. */
export function trustSlug(slug: string): ArticleSlug {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the two places where a string becomes an id
  return slug as ArticleSlug
}
