/**
 * Opening notes as a reader does, with a real mouse, and watching what the note box does about it.
 */
import type { Locator, Page } from '@playwright/test'
import { fixtureSite } from './sites.ts'

const article = 'read/israeli-azerbaijani-alliance-and-iran-3/'
export const specimen = `${fixtureSite}read/specimen/`
export const rightToLeft = `${fixtureSite}read/rtl/`

/** Goes to an article and waits until its controls work. */
export async function openArticle(page: Page, address = article): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(() => {
    const main = document.getElementById('text')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber'))
  })
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => setTimeout(resolve, 50))
  })
}

/** Open notes and explanations; a closed box is nobody's dialog. */
export const noteBox = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^(Note|Explanation)/ })

export const markers = (page: Page): Locator => page.locator('main a[role="doc-noteref"]')

/** The first marker of a note in the running text. */
export const markerOf = (page: Page, label: string): Locator =>
  page.locator('.text').getByLabel(`Note ${label}`, { exact: true }).first()

export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function rectOf(locator: Locator): Promise<Rect> {
  return locator.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return { left, top, right, bottom }
  })
}

export const middleOf = ({ left, top, right, bottom }: Rect) => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
})

export const overlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Scrolls until the element stands at this part of the window's height, and lets the scrolling be
 * over for the page too: after it, resting opens later.
 */
export async function placeAt(element: Locator, part: number): Promise<void> {
  await element.evaluate(async (target, wanted) => {
    const { top } = target.getBoundingClientRect()
    const before = window.scrollY
    window.scrollBy({ top: top - window.innerHeight * wanted, behavior: 'instant' })
    if (window.scrollY === before) return
    await new Promise((resolve) => {
      document.addEventListener('scroll', resolve, { once: true })
    })
  }, part)
}

/** Rests the mouse on the element. */
export async function restOn(page: Page, element: Locator): Promise<void> {
  const { x, y } = middleOf(await rectOf(element))
  await page.mouse.move(x, y)
}

/** Moves in equal steps, with a pause after each; `pause` is the real one or the one of a stopped clock. */
export async function travel(
  page: Page,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  steps: number,
  pause: () => Promise<void>,
): Promise<void> {
  for (let step = 1; step <= steps; step += 1) {
    const part = step / steps
    await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
    await pause()
  }
}

/** How often a box has opened and closed since this was called. */
export async function watchBox(
  page: Page,
): Promise<() => Promise<{ readonly opened: number; readonly closed: number }>> {
  const counts = await page.evaluateHandle(() => {
    const counted = { opened: 0, closed: 0 }
    document.addEventListener(
      'beforetoggle',
      (event) => {
        if (!(event instanceof ToggleEvent)) return
        if (event.newState === 'open') counted.opened += 1
        else counted.closed += 1
      },
      { capture: true },
    )
    return counted
  })
  return () => counts.jsonValue()
}

/** Stops the page's time: from now on it passes only when told to, however slow the machine. */
async function stopTime(page: Page): Promise<(milliseconds: number) => Promise<void>> {
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000))
  return (milliseconds) => page.clock.runFor(milliseconds)
}

/** Ids that stand more than once on the page. */
export function doubledIds(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, index) => ids.indexOf(id) !== index)
  })
}

export const scrollTop = (page: Page): Promise<number> => page.evaluate(() => window.scrollY)

export const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right + 0.5 &&
  inner.bottom <= outer.bottom + 0.5

/** The function returned lets time pass: a slow machine then makes no difference. */
export async function openWithStoppedTime(
  page: Page,
): Promise<(milliseconds: number) => Promise<void>> {
  await page.clock.install()
  await openArticle(page)
  return stopTime(page)
}
