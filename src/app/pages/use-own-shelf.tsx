import { LatePart } from '#ui/LatePart.tsx'
import { useEffect, useState, type ReactNode } from 'react'
import type OwnShelf from './OwnShelf.tsx'

/** The reader's own articles, loaded where this browser has ever kept any. */
export function useOwnShelf(): ReactNode {
  const [Shelf, setShelf] = useState<typeof OwnShelf | null>(null)
  useEffect(() => {
    hasShelf()
      .then(async (has) => {
        if (!has) return
        const part = await import('./OwnShelf.tsx')
        setShelf(() => part.default)
      })
      .catch(() => {})
  }, [])
  return <LatePart>{Shelf !== null && <Shelf />}</LatePart>
}

/** Asked without opening the database, which would make it. Browsers that cannot say may have one. */
async function hasShelf(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false
  if (typeof indexedDB.databases !== 'function') return true
  return (await indexedDB.databases()).some(({ name }) => name === 'palimpsest')
}
