import type { ArticleSlug } from './model.ts'

/** The name of an article that stands in no folder: a reader's own, or one in the making. */
export function trustSlug(slug: string): ArticleSlug {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whoever calls this vouches for it
  return slug as ArticleSlug
}
