import { Suspense, useEffect, type ReactNode } from 'react'
import { useAddress } from './address.ts'
import type { PageData } from './page-data.ts'
import { ArticleRoute } from './pages/ArticleRoute.tsx'
import { LazyLibrary } from './pages/LazyLibrary.tsx'
import { pageAt, type PageName } from './routes.ts'

interface AppProps {
  /** What the page was prerendered from. */
  readonly first: PageData
  /** The markup of the first page's article: rendered on the server, adopted in the browser. */
  readonly firstText: ReactNode
  /** Called once the page works. Never on the server. */
  readonly onAwake?: (() => void) | undefined
}

/** The page of the address. The first one is drawn from what came with it; every further one is loaded. */
export function App({ first, firstText, onAwake }: AppProps): ReactNode {
  const { how, pathname } = useAddress()
  const page = how === 'rendered' || how === 'first' ? pageOf(first) : pageAt(pathname)
  return (
    <Suspense fallback={null}>
      {page.name === 'article' ? (
        <ArticleRoute slug={page.slug} first={first} firstText={firstText} />
      ) : (
        <LazyLibrary first={first} isNotFound={page.name === 'not-found'} />
      )}
      <Awake onAwake={onAwake} />
    </Suspense>
  )
}

/** Inside the boundary that is hydrated in slices: told when that is done, not when it begins. */
function Awake({ onAwake }: Pick<AppProps, 'onAwake'>): ReactNode {
  useEffect(() => onAwake?.(), [onAwake])
  return null
}

function pageOf(first: PageData): PageName {
  return first.type === 'article'
    ? { name: 'article', slug: first.facts.slug }
    : { name: first.type }
}
