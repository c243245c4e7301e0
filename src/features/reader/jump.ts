/** Takes the reader to a place, shows which one it is, and gives the keyboard a footing there. */
export function jumpTo(target: HTMLElement, how: 'top' | 'middle' = 'top'): void {
  if (how === 'middle') target.scrollIntoView({ block: 'center', behavior: 'instant' })
  else if (!isAtTop(target)) target.scrollIntoView({ block: 'start', behavior: 'instant' })
  flash(target)
  focusOn(target)
}

/** Milliseconds: long enough to find, short enough not to stay. */
const FLASH = 3000

const flashing = new WeakMap<Element, number>()

export function flash(target: Element): void {
  window.clearTimeout(flashing.get(target))
  target.setAttribute('data-flash', '')
  // One that has not faded yet begins again.
  for (const animation of target.getAnimations()) {
    animation.cancel()
    animation.play()
  }
  const end = window.setTimeout(() => {
    target.removeAttribute('data-flash')
  }, FLASH)
  flashing.set(target, end)
}

/** Where the browser has put it already, to the pixel: scrolling again would move it by what that rounds off. */
function isAtTop(target: Element): boolean {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement)
  const { scrollMarginTop } = getComputedStyle(target)
  const due = Number.parseFloat(scrollPaddingTop) + Number.parseFloat(scrollMarginTop)
  return Math.abs(target.getBoundingClientRect().top - due) < 1
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
