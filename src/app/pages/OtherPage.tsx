import type { ReactNode } from 'react'
import type { PageData } from '../page-data.ts'
import { pageAt } from '../routes.ts'
import { ArticleRoute } from './ArticleRoute.tsx'
import { LazyLibrary } from './LazyLibrary.tsx'

interface OtherPageProps {
  readonly pathname: string
  readonly first: PageData
  readonly firstText: ReactNode
}

/** A page of the app at another path than that of the document. Loaded with the first step to one. */
export default function OtherPage({ pathname, first, firstText }: OtherPageProps): ReactNode {
  const page = pageAt(pathname)
  return page.name === 'article' ? (
    <ArticleRoute slug={page.slug} first={first} firstText={firstText} />
  ) : (
    <LazyLibrary first={first} isNotFound={page.name === 'not-found'} />
  )
}
