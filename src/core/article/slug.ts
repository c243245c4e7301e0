import type { ArticleSlug } from './model.ts'

/** The name of an article that stands in no folder: a reader's own, or one in the making. */
export function trustSlug(slug: string): ArticleSlug {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the places where a string becomes an id
  return slug as ArticleSlug
}
