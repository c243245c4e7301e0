import {
  useEffect,
  useRef,
  useState,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react'
import { READING_LINE, type InWindow } from './follow.ts'
import type { WordsOnPage } from './words-on-page.ts'

/** CSS pixels from which on a press is a drag. */
const DRAG = 4

interface HandOptions {
  readonly track: RefObject<SVGSVGElement | null>
  readonly total: number
  readonly now: RefObject<InWindow>
  readonly onPage: WordsOnPage
  readonly onGo: (place: number) => void
}

interface Tip {
  readonly place: number
  readonly y: number
}

interface Drag {
  readonly pointer: number
  readonly fromY: number
  /** Whoever takes hold of the frame keeps it where it was taken. */
  readonly offset: number
}

/** What a pointer or the keys do with the strip. */
export function useHand({ track, total, now, onPage, onGo }: HandOptions) {
  const [tip, setTip] = useState<Tip | null>(null)
  /** Where the keys have led: the window cannot follow them past its ends, nor to the word. */
  const [held, setHeld] = useState<number | null>(null)
  const run = useRef<{ readonly began: number; at: number; scrollY: number } | null>(null)
  const drag = useRef<Drag | null>(null)
  const wasDragged = useRef(false)
  const pointer = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const frame = useRef(0)

  useEffect(() => {
    const look = () => {
      if (run.current === null || Math.abs(window.scrollY - run.current.scrollY) <= 2) return
      run.current = null
      setHeld(null)
      setTip(null)
    }
    window.addEventListener('scroll', look, { passive: true })
    return () => {
      window.removeEventListener('scroll', look)
      cancelAnimationFrame(frame.current)
    }
  }, [])

  const isTipShown = tip !== null
  // Escape closes the tip, wherever the focus is, and nothing else with the same press.
  useEffect(() => {
    if (!isTipShown) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      setTip(null)
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => {
      document.removeEventListener('keydown', press, { capture: true })
    }
  }, [isTipShown])

  const placeAt = (y: number): number => {
    const box = track.current?.getBoundingClientRect()
    if (box === undefined || box.height === 0) return 0
    return Math.round(Math.min(Math.max((y - box.top) / box.height, 0), 1) * total)
  }
  const placeNow = () => run.current?.at ?? now.current.place
  /** Once a frame, where the pointer was last. */
  const follow = (place: number) => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      if (place <= 0) window.scrollTo({ top: 0, behavior: 'instant' })
      else bring(onPage, place)
    })
  }

  return {
    tip,
    at: held,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        wasDragged.current = false
        // A finger scrolls the page there as everywhere; its tap is a click.
        if (event.pointerType === 'touch' || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const place = placeAt(event.clientY)
        const { from, place: line, to } = now.current
        const isOnFrame = place >= from && place <= to
        const offset = isOnFrame ? line - place : 0
        drag.current = {
          pointer: event.pointerId,
          fromY: event.clientY,
          offset,
        }
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (event.pointerType === 'touch') return
        const [x, y] = [event.clientX, event.clientY]
        // Browsers tell of a pointer that rests, too, when something below it changes: as the tip does that goes.
        if (pointer.current?.x === x && pointer.current.y === y) return
        pointer.current = { x, y }
        const place = placeAt(y)
        setTip({ place, y })
        const taken = drag.current
        if (taken?.pointer !== event.pointerId) return
        if (!wasDragged.current && Math.abs(event.clientY - taken.fromY) < DRAG) return
        wasDragged.current = true
        follow(Math.min(place + taken.offset, total))
      },
      onPointerUp() {
        drag.current = null
      },
      onPointerCancel() {
        drag.current = null
      },
      onPointerLeave() {
        pointer.current = null
        setTip(null)
      },
      onBlur() {
        setTip(null)
      },
      onClick(event: MouseEvent<HTMLElement>) {
        // A click that no pointer has made is at no height: a screen reader's, which means Enter.
        if (event.detail === 0) onGo(placeNow())
        else if (!wasDragged.current) onGo(placeAt(event.clientY))
        wasDragged.current = false
      },
    },
    placeNow,
    moveTo(place: number) {
      const began = run.current?.began ?? window.scrollY
      bring(onPage, place)
      run.current = { began, at: place, scrollY: window.scrollY }
      setHeld(place)
      const box = track.current?.getBoundingClientRect()
      if (box !== undefined) setTip({ place, y: box.top + (place / total) * box.height })
    },
    /** Undoes what the keys have done; false where they have done nothing. */
    takeBack(): boolean {
      if (run.current === null) return false
      window.scrollTo({ top: run.current.began, behavior: 'instant' })
      run.current = null
      setHeld(null)
      setTip(null)
      return true
    },
  }
}

/** Scrolls so that the word behind a place stands at the line at which somebody reads. */
function bring(onPage: WordsOnPage, place: number): void {
  // In a book, what was never near the window gets its true size only now: then a second look is needed.
  for (let look = 0; look < 2; look += 1) {
    const height = onPage.heightOf(place)
    if (height === null) return
    const by = height - window.innerHeight * READING_LINE
    if (Math.abs(by) < 1) return
    window.scrollBy({ top: by, behavior: 'instant' })
  }
}

/** Goes to a block as every link does, and on to the word in it before that is painted. */
export function goToPlace(onPage: WordsOnPage, place: number, onGo: (hash: string) => void): void {
  const block = onPage.blockNear(place)
  if (block !== null) onGo(`#${encodeURIComponent(block)}`)
  requestAnimationFrame(() => {
    bring(onPage, place)
    requestAnimationFrame(() => {
      bring(onPage, place)
    })
  })
}
