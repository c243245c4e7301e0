import { EXPLAINED } from '#ui/markup.ts'
import { citationOf } from './note-content.ts'
import {
  drawNotesInto,
  NOTE_ACTIONS,
  noteIn,
  type NoteAction,
  type OpenNote,
} from './note-drawing.ts'
import { triggerIn, watchPointer } from './pointer-watch.ts'

export interface NoteWatchHost {
  /** The text with the markers. */
  readonly root: HTMLElement
  /** As `NoteBox` has drawn it. */
  readonly box: HTMLElement
  /** Whether a mouse that rests on a marker opens its note. */
  readonly opensOnRest: () => boolean
  readonly onCopyLink: (id: string) => void
  readonly onCopyText: (text: string) => void
  readonly onGo: (hash: string) => void
}

export interface NoteWatch {
  /** A box whose marker is no longer to be seen closes. */
  readonly closeIfOrphaned: () => void
  readonly stop: () => void
}

/**
 * Opens notes and explanations in their box: resting on a marker peeks, a click pins the same box
 * where it is. Everything is done in the task of the gesture and without React, because a note that
 * comes a frame later is one that a hand on a slow phone taps for again.
 */
export function watchNotes(host: NoteWatchHost): NoteWatch {
  const { root, box } = host
  const { open, draw, follow } = drawNotesInto(box)

  const close = () => {
    const trigger = open()?.trigger
    // Back to the marker first: an explanation that is focused while no box is open opens one.
    if (!isFocusElsewhere(box)) trigger?.focus({ preventScroll: true })
    draw(null)
  }
  const leaveFor = (hash: string) => {
    draw(null)
    host.onGo(hash)
  }
  const peek = (on: HTMLElement): OpenNote => ({
    trigger: on,
    stack: [on],
    isPinned: false,
    form: 'beside',
  })
  const pin = (on: HTMLElement, isTouch: boolean) => {
    const now = open()
    if (now?.trigger !== on) {
      draw({ ...peek(on), isPinned: true, form: isTouch ? 'sheet' : 'beside' })
    } else if (now.isPinned) {
      close()
    } else {
      draw({ ...now, isPinned: true })
    }
  }
  const closeIfOrphaned = () => {
    if (open()?.trigger.checkVisibility() !== false) return
    if (box.contains(document.activeElement)) root.focus({ preventScroll: true })
    draw(null)
  }

  const act = (action: NoteAction, now: OpenNote) => {
    const note = noteIn(now)
    switch (action) {
      case 'close':
        close()
        return
      case 'back':
        // The button may be gone in a moment.
        box.focus({ preventScroll: true })
        draw({ ...now, stack: now.stack.slice(0, -1) })
        return
      case 'to-the-list':
        if (note !== null) leaveFor(`#${encodeURIComponent(note.id)}`)
        return
      case 'copy-citation':
        if (note !== null) host.onCopyText(citationOf(note))
        return
      case 'copy-link':
        if (note !== null) host.onCopyLink(now.stack.at(-1)?.id || note.id)
    }
  }

  let pressedAt: { x: number; y: number } | null = null
  let pressedWith = ''
  const clickInBox = (event: MouseEvent, target: Element, now: OpenNote) => {
    const on = triggerIn(target)
    const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
    if (on !== null) draw({ ...now, stack: [...now.stack, on], isPinned: true })
    else if (link !== null) leaveFor(link.hash)
    else return
    event.preventDefault()
  }
  const click = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const now = open()
    const action = box.contains(event.target) ? actionOf(event.target) : null
    if (action !== null && now !== null) {
      act(action, now)
      return
    }
    // With these the browser opens what a link leads to somewhere else.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    if (box.contains(event.target)) {
      if (now !== null) clickInBox(event, event.target, now)
      return
    }
    const on = triggerIn(event.target)
    if (on === null || !root.contains(on)) return
    event.preventDefault()
    pin(on, event.detail > 0 && pressedWith === 'touch')
    if (isByKey(event) && open() !== null) box.focus({ preventScroll: true })
  }
  const keydown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open() !== null && !event.defaultPrevented) {
      event.preventDefault()
      close()
      return
    }
    const on = triggerIn(event.target)
    const isPress = event.key === ' ' || (event.key === 'Enter' && on?.matches(EXPLAINED))
    if (on === null || !isPress) return
    event.preventDefault()
    if (!event.repeat) on.click()
  }
  const focusIn = (event: FocusEvent) => {
    const on = triggerIn(event.target)
    // Only explanations open by focus: a note that opens by itself traps whoever reads by keys.
    if (on?.matches(EXPLAINED) && on.matches(':focus-visible') && open() === null) draw(peek(on))
  }
  const focusOut = (event: FocusEvent) => {
    const now = open()
    if (now === null || now.isPinned || event.target !== now.trigger) return
    if (event.relatedTarget instanceof Node && box.contains(event.relatedTarget)) return
    if (now.trigger.matches(EXPLAINED)) draw(null)
  }
  // A tap beside the box closes it, a finger that scrolls the page does not.
  const pointerDown = (event: PointerEvent) => {
    const isInBox = event.target instanceof Node && box.contains(event.target)
    pressedAt = isInBox ? null : { x: event.clientX, y: event.clientY }
    pressedWith = event.pointerType
  }
  const pointerUp = (event: PointerEvent) => {
    const from = pressedAt
    const trigger = open()?.trigger
    pressedAt = null
    if (from === null || trigger === undefined || !(event.target instanceof Node)) return
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > 10) return
    if (box.contains(event.target) || trigger.contains(event.target)) return
    if (triggerIn(event.target) === null) close()
  }

  // The text or the window has another size, and the marker has gone somewhere else, or altogether.
  const resized = new ResizeObserver(() => {
    closeIfOrphaned()
    follow()
  })
  resized.observe(root)
  const listening = new AbortController()
  const options = { signal: listening.signal }
  window.addEventListener('resize', follow, options)
  document.addEventListener('click', click, options)
  document.addEventListener('keydown', keydown, options)
  document.addEventListener('focusin', focusIn, options)
  document.addEventListener('focusout', focusOut, options)
  document.addEventListener('pointerdown', pointerDown, options)
  document.addEventListener('pointerup', pointerUp, options)
  const stopWatching = watchPointer({
    root,
    open: () => {
      const now = open()
      return now && { trigger: now.trigger, box, isPinned: now.isPinned }
    },
    peek: (on) => {
      if (host.opensOnRest()) draw(peek(on))
    },
    dismiss: () => {
      if (box.contains(document.activeElement)) close()
      else draw(null)
    },
  })
  return {
    closeIfOrphaned,
    stop() {
      stopWatching()
      resized.disconnect()
      listening.abort()
      draw(null)
    },
  }
}

function actionOf(target: Element): NoteAction | null {
  const written = target.closest('[data-do]')?.getAttribute('data-do')
  return NOTE_ACTIONS.find((action) => action === written) ?? null
}

/** Whether the focus is where somebody put it, outside the box; an open place of the text is no such place. */
function isFocusElsewhere(box: HTMLElement): boolean {
  const focused = document.activeElement
  return focused instanceof HTMLElement && focused.tabIndex >= 0 && !box.contains(focused)
}

/** Keys and screen readers click without a pointer. */
function isByKey(event: MouseEvent): boolean {
  return event.detail === 0 || (event instanceof PointerEvent && event.pointerType === '')
}
