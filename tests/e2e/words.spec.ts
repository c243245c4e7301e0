import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { keepCopies, markedWords, openPage } from '../support/link-page.ts'
import { select } from '../support/selections.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'
import { seeded } from '../unit/anchoring/staged-edits.ts'

const article = `${site}read/israeli-azerbaijani-alliance-and-iran-3/`
const allOfArticle = ['original', 'comments', 'background', 'footnotes', 'capitals']
const copyLink = (page: Page) => page.getByRole('button', { name: 'Copy link to these words' })
const compact = (text: string) => text.replaceAll(/\s/g, '')

/** How many times more selections than usual are tried: `THOROUGHNESS=2 npx playwright test tests/e2e/words.spec.ts`. */
const thoroughness = Number(process.env['THOROUGHNESS'] ?? 1)

/** Selects `count` stretches by chance and answers the link that the toolbar makes of each. */
async function linksFromSelections(page: Page, address: string, count: number, seed: number) {
  const random = seeded(seed)
  const copies = await keepCopies(page)
  await openPage(page, address)
  const made: { link: string; words: string; layer: string }[] = []
  for (let nth = 0; nth < count; nth += 1) {
    // Only between two selections is the toolbar away, so that the next one is known to be new.
    await page.evaluate(() => document.getSelection()?.removeAllRanges())
    await expect(copyLink(page)).toBeHidden()
    const selected = await select(page, random(), random() ** 2)
    await copyLink(page).click()
    await expect.poll(async () => (await copies()).length).toBe(nth + 1)
    made.push({ link: (await copies())[nth] ?? '', ...selected })
  }
  return made
}

/** The link as somebody opens it who has other layers on: the words' own is off. */
function withoutLayer(link: string, layer: string, all: readonly string[]): string {
  const url = new URL(link)
  url.search = `?layers=${all.filter((id) => id !== layer).join(',')}`
  return url.href
}

for (const { name, address, layers, count } of [
  { name: 'the article', address: article, layers: allOfArticle, count: 8 },
  {
    name: 'the specimen',
    address: `${fixtureSite}read/specimen/?layers=original,harbour-office,nightwatch,background,footnotes`,
    layers: ['original', 'harbour-office', 'nightwatch', 'background', 'footnotes', 'capitals'],
    count: 6,
  },
  {
    name: 'an article in Arabic',
    address: `${fixtureSite}read/rtl/`,
    layers: ['original', 'comments', 'footnotes'],
    count: 2,
  },
  {
    name: 'an article in Russian',
    address: `${fixtureSite}read/cyrillic/`,
    layers: ['original', 'background', 'footnotes', 'capitals'],
    count: 2,
  },
]) {
  const many = count * thoroughness
  test(
    `a link to ${many} selections by chance in ${name} lands with exactly these words in view and marked`,
    inShortRun(name !== 'the specimen'),
    async ({ page }) => {
      test.setTimeout(120_000)
      const made = await linksFromSelections(page, address, many, 42)
      for (const [nth, { link, words, layer }] of made.entries()) {
        // Every third is opened with its layer switched off.
        await openPage(page, nth % 3 === 2 ? withoutLayer(link, layer, layers) : link)
        await expect.poll(() => markedWords(page), { message: link }).not.toBeNull()
        const marked = await markedWords(page)
        // The range may run over other layers' words: those of its own layer must be the selected ones.
        expect(compact(marked?.words[layer] ?? ''), link).toBe(words)
        await expect
          .poll(async () => (await markedWords(page))?.isInView, { message: link })
          .toBe(true)
        expect(new URL(page.url()).searchParams.get('layers')?.split(',') ?? layers).toContain(
          layer,
        )
      }
    },
  )
}

