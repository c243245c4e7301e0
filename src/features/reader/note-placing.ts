/** CSS pixels between a marker and its box. */
const GAP = 6
/** CSS pixels between a marker and the sheet at the foot. */
const ABOVE_SHEET = 8

/** The side of a marker on which there is more room: the box is never higher than half of the window. */
export function sideOf(trigger: Element): 'above' | 'below' {
  const { top, bottom } = trigger.getBoundingClientRect()
  return top + bottom <= window.innerHeight ? 'below' : 'above'
}

/**
 * Says where the marker is; the style sheet puts the box on its side (`data-side`) and keeps it inside
 * the page. Fixed to the page, it goes with the marker when the page scrolls. The box itself is not
 * measured: called before it is shown, this costs no layout.
 */
export function placeBeside(trigger: Element, box: HTMLElement): void {
  const { left, right, top, bottom } = trigger.getBoundingClientRect()
  const edge = box.dataset['side'] === 'above' ? top - GAP : bottom + GAP
  box.style.top = `${window.scrollY + edge}px`
  box.style.setProperty('--marker-middle', `${window.scrollX + (left + right) / 2}px`)
  box.style.setProperty('--page-width', `${document.documentElement.clientWidth}px`)
}

/** Scrolls no further than needed for the marker to stand above the sheet. */
export function bringAbove(trigger: Element, sheet: HTMLElement): void {
  const covered =
    trigger.getBoundingClientRect().bottom + ABOVE_SHEET - sheet.getBoundingClientRect().top
  if (covered > 0) window.scrollBy({ top: covered, behavior: 'instant' })
}
