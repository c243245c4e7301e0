import { Suspense, useEffect, type ReactNode } from 'react'
import { Route, Routes } from 'react-router'
import { useAddress } from './address.ts'
import type { PageData } from './page-data.ts'
import { ArticleRoute } from './pages/ArticleRoute.tsx'
import { LazyLibrary as LibraryRoute } from './pages/LazyLibrary.tsx'
import { routes } from './paths.ts'

interface AppProps {
  /** What the page was prerendered from. */
  readonly first: PageData
  /** The markup of the first page's article: rendered on the server, adopted in the browser. */
  readonly firstText: ReactNode
}

/** The route table. The first page is drawn from what came with it; every further one is loaded. */
export function App({ first, firstText }: AppProps): ReactNode {
  const isFirstPage = useAddress(({ how }) => how === 'rendered' || how === 'first')
  useEffect(() => {
    document.documentElement.dataset['ready'] = 'true'
  }, [])
  return (
    <Suspense fallback={null}>
      {isFirstPage && first.type === 'not-found' ? (
        <LibraryRoute first={first} isNotFound />
      ) : (
        <Routes>
          <Route path={routes.library} element={<LibraryRoute first={first} />} />
          <Route
            path={routes.article}
            element={<ArticleRoute first={first} firstText={firstText} />}
          />
          <Route path="*" element={<LibraryRoute first={first} isNotFound />} />
        </Routes>
      )}
    </Suspense>
  )
}
