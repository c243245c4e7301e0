/**
 * What a hand really does, in real time: a hundred sweeps, a hundred ways into the box for every
 * placement. The short tests stop the clock; these let it run.
 */
import { expect, test, type Page } from '@playwright/test'
import {
  markerOf,
  middleOf,
  noteBox,
  openArticle,
  placeAt,
  rectOf,
  restOn,
  travel,
  watchBox,
} from '../support/notes.ts'

const SWEEPS = 100
const CROSSINGS = 100

/** Times between the pointer's coming onto a marker and its leaving, in ms, as the page saw them. */
async function watchStays(page: Page) {
  const stays = await page.evaluateHandle(() => {
    const seen: number[] = []
    let since: number | null = null
    document.addEventListener('pointermove', ({ target, timeStamp }) => {
      const isOver = target instanceof Element && target.closest('a[role="doc-noteref"]') !== null
      if (isOver) since ??= timeStamp
      else if (since !== null) {
        seen.push(timeStamp - since)
        since = null
      }
    })
    return seen
  })
  return () => stays.jsonValue()
}

test('a hundred sweeps of less than 100 ms across markers open nothing', async ({ page }) => {
  await openArticle(page)
  await placeAt(markerOf(page, '44'), 0.5)
  await page.waitForTimeout(300)
  const counts = await watchBox(page)
  const stays = await watchStays(page)
  const { left, top, right, bottom } = await rectOf(markerOf(page, '44'))
  // A slow machine may make a rest of a sweep: such a one is no sweep, and another is made.
  let sweeps = 0
  for (let attempt = 0; attempt < 4 * SWEEPS && sweeps < SWEEPS; attempt += 1) {
    const y = top + ((attempt % 7) + 0.5) * ((bottom - top) / 7)
    const [from, to] = attempt % 2 === 0 ? [left - 12, right + 12] : [right + 12, left - 12]
    await travel(page, { x: from, y }, { x: to, y }, 4, () => Promise.resolve())
    const last = (await stays()).at(-1) ?? Infinity
    if (last < 100) sweeps += 1
    else await page.mouse.move(2, 2)
    // Also without a pause between them: what adds up must not open.
    if (attempt % 3 === 0) await page.waitForTimeout(200)
    if (last >= 100 && (await counts()).opened > 0) {
      test.info().annotations.push({ type: 'note', description: 'a rest opened a note, rightly' })
      await page.waitForTimeout(500)
    }
  }
  expect(sweeps).toBe(SWEEPS)
  const shortStays = (await stays()).filter((stay) => stay < 100).length
  expect(shortStays).toBeGreaterThanOrEqual(SWEEPS)
  const longStays = (await stays()).filter((stay) => stay >= 100).length
  expect((await counts()).opened).toBeLessThanOrEqual(longStays)
})

test('wheel scrolling through the whole article with the pointer over the text opens nothing', async ({
  page,
}) => {
  await openArticle(page)
  const counts = await watchBox(page)
  // Every marker passes under one of these columns of the text.
  const { left, right } = await rectOf(page.locator('.text'))
  for (let column = 0; column < 6; column += 1) {
    await page.evaluate(() => {
      window.scrollTo({ top: 0, behavior: 'instant' })
    })
    await page.mouse.move(left + (right - left) * ((column + 0.5) / 6), 300)
    await page.waitForTimeout(350)
    for (;;) {
      const before = await page.evaluate(() => window.scrollY)
      await page.mouse.wheel(0, 90)
      await page.waitForTimeout(30)
      if ((await page.evaluate(() => window.scrollY)) === before) break
    }
  }
  expect(await counts()).toEqual({ opened: 0, closed: 0 })
})

const placements = [
  { name: 'below its marker', width: 1280, part: 0.3 },
  { name: 'above its marker', width: 1280, part: 0.85 },
  { name: 'below, near the edges of a narrow window', width: 360, part: 0.3 },
  { name: 'above, near the edges of a narrow window', width: 360, part: 0.85 },
  { name: 'below, in a low window', width: 844, part: 0.3 },
] as const

for (const { name, width, part } of placements) {
  test(`a hundred ways into a box ${name} all arrive`, async ({ page }) => {
    await page.setViewportSize({ width, height: width === 844 ? 390 : 800 })
    await openArticle(page)
    const labels = ['42', '43', '44', '45', '47', '48', '49', '50', '51', '52']
    let survived = 0
    for (let crossing = 0; crossing < CROSSINGS; crossing += 1) {
      const marker = markerOf(page, labels[crossing % labels.length] ?? '42')
      await placeAt(marker, part)
      await restOn(page, marker)
      await expect(noteBox(page)).toHaveAttribute('data-state', 'peek')
      const counts = await watchBox(page)
      const from = middleOf(await rectOf(marker))
      const box = await rectOf(noteBox(page))
      const to = {
        x: crossing % 2 === 0 ? box.left + 2 : box.right - 2,
        y: box.top + 2 + ((crossing % 5) / 4) * (box.bottom - box.top - 4),
      }
      // From hasty to slower than the grace.
      const pauses = [5, 20, 60, 110]
      await travel(page, from, to, 4 + (crossing % 9), () =>
        page.waitForTimeout(pauses[crossing % pauses.length] ?? 20),
      )
      if (crossing % 4 === 0) await page.waitForTimeout(400)
      const { opened, closed } = await counts()
      if (opened === 0 && closed === 0) survived += 1
      await page.keyboard.press('Escape')
      await page.mouse.move(2, 2)
    }
    expect(survived).toBe(CROSSINGS)
  })
}
