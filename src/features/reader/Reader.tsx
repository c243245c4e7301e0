import {
  inOrder,
  presetLayers,
  shownByDefault,
  toggled,
  trustPlaceId,
  type ArticleFacts,
  type Highlight,
  type LayerId,
  type View,
} from '#core/article'
import { parsePlace } from '#core/anchoring'
import type { Preferences } from '#core/preferences'
import { BackIcon, ContentsIcon, MarginIcon } from '#ui/icons.tsx'
import { afterPaint } from '#ui/after-paint.ts'
import { LatePart } from '#ui/LatePart.tsx'
import { Region } from '#ui/Region.tsx'
import * as words from '#words/reader'
import * as common from '#words/common'
import {
  lazy,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react'
import { useArrival } from './arrival.ts'
import type { Visit } from './places-on-page.ts'
import { Contents, type ContentsEntry } from './Contents.tsx'
import { useCurrentPlace } from './contents-tracker.ts'
import { copyText } from './clipboard.ts'
import { factsOf, hasWords, LayerBar } from './LayerBar.tsx'
import { useLayerKeys } from './layer-keys.ts'
import { NoteBox } from './NoteBox.tsx'
import { Status, type Saying } from './Status.tsx'
import { useTextEvents } from './text-events.ts'
import { useHighlights } from './use-highlights.ts'
import { useMargin } from './use-margin.ts'
import { useVisibleLayers, type KeepLook } from './visible-layers.ts'

const loadKeys = () => import('./ReaderKeys.tsx')
const loadMargin = () => import('./margin/Margin.tsx')
const loadTools = () => import('./SelectionTools.tsx')
// Drawn only once they have been loaded: what fails for React once has failed for good.
const ReaderKeys = lazy(loadKeys)
const Margin = lazy(loadMargin)
const SelectionTools = lazy(loadTools)

export interface ReaderProps {
  readonly facts: ArticleFacts
  /** The article's markup: adopted from the page, or rendered. */
  readonly text: ReactNode
  readonly visible: readonly LayerId[]
  /** The text shows them already; whoever draws the page anew may do so after the next paint. */
  readonly onVisible: (visible: readonly LayerId[]) => void
  /** Where what others say stands. */
  readonly view: View
  readonly onView: (view: View) => void
  /** Layers that the link names and the article does not have. */
  readonly unknownLayers: readonly string[]
  readonly visit: Visit
  /** Goes to a place on this page; the way back leads here. */
  readonly onGo: (hash: string) => void
  readonly onBack: () => void
  /** The address of a fragment of this page, with the layers as they are now. */
  readonly linkTo: (hash: string) => string
  readonly preferences: ReadingPreferences
  /**
   * Hands out the means to change the look of the page without moving the line that is being read;
   * null when the text goes. Must stay the same function.
   */
  readonly onPlaceKeeper: (keep: KeepLook | null) => void
  /** Where the bar's first link leads. */
  readonly home: ReactNode
  /** Where the contents lead beside the text. */
  readonly beside?: ReactNode
  /** Further tools for the bar, before the list of keys. */
  readonly tools?: ReactNode
  /** Stands at the head of the contents. */
  readonly timeLeft?: ReactNode
  /** What others mark in the text. */
  readonly highlights?: readonly Highlight[]
  /** One of what they mark, to go to; another object is another request, also for the same place. */
  readonly goal?: Highlight | null
  /** Asked for by its key. */
  readonly onSearch?: () => void
  /** Opens the list of all there is to do. */
  readonly onCommands?: () => void
  /** What others may ask of the reader. */
  readonly handle?: Ref<ReaderHandle>
  /** What the page has to say; another object is said anew. */
  readonly news?: { readonly sentence: string } | null
}

export interface ReaderHandle {
  readonly openKeys: () => void
}

/** What the reader's choices change in how the text answers. */
export type ReadingPreferences = Pick<Preferences, 'singleKeys' | 'noteOpening'>

const NO_HIGHLIGHTS: readonly Highlight[] = []

/** The text and everything a reader does with it. Facts come in as props; no address, no storage. */
export function Reader(props: ReaderProps): ReactNode {
  const { facts, text, visible, onVisible, onGo, linkTo, preferences } = props
  const root = useRef<HTMLElement>(null)
  const [saying, setSaying] = useState<Saying | null>(null)
  const [isKeysOpen, setKeysOpen] = useState(false)
  const say = (sentence: string, isSeen = true) => {
    setSaying((last) => ({
      sentence: sentence === last?.sentence ? `${sentence}${AGAIN}` : sentence,
      isSeen,
    }))
  }
  const copy = (copied: string, done: string) => {
    void copyText(copied).then((isCopied) => {
      setSaying(
        isCopied
          ? { sentence: done, isSeen: true }
          : { sentence: words.copyFailed, isSeen: true, toCopy: copied },
      )
    })
  }
  const openKeys = () => {
    loadKeys().then(
      () => {
        setKeysOpen(true)
      },
      () => {
        say(common.partUnreachable)
      },
    )
  }
  useImperativeHandle(props.handle, () => ({ openKeys }))
  const {
    text: layersInText,
    keeper,
    switchTo,
    shownNow,
  } = useVisibleLayers({
    root,
    facts,
    visible,
    visitKey: props.visit.key,
    onPlaceKeeper: props.onPlaceKeeper,
  })
  // The text answers first; the switches, the address and the announcement follow when that is on the screen.
  const show = (next: readonly LayerId[], sentence?: string) => {
    switchTo(next)
    onVisible(next)
    if (sentence === undefined) return
    afterPaint(() => {
      say(sentence, false)
    })
  }
  const toggle = (id: LayerId) => {
    const layer = facts.layers.find((candidate) => candidate.id === id)
    if (layer === undefined) return
    const before = shownNow() ?? visible
    const sentence = before.includes(id) ? words.layerHidden : words.layerShown
    show(toggled(facts.layers, before, id), sentence(layer.label, factsOf(layer)))
  }
  const only = (id: LayerId) => {
    const layer = facts.layers.find((candidate) => candidate.id === id)
    // Markers and capitals alone would be marks on nothing.
    if (layer !== undefined && hasWords(layer)) show([id], words.onlyShown(layer.label))
  }
  const reveal = (ids: readonly string[]) => {
    const labels = facts.layers
      .filter((layer) => ids.includes(layer.id))
      .map((layer) => layer.label)
    if (labels.length === 0) return
    show(inOrder(facts.layers, new Set([...(shownNow() ?? visible), ...ids])))
    say(words.layerRevealed(labels.join(', ')))
  }

  const margin = useMargin({
    view: props.view,
    facts,
    visible,
    hasLookedAtAddress: props.visit.how !== 'rendered',
    load: loadMargin,
    onUnreachable: () => {
      say(common.partUnreachable)
    },
  })

  const entries = useContents(facts)
  const ids = useMemo(() => entries.map((entry) => entry.id), [entries])
  const { current, hold } = useCurrentPlace(ids)

  useArrival({ root, facts, visit: props.visit, visible, layersInText, reveal, say, hold })
  useTextEvents({
    root,
    layersInText,
    onGo,
    onReveal: (id) => {
      reveal([id])
    },
    onOpened: () => {
      say(words.passageOpened, false)
    },
    onCopyLink: (hash) => {
      copy(linkTo(hash), common.linkCopied)
    },
  })
  useLayerKeys({
    isOn: preferences.singleKeys,
    onDigit: (digit, isSolo) => {
      const layer = facts.layers[digit - 1]
      if (layer !== undefined) (isSolo ? only : toggle)(layer.id)
    },
    onAsPosted: () => {
      show(shownByDefault(facts.layers), words.viewChosen(words.preset['as-posted']))
    },
    onHelp: openKeys,
    onSearch: () => props.onSearch?.(),
  })
  const { news = null } = props
  const [heardNews, setHeardNews] = useState(news)
  useHighlights({
    root,
    facts,
    highlights: props.highlights ?? NO_HIGHLIGHTS,
    goal: props.goal ?? null,
    layersInText,
    reveal,
    onUnreachable: () => {
      say(common.partUnreachable)
    },
  })
  const [heard, setHeard] = useState<readonly string[] | null>(null)
  const isNews = props.unknownLayers.length > 0 && heard !== props.unknownLayers
  const notice = isNews
    ? { sentence: words.unknownLayers(props.unknownLayers.join(', ')), isSeen: true }
    : news !== null && news !== heardNews
      ? { sentence: news.sentence, isSeen: true }
      : null

  const hasSelected = useHasSelected()
  return (
    <>
      <a className="skip-link" href="#text">
        {words.skipToText}
      </a>
      <Region fallback={<p className="region-failed">{words.regionFailed}</p>}>
        <div className="bar" role="region" aria-label={words.readingTools}>
          {props.home}
          <button type="button" className="bar-button contents-button" popoverTarget="contents">
            <ContentsIcon />
            <span>{words.contents}</span>
          </button>
          <LayerBar
            layers={facts.layers}
            visible={visible}
            hasKeys={preferences.singleKeys}
            onToggle={toggle}
            onOnly={only}
            onPreset={(name) => {
              show(presetLayers(name, facts.layers), words.viewChosen(words.preset[name]))
            }}
          />
          {props.tools}
          <button
            type="button"
            className="bar-button margin-button"
            aria-label={words.inMargin}
            title={words.inMargin}
            aria-pressed={margin.isOn}
            onClick={() => {
              margin.tryAgain()
              props.onView(margin.isOn ? 'inline' : 'margin')
            }}
          >
            <MarginIcon />
          </button>
          <button
            type="button"
            className="bar-button keys-button"
            aria-label={common.keys}
            aria-haspopup="dialog"
            onClick={openKeys}
          >
            <span aria-hidden="true">?</span>
          </button>
        </div>
      </Region>
      <Region fallback={null}>
        <Contents
          entries={entries}
          layers={facts.layers}
          current={current}
          head={props.timeLeft}
          foot={props.beside}
          onGo={onGo}
          onCommands={props.onCommands}
        />
      </Region>
      <main id="text" tabIndex={-1} ref={root} data-place={parsePlace(props.visit.hash).type}>
        {text}
      </main>
      <LatePart>{margin.isDrawn && <Margin root={root} keeper={keeper} />}</LatePart>
      {(props.visit.how === 'push' || props.visit.how === 'placed') && props.visit.hash !== '' && (
        <button type="button" className="way-back" onClick={props.onBack}>
          <BackIcon />
          <span>{words.backToPlace}</span>
        </button>
      )}
      <Region fallback={null}>
        <NoteBox
          root={root}
          visible={visible}
          opensOnRest={preferences.noteOpening === 'rest'}
          onGo={onGo}
          onCopyLink={(id) => {
            copy(linkTo(`#${encodeURIComponent(id)}`), common.linkCopied)
          }}
          onCopyText={(copied) => {
            copy(copied, words.citationCopied)
          }}
        />
      </Region>
      <Status
        saying={saying ?? notice}
        onDone={() => {
          if (saying === null) {
            setHeard(props.unknownLayers)
            setHeardNews(news)
          }
          setSaying(null)
        }}
      />
      <LatePart>
        {hasSelected && <SelectionTools root={root} facts={facts} linkTo={linkTo} onCopy={copy} />}
      </LatePart>
      <LatePart>
        {isKeysOpen && (
          <ReaderKeys
            areSingleOn={preferences.singleKeys}
            onClose={() => {
              setKeysOpen(false)
            }}
          />
        )}
      </LatePart>
    </>
  )
}

/** A no-break space: the same sentence said twice must differ, or a screen reader says it once. */
const AGAIN = '\u00A0'

/** The sections, and what stands below the text. */
function useContents(facts: ArticleFacts): readonly ContentsEntry[] {
  return useMemo(() => {
    const below = (id: string, title: string): ContentsEntry => ({
      id: trustPlaceId(id),
      depth: 2,
      title,
      layers: [],
    })
    return [
      ...facts.outline.map((entry) => ({ ...entry, lang: facts.lang })),
      ...(facts.hasNotes ? [below('notes', common.notes)] : []),
      below('colophon', common.aboutEdition),
    ]
  }, [facts])
}

/** True from the first time that anything is selected: only then are the tools for it loaded. */
function useHasSelected(): boolean {
  const [hasSelected, setHasSelected] = useState(false)
  useEffect(() => {
    if (hasSelected) return
    const look = () => {
      if (document.getSelection()?.isCollapsed !== false) return
      loadTools().then(
        () => {
          setHasSelected(true)
        },
        // The next selection tries again; the browser copies by itself meanwhile.
        () => {},
      )
    }
    document.addEventListener('selectionchange', look)
    // Something may have been selected before the page woke up.
    const frame = requestAnimationFrame(look)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', look)
    }
  }, [hasSelected])
  return hasSelected
}
