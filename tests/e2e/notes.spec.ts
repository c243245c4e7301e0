/** Markers, the list of notes, and the ways between them. */
import { expect, test, type Page } from '@playwright/test'
import {
  markerOf,
  markers,
  middleOf,
  noteBox,
  openArticle,
  overlap,
  placeAt,
  rectOf,
  restOn,
  specimen,
  stopTime,
  travel,
  watchBox,
  scrollTop,
} from '../support/notes.ts'
import { inShortRun } from '../support/depth.ts'

test.describe('a marker', () => {
  for (const [name, address] of [
    ['of the article', undefined],
    ['of the specimen', specimen],
  ] as const) {
    test(`${name} is a link to its note, says its number and is big enough to hit`, async ({
      page,
    }) => {
      await openArticle(page, address)
      for (const marker of await markers(page).all()) {
        const label = (await marker.textContent()) ?? ''
        await expect(marker).toHaveAccessibleName(`Note ${label}`)
        const href = (await marker.getAttribute('href')) ?? ''
        expect(href).toMatch(/^#./)
        await expect(page.locator(href)).toHaveAttribute('data-note', label)
        const { left, top, right, bottom } = await rectOf(marker)
        expect(right - left, `width of marker ${label}`).toBeGreaterThanOrEqual(24)
        expect(bottom - top, `height of marker ${label}`).toBeGreaterThanOrEqual(24)
      }
    })

    test(`${name} never begins a line, whatever the width`, async ({ page }) => {
      await openArticle(page, address)
      const wrong: string[] = []
      for (let width = 320; width <= 1440; width += 40) {
        await page.setViewportSize({ width, height: 800 })
        const first = await page.evaluate(markersThatBeginALine)
        wrong.push(...first.map((label) => `${label} at ${width} px`))
      }
      expect(wrong).toEqual([])
    })
  }
})

test('of two markers side by side, each number opens its own note', async ({ page }) => {
  await openArticle(page, specimen)
  const pair = page.locator('.marker[data-after-marker]')
  await placeAt(pair, 0.4)
  const second = pair.getByRole('link')
  const first = page.locator('.marker:has(+ .marker[data-after-marker])').getByRole('link')
  for (const marker of [first, second]) {
    // The middle of the number itself, not of the larger target around it.
    const number = await marker.evaluate((link) => {
      const range = document.createRange()
      range.selectNodeContents(link)
      const { left, top, right, bottom } = range.getBoundingClientRect()
      return { x: (left + right) / 2, y: (top + bottom) / 2 }
    })
    await page.mouse.click(number.x, number.y)
    await expect(noteBox(page)).toHaveAccessibleName(
      (await marker.getAttribute('aria-label')) ?? '',
    )
  }
})

test.describe('the list of notes', () => {
  test('is a list with a heading and one way back for each marker', async ({ page }) => {
    await openArticle(page, specimen)
    const list = page.locator('section[role="doc-endnotes"]')
    await expect(list).toHaveAccessibleName('Notes')
    await expect(list.getByRole('heading', { name: 'Notes' })).toBeVisible()
    await expect(list.locator('> ol > li')).toHaveCount(6)
    await expect(page.locator('[role="doc-endnote"], [role="doc-footnote"]')).toHaveCount(0)
    await expect(list.locator('li[role]')).toHaveCount(0)

    const targets = await markers(page).evaluateAll((all) => all.map(({ id }) => `#${id}`))
    const backlinks = list.locator('a[role="doc-backlink"]')
    const back = await backlinks.evaluateAll((all) =>
      all.map((link) => link.getAttribute('href') ?? ''),
    )
    const byName = (a: string, b: string) => a.localeCompare(b)
    expect(back.toSorted(byName)).toEqual(targets.toSorted(byName))
    const names = await backlinks.evaluateAll((all) => all.map((link) => link.ariaLabel))
    expect(new Set(names).size).toBe(targets.length)
    expect(names).toContain('Back to marker 1 in the text, place 2 of 3')
  })

  test('keeps the numbers of the source and says what became of a note', async ({ page }) => {
    await openArticle(page)
    const items = page.locator('section[role="doc-endnotes"] > ol > li')
    const numbers = await items.evaluateAll((all) =>
      all.map((item) => (item instanceof HTMLLIElement ? item.value : null)),
    )
    expect(numbers).toEqual([42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52])
    const note = (number: number) => items.nth(number - 42)
    await expect(note(46)).toContainText(/lost/i)
    await expect(note(50)).toContainText(/short form/i)
    await expect(note(52)).toContainText(/cut off/i)
    await expect(note(46).getByRole('link', { name: /^Back to marker/ })).toHaveCount(0)
  })
})

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

test.describe('a jump', () => {
  test('to the list leads back to where one was, by the button and by the browser', async ({
    page,
  }) => {
    await openArticle(page)
    for (const goBack of [
      () => page.getByRole('button', { name: 'Back to where you were' }).click(),
      () => page.goBack(),
    ]) {
      await placeAt(markerOf(page, '48'), 0.37)
      const before = await scrollTop(page)
      await markerOf(page, '48').click()
      await noteBox(page).getByRole('button', { name: 'To the list' }).click()
      await expect(page.locator('#note-48')).toBeFocused()
      await expect(page.locator('#note-48')).toBeInViewport({ ratio: 1 })
      await expect(noteBox(page)).toHaveCount(0)
      expect(await isCovered(page, '#note-48')).toBe(false)
      await goBack()
      await expect
        .poll(async () => Math.abs((await scrollTop(page)) - before))
        .toBeLessThanOrEqual(2)
    }
  })

  test('from the list to the marker leads back to the list', async ({ page }) => {
    await openArticle(page)
    const backlink = page.getByRole('link', { name: 'Back to marker 51 in the text' })
    for (const goBack of [
      () => page.getByRole('button', { name: 'Back to where you were' }).click(),
      () => page.goBack(),
    ]) {
      await placeAt(backlink, 0.43)
      const before = await scrollTop(page)
      await backlink.click()
      await expect(markerOf(page, '51')).toBeFocused()
      await expect(markerOf(page, '51')).toBeInViewport({ ratio: 1 })
      expect(await isCovered(page, '#ref-51')).toBe(false)
      await goBack()
      await expect
        .poll(async () => Math.abs((await scrollTop(page)) - before))
        .toBeLessThanOrEqual(2)
    }
  })

  test('from a link inside a note has a way back too', async ({ page }) => {
    await openArticle(page, specimen)
    await placeAt(markerOf(page, '1'), 0.3)
    const before = await scrollTop(page)
    await markerOf(page, '1').click()
    await noteBox(page).getByRole('link', { name: 'Note 2' }).click()
    await noteBox(page).getByRole('button', { name: 'To the list' }).click()
    await expect(page.locator('#note-2')).toBeFocused()
    await page.getByRole('button', { name: 'Back to where you were' }).click()
    await expect.poll(async () => Math.abs((await scrollTop(page)) - before)).toBeLessThanOrEqual(2)

    await markerOf(page, '1').click()
    await noteBox(page).getByRole('link', { name: 'the ledger' }).click()
    await expect(noteBox(page)).toHaveCount(0)
    await expect(page).toHaveURL(/#the-ledger$/)
    await page.goBack()
    await expect.poll(async () => Math.abs((await scrollTop(page)) - before)).toBeLessThanOrEqual(2)
  })

  for (const motion of ['no-preference', 'reduce'] as const) {
    test(
      `shows its target for 2 to 4 seconds (motion: ${motion})`,
      inShortRun(motion === 'reduce'),
      async ({ page }) => {
        await page.emulateMedia({ reducedMotion: motion })
        const pass = await openWithStoppedTime(page)
        await page.getByRole('link', { name: 'Back to marker 51 in the text' }).click()
        const marker = markerOf(page, '51')
        await expect(marker).toBeFocused()
        const outline = () =>
          marker.evaluate((element) => {
            for (const animation of element.getAnimations()) {
              animation.pause()
              animation.currentTime = 2000
            }
            const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(element)
            return { outlineStyle, outlineColor, outlineWidth }
          })
        await pass(2000)
        await expect(marker).toHaveAttribute('data-flash')
        const seen = await outline()
        expect(seen.outlineStyle).toBe('solid')
        expect(Number.parseFloat(seen.outlineWidth)).toBeGreaterThanOrEqual(2)
        if (motion === 'reduce') expect(seen.outlineColor).not.toMatch(/ 0\)|transparent/)
        await pass(2000)
        await expect(marker).not.toHaveAttribute('data-flash')
      },
    )
  }
})

test.describe('words that explain themselves', () => {
  test.use({ hasTouch: true })
  for (const [kind, address, words, sentence] of [
    ['kept as found', undefined, 'As result', 'So in the source, for “As a result”.'],
    ['mended', specimen, 'mended', 'A stray “and” was stuck to the address.'],
    ['lost', specimen, 'A reference followed here.', undefined],
  ] as const) {
    test(`do so on hover, focus and tap: ${kind}`, async ({ page }) => {
      await openArticle(page, address)
      const on = page.locator('.text').getByRole('button', { name: words }).first()
      await placeAt(on, 0.4)
      const said = sentence ?? ((await on.getAttribute('aria-description')) as string)
      await expect(on).toHaveAccessibleDescription(said)

      await restOn(page, on)
      await expect(noteBox(page)).toContainText(said)
      expect(overlap(await rectOf(noteBox(page)), await rectOf(on))).toBe(false)
      await page.mouse.move(3, 3)
      await expect(noteBox(page)).toHaveCount(0)

      await on.focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      await expect(on).toBeFocused()
      await expect(noteBox(page)).toContainText(said)
      await page.keyboard.press('Tab')
      await expect(noteBox(page)).toHaveCount(0)

      await on.tap()
      await expect(noteBox(page)).toContainText(said)
      await expect(noteBox(page)).toHaveAttribute('data-form', 'sheet')
    })
  }
})

// ── How the tests get there ────────────────────────────────────────────────────

/** The function returned lets time pass: a slow machine then makes no difference. */
async function openWithStoppedTime(page: Page): Promise<(milliseconds: number) => Promise<void>> {
  await page.clock.install()
  await openArticle(page)
  return stopTime(page)
}

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

/** Whether the bar, or anything else that is not part of it, lies over the element's corners. */
const isCovered = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return [top + 2, bottom - 2].some((y) =>
      [left + 2, right - 2].some((x) => {
        const above = document.elementFromPoint(x, y)
        return above === null || above.closest('main') === null
      }),
    )
  })

/** Runs in the page: the labels of the markers that no word stands before on their line. */
function markersThatBeginALine(): readonly string[] {
  const wrong: string[] = []
  for (const marker of document.querySelectorAll('main a[role="doc-noteref"]')) {
    const block = marker.closest('p, h1, h2, h3, h4, li, figcaption, td')
    if (block === null) continue
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let before: Text | null = null
    for (let node = texts.nextNode(); node instanceof Text; node = texts.nextNode()) {
      if (marker.contains(node)) break
      if (node.data.trim() !== '' && node.parentElement?.closest('.marker') === null) before = node
    }
    if (before === null) {
      wrong.push(marker.textContent)
      continue
    }
    const range = document.createRange()
    const end = before.data.trimEnd().length
    range.setStart(before, end - 1)
    range.setEnd(before, end)
    const word = range.getBoundingClientRect()
    const own = marker.getBoundingClientRect()
    const isOnTheLine = word.top < own.bottom && own.top < word.bottom
    if (!isOnTheLine || Math.abs(own.left - word.right) > 60) wrong.push(marker.textContent)
  }
  return wrong
}
