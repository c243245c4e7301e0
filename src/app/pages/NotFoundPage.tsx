import { likeness, mostAlike, outline, type LibraryCard, type OutlineEntry } from '#core/article'
import * as words from '#words/library'
import * as common from '#words/common'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { articles } from 'virtual:articles'
import { useAddress } from '../address.ts'
import { usePageOpening } from '../page-opening.ts'
import { PageLink } from '../PageLink.tsx'
import { articlePath, libraryPath } from '../paths.ts'
import { Cards } from './LibraryPage.tsx'

/** Nothing at this address; the article and the section whose names are nearest to it stand first. */
export function NotFoundPage({ cards }: { cards: readonly LibraryCard[] }): ReactNode {
  usePageOpening(words.notFoundTitle)
  const { pathname, hash } = useAddress()
  // The page is the same file for every wrong address, so the address counts only once it is awake.
  const isAwake = useIsAwake()
  const wanted = isAwake ? wantedIn(pathname, hash, cards) : null
  const section = useNearestSection(wanted)
  return (
    <main id="text" className="page not-found">
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFoundLead}</p>
      {wanted !== null && (
        <p className="nearest">
          <span>{words.didYouMean}:</span>{' '}
          <PageLink to={articlePath(wanted.card.slug)} hash={hash}>
            {wanted.card.title}
          </PageLink>
          {section !== null && (
            <>
              {', '}
              <span>{words.inIt}</span>{' '}
              <PageLink to={articlePath(wanted.card.slug)} hash={`#${section.id}`}>
                {section.title}
              </PageLink>
            </>
          )}
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

interface Wanted {
  readonly card: LibraryCard
  /** What the address names inside the article; empty if nothing. */
  readonly place: string
}

/** One part of the path is most like an article's name; what follows it may be a place in it. */
function wantedIn(pathname: string, hash: string, cards: readonly LibraryCard[]): Wanted | null {
  const parts = pathname.slice(0, 2000).split('/').filter(Boolean).slice(0, 8)
  const pairs = parts.flatMap((part, at) => cards.map((card) => ({ card, part, at })))
  const best = pairs
    .map((pair) => ({ ...pair, alike: likeness(pair.part, pair.card.slug) }))
    .toSorted((one, other) => other.alike - one.alike)[0]
  if (best === undefined || best.alike < 0.4) return null
  const below = parts.slice(best.at + 1).join(' ')
  return { card: best.card, place: readable(below === '' ? hash.slice(1) : below) }
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The article itself is fetched only when somebody stands before a closed door and names a place in it. */
function useNearestSection(wanted: Wanted | null): OutlineEntry | null {
  const slug = wanted?.card.slug
  const place = wanted?.place ?? ''
  const [found, setFound] = useState<{
    readonly place: string
    readonly section: OutlineEntry | null
  }>()
  useEffect(() => {
    if (slug === undefined || place === '') return
    let isWanted = true
    articles[slug]?.().then(
      ({ default: article }) => {
        if (isWanted) setFound({ place, section: mostAlike(place, outline(article), nameOf, 0.4) })
      },
      () => {
        // Then only the article is offered.
      },
    )
    return () => {
      isWanted = false
    }
  }, [slug, place])
  return found?.place === place ? found.section : null
}

function nameOf(section: OutlineEntry): string {
  return section.id
}
