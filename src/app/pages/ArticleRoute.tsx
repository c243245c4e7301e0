import type { ArticleFacts } from '#core/article'
import * as words from '#words/reader'
import { lazy, useEffect, useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import type { PageData } from '../page-data.ts'
import { ArticlePage } from './ArticlePage.tsx'

const LibraryRoute = lazy(() => import('./LibraryRoute.tsx'))

interface ArticleRouteProps {
  readonly first: PageData
  readonly firstText: ReactNode
}

interface Loaded {
  readonly facts: ArticleFacts
  readonly text: ReactNode
}

type Loading = { readonly slug: string; readonly result: Loaded | 'missing' | 'failed' }

/** The article of the address: the first one is there already, another one is fetched and rendered. */
export function ArticleRoute({ first, firstText }: ArticleRouteProps): ReactNode {
  const { slug = '' } = useParams()
  const [isLeft, setLeft] = useState(false)
  const isFirst = !isLeft && first.type === 'article' && first.facts.slug === slug
  const [loading, setLoading] = useState<Loading | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (isFirst) {
      return () => {
        // Once left, the nodes that came with the page are gone.
        setLeft(true)
      }
    }
    let isWanted = true
    const settle = (result: Loading['result']) => {
      if (isWanted) setLoading({ slug, result })
    }
    import('../load-article.tsx')
      .then(({ loadArticle }) => loadArticle(slug))
      .then(
        (article) => {
          settle(article ?? 'missing')
        },
        () => {
          settle('failed')
        },
      )
    return () => {
      isWanted = false
    }
  }, [slug, isFirst, attempt])

  if (isFirst) return <ArticlePage key={slug} facts={first.facts} text={firstText} />
  if (loading === null || loading.slug !== slug) {
    return (
      <main id="text" className="page">
        <p role="status">{words.loading}</p>
      </main>
    )
  }
  if (loading.result === 'missing') return <LibraryRoute first={first} isNotFound />
  if (loading.result === 'failed') {
    return (
      <main id="text" className="page">
        <p>{words.articleFailed}</p>
        <button
          type="button"
          onClick={() => {
            setAttempt(attempt + 1)
          }}
        >
          {words.tryAgain}
        </button>
      </main>
    )
  }
  return <ArticlePage key={slug} facts={loading.result.facts} text={loading.result.text} />
}
