import { cover } from './address.ts'

/** Where there is room, what opens stands beside the text and not over it. */
const NARROW = '(width < 760px), (pointer: coarse)'

/** What tells the address that a sheet is closed, by the sheet. */
const open = new WeakMap<EventTarget, () => void>()

/**
 * On a phone the way back closes what lies over the page, as everywhere there: browsers do so for dialogs
 * at most, and not all of them (docs/decisions/0028).
 */
export function letBackClose(): void {
  const end = (sheet: EventTarget) => {
    open.get(sheet)?.()
    open.delete(sheet)
  }
  document.addEventListener(
    'toggle',
    ({ target, newState }) => {
      if (!(target instanceof HTMLElement) || !target.matches('[popover], dialog')) return
      end(target)
      if (newState !== 'open' || !isSheet(target)) return
      open.set(
        target,
        coverWith(() => {
          close(target)
        }),
      )
    },
    true,
  )
  // Most dialogs are gone from the page before they could tell that they are toggled.
  document.addEventListener(
    'close',
    ({ target }) => {
      if (target !== null) end(target)
    },
    true,
  )
}

/** The same for what is neither a dialog nor a popover. */
export function coverWith(close: () => void): () => void {
  return window.matchMedia(NARROW).matches ? cover(close) : () => {}
}

/** A note that a mouse has only rested on is none. */
function isSheet({ dataset }: HTMLElement): boolean {
  return dataset['state'] !== 'peek'
}

function close(sheet: HTMLElement): void {
  const button = sheet.querySelector<HTMLElement>(':scope > [data-do="close"]')
  if (button !== null) button.click()
  else if (sheet.matches('[popover]')) sheet.hidePopover()
  else if (sheet instanceof HTMLDialogElement) sheet.close()
}
