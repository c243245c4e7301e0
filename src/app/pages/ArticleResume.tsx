import { parseSearch, type ArticleFacts } from '#core/article'
import { arrived, atRest, READING, RETURNED, type Course, type Rest } from '#core/resume'
import { readPlace } from '#features/reader'
import { ResumeOffer, watchRests } from '#features/resume'
import { wasRestored } from '#ui/reload.ts'
import * as words from '#words/resume'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { searchNow, type Address } from '../address.ts'
import {
  followKeptPlaces,
  forgetIfKept,
  hasContinued,
  isToContinue,
  keepPlace,
  readKeptPlace,
} from '../kept-places.ts'
import { continueOrForget, isContinued } from './continue-reading.ts'

interface ArticleResumeProps {
  readonly facts: ArticleFacts
  readonly address: Address
  readonly onSay: (sentence: string) => void
}

/** Keeps where the reader is, and offers to continue where they were when the article was opened; or does so, if it was opened for that. */
export default function ArticleResume({ facts, address, onSay }: ArticleResumeProps): ReactNode {
  const { slug } = facts
  const [kept, setKept] = useState(() => readKeptPlace(slug))
  // To whoever opens the article at its top, and to nobody who is somewhere already.
  const [offeredAt, setOfferedAt] = useState(() =>
    kept !== null && isOpenedAtTop(address) && !isToContinue(address.key) ? address.key : null,
  )
  // Another tab reads on, or everything is forgotten while the offer stands.
  useEffect(
    () =>
      followKeptPlaces(() => {
        const now = readKeptPlace(slug)
        setKept(now)
        if (now === null) setOfferedAt(null)
      }),
    [slug],
  )
  const goOn = useEffectEvent(() => {
    const { key } = address
    if (!isToContinue(key)) return
    hasContinued(key)
    // Whoever has begun to read meanwhile is left in peace.
    if (isOpenedAtTop(address)) continueOrForget(facts, onSay)
  })
  useEffect(() => {
    // The step is a change of its own, after the one that has drawn this.
    queueMicrotask(() => {
      goOn()
    })
  }, [address.key])
  const courses = useRef(new Map<string, Course>())
  const courseNow = () => {
    const known = courses.current.get(address.key)
    if (known !== undefined) return known
    if (isContinued(address.key)) return RETURNED
    return isTakenToPlace(address) ? arrived() : READING
  }

  const rest = useEffectEvent((at: Rest) => {
    // Whoever searches looks something up, wherever the hits lead.
    const before = parseSearch(searchNow()) === '' ? courseNow() : arrived()
    const { course, isRead } = atRest(before, at)
    courses.current.set(address.key, course)
    const text = isRead ? document.querySelector('main article') : null
    const place = text === null ? null : readPlace(text, facts)
    if (place !== null) keepPlace(slug, place)
  })
  const lookUp = useEffectEvent(() => {
    courses.current.set(address.key, arrived())
  })
  // Follows the page's scrolling. Every step through the history ends in a rest of its own.
  useEffect(
    () =>
      watchRests({
        onRest: (at) => {
          rest(at)
        },
        onLookUp: () => {
          lookUp()
        },
      }),
    [address.key],
  )

  const pass = () => {
    setOfferedAt(null)
  }
  if (kept === null || offeredAt !== address.key) return null
  return (
    <ResumeOffer
      kept={kept}
      lang={facts.lang}
      onGo={() => {
        pass()
        continueOrForget(facts, onSay)
      }}
      onForget={() => {
        pass()
        if (forgetIfKept(slug, kept)) onSay(words.placeForgotten)
      }}
      onPass={pass}
    />
  )
}

function isOpenedAtTop({ how, hash, search }: Address): boolean {
  const isOpened = how === 'push' || (how === 'first' && !wasRestored())
  return isOpened && hash === '' && parseSearch(search) === '' && window.scrollY < LEAST_SCROLLED
}

/** CSS pixels: who has come so far is reading. */
const LEAST_SCROLLED = 48

/** Whether the address, or a text fragment that the browser keeps to itself, leads elsewhere than where the reader stopped. */
function isTakenToPlace({ how, hash, search }: Address): boolean {
  return hash !== '' || parseSearch(search) !== '' || (how === 'first' && hasTextFragment())
}

function hasTextFragment(): boolean {
  return performance.getEntriesByType('navigation').some(({ name }) => name.includes(':~:'))
}
