/** The sheet in which a note stands on a phone. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import {
  markerOf,
  middleOf,
  noteBox,
  openArticle,
  placeAt,
  rectOf,
  type Rect,
  scrollTop,
  isInside,
} from '../support/notes.ts'

const phone = { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const

test.describe('on a phone', () => {
  test.use({ ...phone, viewport: { width: 390, height: 844 } })
  for (const sizes of [
    [
      [320, 568],
      [390, 844],
    ],
    [[844, 390]],
    [
      // The same two at 200 %.
      [195, 422],
      [422, 195],
    ],
  ] as const) {
    test(`every note opens at the foot of the window, below its marker: ${sizes.join('; ')}`, async ({
      page,
    }) => {
      await openArticle(page)
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        const screen = { left: 0, top: 0, right: width, bottom: height }
        for (const label of ['42', '43', '44', '45', '47', '48', '49', '50', '51', '52']) {
          const marker = markerOf(page, label)
          // Where the bar does not cover it.
          await placeAt(marker, Number(label) % 3 === 0 ? 0.15 : 0.6)
          const before = { y: await scrollTop(page), marker: await rectOf(marker) }
          await tapOn(page, before.marker)
          const box = noteBox(page)
          await expect(box).toHaveAccessibleName(`Note ${label}`)
          const { sheet, close, now, y } = await sheetAndMarker(page, marker)
          const where = `note ${label}: ${JSON.stringify({ sheet, close, now, screen })}`
          expect(isInside(sheet, screen), `sheet in the window, ${where}`).toBe(true)
          expect(isInside(close, screen), `button in the window, ${where}`).toBe(true)
          expect(now.top, `marker in the window, ${where}`).toBeGreaterThanOrEqual(0)
          expect(now.bottom, `marker above the sheet, ${where}`).toBeLessThanOrEqual(sheet.top)
          const needed = Math.max(before.marker.bottom + 8 - sheet.top, 0)
          expect(Math.abs(y - before.y - needed), `jump, ${where}`).toBeLessThanOrEqual(1)
          await tapOn(page, close)
          await expect(box).toHaveCount(0)
        }
      }
    })
  }

  test.describe('a finger', () => {
    test('that scrolls the page leaves the note open, one that taps beside it closes it', async ({
      page,
    }) => {
      await openArticle(page)
      await placeAt(markerOf(page, '44'), 0.4)
      await markerOf(page, '44').tap()
      await expect(noteBox(page)).toHaveCount(1)
      const before = await scrollTop(page)
      await drag(page, { x: 200, y: 400 }, -200)
      await expect.poll(() => scrollTop(page)).toBeGreaterThan(before + 100)
      await expect(noteBox(page)).toHaveAttribute('data-state', 'pinned')
      await page.touchscreen.tap(10, 120)
      await expect(noteBox(page)).toHaveCount(0)
    })

    test('that taps another marker changes the note, one that taps the same closes it', async ({
      page,
    }) => {
      await openArticle(page)
      await placeAt(markerOf(page, '44'), 0.2)
      await markerOf(page, '44').tap()
      await expect(noteBox(page)).toHaveAccessibleName('Note 44')
      await markerOf(page, '45').tap()
      await expect(noteBox(page)).toHaveAccessibleName('Note 45')
      await markerOf(page, '45').tap()
      await expect(noteBox(page)).toHaveCount(0)
    })
  })
})

async function tapOn(page: Page, rect: Rect): Promise<void> {
  const { x, y } = middleOf(rect)
  await page.touchscreen.tap(x, y)
}

async function sheetAndMarker(page: Page, marker: Locator) {
  return {
    sheet: await rectOf(noteBox(page)),
    close: await rectOf(noteBox(page).getByRole('button', { name: 'Close' })),
    now: await rectOf(marker),
    y: await scrollTop(page),
  }
}

/** Moves a finger over the screen, as the screen itself reports it. */
async function drag(page: Page, { x, y }: { x: number; y: number }, by: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at === undefined ? [] : [{ x, y: at }],
    })
  await touch('touchStart', y)
  for (let step = 1; step <= 10; step += 1) await touch('touchMove', y + (by * step) / 10)
  await touch('touchEnd')
}
