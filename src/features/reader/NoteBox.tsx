import type { LayerId } from '#core/article'
import * as words from '#words/reader'
import * as common from '#words/common'
import { CloseIcon } from '#ui/icons.tsx'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { EXPLAINED, MARKER } from '#ui/markup.ts'
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
  readonly onToList: (id: string) => void
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

export function NoteBox({
  root,
  visible,
  onCopyLink,
  onCopyText,
  onToList,
}: NoteBoxProps): ReactNode {
  const [open, setOpen] = useState<OpenBox | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const latest = useRef(open)
  useLayoutEffect(() => {
    latest.current = open
  })

  const close = () => {
    const trigger = latest.current?.trigger
    const isFocusLost =
      document.activeElement === document.body || box.current?.contains(document.activeElement)
    setOpen(null)
    if (isFocusLost) trigger?.focus({ preventScroll: true })
  }

  useLayoutEffect(() => {
    const shown = open?.stack.at(-1)
    if (box.current === null || text.current === null) return
    if (open === null || shown === undefined) {
      if (box.current.matches(':popover-open')) box.current.hidePopover()
      text.current.replaceChildren()
      return
    }
    text.current.replaceChildren(contentFor(shown))
    text.current.scrollTop = 0
  }, [open])

  // Showing again is what binds the box to another marker, so it follows the trigger alone.
  const trigger = open?.trigger
  const form = open?.form
  useLayoutEffect(() => {
    if (box.current === null || trigger === undefined) return
    if (box.current.matches(':popover-open')) box.current.hidePopover()
    box.current.showPopover({ source: trigger })
    if (form === 'sheet') bringAbove(trigger, box.current)
  }, [trigger, form])

  useEffect(() => {
    const main = root.current
    if (main === null) return
    const peek = (on: HTMLElement) => {
      setOpen({ trigger: on, stack: [on], isPinned: false, form: 'beside' })
    }
    const pin = (on: HTMLElement, isTouch: boolean) => {
      const current = latest.current
      if (current !== null && current.trigger === on && current.isPinned) {
        close()
        return
      }
      setOpen(
        current !== null && current.trigger === on
          ? { ...current, isPinned: true }
          : { trigger: on, stack: [on], isPinned: true, form: isTouch ? 'sheet' : 'beside' },
      )
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
      peek,
      dismiss: () => {
        setOpen(null)
      },
    })

    const click = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      const on = triggerIn(event.target)
      if (on === null) return
      if (box.current?.contains(on)) {
        event.preventDefault()
        setOpen(
          (current) => current && { ...current, stack: [...current.stack, on], isPinned: true },
        )
      } else if (main.contains(on)) {
        event.preventDefault()
        pin(on, event instanceof PointerEvent && event.pointerType === 'touch')
        if (event.detail === 0) box.current?.focus({ preventScroll: true })
      }
    }
    const keydown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && latest.current !== null && !event.defaultPrevented) {
        event.preventDefault()
        close()
        return
      }
      const on = triggerIn(event.target)
      const isPress = event.key === ' ' || (event.key === 'Enter' && on?.matches(EXPLAINED))
      if (on === null || !isPress || event.repeat) return
      event.preventDefault()
      on.click()
    }
    const focusIn = (event: FocusEvent) => {
      const on = triggerIn(event.target)
      // Only explanations open by focus: a note that opens by itself traps whoever reads by keys.
      if (on?.matches(EXPLAINED) && on.matches(':focus-visible') && latest.current === null)
        peek(on)
    }
    const focusOut = (event: FocusEvent) => {
      const current = latest.current
      if (current !== null && !current.isPinned && event.target === current.trigger) setOpen(null)
    }

    // A tap beside the box closes it, a finger that scrolls the page does not.
    let pressedAt: { x: number; y: number } | null = null
    const pointerDown = (event: PointerEvent) => {
      pressedAt = { x: event.clientX, y: event.clientY }
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
    setOpen((current) => (current?.trigger.checkVisibility() === false ? null : current))
  }, [visible])

  const shown = open?.stack.at(-1)
  const note = shown?.matches(MARKER) ? noteOf(shown) : null
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
      <button type="button" className="note-box-close" aria-label={common.close} onClick={close}>
        <CloseIcon />
      </button>
      <div ref={text} className="note-box-text" />
      <p className="note-box-actions" hidden={note === null}>
        <button
          type="button"
          hidden={(open?.stack.length ?? 0) < 2}
          onClick={() => {
            setOpen((current) => current && { ...current, stack: current.stack.slice(0, -1) })
          }}
        >
          {words.back}
        </button>
        <button
          type="button"
          onClick={() => {
            if (note === null) return
            setOpen(null)
            onToList(note.id)
          }}
        >
          {words.toTheList}
        </button>
        <button
          type="button"
          onClick={() => {
            onCopyText(plainText(note?.querySelector('.note-text') ?? null))
          }}
        >
          {words.copyCitation}
        </button>
        <button
          type="button"
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

function plainText(element: Element | null): string {
  return (element?.textContent ?? '').replaceAll('\u2060', '').replaceAll(/\s+/g, ' ').trim()
}

/** Scrolls no further than needed for the marker to stand above the sheet. */
function bringAbove(trigger: HTMLElement, sheet: HTMLElement): void {
  const covered = trigger.getBoundingClientRect().bottom + 8 - sheet.getBoundingClientRect().top
  if (covered > 0) window.scrollBy({ top: covered, behavior: 'instant' })
}
