import { byDate, byHost, type Citation, type Source } from '#core/overview'
import { formatDate } from '#ui/dates.ts'
import * as words from '#words/overview'
import type { ReactNode } from 'react'
import { language, toText, type Surroundings } from './surroundings.ts'

interface SourcesProps {
  readonly sources: readonly Source[]
  readonly around: Surroundings
}

/** Every source under its address, then all of them in the order of their dates. */
export function Sources({ sources, around }: SourcesProps): ReactNode {
  if (sources.length === 0) return <p className="overview-note">{words.noSources}</p>
  return (
    <>
      <p className="overview-note">{words.sourcesNote}</p>
      <h3>{words.byAddress}</h3>
      {byHost(sources).map(({ host, sources: group }) => (
        <div className="sources" key={host ?? ''}>
          <h4>{hostName(host)}</h4>
          <ul>
            {group.map((source) => (
              <SourceView key={source.id} source={source} around={around} />
            ))}
          </ul>
        </div>
      ))}
      <h3>{words.byDate}</h3>
      <ol className="dated">
        {byDate(sources).map((source) => (
          <li key={source.id}>
            <span className="dated-date">
              {source.date === null ? (
                words.undated
              ) : (
                <time dateTime={source.date}>{formatDate(source.date)}</time>
              )}
            </span>
            <a href={`#${source.id}`}>
              <Title source={source} />
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}

function hostName(host: string | null): string {
  if (host === null) return words.withoutAddress
  return host === '' ? words.inThisLibrary : host
}

/** What the citation says; an address only where it says nothing else. */
function Title({ source }: { source: Source }): ReactNode {
  if (source.words !== '') return <bdi {...language(source.lang)}>{source.words}</bdi>
  if (source.url !== null) return <bdi>{source.url}</bdi>
  const [citation] = source.citations
  const isNote = citation !== undefined && citation.note !== null
  return isNote ? words.note(citation.note) : words.wordless(source.states.includes('lost'))
}

function SourceView({ source, around }: { source: Source; around: Surroundings }): ReactNode {
  const { url, host } = source
  const remarks = new Set(source.citations.flatMap(({ remark }) => remark ?? []))
  return (
    <li id={source.id}>
      {(url === null || source.words !== '') && (
        <p className="source-words">
          <Title source={source} />
        </p>
      )}
      {url !== null && (
        <p className="source-address">
          <a href={host === '' ? `../${url}` : url} rel="noopener">
            {url}
          </a>
        </p>
      )}
      <p className="source-facts">
        {source.states.map((state) => (
          <span key={state} className="state" data-state={state}>
            {words.state[state]}
          </span>
        ))}
        <span>
          {source.date === null ? (
            words.undated
          ) : (
            <time dateTime={source.date}>{formatDate(source.date)}</time>
          )}
        </span>
        {source.archived !== null && (
          <a
            href={source.archived}
            rel="noopener"
            aria-label={words.archivedCopyOf(host ?? '')}
            className="source-archived"
          >
            {words.archivedCopy}
          </a>
        )}
      </p>
      {[...remarks].map((remark) => (
        <p key={remark} className="source-remark">
          {remark}
        </p>
      ))}
      <p className="source-citations">
        <span>{words.citedIn}</span>
        {source.citations.map((citation, at) => (
          <CitationView key={at} citation={citation} around={around} />
        ))}
      </p>
    </li>
  )
}

function CitationView({
  citation,
  around,
}: {
  citation: Citation
  around: Surroundings
}): ReactNode {
  const { place, note, markers, layer, under } = citation
  if (note === null) {
    const title = around.titleOf(under)
    const speaker = around.labelOf(layer)
    return <a href={toText(place)}>{title === null ? speaker : words.inSection(speaker, title)}</a>
  }
  return (
    <>
      <a href={toText(place)}>{words.note(note)}</a>
      {markers.map((marker, at) => (
        <a
          key={marker}
          href={toText(marker)}
          aria-label={words.markerName(note, at + 1, markers.length)}
        >
          {words.marker(at + 1, markers.length)}
        </a>
      ))}
    </>
  )
}
