import type { LayerId, PlaceId } from './model.ts'

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
