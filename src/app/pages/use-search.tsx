import type { ArticleFacts, Highlight } from '#core/article'
import { parseSearch } from '#core/article'
import { SearchIcon } from '#ui/icons.tsx'
import { LatePart } from '#ui/LatePart.tsx'
import * as common from '#words/common'
import { lazy, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { replace, searchNow, type Address } from '../address.ts'
import { coverWith } from '../back-closes.ts'
import { questionWith } from './question.ts'

const load = () => import('./ArticleSearch.tsx')
// Drawn only once it has been loaded: what fails for React once has failed for good.
const ArticleSearch = lazy(load)

interface Search {
  readonly button: ReactNode
  /** Stands beside the reader. */
  readonly panel: ReactNode
  readonly open: () => void
  /** Opens it anew, with these words. */
  readonly ask: (asked: string) => void
  readonly highlights: readonly Highlight[]
  readonly goal: Highlight | null
}

/** Which panel is open: it begins anew with what the address asks for. */
interface Opening {
  readonly number: number
  readonly asked: string
  readonly byReader: boolean
}

const NOTHING: readonly Highlight[] = []

/** The search of an article: opened by a button, a key or a link that asks; the address carries what is asked. */
export function useSearch(
  facts: ArticleFacts,
  address: Address,
  onUnreachable: () => void,
): Search {
  const [opening, setOpening] = useState<Opening | null>(null)
  const [highlights, setHighlights] = useState(NOTHING)
  const [goal, setGoal] = useState<Highlight | null>(null)
  const opener = useRef<Element>(null)

  const open = (byReader: boolean, asked: string) => {
    opener.current = document.activeElement
    load().then(() => {
      setOpening((last) => ({ number: (last?.number ?? 0) + 1, asked, byReader }))
    }, onUnreachable)
  }
  const shut = () => {
    setOpening(null)
    setHighlights(NOTHING)
    setGoal(null)
  }
  const tell = (query: string) => {
    if (parseSearch(searchNow()) === query.trim()) return
    replace({ search: questionWith(facts, { asked: query }) })
  }

  // The address asks: where it was opened, and where somebody goes back to it.
  const follow = useEffectEvent(() => {
    const asked = parseSearch(address.search)
    if (asked !== '' && (address.how === 'traverse' || opening === null)) open(false, asked)
    else if (asked === '' && address.how === 'traverse') queueMicrotask(shut)
  })
  useEffect(() => {
    if (address.how !== 'rendered') follow()
  }, [address.key, address.how])

  const openByHand = () => {
    const field = document.getElementById('search.field')
    if (field instanceof HTMLInputElement) {
      field.focus({ preventScroll: true })
      field.select()
    } else open(true, parseSearch(searchNow()))
  }

  const close = () => {
    shut()
    tell('')
    const before = opener.current
    const back = before !== null && before !== document.body && before.isConnected ? before : null
    const target = back ?? document.querySelector('.search-button')
    if (target instanceof HTMLElement) target.focus({ preventScroll: true })
  }

  // One that a link has opened is left with that link.
  const isByReader = opening?.byReader === true
  const closeOnBack = useEffectEvent(close)
  useEffect(
    () =>
      isByReader
        ? coverWith(() => {
            closeOnBack()
          })
        : undefined,
    [isByReader],
  )

  return {
    button: (
      <button
        type="button"
        className="bar-button search-button"
        aria-label={common.search}
        aria-expanded={opening !== null}
        onClick={openByHand}
      >
        <SearchIcon />
      </button>
    ),
    panel: (
      <LatePart>
        {opening !== null && (
          <ArticleSearch
            key={opening.number}
            facts={facts}
            asked={opening.asked}
            takesFocus={opening.byReader}
            onQuery={tell}
            onHighlights={setHighlights}
            onGo={setGoal}
            onClose={close}
          />
        )}
      </LatePart>
    ),
    open: openByHand,
    ask: (asked) => {
      open(true, asked)
    },
    highlights,
    goal,
  }
}
