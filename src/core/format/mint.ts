import type { ArticleSlug, LayerId, PlaceId } from '#core/article'

/*
 * The one place where new ids come from plain strings. Whoever calls these has checked the string;
 * everybody else gets ids from an article that this room has read, or back from its page.
 */

export function mintSlug(slug: string): ArticleSlug {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- ids are minted here and nowhere else
  return slug as ArticleSlug
}

export function mintLayer(id: string): LayerId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- ids are minted here and nowhere else
  return id as LayerId
}

export function mintPlace(id: string): PlaceId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- ids are minted here and nowhere else
  return id as PlaceId
}
