import { BESIDE, EXPLAINED, MARKER } from '#ui/markup.ts'
import { isInCorridor } from './corridor.ts'

/**
 * Reads from a mouse when somebody wants to see what is behind a marker, and when he no longer
 * does. Touch and keys are not its business.
 *
 * The numbers: Wikipedia opens its reference previews after 150 ms of rest and closes 300 ms after
 * leaving; both were set by experiments with its readers.
 */
const REST = 150
/** Opens even under a hand that never quite rests. */
const LONGEST_WAIT = 300
const GRACE = 300
/** After scrolling, text that comes to lie under the pointer opens nothing for this long. */
const SCROLL_QUIET = 150
/** CSS pixels by which marker and box are widened for the way between them. */
const SLACK = 6

/** A note that stands in the margin needs no box. */
const TRIGGER = `${MARKER}:not(${BESIDE}), ${EXPLAINED}`

/** The marker, or the words that explain themselves, around a node. */
export function triggerIn(target: EventTarget | null): HTMLElement | null {
  const trigger = target instanceof Element ? target.closest(TRIGGER) : null
  return trigger instanceof HTMLElement ? trigger : null
}

interface OpenBox {
  readonly trigger: Element
  readonly box: HTMLElement
  readonly isPinned: boolean
}

export interface PointerWatchHost {
  readonly root: HTMLElement
  /** The open box, whether peeked at or pinned; null if there is none. */
  readonly open: () => OpenBox | null
  readonly peek: (trigger: HTMLElement) => void
  readonly dismiss: () => void
}

/** Starts watching; the function returned stops it. */
export function watchPointer(host: PointerWatchHost): () => void {
  let over: HTMLElement | null = null
  let position = { x: -1, y: -1 }
  let quietUntil = 0
  let isPressed = false
  let rest: number | undefined
  let longest: number | undefined
  let grace: number | undefined

  const forget = () => {
    window.clearTimeout(rest)
    window.clearTimeout(longest)
    over = null
  }
  const stay = () => {
    window.clearTimeout(grace)
    grace = undefined
  }
  const openOver = () => {
    const trigger = over
    forget()
    if (trigger?.isConnected) host.peek(trigger)
  }

  const move = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') return
    // Browsers send moves without movement when the page slides under a still pointer.
    if (event.clientX === position.x && event.clientY === position.y) return
    position = { x: event.clientX, y: event.clientY }
    if (event.buttons !== 0) return
    const open = host.open()
    const isOnTheWay = open !== null && isHeld(open)
    follow(event, open, isOnTheWay)
    if (isOnTheWay) stay()
    else if (open !== null) leave()
  }

  const follow = (
    { target, timeStamp }: PointerEvent,
    open: OpenBox | null,
    isOnTheWay: boolean,
  ) => {
    const trigger = triggerAt(target)
    if (trigger === null || trigger === open?.trigger || (open !== null && isSettled(open))) {
      forget()
      return
    }
    // Any further scrolling calls these timers off, so whoever scrolls on opens nothing.
    const quiet = Math.max(quietUntil - timeStamp, 0)
    window.clearTimeout(rest)
    if (trigger !== over) {
      forget()
      over = trigger
      longest = window.setTimeout(openOver, LONGEST_WAIT + quiet)
      if (open !== null && !isOnTheWay && quiet === 0) {
        openOver()
        return
      }
    }
    rest = window.setTimeout(openOver, REST + quiet)
  }

  const triggerAt = (target: EventTarget | null): HTMLElement | null => {
    const trigger = triggerIn(target)
    return trigger !== null && host.root.contains(trigger) ? trigger : null
  }

  const isHeld = (open: OpenBox): boolean => {
    const box = open.box.getBoundingClientRect()
    return [...open.trigger.getClientRects()].some((rect) =>
      isInCorridor(position, rect, box, SLACK),
    )
  }

  const leave = () => {
    if (grace !== undefined || isPressed) return
    grace = window.setTimeout(() => {
      grace = undefined
      const open = host.open()
      if (open === null || isSettled(open) || isHeld(open)) return
      host.dismiss()
    }, GRACE)
  }

  const scroll = (event: Event) => {
    const open = host.open()
    if (open !== null && event.target instanceof Node && open.box.contains(event.target)) return
    forget()
    quietUntil = event.timeStamp + SCROLL_QUIET
    if (open !== null && !isHeld(open)) leave()
  }
  const press = (event: PointerEvent) => {
    isPressed = event.target instanceof Node && host.open()?.box.contains(event.target) === true
    forget()
  }
  const release = () => {
    isPressed = false
  }
  const leaveWindow = () => {
    forget()
    position = { x: -1, y: -1 }
    if (host.open() !== null) leave()
  }

  const listening = new AbortController()
  const options = { signal: listening.signal, passive: true }
  document.addEventListener('pointermove', move, options)
  document.addEventListener('scroll', scroll, { ...options, capture: true })
  document.addEventListener('pointerdown', press, options)
  document.addEventListener('pointerup', release, options)
  document.addEventListener('pointercancel', release, options)
  document.documentElement.addEventListener('pointerleave', leaveWindow, options)
  return () => {
    listening.abort()
    forget()
    stay()
  }
}

/** Stays whatever the pointer does: pinned, or words in it are selected, or keys are at work in it. */
function isSettled({ box, isPinned }: OpenBox): boolean {
  const selection = document.getSelection()
  return (
    isPinned ||
    (selection !== null && !selection.isCollapsed && box.contains(selection.anchorNode)) ||
    box.querySelector(':focus-visible') !== null
  )
}
