import { articleFacts, type ArticleFacts } from '#core/article'
import { ArticleTree } from '#features/document'
import * as words from '#words/library'
import { useEffect, useState, type ReactNode } from 'react'
import { articles } from 'virtual:articles'
import { ArticlePage } from './ArticlePage.tsx'
import LibraryRoute from './LibraryRoute.tsx'
import { PageOnItsWay } from './PageOnItsWay.tsx'
import type { PageData } from '../page-data.ts'

interface LoadedArticleProps {
  readonly slug: string
  /** What the first page came with: the cards in it help where there is no such article. */
  readonly first: PageData
}

type Loading =
  | { readonly state: 'loading' | 'missing' | 'failed' }
  | { readonly state: 'loaded'; readonly facts: ArticleFacts; readonly text: ReactNode }

/** An article for a reader who comes from another page of the site: fetched, and drawn in the browser. */
export default function LoadedArticle({ slug, first }: LoadedArticleProps): ReactNode {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })

  useEffect(() => {
    let isWanted = true
    loadArticle(slug)
      .catch((): Loading => ({ state: 'failed' }))
      .then(
        (result) => {
          if (isWanted) setLoading(result)
        },
        () => {},
      )
    return () => {
      isWanted = false
    }
  }, [slug])

  switch (loading.state) {
    case 'loading':
      return <PageOnItsWay />
    case 'missing':
      return <LibraryRoute first={first} isNotFound />
    case 'failed':
      return (
        <main id="text" className="page">
          <p>{words.articleFailed}</p>
          <button
            type="button"
            onClick={() => {
              // The page is a document of its own, too; what once failed to load, a browser may not ask for again.
              window.location.reload()
            }}
          >
            {words.tryAgain}
          </button>
        </main>
      )
    case 'loaded':
      return <ArticlePage facts={loading.facts} text={loading.text} />
  }
}

async function loadArticle(slug: string): Promise<Loading> {
  const load = Object.hasOwn(articles, slug) ? articles[slug] : undefined
  if (load === undefined) return { state: 'missing' }
  const { default: article } = await load()
  return {
    state: 'loaded',
    facts: articleFacts(article),
    text: (
      <article className="article">
        <ArticleTree article={article} />
      </article>
    ),
  }
}
