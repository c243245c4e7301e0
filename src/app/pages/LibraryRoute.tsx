import type { LibraryCard } from '#core/article'
import { useEffect, useState, type ReactNode } from 'react'
import type { PageData } from '../page-data.ts'
import { LibraryPage } from './LibraryPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

interface LibraryRouteProps {
  readonly first: PageData
  /** The same cards, but as a help for somebody whose address leads nowhere. */
  readonly isNotFound?: boolean
}

export default function LibraryRoute({ first, isNotFound = false }: LibraryRouteProps): ReactNode {
  const [loaded, setLoaded] = useState<readonly LibraryCard[] | null>(null)
  const cards = first.type === 'article' ? loaded : first.cards
  useEffect(() => {
    if (cards !== null) return
    void import('virtual:library').then(({ library }) => {
      setLoaded(library)
    })
  }, [cards])
  return isNotFound ? <NotFoundPage cards={cards ?? []} /> : <LibraryPage cards={cards ?? []} />
}
