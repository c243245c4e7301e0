import { lazy, type ReactNode } from 'react'
import { openAsDocument } from '../address.ts'
import type { PageData } from '../page-data.ts'
import { ArticlePage } from './ArticlePage.tsx'

/** Whoever opens an article by its address needs neither the model nor what draws it. */
const LoadedArticle = lazy(() => import('./LoadedArticle.tsx').catch(openAsDocument))

interface ArticleRouteProps {
  readonly slug: string
  readonly first: PageData
  readonly firstText: ReactNode
}

/** The article of the address: the first one is on the page already, others are loaded. */
export function ArticleRoute({ slug, first, firstText }: ArticleRouteProps): ReactNode {
  const isFirst = first.type === 'article' && first.facts.slug === slug
  if (isFirst) return <ArticlePage key={slug} facts={first.facts} text={firstText} />
  return <LoadedArticle key={slug} slug={slug} first={first} />
}
