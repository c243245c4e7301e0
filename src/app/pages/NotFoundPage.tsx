import type { LibraryCard } from '#core/article'
import * as words from '#words/library'
import * as common from '#words/common'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { PageLink } from '../PageLink.tsx'
import { articlePath, libraryPath } from '../paths.ts'
import { Cards } from './LibraryPage.tsx'

/** Nothing at this address; the article whose name is nearest to it stands first. */
export function NotFoundPage({ cards }: { cards: readonly LibraryCard[] }): ReactNode {
  const address = useAddress((state) => state.pathname)
  // The page is the same file for every wrong address, so the address counts only once it is awake.
  const pathname = useIsAwake() ? address : null
  useEffect(() => {
    document.title = words.notFoundTitle
  }, [])
  const nearest = pathname === null ? null : nearestCard(pathname, cards)
  return (
    <main id="text" className="page not-found">
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFoundLead}</p>
      {nearest !== null && (
        <p className="nearest">
          <span>{words.didYouMean}:</span>{' '}
          <PageLink to={articlePath(nearest.slug)}>{nearest.title}</PageLink>
        </p>
      )}
      <h2>{words.allArticles}</h2>
      <Cards cards={cards} />
      <p>
        <PageLink to={libraryPath}>{common.toLibrary}</PageLink>
      </p>
    </main>
  )
}

/** False while the page is drawn as it was prerendered, true ever after. */
function useIsAwake(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}

/** By shared pairs of letters (Dice 1945), which forgives typing errors and missing parts. */
function nearestCard(pathname: string, cards: readonly LibraryCard[]): LibraryCard | null {
  const wanted = pairsOf(pathname.slice(0, 200).toLowerCase())
  const scored = cards.map((card) => ({ card, likeness: likeness(wanted, pairsOf(card.slug)) }))
  const best = scored.toSorted((a, b) => b.likeness - a.likeness)[0]
  return best !== undefined && best.likeness > 0.3 ? best.card : null
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return new Set(
    Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2)),
  )
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length
  return (2 * shared) / Math.max(a.size + b.size, 1)
}
