/** A note that opens under a pointer that rests on its marker. */
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
  openWithStoppedTime,
} from '../support/notes.ts'

test.describe('resting on a marker', () => {
  test('opens its note after 150 ms and not before', async ({ page }) => {
    const pass = await openWithStoppedTime(page)
    const marker = await shownMarker(page, '42', pass)
    await restOn(page, marker)
    await pass(145)
    await expect(noteBox(page)).toHaveCount(0)
    await pass(10)
    await expect(noteBox(page)).toHaveAccessibleName('Note 42')
    await expect(noteBox(page)).toHaveAttribute('data-state', 'peek')
  })

  test('opens it after 300 ms even under a hand that never rests', async ({ page }) => {
    const pass = await openWithStoppedTime(page)
    const marker = await shownMarker(page, '42', pass)
    const { x, y } = middleOf(await rectOf(marker))
    for (let time = 0; time < 280; time += 40) {
      await page.mouse.move(x + (time % 80 === 0 ? 1 : 3), y)
      await pass(40)
    }
    await expect(noteBox(page)).toHaveCount(0)
    await page.mouse.move(x, y)
    await pass(30)
    await expect(noteBox(page)).toHaveCount(1)
  })

  test('closes it 300 ms after the pointer has left, and not if it comes back', async ({
    page,
  }) => {
    const pass = await openWithStoppedTime(page)
    const marker = await shownMarker(page, '42', pass)
    await restOn(page, marker)
    await pass(200)
    await page.mouse.move(5, 5)
    await pass(250)
    await restOn(page, marker)
    await pass(1000)
    await expect(noteBox(page)).toHaveCount(1)
    await page.mouse.move(5, 5)
    await pass(290)
    await expect(noteBox(page)).toHaveCount(1)
    await pass(20)
    await expect(noteBox(page)).toHaveCount(0)
  })

  test('opens the neighbour at once while one note is open', async ({ page }) => {
    const pass = await openWithStoppedTime(page)
    // The line above: nobody passes it on the way into the box.
    const marker = await shownMarker(page, '45', pass)
    const neighbour = markerOf(page, '44')
    expect((await rectOf(neighbour)).bottom).toBeLessThan((await rectOf(marker)).top - 10)
    await restOn(page, marker)
    await pass(200)
    await expect(noteBox(page)).toHaveAccessibleName('Note 45')
    await restOn(page, neighbour)
    await expect(noteBox(page)).toHaveAccessibleName('Note 44')
  })

  test('is not what a pointer does that sweeps across', async ({ page }) => {
    const pass = await openWithStoppedTime(page)
    const marker = await shownMarker(page, '42', pass)
    const counts = await watchBox(page)
    const { left, right, top, bottom } = await rectOf(marker)
    for (let sweep = 0; sweep < 10; sweep += 1) {
      const y = top + ((sweep % 5) + 0.5) * ((bottom - top) / 5)
      await travel(page, { x: left - 20, y }, { x: right + 20, y }, 6, () => pass(16))
    }
    await pass(1000)
    expect(await counts()).toEqual({ opened: 0, closed: 0 })
  })

  test('is not what a pointer does under which the page is scrolled', async ({ page }) => {
    await openArticle(page)
    await placeAt(markerOf(page, '42'), 0.9)
    const { x, y } = middleOf(await rectOf(markerOf(page, '42')))
    await page.mouse.move(x, y - 240)
    const counts = await watchBox(page)
    for (let turn = 0; turn < 8; turn += 1) {
      await page.mouse.wheel(0, 60)
      await page.waitForTimeout(60)
    }
    // Come to rest with the marker right under the pointer, which has not moved.
    const { y: now } = middleOf(await rectOf(markerOf(page, '42')))
    await page.mouse.wheel(0, now - (y - 240))
    await page.waitForTimeout(700)
    const under = await page.evaluate(
      ([left = 0, top = 0]) => document.elementFromPoint(left, top)?.id,
      [x, y - 240],
    )
    expect(under).toBe(await markerOf(page, '42').getAttribute('id'))
    expect(await counts()).toEqual({ opened: 0, closed: 0 })
    await page.mouse.move(x + 1, y - 240)
    await expect(noteBox(page)).toHaveCount(1)
  })

  test('is not what a restless hand does while it scrolls, with a note open or without', async ({
    page,
  }) => {
    const pass = await openWithStoppedTime(page)
    await shownMarker(page, '45', pass)
    await restOn(page, markerOf(page, '45'))
    await pass(200)
    await expect(noteBox(page)).toHaveCount(1)
    const counts = await watchBox(page)
    for (let turn = 0; turn < 6; turn += 1) {
      // Each time another marker comes to lie under the hand, which trembles.
      await placeAt(markerOf(page, turn % 2 === 0 ? '44' : '45'), 0.3 + turn / 100)
      await restOn(page, markerOf(page, turn % 2 === 0 ? '44' : '45'))
      await pass(80)
    }
    expect((await counts()).opened).toBe(0)
  })

  test('is not what the keyboard does', async ({ page }) => {
    const pass = await openWithStoppedTime(page)
    const counts = await watchBox(page)
    await markerOf(page, '42').focus()
    await pass(2000)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(markerOf(page, '42')).toBeFocused()
    await pass(2000)
    expect(await counts()).toEqual({ opened: 0, closed: 0 })
  })

  for (const width of [1280, 400]) {
    test(`lets the pointer cross to the box, below and above, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      const pass = await openWithStoppedTime(page)
      for (const part of [0.3, 0.85]) {
        const marker = await shownMarker(page, '48', pass, part)
        await restOn(page, marker)
        await pass(200)
        await expect(noteBox(page)).toHaveCount(1)
        const counts = await watchBox(page)
        const from = middleOf(await rectOf(marker))
        const box = await rectOf(noteBox(page))
        for (const to of [
          { x: box.left + 3, y: box.bottom - 3 },
          { x: box.right - 3, y: box.bottom - 3 },
          { x: box.left + 3, y: box.top + 3 },
          { x: box.right - 3, y: box.top + 3 },
        ]) {
          // Slower than the grace: what holds the box is the way, not the hurry.
          await travel(page, from, to, 5, () => pass(80))
          await travel(page, to, from, 5, () => pass(80))
        }
        expect(await counts()).toEqual({ opened: 0, closed: 0 })
        await page.keyboard.press('Escape')
        await page.mouse.move(2, 2)
      }
    })
  }
})

async function shownMarker(
  page: Page,
  label: string,
  pass: (milliseconds: number) => Promise<void>,
  part = 0.4,
) {
  const marker = markerOf(page, label)
  await placeAt(marker, part)
  await pass(500)
  return marker
}
