/** Markers, the list of notes, and the ways between them. */
import { expect, test, type Page } from '@playwright/test'
import {
  markerOf,
  markers,
  noteBox,
  openArticle,
  overlap,
  placeAt,
  rectOf,
  restOn,
  specimen,
  scrollTop,
  openWithStoppedTime,
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
