import { beginLeaving, cover, goToDocument } from './address.ts'

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
  // Last of all, when nobody else has taken the click for a step.
  window.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || event.defaultPrevented || !leavesPage(link, event)) return
    if (beginLeaving()) return
    event.preventDefault()
    goToDocument(link.href)
  })
}

/** Whether following it brings another document in the place of this one. */
function leavesPage(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
  const isHere = link.target === '' && !link.download && link.protocol.startsWith('http')
  const { origin, pathname, search } = window.location
  return isPlain && isHere && link.href.split('#')[0] !== origin + pathname + search
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
