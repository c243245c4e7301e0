import type { LayerId } from '#core/article'
import * as words from '#words/reader'
import * as common from '#words/common'
import { CloseIcon } from '#ui/icons.tsx'
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { flushSync } from 'react-dom'
import { BLOCK, EXPLAINED, MARKER, SKIP } from '#ui/markup.ts'
import { TRIGGER, watchPointer } from './pointer-watch.ts'

/**
 * The one box in which notes and explanations open beside their marker. Resting on a marker peeks,
 * a click pins the same box where it is. The words are a copy of the list at the end of the page,
 * which stays the only original.
 */
interface NoteBoxProps {
  readonly root: RefObject<HTMLElement | null>
  /** A box whose marker is switched off closes. */
  readonly visible: readonly LayerId[]
  readonly onCopyLink: (id: string) => void
  readonly onCopyText: (text: string) => void
  /** Goes to a place on this page. */
  /** Takes the fragment of a link, `#` included. */
  readonly onGo: (hash: string) => void
}

interface OpenBox {
  /** What the box stands beside. */
  readonly trigger: HTMLElement
  /** A note opened from within a note lies on top; the last one is shown. */
  readonly stack: readonly HTMLElement[]
  readonly isPinned: boolean
  /** `sheet`: at the foot of the window, for fingers. */
  readonly form: 'beside' | 'sheet'
}

