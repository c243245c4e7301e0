import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { openAsDocument, useAddress } from './address.ts'
import type { PageData } from './page-data.ts'
import { ArticleRoute } from './pages/ArticleRoute.tsx'
import { LazyLibrary } from './pages/LazyLibrary.tsx'
import { PageOnItsWay } from './pages/PageOnItsWay.tsx'

interface AppProps {
  /** What the page was prerendered from. */
  readonly first: PageData
  /** The markup of the first page's article: rendered on the server, adopted in the browser. */
  readonly firstText: ReactNode
  /** Called once the page works. Never on the server. */
  readonly onAwake?: (() => void) | undefined
}

/** Whoever reads one page needs nothing that understands the addresses of others. */
const OtherPage = lazy(() => import('./pages/OtherPage.tsx').catch(openAsDocument))

/** The page of the address. The document's own is drawn from what came with it; every other one is loaded. */
export function App({ first, firstText, onAwake }: AppProps): ReactNode {
  const { how, pathname } = useAddress()
  const [ownPath] = useState(pathname)
  return (
    <Suspense fallback={<PageOnItsWay />}>
      {how !== 'rendered' && pathname !== ownPath ? (
        <OtherPage pathname={pathname} first={first} firstText={firstText} />
      ) : first.type === 'article' ? (
        <ArticleRoute slug={first.facts.slug} first={first} firstText={firstText} />
      ) : (
        <LazyLibrary first={first} isNotFound={first.type === 'not-found'} />
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
