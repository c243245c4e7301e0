import { expect, test, type Page } from '@playwright/test'
import { articleSegments, wordsByLayer } from '#core/article'
import { drawVoices } from '#core/strip'
import { violations } from '../support/axe.ts'
import { compiledArticles } from '../support/layer-texts.ts'
import { article, layerSwitch, linkWith, painted, without } from '../support/layers.ts'
import { crowded, marginShown } from '../support/margin.ts'
import { fixtureSite, site } from '../support/sites.ts'
import {
  clickPlaces,
  heightOnStrip,
  missedBy,
  openWithStrip,
  placesOfWords,
  progress,
  strip,
} from '../support/strip.ts'
import { inShortRun } from '../support/depth.ts'

const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY)

const entries = (page: Page) => page.evaluate(() => window.history.length)

const along = (d: string) =>
  [...d.matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)/g)].map(([, from, to]) => `${from}–${to}`)

test.describe('the strip', () => {
  for (const { name, folder, address } of [
    { name: 'built site', folder: 'src/content', address: site },
    { name: 'fixtures', folder: 'tests/fixtures/articles', address: fixtureSite },
  ]) {
    test(
      `shows every voice of every article of the ${name}, as long as the model has it`,
      inShortRun(name === 'built site'),
      async ({ page }) => {
        for (const one of await compiledArticles(folder)) {
          await openWithStrip(page, `${address}read/${one.slug}/`)
          const words = [...wordsByLayer(one).values()].reduce((sum, count) => sum + count, 0)
          await expect(strip(page)).toHaveAttribute('aria-valuemax', String(words))
          const drawn = drawVoices(articleSegments(one), 'down', () => [4])
          for (const { layer, d } of drawn) {
            const path = page.locator(`.strip [data-voice="${layer}"]`)
            const onPage = (await path.getAttribute('d')) ?? ''
            expect([...new Set(along(onPage))], `${one.slug}, ${layer}`).toEqual(along(d))
          }
          await expect(page.locator('.strip [data-voice]')).toHaveCount(drawn.length)
        }
      },
    )
  }

  test('leads where it is clicked, and back to where one was', async ({ page }) => {
    await openWithStrip(page, article)
    for (const { pixels, word } of await clickPlaces(page, 5)) expect(pixels, word).toBeLessThan(2)
    const before = await scrolled(page)
    const { x, y } = await heightOnStrip(page, 0.2)
    await page.mouse.click(x, y)
    await painted(page)
    expect(Math.abs((await scrolled(page)) - before)).toBeGreaterThan(200)
    await page.getByRole('button', { name: 'Back to where you were' }).click()
    await expect.poll(() => scrolled(page)).toBeCloseTo(before, -1)
  })

  test('leads to the line that stands in for a hidden passage, and hides nothing less for it', async ({
    page,
  }) => {
    await openWithStrip(page, linkWith(without('comments')))
    const path = page.locator('.strip [data-voice="comments"]')
    await expect(path).toHaveAttribute('opacity', '0.25')
    const [from = 0, to = 0] =
      along((await path.getAttribute('d')) ?? '')[0]
        ?.split('–')
        .map(Number) ?? []
    const { x, y } = await heightOnStrip(page, (from + to) / 2000)
    await page.mouse.move(x, y)
    await expect(page.locator('.strip-tip')).toHaveText(/Comment · .*, hidden/)
    await page.mouse.click(x, y)
    await painted(page)
    const { pixels } = await missedBy(page, (from + to) / 2000)
    expect(pixels).toBeLessThan(2)
    await expect(page.locator('.passage[data-layer="comments"]')).toBeHidden()
    await layerSwitch(page, 'comments').click()
    await expect(path).not.toHaveAttribute('opacity')
  })

  test('is dragged through the text live, without a step in the history', async ({ page }) => {
    await openWithStrip(page, article)
    const before = await entries(page)
    const start = await heightOnStrip(page, 0.7)
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    const passed: number[] = []
    for (const wanted of [0.6, 0.5, 0.4, 0.3]) {
      const { x, y, share } = await heightOnStrip(page, wanted)
      await page.mouse.move(x - 60, y, { steps: 3 })
      await painted(page)
      passed.push(await scrolled(page))
      expect((await missedBy(page, share)).pixels).toBeLessThan(2)
    }
    await page.mouse.up()
    await painted(page)
    expect(passed).toEqual(passed.toSorted((a, b) => b - a))
    expect(await scrolled(page)).toBe(passed.at(-1))
    expect(await entries(page)).toBe(before)
    expect(new URL(page.url()).hash).toBe('')
    await expect(page.getByRole('button', { name: 'Back to where you were' })).toHaveCount(0)
  })

  test('is moved by keys from passage to passage, and says where one is', async ({ page }) => {
    await openWithStrip(page, article)
    await strip(page).focus()
    await page.keyboard.press('Home')
    await expect(strip(page)).toHaveAttribute('aria-valuenow', '0')
    const said: (string | null)[] = []
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('ArrowDown')
      said.push(await strip(page).getAttribute('aria-valuetext'))
    }
    expect(said[0]).toMatch(/, Comment · /)
    expect(said[1]).toMatch(/, Original text$/)
    await expect(page.locator('.strip-tip')).toBeVisible()
    const before = await entries(page)
    await page.keyboard.press('PageDown')
    await expect(strip(page)).toHaveAttribute('aria-valuetext', /^(?!A shared)/)
    // Past what the window can scroll, each key still leads on.
    await page.keyboard.press('End')
    const end = await scrolled(page)
    await page.keyboard.press('ArrowUp')
    expect(await scrolled(page)).toBeLessThanOrEqual(end)
    expect(await entries(page)).toBe(before)
    // Escape closes the tip, and then takes back what the keys have done.
    await page.keyboard.press('Escape')
    await expect(page.locator('.strip-tip')).toHaveCount(0)
    expect(await scrolled(page)).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await expect.poll(() => scrolled(page)).toBe(0)
    // Enter goes there: the way back leads here, and the keyboard stands in the text.
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageDown')
    await page.keyboard.press('Enter')
    await expect(page.locator('main :focus')).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Back to where you were' })).toBeVisible()
  })

  test('shows no tip for longer than it is true or wanted', async ({ page }) => {
    await openWithStrip(page, article)
    const tip = page.locator('.strip-tip')
    await strip(page).focus()
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageDown')
    await expect(tip).toBeVisible()
    await page.mouse.move(400, 400)
    await page.mouse.wheel(0, 300)
    await expect(tip).toHaveCount(0)
    // One that a pointer has brought, with the focus somewhere else.
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name: 'Search this text' })).toBeFocused()
    const { x, y } = await heightOnStrip(page, 0.5)
    await page.mouse.move(x, y)
    await expect(tip).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(tip).toHaveCount(0)
    await expect(page.getByRole('search')).toBeVisible()
    await page.mouse.move(x, y + 20)
    await expect(tip).toBeVisible()
  })

  test('takes a click that no pointer has made for Enter', async ({ page }) => {
    await openWithStrip(page, article)
    await page.evaluate(() => {
      scrollTo({ top: 2000, behavior: 'instant' })
    })
    await painted(page)
    const before = await scrolled(page)
    await strip(page).evaluate((map) => {
      if (map instanceof HTMLElement) map.click()
    })
    await expect(page.locator('main :focus')).toHaveCount(1)
    await painted(page)
    // The same words in the line where one arrives; read as a click in the middle, it would be thousands.
    expect(Math.abs((await scrolled(page)) - before)).toBeLessThan(200)
  })

  test('marks a hit where it stands, past the words of others in its block and in theirs', async ({
    page,
  }) => {
    for (const words of ['at least', 'rape', 'Holm', 'Nights']) {
      const query = encodeURIComponent(words)
      await openWithStrip(page, `${fixtureSite}read/specimen/?q=${query}`)
      const hits = page.locator('.strip [data-mark="search-hit"]')
      await expect(hits).toHaveAttribute('d', /^M0 /)
      const { places, total } = await placesOfWords(page, words)
      const d = (await hits.getAttribute('d')) ?? ''
      const marked = [...d.matchAll(/M0 ([\d.]+)/g)].map(([, at]) => (Number(at) / 1000) * total)
      expect(places.length, words).toBeGreaterThan(0)
      for (const place of places) {
        const missed = Math.min(...marked.map((at) => Math.abs(at - place)))
        expect(missed, `${words}: ${place} of ${total}, marked ${marked.join(', ')}`).toBeLessThan(
          3,
        )
      }
    }
  })

  test('marks what a search finds and every marker of a note', async ({ page }) => {
    await openWithStrip(page, `${article}?q=caspian`)
    const hits = page.locator('.strip [data-mark="search-hit"]')
    await expect(hits).toHaveAttribute('d', /^M0 /)
    const markers = page.locator('.strip [data-mark="marker"]')
    expect(((await markers.getAttribute('d')) ?? '').split('M')).toHaveLength(11)
    // On a phone the search is a sheet, and the strip ends above it.
    await page.setViewportSize({ width: 360, height: 740 })
    const end = async () =>
      (await page.locator('.strip-track').boundingBox()) ?? { y: 0, height: 0 }
    const sheet = await page.getByRole('search').boundingBox()
    await expect
      .poll(async () => (await end()).y + (await end()).height)
      .toBeLessThan(sheet?.y ?? 0)
    await page.setViewportSize({ width: 1440, height: 900 })
    await layerSwitch(page, 'footnotes').click()
    await expect(markers).toHaveAttribute('opacity', '0.25')
  })

  test('covers no word and moves none at any width', async ({ page }) => {
    for (const address of [article, `${fixtureSite}read/rtl/`, `${crowded}?view=margin`]) {
      await openWithStrip(page, address)
      for (const width of [320, 360, 768, 1179, 1180, 1440]) {
        await page.setViewportSize({ width, height: 800 })
        await painted(page)
        if (address.includes('margin') && width >= 1180) await marginShown(page)
        const { covered, moved, beyond } = await page.evaluate(() => {
          const box = document.querySelector('.strip-frame')?.getBoundingClientRect()
          const edge = box?.left ?? 0
          const texts = document.createTreeWalker(
            document.querySelector('main') ?? document.body,
            NodeFilter.SHOW_TEXT,
          )
          const found: string[] = []
          const range = document.createRange()
          while (texts.nextNode()) {
            const node = texts.currentNode as Text
            if (node.data.trim() === '' || !node.parentElement?.checkVisibility()) continue
            if (node.parentElement.closest('.visually-hidden, .table, pre') !== null) continue
            range.selectNodeContents(node)
            for (const { right, width: wide } of range.getClientRects())
              if (wide > 1 && right > edge + 0.5) found.push(`${right} ${node.data.slice(0, 30)}`)
          }
          const tops = () =>
            [...document.querySelectorAll('main [data-block]')].map(
              (block) => block.getBoundingClientRect().top + scrollY,
            )
          const before = tops()
          const whole = document.querySelector<HTMLElement>('.strip')
          if (whole !== null) whole.style.display = 'none'
          const moved = tops().filter((top, index) => top !== before[index]).length
          if (whole !== null) whole.style.display = ''
          const { scrollWidth, clientWidth } = document.documentElement
          return { covered: found, moved, beyond: scrollWidth - clientWidth }
        })
        expect(covered, `${address} at ${width}`).toEqual([])
        expect([moved, beyond], `${address} at ${width}`).toEqual([0, 0])
      }
    }
  })

  test('leaves scrolling to a finger, and follows its tap', async ({ browser }) => {
    const context = await browser.newContext({
      baseURL: site,
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 740 },
    })
    const page = await context.newPage()
    await openWithStrip(page, article)
    await expect(strip(page)).toHaveCSS('touch-action', 'pan-y')
    const { x, y, share } = await heightOnStrip(page, 0.5)
    await page.touchscreen.tap(x, y)
    await expect.poll(() => scrolled(page)).toBeGreaterThan(300)
    await painted(page)
    expect((await missedBy(page, share)).pixels).toBeLessThan(2)
    await context.close()
  })

  test('is not printed, and is told apart without colours', async ({ page }) => {
    await openWithStrip(page, `${fixtureSite}read/specimen/`)
    const shapes = await page
      .locator('.strip [data-voice]')
      .evaluateAll((paths) =>
        paths.map((path) =>
          [
            path.getAttribute('stroke-width'),
            path.getAttribute('stroke-dasharray'),
            new Set(path.getAttribute('d')?.match(/M[\d.]+/g)).size,
          ].join(' '),
        ),
      )
    expect(new Set(shapes).size).toBe(shapes.length)
    await page.emulateMedia({ forcedColors: 'active' })
    const colours = await page
      .locator('.strip [data-voice]')
      .evaluateAll((paths) => new Set(paths.map((path) => getComputedStyle(path).stroke)).size)
    expect(colours).toBe(1)
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.strip')).toBeHidden()
    await expect(page.locator('.progress')).toBeHidden()
  })

  test('does not come where it cannot be loaded, and nothing else is missing', async ({ page }) => {
    const failed: string[] = []
    page.on('requestfailed', (request) => failed.push(request.url()))
    await page.route(/ArticleStrip/, (route) => route.abort())
    await page.goto(article)
    await expect.poll(() => failed.length).toBeGreaterThan(0)
    await layerSwitch(page, 'comments').click()
    await expect(page.locator('.passage[data-layer="comments"]')).toBeHidden()
    await expect(strip(page)).toHaveCount(0)
    await expect(progress(page)).toHaveCount(0)
    await expect(page.locator('.status[data-state="seen"], .region-failed')).toHaveCount(0)
  })

  test('comes with an article that is reached from the library, too', async ({ page }) => {
    await page.goto('')
    await page.locator('.card a').first().click()
    await expect(strip(page)).toHaveAttribute('aria-valuetext', /Original text$/)
    await expect(page.locator('.strip [data-voice]')).toHaveCount(3)
  })

  test('is the mark of an article in the library, without script too', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: site, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('')
    await expect(
      page.getByRole('img', { name: /^Who speaks from beginning to end\. Original text \d+ %/ }),
    ).toBeVisible()
    await expect(page.locator('.fingerprint path')).toHaveCount(3)
    await context.close()
  })
})
