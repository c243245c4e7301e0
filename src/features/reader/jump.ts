/** Takes the reader to a place, shows which one it is, and gives the keyboard a footing there. */
export function jumpTo(target: HTMLElement, how: 'top' | 'middle' = 'top'): void {
  target.scrollIntoView({ block: how === 'top' ? 'start' : 'center', behavior: 'instant' })
  flash(target)
  focusOn(target)
}

/** Milliseconds: long enough to find, short enough not to stay. */
const FLASH = 3000

function flash(target: Element): void {
  target.setAttribute('data-flash', '')
  window.setTimeout(() => {
    target.removeAttribute('data-flash')
  }, FLASH)
}

export function focusOn(target: HTMLElement): void {
  if (!target.matches('a[href], button, [tabindex]')) target.setAttribute('tabindex', '-1')
  target.focus({ preventScroll: true })
}

/** Paints a stretch of text until the next one is painted; where the browser cannot, its block flashes. */
export function paintQuote(range: Range): void {
  const element = range.startContainer.parentElement
  if ('highlights' in CSS) CSS.highlights.set('link-target', new Highlight(range))
  else if (element !== null) flash(element)
}
