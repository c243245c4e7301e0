import { BESIDE, IN_MARGIN } from '#ui/markup.ts'
import { focusOn } from '../jump.ts'
import { noteOf } from '../note-content.ts'

/** Milliseconds for which a pointer rests before it takes an item in hand, or lets go of it. */
const REST = 100
const GRACE = 250

export interface InHandHost {
  readonly text: HTMLElement
  readonly column: HTMLElement
  /** The item whose button this is. */
  readonly itemOfButton: (button: Element) => HTMLElement | null
  /** `marker`: the one it was taken by, where it has several. */
  readonly onChange: (item: HTMLElement | null, marker: HTMLElement | null) => void
  readonly onOpen: (item: HTMLElement) => void
}

export interface InHand {
  readonly item: () => HTMLElement | null
  readonly stop: () => void
}

interface Taken {
  readonly item: HTMLElement
  readonly marker: HTMLElement | null
}

/**
 * Knows which item somebody has in hand: the one that the pointer rests on, else the one that has the
 * focus; itself or its mark in the text.
 */
export function watchHand(host: InHandHost): InHand {
  const { text, column } = host
  let hovered: Taken | null = null
  let focused: Taken | null = null
  let shown: Taken | null = null
  /** Where a click on a marker came from, for the way back. */
  let cameFrom: HTMLElement | null = null
  let position = { x: -1, y: -1 }
  let timer: number | undefined
  let waitingFor: HTMLElement | null = null
  /** Where the item was when the pointer came to it: it may slip from under it, and stays in hand. */
  let hold: DOMRect | null = null

  const tell = () => {
    const next = hovered ?? focused
    if (next?.item === shown?.item && next?.marker === shown?.marker) return
    shown = next
    host.onChange(next?.item ?? null, next?.marker ?? null)
  }
  const takenAt = (target: EventTarget | null): Taken | null => {
    if (!(target instanceof Element)) return null
    const button = column.contains(target) ? host.itemOfButton(target) : null
    if (button !== null) return { item: button, marker: null }
    const marker = target.closest<HTMLElement>(BESIDE)
    const note = marker && noteOf(marker)
    if (note?.matches(IN_MARGIN)) return { item: note, marker }
    const passage = target.closest('.stub')?.previousElementSibling
    const item = passage?.matches(IN_MARGIN) ? passage : target.closest(IN_MARGIN)
    return item instanceof HTMLElement && text.contains(item) ? { item, marker: null } : null
  }

  const wait = (milliseconds: number, action: () => void) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(action, milliseconds)
  }
  const move = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return
    // The margin moves under a pointer that rests; that is no reason to take something else.
    if (event.clientX === position.x && event.clientY === position.y) return
    position = { x: event.clientX, y: event.clientY }
    const over = takenAt(event.target)
    if (hovered !== null && over?.item !== hovered.item && hold !== null && isIn(position, hold)) {
      window.clearTimeout(timer)
      return
    }
    if (over?.item === hovered?.item && (over?.marker ?? null) === null) {
      window.clearTimeout(timer)
      waitingFor = null
      return
    }
    const goal = over?.marker ?? over?.item ?? null
    if (goal === waitingFor && goal !== null) return
    waitingFor = goal
    wait(over === null ? GRACE : REST, () => {
      waitingFor = null
      hovered = over
      hold = over === null || over.marker !== null ? null : over.item.getBoundingClientRect()
      tell()
    })
  }
  const leave = () => {
    wait(GRACE, () => {
      hovered = null
      waitingFor = null
      tell()
    })
  }
  const focusIn = ({ target }: FocusEvent) => {
    // What was done last holds, wherever the pointer may still rest.
    window.clearTimeout(timer)
    hovered = null
    waitingFor = null
    const on = takenAt(target)
    focused = on === null || on.marker !== null ? on : { item: on.item, marker: cameFrom }
    // Nothing that has the focus may be cut off.
    const isInside = target instanceof Element && target.closest(IN_MARGIN) === on?.item
    if (on !== null && isInside && on.marker === null) host.onOpen(on.item)
    if (on === null || (on.marker === null && cameFrom !== null && noteOf(cameFrom) !== on.item)) {
      cameFrom = null
      if (focused !== null) focused = { item: focused.item, marker: null }
    }
    tell()
  }
  const focusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return
    focused = null
    tell()
  }
  const click = (event: MouseEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return
    const marker =
      event.target instanceof Element ? event.target.closest<HTMLElement>(BESIDE) : null
    const note = marker && noteOf(marker)
    if (marker === null || note === null) {
      takeByClick(event)
      return
    }
    event.preventDefault()
    cameFrom = marker
    focusOn(note)
  }
  /** A finger has nothing to rest with. */
  const takeByClick = ({ target }: MouseEvent) => {
    const item = target instanceof Element ? target.closest<HTMLElement>(IN_MARGIN) : null
    const isOnControl = target instanceof Element && target.closest('a, button, [role="button"]')
    if (item === null || isOnControl || document.getSelection()?.isCollapsed === false) return
    cameFrom = null
    focusOn(item)
  }
  const keydown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return
    const marker = event.target.closest<HTMLElement>(BESIDE)
    if (event.key === ' ' && marker !== null) {
      event.preventDefault()
      if (!event.repeat) marker.click()
    }
    const item = event.key === 'Escape' ? event.target.closest(IN_MARGIN) : null
    if (item === null || cameFrom === null || noteOf(cameFrom) !== item) return
    event.preventDefault()
    cameFrom.focus({ preventScroll: true })
  }

  const listening = new AbortController()
  const options = { signal: listening.signal }
  document.addEventListener('pointermove', move, { ...options, passive: true })
  document.documentElement.addEventListener('pointerleave', leave, options)
  document.addEventListener('focusin', focusIn, options)
  document.addEventListener('focusout', focusOut, options)
  text.addEventListener('click', click, options)
  text.addEventListener('keydown', keydown, options)
  return {
    item: () => shown?.item ?? null,
    stop() {
      window.clearTimeout(timer)
      listening.abort()
    },
  }
}

function isIn({ x, y }: { readonly x: number; readonly y: number }, rect: DOMRect): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom
}
