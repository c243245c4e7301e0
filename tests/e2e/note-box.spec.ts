/** The box in which a note stands beside its marker. */
import { expect, test, type Page } from '@playwright/test'
import {
  doubledIds,
  markerOf,
  noteBox,
  openArticle,
  overlap,
  placeAt,
  rectOf,
  restOn,
  rightToLeft,
  specimen,
  watchBox,
  scrollTop,
  isInside,
} from '../support/notes.ts'
import { article } from '../support/layers.ts'
import { site } from '../support/sites.ts'

test.describe('an open note', () => {
  test('is pinned by a click where it is, with the page where it is', async ({ page }) => {
    await openArticle(page)
    await placeAt(markerOf(page, '42'), 0.4)
    await restOn(page, markerOf(page, '42'))
    await expect(noteBox(page)).toHaveAttribute('data-state', 'peek')
    const counts = await watchBox(page)
    const before = { box: await rectOf(noteBox(page)), scrollY: await scrollTop(page) }
    await page.mouse.down()
    await page.mouse.up()
    await expect(noteBox(page)).toHaveAttribute('data-state', 'pinned')
    expect({ box: await rectOf(noteBox(page)), scrollY: await scrollTop(page) }).toEqual(before)
    await page.mouse.move(5, 5)
    await page.waitForTimeout(500)
    await expect(noteBox(page)).toHaveAttribute('data-state', 'pinned')
    expect(await counts()).toEqual({ opened: 0, closed: 0 })
  })

  test('is pinned where it is by Enter and Space on its marker', async ({ page }) => {
    await openArticle(page)
    const marker = markerOf(page, '42')
    await placeAt(marker, 0.4)
    for (const key of ['Enter', 'Space']) {
      await marker.focus()
      await restOn(page, marker)
      await expect(noteBox(page)).toHaveAttribute('data-state', 'peek')
      const before = { box: await rectOf(noteBox(page)), scrollY: await scrollTop(page) }
      await page.keyboard.press(key)
      await expect(noteBox(page)).toHaveAttribute('data-state', 'pinned')
      expect({ box: await rectOf(noteBox(page)), scrollY: await scrollTop(page) }).toEqual(before)
      await expect(noteBox(page)).toBeFocused()
      await page.keyboard.press('Escape')
      await page.mouse.move(2, 2)
    }
  })

  test('keeps what was selected and how far it was scrolled when it is pinned', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 400 })
    await openArticle(page)
    const marker = markerOf(page, '43')
    await placeAt(marker, 0.3)
    await restOn(page, marker)
    await noteBox(page).evaluate((box) => {
      box.scrollTop = 20
      document.getSelection()?.selectAllChildren(box.querySelector('.note-text') ?? box)
    })
    const selected = await page.evaluate(() => document.getSelection()?.toString())
    await marker.focus()
    await page.keyboard.press('Space')
    await expect(noteBox(page)).toHaveAttribute('data-state', 'pinned')
    expect(await noteBox(page).evaluate(({ scrollTop }) => scrollTop)).toBe(20)
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(selected)
  })

  const waysToClose: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    Escape: (page) => page.keyboard.press('Escape'),
    'its button': (page) => noteBox(page).getByRole('button', { name: 'Close' }).click(),
    'a click beside it': clickInText,
    'a second click': (page) => markerOf(page, '42').click(),
  }
  test(`is closed by ${Object.keys(waysToClose).join(', ')}; the focus is back on its marker`, async ({
    page,
  }) => {
    await openArticle(page)
    const marker = markerOf(page, '42')
    await placeAt(marker, 0.4)
    for (const [way, close] of Object.entries(waysToClose)) {
      await marker.click()
      await expect(noteBox(page)).toHaveAttribute('data-state', 'pinned')
      const before = await scrollTop(page)
      await close(page)
      await expect(noteBox(page), way).toHaveCount(0)
      await expect(marker, way).toBeFocused()
      expect(await scrollTop(page), way).toBe(before)
    }
    // Nothing opens it again by itself.
    await page.waitForTimeout(500)
    await expect(noteBox(page)).toHaveCount(0)
  })

  test('lets its words be selected, beyond its edge too', async ({ page }) => {
    await openArticle(page)
    const marker = markerOf(page, '42')
    await placeAt(marker, 0.4)
    for (const state of ['peek', 'pinned']) {
      // A reader who has just closed this note by key has the focus on its marker.
      await marker.focus()
      if (state === 'pinned') await marker.click()
      else await restOn(page, marker)
      await expect(noteBox(page)).toHaveAttribute('data-state', state)
      const { left, top, right, bottom } = await rectOf(noteBox(page).locator('.note-text'))
      await page.mouse.move(left + 5, top + 8, { steps: 8 })
      await page.mouse.down()
      await page.mouse.move(right + 60, bottom + 90, { steps: 8 })
      await page.mouse.up()
      // On over another marker: with words selected, nothing takes the box away.
      await restOn(page, markerOf(page, '43'))
      await page.waitForTimeout(450)
      expect(await page.evaluate(() => document.getSelection()?.toString())).toContain('Grigoryan')
      await expect(noteBox(page)).toHaveAttribute('data-state', state)
      await expect(noteBox(page)).toHaveAccessibleName('Note 42')
      await clickInText(page)
      await expect(noteBox(page)).toHaveCount(0)
    }
  })

  test('is the only one: another marker takes its place', async ({ page }) => {
    await openArticle(page)
    // In the lower half, where the box does not lie over the next marker.
    await placeAt(markerOf(page, '44'), 0.6)
    await markerOf(page, '44').click()
    await markerOf(page, '45').click()
    await expect(noteBox(page)).toHaveCount(1)
    await expect(noteBox(page)).toHaveAccessibleName('Note 45')
    await expect(noteBox(page)).toHaveAttribute('data-state', 'pinned')
  })

  test('shows notes of the note on top, with a way back, and doubles no id', async ({ page }) => {
    await openArticle(page, specimen)
    await placeAt(markerOf(page, '1'), 0.3)
    await markerOf(page, '1').click()
    const box = noteBox(page)
    await expect(box).toContainText('Her name was Agnete')
    await expect(box.getByRole('button', { name: 'Back', exact: true })).toBeHidden()
    await box.getByRole('link', { name: 'Note 2' }).click()
    await expect(box).toHaveAccessibleName('Note 2')
    await expect(box).toContainText('Das Öl kam nachts.')
    expect(await doubledIds(page)).toEqual([])
    await expect(box).toBeFocused()
    await box.getByRole('button', { name: 'Mai' }).press('Enter')
    await expect(box).toHaveAccessibleName('Explanation')
    await expect(box).toContainText('The letter itself is dated in June.')
    await box.getByRole('button', { name: 'Back', exact: true }).click()
    await expect(box).toHaveAccessibleName('Note 2')
    await box.getByRole('button', { name: 'Back', exact: true }).click()
    await expect(box).toHaveAccessibleName('Note 1')
    await expect(box).toBeFocused()
    await expect(box).toContainText('Her name was Agnete')
    await expect(box.getByRole('button', { name: 'Back', exact: true })).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(markerOf(page, '1')).toBeFocused()
  })

  test('holds links to the page, to its archived copy and to the list', async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await openArticle(page)
    await placeAt(markerOf(page, '42'), 0.4)
    await markerOf(page, '42').click()
    const box = noteBox(page)
    const links = box.getByRole('link')
    await expect(links).toHaveCount(2)
    await expect(links.first()).toHaveAttribute(
      'href',
      /^http:\/\/www\.noravank\.am\/.*ELEMENT_ID=3623$/,
    )
    await expect(links.first()).toHaveAttribute('rel', /\bnoopener\b/)
    await expect(links.last()).toHaveAttribute(
      'href',
      /^https:\/\/web\.archive\.org\/web\/20090922\d*\/http:\/\/www\.noravank\.am/,
    )
    await expect(links.last()).toHaveAttribute('rel', /\bnoopener\b/)
    await expect(box.getByRole('button', { name: 'To the list' })).toBeVisible()
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await box.getByRole('button', { name: 'Copy citation' }).click()
    await expect.poll(clipboard).toMatch(/^Artak Grigoryan, “Priority .*ELEMENT_ID=3623\.$/)
    await box.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(clipboard).toMatch(/\/read\/.*#ref-42$/)
    await expect(page.getByRole('status')).toHaveText('Link copied.')
    expect(await doubledIds(page)).toEqual([])
  })

  test('stays inside the window, near its marker and off it', async ({ page }) => {
    await openArticle(page)
    for (const [width, height] of [
      [1280, 800],
      [768, 600],
      [320, 568],
      [640, 360],
    ] as const) {
      await page.setViewportSize({ width, height })
      await standsWell(page, 40)
    }
  })

  test('does so too where lines run from right to left', async ({ page }) => {
    await page.setViewportSize({ width: 400, height: 700 })
    await openArticle(page, rightToLeft)
    await standsWell(page, 4)
  })

  test('goes with its marker when the page scrolls or a layer is switched', async ({ page }) => {
    await openArticle(page)
    const marker = markerOf(page, '47')
    await placeAt(marker, 0.4)
    await marker.click()
    const distance = async () => (await rectOf(noteBox(page))).top - (await rectOf(marker)).bottom
    const before = await distance()
    expect(Math.abs(before)).toBeLessThan(20)
    await page.mouse.wheel(0, 120)
    await expect.poll(async () => (await rectOf(marker)).top).toBeLessThan(280)
    expect(Math.abs((await distance()) - before)).toBeLessThanOrEqual(1)
    await page.keyboard.press('5')
    expect(Math.abs((await distance()) - before)).toBeLessThanOrEqual(1)
    await page.keyboard.press('4')
    await expect(noteBox(page)).toHaveCount(0)
  })

  test('stays on its side and at its marker when the window gets another size', async ({
    page,
  }) => {
    await openArticle(page)
    const marker = markerOf(page, '47')
    for (const part of [0.35, 0.65]) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await placeAt(marker, part)
      await marker.click()
      const isAbove = (await rectOf(noteBox(page))).top < (await rectOf(marker)).top
      expect(isAbove).toBe(part > 0.5)
      for (const size of [
        { width: 900, height: 800 },
        { width: 900, height: 640 },
        { width: 1280, height: 640 },
      ]) {
        await page.setViewportSize(size)
        await expect
          .poll(async () => {
            const [box, mark] = [await rectOf(noteBox(page)), await rectOf(marker)]
            const gap = isAbove ? mark.top - box.bottom : box.top - mark.bottom
            const isAcross = box.left <= mark.left && box.right >= mark.right
            return gap > 0 && gap < 14 && isAcross && box.right <= size.width
          })
          .toBe(true)
      }
      await page.keyboard.press('Escape')
    }
  })

  test('has buttons that work whatever else is held down', async ({ page }) => {
    await openArticle(page)
    await placeAt(markerOf(page, '44'), 0.4)
    await markerOf(page, '44').click()
    await noteBox(page)
      .getByRole('button', { name: 'Close' })
      .click({ modifiers: ['Shift'] })
    await expect(noteBox(page)).toHaveCount(0)
  })

  test('is not there in a browser without popovers: markers lead to the list', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(HTMLElement.prototype, 'showPopover')
    })
    await openArticle(page)
    const href = (await markerOf(page, '44').getAttribute('href')) ?? ''
    await markerOf(page, '44').click()
    await expect(page).toHaveURL(`${site}${article}${href}`)
    await expect(page.locator('.note-box')).toBeHidden()
  })

  test('closes when the passage of its marker is hidden', async ({ page }) => {
    await openArticle(page, specimen)
    await placeAt(markerOf(page, 'note'), 0.4)
    await markerOf(page, 'note').press('Enter')
    await expect(noteBox(page)).toBeFocused()
    await page.keyboard.press('3')
    await expect(noteBox(page)).toHaveCount(0)
    await expect(page.getByRole('main')).toBeFocused()
  })
})

