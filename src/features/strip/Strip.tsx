import {
  minutesToRead,
  originalLayer,
  type ArticleFacts,
  type Highlight,
  type LayerId,
} from '#core/article'
import { drawMarks, layOutWords, LENGTH, shareRead, type WordLine } from '#core/strip'
import * as common from '#words/common'
import * as words from '#words/strip'
import {
  memo,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { followWindow, type InWindow } from './follow.ts'
import { goToPlace, useHand } from './hand.ts'
import href from './strip.css?url'
import { useWordsOnPage } from './use-words.ts'
import { BREADTH, DIMMED, Voices } from './voices.tsx'
import type { WordsOnPage } from './words-on-page.ts'

export interface StripProps {
  readonly facts: ArticleFacts
  readonly visible: readonly LayerId[]
  /** What is marked in the text, and so on its map. */
  readonly highlights: readonly Highlight[]
  /** The element that has the text. */
  readonly textOf: () => Element | null
  /** Goes to a place of the page; the way back leads here. */
  readonly onGo: (hash: string) => void
  /** Told how long the rest takes, as a sentence, when the page has come to rest. */
  readonly onTimeLeft: (sentence: string) => void
}

/** The map of the text and how far it is read. Nothing is drawn before the text has been read. */
export function Strip(props: StripProps): ReactNode {
  const onPage = useWordsOnPage(props.textOf)
  return (
    <>
      <link rel="stylesheet" href={href} precedence="part" />
      {onPage !== null && onPage.segments.length > 0 && <TextMap {...props} onPage={onPage} />}
    </>
  )
}

interface TextMapProps extends StripProps {
  readonly onPage: WordsOnPage
}

function TextMap({
  facts,
  visible,
  highlights,
  onGo,
  onTimeLeft,
  onPage,
}: TextMapProps): ReactNode {
  const line = useMemo(() => layOutWords(onPage.segments), [onPage])
  const original = originalLayer(facts.layers)
  const frame = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const track = useRef<SVGSVGElement>(null)
  /** Where the page has come to rest: what is said of it does not change while it moves. */
  const [rest, setRest] = useState<InWindow>({ from: 0, place: 0, to: 0, edge: 'start' })
  const now = useRef(rest)

  useEffect(
    () =>
      followWindow(
        onPage,
        (next) => {
          now.current = next
          const share = original === null ? 0 : shareRead(line, original, next)
          bar.current?.style.setProperty('--read', String(share))
          frame.current?.style.setProperty('--from', String(next.from / line.total))
          frame.current?.style.setProperty('--to', String(next.to / line.total))
        },
        setRest,
      ),
    [onPage, line, original],
  )

  const hand = useHand({
    track,
    total: line.total,
    now,
    onPage,
    onGo: (place) => {
      goToPlace(onPage, place, onGo)
    },
  })
  const described = describe({ facts, visible, line, onPage })
  const onKeyDown = (event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, key } = event
    if (ctrlKey || metaKey || altKey) return
    const stops = key.startsWith('Page')
      ? onPage.sections.map(({ start }) => start)
      : line.stretches.map(({ start }) => start)
    const place = hand.placeNow()
    const next = NEXT_STOP[key]?.(stops, place, line.total)
    if (next !== undefined) hand.moveTo(next)
    else if (key === 'Enter') goToPlace(onPage, place, onGo)
    else if (key !== 'Escape' || !hand.takeBack()) return
    event.preventDefault()
  }

  const share = original === null ? 0 : shareRead(line, original, rest)
  const left =
    original === null ? 0 : minutesToRead(Math.round(line.totalOf(original) * (1 - share)))
  const time = words.timeLeft(left)
  const tellTime = useEffectEvent(onTimeLeft)
  useEffect(() => {
    tellTime(time)
  }, [time])
  const place = hand.at ?? rest.place
  return (
    <>
      {original !== null && (
        <div
          className="progress"
          role="meter"
          aria-label={words.progress}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(share * 100)}
          aria-valuetext={words.shareAndTime(words.percent(share), time)}
        >
          <div className="progress-read" ref={bar} />
        </div>
      )}
      <div
        className="strip"
        role="slider"
        tabIndex={0}
        aria-label={words.map}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={line.total}
        aria-valuenow={place}
        aria-valuetext={described(place)}
        onKeyDown={onKeyDown}
        {...hand.handlers}
      >
        <svg
          className="strip-track"
          ref={track}
          viewBox={`0 0 ${BREADTH} ${LENGTH}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <VoicesOnce
            layers={facts.layers}
            segments={onPage.segments}
            axis="down"
            visible={visible}
          />
          <Marks
            line={line}
            onPage={onPage}
            highlights={highlights}
            areMarkersShown={visible.some((id) => id === FOOTNOTES)}
          />
        </svg>
        <div className="strip-frame" ref={frame} />
      </div>
      {hand.tip !== null && (
        <div className="strip-tip" ref={placedAt(hand.tip.y)} aria-hidden="true" dir="auto">
          {described(hand.tip.place)}
        </div>
      )}
    </>
  )
}

const VoicesOnce = memo(Voices)

/** The markers' layer; its id is the same in every article. */
const FOOTNOTES = 'footnotes'

/** Where a key leads from a place, if it leads anywhere. */
const NEXT_STOP: Readonly<
  Record<string, (stops: readonly number[], place: number, total: number) => number>
> = {
  ArrowDown: following,
  ArrowRight: following,
  PageDown: following,
  ArrowUp: preceding,
  ArrowLeft: preceding,
  PageUp: preceding,
  Home: () => 0,
  End: (_stops, _place, total) => total,
}

function following(stops: readonly number[], place: number, total: number): number {
  return stops.find((stop) => stop > place) ?? total
}

function preceding(stops: readonly number[], place: number): number {
  return stops.findLast((stop) => stop < place) ?? 0
}

interface MarksProps {
  readonly line: WordLine
  readonly onPage: WordsOnPage
  readonly highlights: readonly Highlight[]
  readonly areMarkersShown: boolean
}

/** Markers at the start side, and across the strip what others mark: one path for each kind. */
const Marks = memo(function Marks({
  line,
  onPage,
  highlights,
  areMarkersShown,
}: MarksProps): ReactNode {
  const kinds = new Map<Highlight['kind'], number[]>()
  for (const { kind, layer, spans } of highlights) {
    const places = kinds.get(kind) ?? []
    kinds.set(kind, places)
    for (const span of spans) {
      const place = onPage.placeOf(span, layer)
      if (place !== null) places.push(place)
    }
  }
  return (
    <>
      <path
        className="strip-mark"
        data-mark="marker"
        opacity={areMarkersShown ? undefined : DIMMED}
        d={drawMarks(onPage.markers, line.total, 'down', [0, 2])}
        vectorEffect="non-scaling-stroke"
      />
      {[...kinds].map(([kind, places]) => (
        <path
          key={kind}
          className="strip-mark"
          data-mark={kind}
          d={drawMarks(places, line.total, 'down', [0, BREADTH])}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </>
  )
})

/** Says of a place which section it is in and who speaks there. */
function describe({
  facts,
  visible,
  line,
  onPage,
}: Pick<TextMapProps, 'facts' | 'visible' | 'onPage'> & { readonly line: WordLine }) {
  const titles = new Map(facts.outline.map(({ id, title }) => [id as string, title]))
  return (place: number): string => {
    const heading = onPage.sections.findLast(({ start }) => start <= place)?.heading ?? null
    const section = (heading === null ? null : titles.get(heading)) ?? words.beginning
    const speaks = line.stretchAt(place)?.layer
    const layer = facts.layers.find(({ id }) => id === speaks)
    if (layer === undefined) return section
    const voice =
      layer.kind === 'original' ? layer.label : common.voiceLabel(layer.kind, layer.voice)
    return words.placeInText(section, voice, !visible.includes(layer.id))
  }
}

/** Sets by script what the page’s policy forbids as an attribute. */
function placedAt(y: number) {
  return (tip: HTMLElement | null) => {
    tip?.style.setProperty('--at', `${y}px`)
  }
}