test.describe('a link to words of a text that was edited since', () => {
  const swaps = ['quite', 'rather', 'several', 'notably', 'plainly', 'again', 'somewhere']

  /** Up to 15 % of the words replaced, taken away or added to. */
  function edited(words: string, random: () => number): string {
    const all = words.split(' ')
    for (let edits = Math.floor(all.length * 0.15); edits > 0; edits -= 1) {
      const at = Math.floor(random() * all.length)
      const other = swaps[Math.floor(random() * swaps.length)] ?? ''
      const kind = random()
      if (kind < 0.5) all.splice(at, 1, other)
      else if (kind < 0.75) all.splice(at, 1)
      else all.splice(at, 0, other)
    }
    return all.join(' ')
  }

  test('lands on what became of them, and says that they have changed', async ({ page }) => {
    test.setTimeout(90_000)
    const random = seeded(7)
    const made = await linksFromSelections(page, article, 8, 99)
    let landed = 0
    for (const { link, words, layer } of made) {
      const url = new URL(link)
      const place = new URLSearchParams(url.hash.slice(1).replaceAll('+', '%2B'))
      const exact = place.get('exact') ?? ''
      if (exact.split(' ').length < 7) continue
      const hash = `#${[...place].map(([name, value]) => `${name}=${encodeURIComponent(name === 'exact' ? edited(value, random) : value)}`).join('&')}`
      url.hash = hash
      url.search = layer === 'original' ? '' : '?layers=original'
      await openPage(page, url.href)
      await expect.poll(() => markedWords(page), { message: url.href }).not.toBeNull()
      const marked = compact((await markedWords(page))?.words[layer] ?? '')
      // The same place: nearly all of the words, and not much besides.
      const [shorter, longer] = marked.length < words.length ? [marked, words] : [words, marked]
      expect(shorter.length / longer.length, url.href).toBeGreaterThan(0.8)
      expect(longer.slice(-200), url.href).toContain(
        shorter.slice(-200).slice(40, -40).slice(0, 20),
      )
      await expect.poll(async () => (await markedWords(page))?.isInView).toBe(true)
      landed += 1
    }
    expect(landed).toBeGreaterThanOrEqual(5)
  })

  test('lands when the page itself is another edition', async ({ page, browser }) => {
    await openPage(page, article)
    const copies = await keepCopies(page)
    await openPage(page, article)
    await page.evaluate(() => {
      const node = document.getElementById('despite-strong-opposition-from-tehran')
      if (node !== null) document.getSelection()?.selectAllChildren(node)
    })
    await copyLink(page).click()
    await expect.poll(copies).toHaveLength(1)
    const [link = ''] = await copies()

    const fresh = await browser.newContext()
    const reader = await fresh.newPage()
    await reader.route('**/read/**', async (route) => {
      const response = await route.fetch()
      const html = await response.text()
      await route.fulfill({
        response,
        body: html
          .replace(
            'has established a close partnership',
            'has by now established a very close partnership',
          )
          .replace('partners on a wide range of issues', 'partners on many issues')
          .replace('id="despite-strong-opposition-from-tehran"', 'id="in-spite-of-it"')
          .replace('<h2 id="energy"', '<h2 id="oil-and-gas"'),
      })
    })
    await openPage(reader, link)
    await expect.poll(() => markedWords(reader)).not.toBeNull()
    const marked = await markedWords(reader)
    expect(marked?.words['original']).toMatch(
      /^Despite strong opposition .* very close partnership .*many issues/,
    )
    expect(marked?.isInView).toBe(true)
    await expect(reader.getByRole('status')).toContainText('changed a little')
    await fresh.close()
  })

  test('says so when they are gone, and shows the section they stood in', async ({ page }) => {
    const gone = encodeURIComponent(
      'The harvest of melons in that year was the best in living memory',
    )
    await openPage(page, `${article}#exact=${gone}&layer=original&near=energy`)
    await expect(page.getByRole('status')).toContainText('“The harvest of melons')
    await expect(page.getByRole('status')).toContainText('nearest section')
    await expect(page.locator('#energy')).toBeInViewport()
    await expect(page.locator('#energy')).toBeFocused()
    expect(await markedWords(page)).toBeNull()

    // The section has another name by now.
    await openPage(page, `${article}#exact=${gone}&layer=original&near=american-interest`)
    await expect(page.locator('#american-interests')).toBeFocused()

    // And if nobody knows where it stood, nothing is claimed.
    await openPage(page, `${article}#exact=${gone}`)
    await expect(page.getByRole('status')).toContainText('“The harvest of melons')
    await expect(page.getByRole('status')).not.toContainText('Shown instead')
  })
})

