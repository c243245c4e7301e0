import type { LibraryCard } from '#core/article'
import { Kept } from '#features/offline'
import type { KeptPlace } from '#core/resume'
import { SettingsButton, type SettingsHandle } from '#features/settings'
import { Fingerprint } from '#features/strip'
import { formatDate } from '#ui/dates.ts'
import { LatePart } from '#ui/LatePart.tsx'
import * as words from '#words/library'
import * as resume from '#words/resume'
import * as common from '#words/common'
import { site } from 'virtual:site'
import { useOffline } from '../offline-store.ts'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { PageLink } from '../PageLink.tsx'
import { usePageOpening } from '../page-opening.ts'
import { continueIn, useKeptPlaces } from '../kept-places.ts'
import { importPath } from '../import-path.ts'
import { articlePath, hrefOf } from '../paths.ts'
import { forgetAllPlaces } from '../place-items.ts'
import { changePreferences, usePreferences } from '../preferences-store.ts'
import { LibrarySearch } from './LibrarySearch.tsx'
import { useOwnShelf } from './use-own-shelf.tsx'
import { usePalette } from './use-palette.tsx'

const loadPalette = () => import('./LibraryPalette.tsx')

export function LibraryPage({ cards }: { cards: readonly LibraryCard[] }): ReactNode {
  usePageOpening(null)
  const preferences = usePreferences()
  const kept = useOffline((state) => state.kept)
  // Asks the service worker, as long as this page is there to say it.
  useEffect(() => {
    useOffline.setState({ isStockShown: true })
    return () => {
      useOffline.setState({ isStockShown: false })
    }
  }, [])
  const ownShelf = useOwnShelf()
  const [isUnreachable, setUnreachable] = useState(false)
  const [done, setDone] = useState('')
  const settings = useRef<SettingsHandle>(null)
  const { palette, open } = usePalette(
    loadPalette,
    {
      cards,
      preferences,
      onPreferences: changePreferences,
      onForgetPlaces: forgetAllPlaces,
      onSay: setDone,
      onSettings: () => settings.current?.open(),
    },
    () => {
      setUnreachable(true)
    },
  )
  return (
    <main id="text" className="page library">
      <header className="library-head">
        <div className="library-tools">
          <button
            type="button"
            className="bar-button go-to"
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K Meta+K"
            onClick={open}
          >
            {words.goTo}
          </button>
          <SettingsButton
            preferences={preferences}
            onPreferences={changePreferences}
            onForgetPlaces={forgetAllPlaces}
            handle={settings}
          />
        </div>
        <h1>{site.name}</h1>
        <p>{words.libraryLead}</p>
        <p className="library-import">
          <a
            href={hrefOf(importPath)}
            onPointerEnter={() => {
              import('../wake-up-page.ts').catch(() => {})
            }}
          >
            {words.bringText}
          </a>
        </p>
      </header>
      {cards.length === 0 ? (
        <p>{words.libraryEmpty}</p>
      ) : (
        <LibrarySearch cards={cards}>
          <Cards cards={cards} />
        </LibrarySearch>
      )}
      {ownShelf}
      <LatePart>{kept !== null && <Kept {...kept} />}</LatePart>
      <p role="status" className="visually-hidden">
        {done}
      </p>
      {isUnreachable && <p role="alert">{common.partUnreachable}</p>}
      {palette}
    </main>
  )
}

export function Cards({ cards }: { cards: readonly LibraryCard[] }): ReactNode {
  const kept = useKeptPlaces(cards.map(({ slug }) => slug))
  return (
    <ul className="cards">
      {cards.map((card) => (
        <li key={card.slug} className="card">
          {card.series !== null && (
            <p className="series">
              <span lang={card.lang}>{card.series.title}</span>
              <span className="series-part">{common.part(card.series.part)}</span>
            </p>
          )}
          <h2 lang={card.lang} dir="auto">
            <PageLink to={articlePath(card.slug)}>{card.title}</PageLink>
          </h2>
          <p className="authors" lang={card.lang} dir="auto">
            {card.authors.join(', ')}
          </p>
          <p className="card-summary" lang={card.lang} dir="auto">
            {card.summary}
          </p>
          <Fingerprint layers={card.layers} segments={card.segments} />
          <ul className="card-layers" aria-label={common.layers}>
            {card.layers.map((layer) => (
              <li key={layer.id}>
                <span className="shape" data-kind={layer.kind} />
                <span>{layer.label}</span>
              </li>
            ))}
          </ul>
          <p className="about">
            {card.published !== null && (
              <time dateTime={card.published}>{formatDate(card.published)}</time>
            )}
            <span>{common.minutes(card.minutes)}</span>
          </p>
          <Continue slug={card.slug} lang={card.lang} kept={kept.get(card.slug)} />
        </li>
      ))}
    </ul>
  )
}

interface ContinueProps {
  readonly slug: string
  readonly lang: string
  readonly kept: KeptPlace | undefined
}

/** In the room at the foot of a card, where it moves nothing when it comes. */
function Continue({ slug, lang, kept }: ContinueProps): ReactNode {
  if (kept === undefined) return null
  return (
    <p className="card-continue">
      <PageLink
        to={articlePath(slug)}
        onFollow={() => {
          continueIn(slug)
        }}
      >
        <span>{resume.continueIn}: </span>
        {kept.section !== '' && (
          <span className="card-section" lang={lang} dir="auto">
            {kept.section}
          </span>
        )}
        <span>{`${kept.section === '' ? '' : ', '}${resume.share(kept.share)}`}</span>
      </PageLink>
    </p>
  )
}
