import { namesOf, sourcesOf, voicesOf, yearsOf } from '#core/overview'
import type { Article } from '#core/article'
import { BackIcon } from '#ui/icons.tsx'
import * as words from '#words/overview'
import * as common from '#words/common'
import type { ReactNode } from 'react'
import { NameIndex, YearIndex } from './Index.tsx'
import { Sources } from './Sources.tsx'
import { surroundings, toText } from './surroundings.ts'
import { VoiceChart } from './VoiceChart.tsx'
import { VoiceTable } from './VoiceTable.tsx'

/** What stands on the overview of an article. */
export function Overview({ article }: { article: Article }): ReactNode {
  const around = surroundings(article)
  const voices = voicesOf(article)
  return (
    <main id="text" className="page overview">
      <header>
        <p className="overview-back">
          <a href={toText()}>
            <BackIcon />
            <span>{words.backToText}</span>
          </a>
        </p>
        <h1>{common.overview}</h1>
        <p className="overview-title">
          <bdi lang={article.lang} dir={article.dir}>
            {article.title}
          </bdi>
        </p>
        <p className="overview-lead">{words.lead}</p>
        <nav aria-label={words.onThisPage}>
          <ul className="overview-ways">
            {PARTS.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <Part id="voices" title={words.voices}>
        <p className="overview-note">{words.voicesNote}</p>
        <VoiceChart voices={voices} />
        <details className="overview-table">
          <summary>{words.theFigures}</summary>
          <VoiceTable voices={voices} article={article} />
        </details>
      </Part>
      <Part id="sources" title={words.sources}>
        <Sources sources={sourcesOf(article)} around={around} />
      </Part>
      <Part id="names" title={words.names}>
        <NameIndex entries={namesOf(article)} around={around} />
      </Part>
      <Part id="years" title={words.years}>
        <YearIndex entries={yearsOf(article)} around={around} />
      </Part>
    </main>
  )
}

const PARTS = [
  ['voices', words.voices],
  ['sources', words.sources],
  ['names', words.names],
  ['years', words.years],
] as const

interface PartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

function Part({ id, title, children }: PartProps): ReactNode {
  return (
    <section id={id} aria-labelledby={`${id}.heading`}>
      <h2 id={`${id}.heading`}>{title}</h2>
      {children}
    </section>
  )
}
