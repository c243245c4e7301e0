import * as words from '#words/reader'
import * as common from '#words/common'
import { MARKER } from '#ui/markup.ts'
import { contentFor, noteOf } from './note-content.ts'
import { bringAbove, placeBeside, sideOf } from './note-placing.ts'

/** What the buttons of the box do: the values of their `data-do`. */
export const NOTE_ACTIONS = ['close', 'back', 'to-the-list', 'copy-citation', 'copy-link'] as const
export type NoteAction = (typeof NOTE_ACTIONS)[number]

export interface OpenNote {
  /** What the box stands beside. */
  readonly trigger: HTMLElement
  /** A note opened from within a note lies on top; the last one is shown. */
  readonly stack: readonly HTMLElement[]
  readonly isPinned: boolean
  /** `sheet`: at the foot of the window, for fingers. */
  readonly form: 'beside' | 'sheet'
}

export interface NoteDrawing {
  /** What the box shows; null while it is closed. */
  readonly open: () => OpenNote | null
  /** Fills, shows, moves or hides the box, in this task. */
  readonly draw: (next: OpenNote | null) => void
  /** The marker stands somewhere else now; the box stays on its side. */
  readonly follow: () => void
}

/** The list item that the open note is a copy of; null for explanations. */
export function noteIn(open: OpenNote | null): HTMLElement | null {
  const shown = open?.stack.at(-1)
  return shown?.matches(MARKER) ? noteOf(shown) : null
}

/** Draws the open note into the box of `NoteBox`. */
export function drawNotesInto(box: HTMLElement): NoteDrawing {
  const name = partOf(box, '#note-box\\.name')
  const text = partOf(box, '.note-box-text')
  const actions = partOf(box, '.note-box-actions')
  const closeButton = partOf(box, '.note-box-close')
  let open: OpenNote | null = null

  const label = (next: OpenNote | null) => {
    const note = noteIn(next)
    const isNested = next !== null && next.stack.length > 1
    box.dataset['state'] = next === null ? 'closed' : next.isPinned ? 'pinned' : 'peek'
    box.dir = note?.closest<HTMLElement>('[dir]')?.dir ?? ''
    box.dataset['kind'] = note === null ? 'explanation' : 'note'
    if (next !== null) box.dataset['form'] = next.form
    name.textContent =
      note === null ? words.explanation : common.noteName(note.getAttribute('data-note') ?? '')
    actions.hidden = note === null && !isNested
    actions.querySelectorAll('button').forEach((button) => {
      button.hidden = button.dataset['do'] === 'back' ? !isNested : note === null
    })
    // Whoever walks through the text by keys is not made to walk through every explanation.
    closeButton.tabIndex = next?.isPinned === false && note === null ? -1 : 0
  }
  const place = ({ form, trigger }: OpenNote) => {
    if (form === 'sheet') {
      box.style.top = ''
      return
    }
    box.dataset['side'] = sideOf(trigger)
    placeBeside(trigger, box)
  }

  return {
    open: () => open,
    draw(next) {
      const before = open
      const shown = next?.stack.at(-1)
      const isOther = shown !== before?.stack.at(-1)
      const isElsewhere = next?.trigger !== before?.trigger || next?.form !== before?.form
      const hadFocus = box.contains(document.activeElement)
      open = next
      // Before anything changes, while the layout of the page is clean.
      if (next !== null && isElsewhere) place(next)
      label(next)
      // Only for another note: pinning must not undo a selection.
      if (isOther) text.replaceChildren(shown === undefined ? '' : contentFor(shown))
      // Showing again is what binds the box to another marker in the order of focus.
      if (isElsewhere && before !== null) box.hidePopover()
      if (next === null) return
      if (isElsewhere) box.showPopover({ source: next.trigger })
      if (!isOther) return
      if (next.form === 'sheet') bringAbove(next.trigger, box)
      // A closed box has forgotten how far it was scrolled, and asking would cost a layout.
      if (!isElsewhere) box.scrollTop = 0
      // What was pressed to come here is gone.
      if (hadFocus) box.focus({ preventScroll: true })
    },
    follow() {
      if (open?.form === 'beside') placeBeside(open.trigger, box)
    },
  }
}

function partOf(box: HTMLElement, selector: string): HTMLElement {
  const part = box.querySelector<HTMLElement>(selector)
  if (part === null) throw new Error(`The box of notes has no ${selector}: see NoteBox.tsx.`)
  return part
}
