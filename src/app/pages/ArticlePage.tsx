import { parseLayers, parseView, type ArticleFacts } from '#core/article'
import { Reader, type ReaderHandle } from '#features/reader'
import { SettingsButton, type SettingsHandle } from '#features/settings'
import { LibraryIcon } from '#ui/icons.tsx'
import { Region } from '#ui/Region.tsx'
import * as common from '#words/common'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { goBack, hrefNow, push, replace, useAddress } from '../address.ts'
import { PageLink } from '../PageLink.tsx'
import { usePageOpening } from '../page-opening.ts'
import { hrefOf, libraryPath, overviewPath } from '../paths.ts'
import { forgetAllPlaces } from '../place-items.ts'
import { changePreferences, keepPlaceBy, usePreferences } from '../preferences-store.ts'
import { PlainArticle } from './PlainArticle.tsx'
import { questionWith } from './question.ts'
import { usePalette } from './use-palette.tsx'
import { useResume } from './use-resume.tsx'
import { useSearch } from './use-search.tsx'
import { useStrip } from './use-strip.tsx'
import { useTakeAway } from './take-away.tsx'

const loadPalette = () => import('./ArticlePalette.tsx')

interface ArticlePageProps {
  readonly facts: ArticleFacts
  readonly text: ReactNode
}

/** The reading room at an address. */
export function ArticlePage({ facts, text }: ArticlePageProps): ReactNode {
  const address = useAddress()
  const preferences = usePreferences()
  const { visible, unknown } = useMemo(
    () => parseLayers(address.search, facts.layers),
    [address.search, facts],
  )
  const visit = useMemo(
    () => ({ key: address.key, how: address.how, hash: address.hash }),
    [address.key, address.how, address.hash],
  )

  const [news, setNews] = useState<{ readonly sentence: string } | null>(null)
  const say = (sentence: string) => {
    setNews({ sentence })
  }
  const sayUnreachable = () => {
    say(common.partUnreachable)
  }
  const search = useSearch(facts, address, sayUnreachable)

  const { strip, timeLeft } = useStrip({
    facts,
    visible,
    highlights: search.highlights,
    isAwake: address.how !== 'rendered',
  })
  usePageOpening(facts.title)
  const takeAway = useTakeAway(facts.slug, visible, sayUnreachable)
  const resume = useResume(facts, address, say)
  const reader = useRef<ReaderHandle>(null)
  const settings = useRef<SettingsHandle>(null)
  const { palette, open: openPalette } = usePalette(
    loadPalette,
    {
      facts,
      visible,
      preferences,
      onPreferences: changePreferences,
      onSay: say,
      onSearch: search.ask,
      onTakeAway: takeAway.open,
      onKeys: () => reader.current?.openKeys(),
      onSettings: () => settings.current?.open(),
    },
    sayUnreachable,
  )

  return (
    <Region fallback={<PlainArticle text={text} />}>
      {resume}
      <Reader
        facts={facts}
        text={text}
        visible={visible}
        unknownLayers={unknown}
        onVisible={(next) => {
          replace({ search: questionWith(facts, { visible: next }) })
        }}
        view={parseView(address.search) ?? preferences.view}
        onView={(view) => {
          // From now on it is the reader's own choice, and no longer the link's.
          replace({ search: questionWith(facts, { view: null }) })
          changePreferences({ view })
        }}
        visit={visit}
        onGo={(hash) => {
          push({ hash })
        }}
        onBack={goBack}
        linkTo={(hash) => hrefNow({ search: questionWith(facts, { asked: '' }), hash })}
        preferences={preferences}
        onPlaceKeeper={keepPlaceBy}
        home={
          <PageLink to={libraryPath} className="bar-button home-link">
            <LibraryIcon />
            <span>{common.toLibrary}</span>
          </PageLink>
        }
        beside={<a href={hrefOf(overviewPath(facts.slug))}>{common.overview}</a>}
        tools={
          <>
            {search.button}
            {takeAway.button}
            <SettingsButton
              preferences={preferences}
              onPreferences={changePreferences}
              onForgetPlaces={forgetAllPlaces}
              handle={settings}
            />
            {strip}
          </>
        }
        timeLeft={timeLeft}
        highlights={search.highlights}
        goal={search.goal}
        news={news}
        onSearch={search.open}
        onCommands={openPalette}
        handle={reader}
      />
      {search.panel}
      {takeAway.dialog}
      {palette}
    </Region>
  )
}
