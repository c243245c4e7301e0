import { expect, test, type Locator, type Page } from '@playwright/test'
import {
  doubledIds,
  markerOf,
  markers,
  middleOf,
  noteBox,
  openArticle,
  overlap,
  placeAt,
  rectOf,
  restOn,
  rightToLeft,
  specimen,
  stopTime,
  travel,
  type Rect,
  watchBox,
} from '../support/notes.ts'

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
    await placeAt(markerOf(page, '44'), 0.4)
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

  test('does so too in a browser that cannot anchor boxes', async ({ page }) => {
    await page.addInitScript(() => {
      CSS.supports = () => false
    })
    await page.setViewportSize({ width: 400, height: 600 })
    await openArticle(page)
    await standsWell(page, 40)
    const marker = markerOf(page, '47')
    await placeAt(marker, 0.5)
    await marker.click()
    await expect(noteBox(page)).toHaveAttribute('data-placed')
    const distance = async () => (await rectOf(noteBox(page))).top - (await rectOf(marker)).bottom
    const before = await distance()
    await placeAt(marker, 0.3)
    expect(Math.abs((await distance()) - before)).toBeLessThanOrEqual(1)
  })

  test('goes with its marker when the page scrolls or a layer is switched', async ({ page }) => {
    await openArticle(page)
    const marker = markerOf(page, '47')
    await placeAt(marker, 0.5)
    await marker.click()
    const distance = async () => (await rectOf(noteBox(page))).top - (await rectOf(marker)).bottom
    const before = await distance()
    expect(Math.abs(before)).toBeLessThan(20)
    await page.mouse.wheel(0, 120)
    await expect.poll(async () => (await rectOf(marker)).top).toBeLessThan(360)
    expect(Math.abs((await distance()) - before)).toBeLessThanOrEqual(1)
    await page.keyboard.press('5')
    expect(Math.abs((await distance()) - before)).toBeLessThanOrEqual(1)
    await page.keyboard.press('4')
    await expect(noteBox(page)).toHaveCount(0)
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
    await page.getByRole('button', { name: 'Keys and theme' }).focus()
    await restOn(page, markerOf(page, '44'))
    await expect(noteBox(page)).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(noteBox(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Keys and theme' })).toBeFocused()
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
    test(`shows its target for 2 to 4 seconds (motion: ${motion})`, async ({ page }) => {
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
    })
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

const scrollTop = (page: Page): Promise<number> => page.evaluate(() => window.scrollY)

const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right + 0.5 &&
  inner.bottom <= outer.bottom + 0.5

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
