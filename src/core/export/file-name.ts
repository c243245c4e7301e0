import type { Article, LayerId } from '#core/article'

/**
 * What a file of the article is called: its address, and the layers where they are not all, so that
 * two files of one article do not overwrite each other.
 */
export function fileName(article: Article, layers: readonly LayerId[], extension: string): string {
  const missing = article.layers.filter(
    ({ id, kind }) => kind !== 'footnotes' && !layers.includes(id),
  )
  const taken = article.layers.filter(({ id, kind }) => kind !== 'footnotes' && layers.includes(id))
  const part = missing.length === 0 ? '' : `.${taken.map(({ id }) => id).join('+') || 'none'}`
  return `${article.slug}${part}.${extension}`
}