export function NoteBox({ root, visible, onCopyLink, onCopyText, onGo }: NoteBoxProps): ReactNode {
  const [open, setOpen] = useState<OpenBox | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const latest = useRef(open)
  useLayoutEffect(() => {
    latest.current = open
  })

  const close = () => {
    const trigger = latest.current?.trigger
    // Back to the marker first: an explanation that is focused while no box is open opens one.
    if (!isFocusElsewhere(box.current)) trigger?.focus({ preventScroll: true })
    setOpen(null)
  }
  const leaveFor = (hash: string) => {
    setOpen(null)
    onGo(hash)
  }
  const followLink = useEffectEvent(leaveFor)

  const shown = open?.stack.at(-1)
  const trigger = open?.trigger
  const form = open?.form
  // Only for another note: pinning must not undo a selection.
  useLayoutEffect(() => {
    if (box.current === null || text.current === null) return
    const hadFocus = box.current.contains(document.activeElement)
    text.current.replaceChildren(shown === undefined ? '' : contentFor(shown))
    // A closed box has forgotten how far it was scrolled, and asking would cost a layout.
    if (box.current.matches(':popover-open')) box.current.scrollTop = 0
    // What was pressed to come here is gone.
    if (hadFocus && shown !== undefined) box.current.focus({ preventScroll: true })
  }, [shown])

  // Showing again is what binds the box to another marker, so it follows the trigger alone.
  useLayoutEffect(() => {
    if (box.current === null) return
    if (box.current.matches(':popover-open')) box.current.hidePopover()
    if (trigger !== undefined) box.current.showPopover({ source: trigger })
  }, [trigger, form])

  useLayoutEffect(() => {
    if (box.current === null || trigger === undefined) return
    box.current.style.inset = ''
    if (form === 'sheet') bringAbove(trigger, box.current)
    else if (!CSS.supports('position-area', 'block-end')) placeBeside(trigger, box.current)
  }, [shown, trigger, form])

  useEffect(() => {
    const main = root.current
    if (main === null) return
    // At once: the box stands in the very frame of the gesture, and focus can go into it.
    const show = (next: OpenBox) => {
      flushSync(() => {
        setOpen(next)
      })
    }
    const peek = (on: HTMLElement): OpenBox => ({
      trigger: on,
      stack: [on],
      isPinned: false,
      form: 'beside',
    })
    const pin = (on: HTMLElement, isTouch: boolean) => {
      const current = latest.current
      if (current?.trigger !== on) {
        show({ ...peek(on), isPinned: true, form: isTouch ? 'sheet' : 'beside' })
      } else if (current.isPinned) {
        close()
      } else {
        show({ ...current, isPinned: true })
      }
    }
    const stopWatching = watchPointer({
      root: main,
      open: () =>
        latest.current === null || box.current === null
          ? null
          : {
              trigger: latest.current.trigger,
              box: box.current,
              isPinned: latest.current.isPinned,
            },
      peek: (on) => {
        show(peek(on))
      },
      dismiss: () => {
        if (box.current?.contains(document.activeElement)) close()
        else setOpen(null)
      },
    })

    let pressedAt: { x: number; y: number } | null = null
    let pressedWith = ''
    const clickInBox = (event: MouseEvent, target: Element) => {
      const on = triggerIn(target)
      const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
      if (on !== null && latest.current !== null) {
        const { stack } = latest.current
        show({ ...latest.current, stack: [...stack, on], isPinned: true })
      } else if (link !== null) {
        followLink(link.hash)
      } else {
        return
      }
      event.preventDefault()
    }
    const click = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      if (!(event.target instanceof Element)) return
      if (box.current?.contains(event.target)) {
        clickInBox(event, event.target)
        return
      }
      const on = triggerIn(event.target)
      if (on === null || !main.contains(on)) return
      event.preventDefault()
      pin(on, event.detail > 0 && pressedWith === 'touch')
      if (isByKey(event) && latest.current !== null) box.current?.focus({ preventScroll: true })
    }
    const keydown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && latest.current !== null && !event.defaultPrevented) {
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
      if (on?.matches(EXPLAINED) && on.matches(':focus-visible') && latest.current === null)
        setOpen(peek(on))
    }
    const focusOut = (event: FocusEvent) => {
      const current = latest.current
      if (current === null || current.isPinned || event.target !== current.trigger) return
      if (event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget)) return
      if (current.trigger.matches(EXPLAINED)) setOpen(null)
    }

    // A tap beside the box closes it, a finger that scrolls the page does not.
    const pointerDown = (event: PointerEvent) => {
      const isInBox = event.target instanceof Node && box.current?.contains(event.target)
      pressedAt = isInBox ? null : { x: event.clientX, y: event.clientY }
      pressedWith = event.pointerType
    }
    const pointerUp = (event: PointerEvent) => {
      const from = pressedAt
      pressedAt = null
      if (from === null || latest.current === null || !(event.target instanceof Node)) return
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > 10) return
      if (box.current?.contains(event.target) || latest.current.trigger.contains(event.target))
        return
      if (triggerIn(event.target) === null) close()
    }

    const listening = new AbortController()
    const options = { signal: listening.signal }
    document.addEventListener('click', click, options)
    document.addEventListener('keydown', keydown, options)
    document.addEventListener('focusin', focusIn, options)
    document.addEventListener('focusout', focusOut, options)
    document.addEventListener('pointerdown', pointerDown, options)
    document.addEventListener('pointerup', pointerUp, options)
    return () => {
      stopWatching()
      listening.abort()
    }
  }, [root])

  useEffect(() => {
    const marker = latest.current?.trigger
    if (marker === undefined || marker.checkVisibility()) return
    if (box.current?.contains(document.activeElement)) root.current?.focus({ preventScroll: true })
    setOpen(null)
  }, [visible, root])

  const note = shown?.matches(MARKER) ? noteOf(shown) : null
  const isNested = (open?.stack.length ?? 0) > 1
  return (
    <div
      ref={box}
      className="note-box"
      popover="manual"
      role="dialog"
      aria-labelledby="note-box.name"
      tabIndex={-1}
      data-form={form}
      data-state={open === null ? 'closed' : open.isPinned ? 'pinned' : 'peek'}
      data-kind={note === null ? 'explanation' : 'note'}
    >
      <p className="visually-hidden" id="note-box.name">
        {note === null ? words.explanation : common.noteName(note.getAttribute('data-note') ?? '')}
      </p>
      <button
        type="button"
        className="note-box-close"
        aria-label={common.close}
        // Whoever walks through the text by keys is not made to walk through every explanation.
        tabIndex={open?.isPinned === false && note === null ? -1 : 0}
        onClick={close}
      >
        <CloseIcon />
      </button>
      <div ref={text} className="note-box-text" />
      <p className="note-box-actions" hidden={note === null && !isNested}>
        <button
          type="button"
          hidden={!isNested}
          onClick={() => {
            // This button may be gone in a moment.
            box.current?.focus({ preventScroll: true })
            setOpen((current) => current && { ...current, stack: current.stack.slice(0, -1) })
          }}
        >
          {words.back}
        </button>
        <button
          type="button"
          hidden={note === null}
          onClick={() => {
            if (note !== null) leaveFor(`#${encodeURIComponent(note.id)}`)
          }}
        >
          {words.toTheList}
        </button>
        <button
          type="button"
          hidden={note === null}
          onClick={() => {
            if (note !== null) onCopyText(citationOf(note))
          }}
        >
          {words.copyCitation}
        </button>
        <button
          type="button"
          hidden={note === null}
          onClick={() => {
            if (shown !== undefined) onCopyLink(shown.id || (note?.id ?? ''))
          }}
        >
          {common.copyLink}
        </button>
      </p>
    </div>
  )
}

