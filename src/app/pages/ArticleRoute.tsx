import { lazy, useEffect, useState, type ReactNode } from 'react'
import type { PageData } from '../page-data.ts'
import { ArticlePage } from './ArticlePage.tsx'

/** Whoever opens an article by its address needs neither the model nor what draws it. */
const LoadedArticle = lazy(() => import('./LoadedArticle.tsx'))

interface ArticleRouteProps {
  readonly slug: string
  readonly first: PageData
  readonly firstText: ReactNode
}

/** The article of the address: the first one is on the page already, others are loaded. */
export function ArticleRoute({ slug, first, firstText }: ArticleRouteProps): ReactNode {
  const [isLeft, setLeft] = useState(false)
  const isFirst = !isLeft && first.type === 'article' && first.facts.slug === slug
  useEffect(() => {
    if (!isFirst) return
    return () => {
      // Once left, the nodes that came with the page are gone.
      setLeft(true)
    }
  }, [isFirst])
  if (isFirst) return <ArticlePage key={slug} facts={first.facts} text={firstText} />
  return <LoadedArticle key={slug} slug={slug} first={first} />
}