test.describe('with keys', () => {
  test('one goes from the marker into its note, through it, and on', async ({ page }) => {
    await openArticle(page)
    const marker = markerOf(page, '44')
    await marker.focus()
    await page.keyboard.press('Enter')
    const box = noteBox(page)
    await expect(box).toBeFocused()
    const names: string[] = []
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab')
      names.push(await focusedName(page))
    }
    expect(names).toEqual([
      'Close',
      expect.stringContaining('spacewar.com'),
      'Archived copy of the page at www.spacewar.com',
      'To the list',
      'Copy citation',
      'Copy link',
    ])
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'approximate' })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    expect(await focusedName(page)).toBe('Copy link')
    await page.keyboard.press('Escape')
    await expect(marker).toBeFocused()
  })

  test('Escape closes a peek without moving the focus', async ({ page }) => {
    await openArticle(page)
    await placeAt(markerOf(page, '44'), 0.5)
    await page.getByRole('button', { name: 'Keys' }).focus()
    await restOn(page, markerOf(page, '44'))
    await expect(noteBox(page)).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(noteBox(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Keys' })).toBeFocused()
  })
})

// ── How the tests get there ────────────────────────────────────────────────────

/** Opens every note at several heights of the window and looks where the boxes stand. */
async function standsWell(page: Page, atLeast: number): Promise<void> {
  const found = await page.evaluate(openEverywhere)
  expect(found.length).toBeGreaterThanOrEqual(atLeast)
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const inside = { left: 0, top: 0, right: width, bottom: height }
  for (const { label, part, box, marker } of found) {
    const where = `note ${label} at ${part}: ${JSON.stringify({ box, marker, inside })}`
    expect(overlap(box, marker), `covers its marker, ${where}`).toBe(false)
    expect(isInside(box, inside), `leaves the window, ${where}`).toBe(true)
    const gap = Math.max(box.top - marker.bottom, marker.top - box.bottom)
    expect(gap, `is far from its marker, ${where}`).toBeLessThan(14)
  }
}

/** A click on the words two lines above the marker. */
async function clickInText(page: Page): Promise<void> {
  const { left, top } = await rectOf(markerOf(page, '42'))
  await page.mouse.click(left - 60, top - 50)
}

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement
    return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
  })

/**
 * Runs in the page: opens every note with its marker at several heights of the window, and tells
 * where the boxes stand. A click without a pointer pins, as Enter does.
 */
async function openEverywhere() {
  const frame = () => new Promise(requestAnimationFrame)
  const rect = (element: Element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return { left, top, right, bottom }
  }
  const found = []
  for (const marker of document.querySelectorAll<HTMLElement>('.text a[role="doc-noteref"]')) {
    for (const part of [0.04, 0.3, 0.55, 0.8]) {
      const { top } = marker.getBoundingClientRect()
      window.scrollBy({ top: top - window.innerHeight * part, behavior: 'instant' })
      await frame()
      marker.click()
      await frame()
      const box = document.querySelector('.note-box:popover-open')
      if (box !== null)
        found.push({ label: marker.textContent, part, box: rect(box), marker: rect(marker) })
      marker.click()
    }
  }
  return found
}
