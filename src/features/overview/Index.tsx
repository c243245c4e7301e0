import type { Entry, Mention, NamedEntry } from '#core/overview'
import * as words from '#words/overview'
import type { ReactNode } from 'react'
import { language, toText, type Surroundings } from './surroundings.ts'

interface IndexProps<E extends Entry> {
  readonly entries: readonly E[]
  readonly around: Surroundings
}

const KINDS = ['person', 'place', 'organisation', 'work', 'other'] as const

export function NameIndex({ entries, around }: IndexProps<NamedEntry>): ReactNode {
  if (entries.length === 0) return <p className="overview-note">{words.noNames}</p>
  return (
    <>
      <p className="overview-note">{words.namesNote}</p>
      {KINDS.map((kind) => {
        const of = entries.filter((entry) => (entry.kind ?? 'other') === kind)
        return (
          of.length > 0 && (
            <div key={kind}>
              <h3>{words.kind[kind]}</h3>
              <EntryList entries={of} around={around} lang={around.article.lang} />
            </div>
          )
        )
      })}
    </>
  )
}

export function YearIndex({ entries, around }: IndexProps<Entry>): ReactNode {
  if (entries.length === 0) return <p className="overview-note">{words.noYears}</p>
  return <EntryList entries={entries} around={around} lang={words.catalogueLanguage} />
}

interface EntryListProps extends IndexProps<Entry> {
  readonly lang: string
}

function EntryList({ entries, around, lang }: EntryListProps): ReactNode {
  return (
    <ul className="index">
      {entries.map((entry) => (
        <li key={entry.name}>
          <EntryView entry={entry} around={around} lang={lang} />
        </li>
      ))}
    </ul>
  )
}

/** In a book, whoever wants more than these goes to the search. */
const MOST_SHOWN = 100

function EntryView({
  entry,
  around,
  lang,
}: {
  entry: Entry
  around: Surroundings
  lang: string
}): ReactNode {
  const further = entry.mentions.slice(MOST_SHOWN)
  return (
    <details className="entry">
      <summary>
        <span className="entry-head">
          <bdi {...language(lang)}>{entry.name}</bdi>
        </span>
        <span className="entry-voices">
          {entry.voices.map(({ layer, count }) => (
            <span key={layer}>
              <span className="shape" data-kind={around.kindOf(layer)} aria-hidden="true" />
              <span dir="auto">{words.timesIn(around.labelOf(layer), count)}</span>
            </span>
          ))}
        </span>
      </summary>
      <ol className="mentions">
        {entry.mentions.slice(0, MOST_SHOWN).map((mention, at) => (
          <MentionView key={at} mention={mention} around={around} />
        ))}
      </ol>
      {further.length > 0 && (
        <p className="further">
          <span>{words.furtherPlaces}</span>
          {further.map(({ place }, at) => (
            <a key={at} href={toText(place)} aria-label={words.furtherPlace(MOST_SHOWN + at + 1)}>
              {MOST_SHOWN + at + 1}
            </a>
          ))}
        </p>
      )}
    </details>
  )
}

function MentionView({ mention, around }: { mention: Mention; around: Surroundings }): ReactNode {
  const { place, layer, under, count, lang, before, words: mentioned, after } = mention
  const title = around.titleOf(under)
  return (
    <li>
      <a href={toText(place)} {...language(lang)}>
        {before}
        <b>{mentioned}</b>
        {after}
      </a>
      <span className="mention-place">
        <span dir="auto">{around.labelOf(layer)}</span>
        {title !== null && <span dir="auto">{title}</span>}
        {count > 1 && <span>{words.repeated(count)}</span>}
      </span>
    </li>
  )
}
