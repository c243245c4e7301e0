import type { LayerId, PlaceId } from './model.ts'

/*
 * Strings that are trusted to be ids: they come back from a page, which was made from an article, or
 * the importer writes them into one that is checked when it is read. What an author wrote becomes an id
 * only in `core/format`.
 */

/** A string that is known to name a layer. */
export function trustLayerId(id: string): LayerId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whoever calls this vouches for it
  return id as LayerId
}

/** A string that is known to name a place. */
export function trustPlaceId(id: string): PlaceId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whoever calls this vouches for it
  return id as PlaceId
}
