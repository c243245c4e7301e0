import type { LibraryCard } from '#core/article'
import { useEffect, useState, type ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { importPath } from '../import-path.ts'
import { ownPath } from '../own-path.ts'
import type { PageData } from '../page-data.ts'
import { PageOnItsWay } from './PageOnItsWay.tsx'
import { LibraryPage } from './LibraryPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

const DOCUMENTS: readonly string[] = [ownPath, importPath]

interface LibraryRouteProps {
  readonly first: PageData
  /** The same cards, but as a help for somebody whose address leads nowhere. */
  readonly isNotFound?: boolean
}

export default function LibraryRoute({ first, isNotFound = false }: LibraryRouteProps): ReactNode {
  const [loaded, setLoaded] = useState<readonly LibraryCard[] | null>(null)
  const cards = first.type === 'article' ? loaded : first.cards
  const { pathname } = useAddress()
  const isElsewhere = isNotFound && DOCUMENTS.includes(pathname)
  useEffect(() => {
    // Somebody has gone back to a page that is no part of the app.
    if (isElsewhere) window.location.reload()
  }, [isElsewhere])
  useEffect(() => {
    if (cards !== null) return
    import('virtual:library').then(
      ({ library }) => {
        setLoaded(library)
      },
      () => {
        // Offline, or a newer site has taken this one's place: without script the page is there.
        window.location.reload()
      },
    )
  }, [cards])
  if (cards === null || isElsewhere) {
    return <PageOnItsWay />
  }
  return isNotFound ? <NotFoundPage cards={cards} /> : <LibraryPage cards={cards} />
}
