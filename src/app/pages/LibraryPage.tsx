import type { LibraryCard } from '#core/article'
import { formatDate } from '#ui/dates.ts'
import * as words from '#words/library'
import * as common from '#words/common'
import { site } from 'virtual:site'
import type { ReactNode } from 'react'
import { PageLink } from '../PageLink.tsx'
import { usePageOpening } from '../page-opening.ts'
import { articlePath } from '../paths.ts'

export function LibraryPage({ cards }: { cards: readonly LibraryCard[] }): ReactNode {
  usePageOpening(null)
  return (
    <main id="text" className="page library">
      <header className="library-head">
        <h1>{site.name}</h1>
        <p>{words.libraryLead}</p>
      </header>
      {cards.length === 0 ? <p>{words.libraryEmpty}</p> : <Cards cards={cards} />}
    </main>
  )
}

export function Cards({ cards }: { cards: readonly LibraryCard[] }): ReactNode {
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
        </li>
      ))}
    </ul>
  )
}