test.describe('the toolbar for selected words', () => {
  test('comes when words are selected, goes with the selection, and not for words of the controls', async ({
    page,
  }) => {
    await openPage(page, article)
    const toolbar = page.getByRole('group', { name: 'With the selected words' })
    await expect(toolbar).toBeHidden()
    await page.locator('#in-view-of-these-facts').scrollIntoViewIfNeeded()
    const box = await page.locator('#in-view-of-these-facts').boundingBox()
    await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 12)
    await page.mouse.down()
    await page.mouse.move((box?.x ?? 0) + 320, (box?.y ?? 0) + 70, { steps: 4 })
    await page.mouse.up()
    await expect(toolbar).toBeVisible()
    await toolbar.getByRole('button').first().click()
    await expect(toolbar).toBeVisible()
    expect(await page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(false)
    await page.mouse.click((box?.x ?? 0) + 30, (box?.y ?? 0) + (box?.height ?? 0) - 10)
    await expect(toolbar).toBeHidden()
    await page.evaluate(() => {
      const bar = document.querySelector('.contents')
      if (bar !== null) document.getSelection()?.selectAllChildren(bar)
    })
    // The toolbar waits for the hand to rest; give it the time it would take.
    await page.waitForTimeout(400)
    await expect(toolbar).toBeHidden()
  })

  test('copies a quotation with the voice, its source and the link', async ({ page }) => {
    const copies = await keepCopies(page)
    await openPage(page, article)
    await page.evaluate(() => {
      const node = document.getElementById('note-52')?.querySelector('p')
      if (node?.firstChild)
        document.getSelection()?.setBaseAndExtent(node.firstChild, 0, node.firstChild, 14)
    })
    await page.getByRole('button', { name: 'Copy quotation' }).click()
    await expect(page.getByRole('status')).toHaveText('Quotation copied.')
    expect((await copies())[0]).toBe(
      `“Shahin Abbasov”\n— Mahir Khalifa-zadeh, “Israeli-Azerbaijani Alliance and Iran, Part 3”, ${article}#exact=Shahin%20Abbasov&${(await copies())[0]?.split('Abbasov&')[1]}`,
    )
    await page.evaluate(() => {
      const node = document.getElementById('background.he-was-instrumental-in-backing')
      if (node !== null) document.getSelection()?.selectAllChildren(node)
    })
    await page.getByRole('button', { name: 'Copy quotation' }).click()
    await expect.poll(copies).toHaveLength(2)
    expect((await copies())[1]).toMatch(
      /^“\[Background · voice not named in the source:\] He was instrumental/,
    )
  })

  test('shares where the browser can, and offers nothing where it cannot', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', { value: undefined, configurable: true })
      delete (Navigator.prototype as { share?: unknown }).share
      Reflect.deleteProperty(navigator, 'share')
    })
    await openPage(page, article)
    await select(page, 0.2, 0.2)
    await expect(copyLink(page)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Share' })).toBeHidden()

    await page.addInitScript(() => {
      Object.assign(window, { shared: null })
      Object.defineProperty(navigator, 'share', {
        value: (data: unknown) => {
          Object.assign(window, { shared: data })
          return Promise.reject(new DOMException('The reader thought better of it.', 'AbortError'))
        },
      })
    })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await openPage(page, article)
    await select(page, 0.2, 0.2)
    await page.getByRole('button', { name: 'Share' }).click()
    expect(
      await page.evaluate(() => (window as unknown as { shared: unknown }).shared),
    ).toMatchObject({
      title: expect.stringContaining('Iran'),
      url: expect.stringContaining('#exact='),
    })
    expect(errors).toEqual([])
  })

  test('makes links that a fresh profile opens, across markers, paragraphs and notes', async ({
    page,
    browser,
  }) => {
    const copies = await keepCopies(page)
    await openPage(page, article)
    const stretches = [
      // across a marker, from the word before it to the words after it
      [
        'furthermore-israeli-aeronautics-defense-systems',
        'furthermore-israeli-aeronautics-defense-systems',
      ],
      // across two paragraphs
      ['despite-strong-opposition-from-tehran', 'however-the-future-of-the'],
      // across a note
      ['note-47', 'note-48'],
    ] as const
    for (const [nth, [from, to]] of stretches.entries()) {
      await page.evaluate(
        ([first, last]) => {
          const start = document.getElementById(first)
          const end = document.getElementById(last)
          if (start !== null && end !== null)
            document.getSelection()?.setBaseAndExtent(start, 0, end, 3)
        },
        [from, to] as const,
      )
      await copyLink(page).click()
      await expect.poll(copies).toHaveLength(nth + 1)
      const fresh = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const reader = await fresh.newPage()
      await openPage(reader, (await copies())[nth] ?? '')
      await expect.poll(async () => (await markedWords(reader))?.isInView).toBe(true)
      const block = reader.locator(`[id="${from}"]`)
      await expect(block).toBeInViewport()
      await fresh.close()
    }
  })
})
