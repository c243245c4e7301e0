import type { ArticleFacts, Highlight } from '#core/article'
import {
  plainSearch,
  type Hit,
  type SearchEntry,
  type SearchOptions,
  type WordMatch,
} from '#core/search'
import { CloseIcon, NextIcon, PreviousIcon } from '#ui/icons.tsx'
import * as words from '#words/search'
import * as common from '#words/common'
import {
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { GroupSwitches } from './GroupSwitches.tsx'
import { groupsOf, type Group } from './groups.ts'
import { currentHighlight, highlightsOf } from './highlights.ts'
import { HitList } from './HitList.tsx'
import { inSlices } from './in-slices.ts'
import styles from './search.css?url'
import { useHits, useSearchIndex } from './use-hits.ts'

export interface SearchPanelProps {
  readonly facts: ArticleFacts
  /** What the search begins with: a link may bring it. */
  readonly asked: string
  /** False where a link has opened the panel: the place in the link has the focus then. */
  readonly takesFocus: boolean
  /** All that is searched, read from the page; pauses where it gives nothing. */
  readonly readEntries: () => Iterable<SearchEntry | undefined>
  /** The block that is being read, from which on the first hit is looked for; null where there is none. */
  readonly blockInView: () => string | null
  /** What the place of a hit is called: its section or note. Empty before the first heading. */
  readonly titleOf: (hit: Hit) => string
  /** Told once the reader pauses. */
  readonly onQuery: (query: string) => void
  readonly onHighlights: (highlights: readonly Highlight[]) => void
  /** Goes to a hit; asked again for the same one, goes there again. */
  readonly onGo: (hit: Highlight) => void
  readonly onClose: () => void
}

/** Milliseconds without a keystroke after which the text is painted and the address told. */
const REST = 150

/** The search beside a text: a field, what it finds in each layer, and the way from hit to hit. */
export function SearchPanel(props: SearchPanelProps): ReactNode {
  const { facts, takesFocus } = props
  const [query, setQuery] = useState(props.asked)
  const [options, setOptions] = useState<SearchOptions>(plainSearch)
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takesFocus) field.current?.focus({ preventScroll: true })
  }, [takesFocus])

  const index = useSearchIndex(props.readEntries)
  const wanted = useDeferredValue(query)
  const all = useHits(index, wanted, options)
  const groups = useMemo(() => (index === null ? [] : groupsOf(facts, index)), [facts, index])
  const hits = useMemo(
    () =>
      off.size === 0
        ? all
        : (all?.among(new Set(groups.map(({ id }) => id).filter((id) => !off.has(id)))) ?? null),
    [all, off, groups],
  )
  // Another question begins anew.
  const [at, setAt] = useState<{ hits: typeof hits; number: number } | null>(null)
  const current = at?.hits === hits ? at.number : null

  const tellQuery = useEffectEvent(() => {
    props.onQuery(query)
  })
  const tellHighlights = useEffectEvent(props.onHighlights)
  useEffect(() => {
    const timer = window.setTimeout(tellQuery, REST)
    return () => {
      window.clearTimeout(timer)
    }
  }, [query])
  useEffect(() => {
    const leaving = new AbortController()
    const timer = window.setTimeout(() => {
      if (hits === null) tellHighlights([])
      else
        inSlices(highlightsOf(hits), leaving.signal).then(tellHighlights, () => {
          // Something else is looked for meanwhile.
        })
    }, REST)
    return () => {
      window.clearTimeout(timer)
      leaving.abort()
    }
  }, [hits])

  const goTo = (number: number) => {
    const hit = hits?.at(number) ?? null
    if (hit === null) return
    setAt({ hits, number })
    props.onGo(currentHighlight(hit))
  }
  const step = (by: 1 | -1) => {
    if (hits === null || index === null || hits.total === 0) return
    if (current !== null) {
      goTo((current + by + hits.total) % hits.total)
      return
    }
    const block = props.blockInView()
    const entry = index.entries.findIndex((candidate) => candidate.block === block)
    const next = entry === -1 ? 0 : (hits.firstFrom(entry) ?? 0)
    goTo(by === 1 ? next : (next - 1 + hits.total) % hits.total)
  }
  const press = (event: KeyboardEvent) => {
    // Whoever writes with an input method confirms a word with these keys.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') props.onClose()
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }

  const said =
    wanted.trim() === ''
      ? ''
      : hits === null || all === null
        ? words.readingText
        : hits.total === 0
          ? all.total === 0
            ? words.nothingFound
            : words.nothingShown(all.total)
          : current === null
            ? words.hits(hits.total)
            : words.hitOf(current + 1, hits.total)
  const hasHits = hits !== null && hits.total > 0
  return (
    <>
      <link rel="stylesheet" href={styles} precedence="part" />
      <div role="search" className="search" aria-label={common.search} onKeyDown={press}>
        <div className="search-line">
          <input
            ref={field}
            id="search.field"
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-label={words.searchField}
            placeholder={words.searchField}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value)
            }}
          />
          <button
            type="button"
            aria-label={words.previousHit}
            disabled={!hasHits}
            onClick={() => {
              step(-1)
            }}
          >
            <PreviousIcon />
          </button>
          <button
            type="button"
            aria-label={words.nextHit}
            disabled={!hasHits}
            onClick={() => {
              step(1)
            }}
          >
            <NextIcon />
          </button>
          <button type="button" aria-label={words.closeSearch} onClick={props.onClose}>
            <CloseIcon />
          </button>
        </div>
        <div className="search-line">
          <p role="status">{said}</p>
          <Options options={options} onOptions={setOptions} />
        </div>
        {all !== null && all.total > 0 && (
          <GroupSwitches groups={groups} counts={all.counts} off={off} onOff={setOff} />
        )}
        {hasHits && index !== null && (
          <HitList
            index={index}
            hits={hits}
            current={current}
            lang={facts.lang}
            placeOf={(hit) => placeOf(hit, groups, props.titleOf(hit))}
            onGo={goTo}
          />
        )}
      </div>
    </>
  )
}

function placeOf(hit: Hit, groups: readonly Group[], title: string) {
  const group = groups.find(({ id }) => id === hit.group)
  return {
    title: title === '' ? words.beforeFirstHeading : title,
    voice: group?.label ?? '',
    kind: group?.kind ?? '',
  }
}

const MATCHES: readonly WordMatch[] = ['anywhere', 'beginning', 'whole']

interface OptionsProps {
  readonly options: SearchOptions
  readonly onOptions: (options: SearchOptions) => void
}

function Options({ options, onOptions }: OptionsProps): ReactNode {
  return (
    <details className="search-options">
      <summary>{words.howToSearch}</summary>
      <div role="radiogroup" aria-label={words.match}>
        {MATCHES.map((match) => (
          <label key={match}>
            <input
              type="radio"
              name="search.match"
              checked={options.match === match}
              onChange={() => {
                onOptions({ ...options, match })
              }}
            />
            <span>{words.matches[match]}</span>
          </label>
        ))}
      </div>
      <label>
        <input
          type="checkbox"
          checked={options.forgivesTypos}
          onChange={(event) => {
            onOptions({ ...options, forgivesTypos: event.currentTarget.checked })
          }}
        />
        <span>{words.forgiveTypos}</span>
      </label>
      <p>{words.searchHint}</p>
    </details>
  )
}
