import { articleFacts, type ArticleFacts } from '#core/article'
import { ArticleTree } from '#features/document'
import { articles } from 'virtual:articles'
import type { ReactNode } from 'react'

/** Fetches an article for a reader who comes from another page of the site; null if there is none of that name. */
export async function loadArticle(
  slug: string,
): Promise<{ readonly facts: ArticleFacts; readonly text: ReactNode } | null> {
  const load = Object.hasOwn(articles, slug) ? articles[slug] : undefined
  if (load === undefined) return null
  const { default: article } = await load()
  return {
    facts: articleFacts(article),
    text: (
      <article className="article">
        <ArticleTree article={article} />
      </article>
    ),
  }
}
