import {
  inOrder,
  presetLayers,
  shownByDefault,
  toggled,
  trustPlaceId,
  type ArticleFacts,
  type LayerId,
} from '#core/article'
import { parsePlace } from '#core/anchoring'
import { BackIcon, ContentsIcon } from '#ui/icons.tsx'
import { Region } from '#ui/Region.tsx'
import * as words from '#words/reader'
import * as common from '#words/common'
import {
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useArrival } from './arrival.ts'
import type { Visit } from './places-on-page.ts'
import { Contents, type ContentsEntry } from './Contents.tsx'
import { useCurrentPlace } from './contents-tracker.ts'
import { copyText } from './clipboard.ts'
import type { ReadingPreferences } from './KeysDialog.tsx'
import { factsOf, LayerBar } from './LayerBar.tsx'
import { useLayerKeys } from './layer-keys.ts'
import { NoteBox } from './NoteBox.tsx'
import { Status, type Saying } from './Status.tsx'
import { useTextEvents } from './text-events.ts'
import { useVisibleLayers } from './visible-layers.ts'

const KeysDialog = lazy(() => import('./KeysDialog.tsx'))
const SelectionTools = lazy(() => import('./SelectionTools.tsx'))

export interface ReaderProps {
  readonly facts: ArticleFacts
  /** The article's markup: adopted from the page, or rendered. */
  readonly text: ReactNode
  readonly visible: readonly LayerId[]
  readonly onVisible: (visible: readonly LayerId[]) => void
  /** Layers that the link names and the article does not have. */
  readonly unknownLayers: readonly string[]
  readonly visit: Visit
  /** Goes to a place on this page; the way back leads here. */
  readonly onGo: (hash: string) => void
  readonly onBack: () => void
  /** The address of a fragment of this page, with the layers as they are now. */
  readonly linkTo: (hash: string) => string
  readonly preferences: ReadingPreferences
  readonly onPreferences: (change: Partial<ReadingPreferences>) => void
  /** Where the bar's first link leads. */
  readonly home: ReactNode
}

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
  const { text: layersInText, switchTo } = useVisibleLayers(root, facts, visible)
  // What comes late, because it had to be loaded first, adds to what is visible by then.
  const latestVisible = useRef(visible)
  useLayoutEffect(() => {
    latestVisible.current = visible
  }, [visible])
  const show = (next: readonly LayerId[], sentence?: string) => {
    switchTo(next)
    latestVisible.current = next
    onVisible(next)
    if (sentence !== undefined) say(sentence, false)
  }
  const toggle = (id: LayerId) => {
    const layer = facts.layers.find((candidate) => candidate.id === id)
    if (layer === undefined) return
    const sentence = visible.includes(id) ? words.layerHidden : words.layerShown
    show(toggled(facts.layers, visible, id), sentence(layer.label, factsOf(layer)))
  }
  const only = (id: LayerId) => {
    const layer = facts.layers.find((candidate) => candidate.id === id)
    if (layer !== undefined) show([id], words.onlyShown(layer.label))
  }
  const reveal = (ids: readonly string[]) => {
    const labels = facts.layers
      .filter((layer) => ids.includes(layer.id))
      .map((layer) => layer.label)
    if (labels.length === 0) return
    show(inOrder(facts.layers, new Set([...latestVisible.current, ...ids])))
    say(words.layerRevealed(labels.join(', ')))
  }

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
    onHelp: () => {
      setKeysOpen(true)
    },
  })
  const [heard, setHeard] = useState<readonly string[] | null>(null)
  const isNews = props.unknownLayers.length > 0 && heard !== props.unknownLayers
  const notice = isNews
    ? { sentence: words.unknownLayers(props.unknownLayers.join(', ')), isSeen: true }
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
            onToggle={toggle}
            onOnly={only}
            onPreset={(name) => {
              show(presetLayers(name, facts.layers), words.viewChosen(words.preset[name]))
            }}
          />
          <button
            type="button"
            className="bar-button keys-button"
            aria-label={common.keysAndTheme}
            aria-haspopup="dialog"
            onClick={() => {
              setKeysOpen(true)
            }}
          >
            <span aria-hidden="true">?</span>
          </button>
        </div>
      </Region>
      <Region fallback={null}>
        <Contents entries={entries} layers={facts.layers} current={current} onGo={onGo} />
      </Region>
      <main id="text" tabIndex={-1} ref={root} data-place={parsePlace(props.visit.hash).type}>
        {text}
      </main>
      {props.visit.how === 'push' && props.visit.hash !== '' && (
        <button type="button" className="way-back" onClick={props.onBack}>
          <BackIcon />
          <span>{words.backToPlace}</span>
        </button>
      )}
      <Region fallback={null}>
        <NoteBox
          root={root}
          visible={visible}
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
          if (saying === null) setHeard(props.unknownLayers)
          setSaying(null)
        }}
      />
      <Region fallback={null}>
        <Suspense fallback={null}>
          {hasSelected && (
            <SelectionTools root={root} facts={facts} linkTo={linkTo} onCopy={copy} />
          )}
        </Suspense>
      </Region>
      <Region fallback={null}>
        <Suspense fallback={null}>
          {isKeysOpen && (
            <KeysDialog
              preferences={preferences}
              onPreferences={props.onPreferences}
              onClose={() => {
                setKeysOpen(false)
              }}
            />
          )}
        </Suspense>
      </Region>
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
    const look = () => {
      if (document.getSelection()?.isCollapsed === false) setHasSelected(true)
    }
    document.addEventListener('selectionchange', look)
    // Something may have been selected before the page woke up.
    const frame = requestAnimationFrame(look)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', look)
    }
  }, [])
  return hasSelected
}
