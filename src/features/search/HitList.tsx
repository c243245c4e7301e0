import { excerptOf, type Hit, type Hits, type SearchIndex } from '#core/search'
import * as words from '#words/search'
import { useEffect, useRef, useState, type ReactNode } from 'react'

/** Where a hit is, for the eye: the section or note, and whose words they are. */
export interface HitPlace {
  readonly title: string
  readonly voice: string
  readonly kind: string
}

interface HitListProps {
  readonly index: SearchIndex
  readonly hits: Hits
  readonly current: number | null
  readonly lang: string
  readonly placeOf: (hit: Hit) => HitPlace
  readonly onGo: (number: number) => void
}

/** So many hits are drawn at first, and added at either end when the reader gets there. */
const FIRST = 40
const MORE = 80

/** The hits with their surroundings. All can be reached; those that nobody has come near are not drawn. */
export function HitList({ index, hits, current, lang, placeOf, onGo }: HitListProps): ReactNode {
  const [drawn, setDrawn] = useState({ hits, from: 0, to: FIRST })
  if (drawn.hits !== hits) setDrawn({ hits, from: 0, to: FIRST })
  else if (current !== null && (current < drawn.from || current >= drawn.to))
    setDrawn({ hits, from: Math.max(0, current - FIRST / 2), to: current + FIRST / 2 })
  const { from } = drawn
  const to = Math.min(drawn.to, hits.total)

  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const numbers = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
  return (
    <div className="search-list" tabIndex={-1}>
      {from > 0 && (
        <More
          key={`from-${from}`}
          label={words.earlierHits}
          onMore={() => {
            setDrawn({ hits, from: Math.max(0, from - MORE), to })
          }}
        />
      )}
      <ol ref={list} start={from + 1} aria-label={words.listOfHits}>
        {numbers.map((number) => {
          const hit = hits.at(number)
          if (hit === null) return null
          return (
            <li key={number} aria-setsize={hits.total} aria-posinset={number + 1}>
              <HitButton
                index={index}
                hit={hit}
                isCurrent={number === current}
                lang={lang}
                place={placeOf(hit)}
                onGo={() => {
                  onGo(number)
                }}
              />
            </li>
          )
        })}
      </ol>
      {to < hits.total && (
        <More
          key={`to-${to}`}
          label={words.laterHits}
          onMore={() => {
            setDrawn({ hits, from, to: to + MORE })
          }}
        />
      )}
    </div>
  )
}

interface HitButtonProps extends Pick<HitListProps, 'index' | 'lang'> {
  readonly hit: Hit
  readonly isCurrent: boolean
  readonly place: HitPlace
  readonly onGo: () => void
}

function HitButton({ index, hit, isCurrent, lang, place, onGo }: HitButtonProps): ReactNode {
  const excerpt = excerptOf(index, hit)
  return (
    <button
      type="button"
      className="search-hit"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={onGo}
    >
      <span className="search-place">
        <span className="search-section" lang={lang} dir="auto">
          {place.title}
        </span>
        <span className="search-voice">
          <span className="shape" data-kind={place.kind} />
          {place.voice}
        </span>
      </span>
      <span className="search-excerpt" lang={lang} dir="auto">
        {excerpt.before}
        <mark>{excerpt.hit}</mark>
        {excerpt.after}
      </span>
    </button>
  )
}

/** Presses itself when it comes into view. */
function More({ label, onMore }: { label: string; onMore: () => void }): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const element = button.current
    if (element === null || !('IntersectionObserver' in window)) return
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) element.click()
    })
    watch.observe(element)
    return () => {
      watch.disconnect()
    }
  }, [])
  return (
    <button ref={button} type="button" className="search-more" onClick={onMore}>
      {label}
    </button>
  )
}