/** Whether the focus is where somebody put it, outside the box; an open place of the text is no such place. */
function isFocusElsewhere(box: HTMLElement | null): boolean {
  const focused = document.activeElement
  return focused instanceof HTMLElement && focused.tabIndex >= 0 && !box?.contains(focused)
}

/** Keys and screen readers click without a pointer. */
function isByKey(event: MouseEvent): boolean {
  return event.detail === 0 || (event instanceof PointerEvent && event.pointerType === '')
}

function triggerIn(target: EventTarget | null): HTMLElement | null {
  const trigger = target instanceof Element ? target.closest(TRIGGER) : null
  return trigger instanceof HTMLElement ? trigger : null
}

/** The list item that a marker points to. */
function noteOf(marker: HTMLElement): HTMLElement | null {
  return document.getElementById(decodeURIComponent(marker.getAttribute('href')?.slice(1) ?? ''))
}

function contentFor(trigger: HTMLElement): Node {
  const sentence = trigger.getAttribute('aria-description')
  const content = document.createDocumentFragment()
  if (sentence !== null) {
    const paragraph = document.createElement('p')
    paragraph.textContent = sentence
    content.append(paragraph)
    return content
  }
  const note = noteOf(trigger)
  if (note === null) return content
  const number = document.createElement('span')
  number.className = 'note-box-number'
  number.textContent = note.getAttribute('data-note')
  number.setAttribute('aria-hidden', 'true')
  content.append(number)
  for (const part of note.querySelectorAll('.note-text, .note-remark, .note-copies')) {
    content.append(copyWithoutIds(part))
  }
  return content
}

/** An id may stand only once on a page, so the copy has none; nor the links that copy places of the list. */
function copyWithoutIds(part: Element): Node {
  const copy = part.cloneNode(true)
  if (copy instanceof Element) {
    copy.querySelectorAll('.permalink').forEach((permalink) => {
      permalink.remove()
    })
    for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id')
  }
  return copy
}

/** The words of a note alone: no markers, none of the editor's additions. */
function citationOf(note: Element): string {
  const blocks = [...note.querySelectorAll(`.note-text ${BLOCK}`)].map((block) => {
    const copy = document.createElement('div')
    copy.append(block.cloneNode(true))
    for (const skipped of copy.querySelectorAll(SKIP)) skipped.remove()
    return copy.textContent
  })
  return blocks.join(' ').replaceAll(/\s+/g, ' ').trim()
}

/** Scrolls no further than needed for the marker to stand above the sheet. */
function bringAbove(trigger: HTMLElement, sheet: HTMLElement): void {
  const covered = trigger.getBoundingClientRect().bottom + 8 - sheet.getBoundingClientRect().top
  if (covered > 0) window.scrollBy({ top: covered, behavior: 'instant' })
}

/**
 * For browsers that cannot anchor a box to an element: below the marker or, in the lower half of
 * the window, above it, and fixed to the page, so that it goes with the marker when the page scrolls.
 */
function placeBeside(trigger: HTMLElement, box: HTMLElement): void {
  const marker = trigger.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const isAbove = marker.top > window.innerHeight / 2
  const middle = marker.left + marker.width / 2
  const left = Math.max(
    Math.min(middle - width / 2, document.documentElement.clientWidth - width - 8),
    8,
  )
  box.setAttribute('data-placed', '')
  box.style.left = `${left + window.scrollX}px`
  box.style.top = `${window.scrollY + (isAbove ? marker.top - height - 12 : marker.bottom)}px`
}
