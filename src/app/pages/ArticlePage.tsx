import { formatLayers, parseLayers, type ArticleFacts } from '#core/article'
import { Reader } from '#features/reader'
import { LibraryIcon } from '#ui/icons.tsx'
import { Region } from '#ui/Region.tsx'
import * as common from '#words/common'
import { useLayoutEffect, useMemo, type ReactNode } from 'react'
import { goBack, hrefNow, push, replace, scrollOf, useAddress } from '../address.ts'
import { PageLink } from '../PageLink.tsx'
import { usePageOpening } from '../page-opening.ts'
import { libraryPath } from '../paths.ts'
import { changePreferences, usePreferences } from '../preferences-store.ts'
import { PlainArticle } from './PlainArticle.tsx'

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

  // After the reader's own effects, so that the page has its length again when it returns.
  useLayoutEffect(() => {
    const top = visit.how === 'traverse' ? scrollOf(visit.key) : null
    if (top !== null) window.scrollTo({ top, behavior: 'instant' })
  }, [visit])

  usePageOpening(facts.title)

  return (
    <Region fallback={<PlainArticle text={text} />}>
      <Reader
        facts={facts}
        text={text}
        visible={visible}
        unknownLayers={unknown}
        onVisible={(next) => {
          replace({ search: formatLayers(next, facts.layers) })
        }}
        visit={visit}
        onGo={(hash) => {
          push({ hash })
        }}
        onBack={goBack}
        linkTo={(hash) => hrefNow({ search: formatLayers(visible, facts.layers), hash })}
        preferences={preferences}
        onPreferences={changePreferences}
        home={
          <PageLink to={libraryPath} className="bar-button home-link">
            <LibraryIcon />
            <span>{common.toLibrary}</span>
          </PageLink>
        }
      />
    </Region>
  )
}
