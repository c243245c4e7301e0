import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { article, awake, watchPage } from '../support/page-watch.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search this text' })
const status = (page: Page) => page.locator('.search [role="status"]')
const hits = (page: Page) => page.locator('.search-hit')
const painted = (page: Page, name: string) =>
  page.evaluate(
    (key) =>
      [...(CSS.highlights.get(key) ?? [])].map((range) =>
        range instanceof Range ? range.toString().toLowerCase() : '',
      ),
    name,
  )
const isCurrentInView = (page: Page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('current-hit') ?? []
    if (!(range instanceof Range)) return false
    const { top, bottom } = range.getBoundingClientRect()
    return top > 0 && bottom < window.innerHeight / 2
  })

test('by keyboard alone: opened, searched, stepped through, closed, and back where one was', async ({
  page,
}) => {
  const watch = watchPage(page, site)
  await page.goto(article)
  await awake(page)
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').length)
  const marker = page.getByRole('link', { name: 'Note 49', exact: true })
  await marker.focus()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('azerbaıjan')
  await expect(status(page)).toHaveText(/^\d+ hits$/)
  const total = Number((await status(page).textContent())?.split(' ')[0])
  await expect.poll(() => painted(page, 'search-hit')).toHaveLength(total)
  expect(new Set(await painted(page, 'search-hit'))).toEqual(new Set(['azerbaijan']))
  // The first hit is the one from where one reads, not the first of the text.
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveText(new RegExp(`^([2-9]|\\d\\d) of ${total}$`))
  await expect.poll(() => isCurrentInView(page)).toBe(true)
  expect(await painted(page, 'current-hit')).toEqual(['azerbaijan'])
  const first = await status(page).textContent()
  await page.keyboard.press('Enter')
  await expect(status(page)).not.toHaveText(first ?? '')
  await page.keyboard.press('Shift+Enter')
  await expect(status(page)).toHaveText(first ?? '')
  await expect(page).toHaveURL(/\?q=azerba%C4%B1jan$/)

  await page.keyboard.press('Escape')
  await expect(field(page)).toBeHidden()
  await expect(marker).toBeFocused()
  await expect(page).toHaveURL(new RegExp(`${article}$`))
  expect(await painted(page, 'search-hit')).toEqual([])
  expect(await painted(page, 'current-hit')).toEqual([])
  expect(loaded).toBeLessThan(
    await page.evaluate(() => performance.getEntriesByType('resource').length),
  )
  expect(watch.troubles).toEqual([])
})

test('a hit in a hidden layer shows the layer; layers can be left out of the list', async ({
  page,
}) => {
  await page.goto(`${article}?layers=original,footnotes&q=facade`)
  await awake(page)
  await expect(status(page)).toHaveText('1 hit')
  const comment = page.locator('.passage[data-kind="commentary"]')
  await expect(comment).toBeHidden()
  await hits(page).first().click()
  await expect(comment).toBeVisible()
  await expect.poll(() => isCurrentInView(page)).toBe(true)
  await expect(page).toHaveURL(/layers=original,comments,footnotes&q=facade$/)
  // Switching layers keeps what is searched for.
  await page.locator('#text').click({ position: { x: 2, y: 2 } })
  await page.keyboard.press('2')
  await expect(page).toHaveURL(/layers=original,footnotes&q=facade$/)

  await field(page).fill('iran')
  const groups = page.getByRole('group', { name: 'Hits by layer' })
  const own = groups.getByRole('button', { name: /^Original text/ })
  await expect(status(page)).toHaveText(/hits$/)
  const count = Number((await own.textContent())?.replace(/\D/g, ''))
  expect(count).toBeGreaterThan(0)
  const total = Number((await status(page).textContent())?.split(' ')[0])
  await own.click()
  await expect(status(page)).toHaveText(new RegExp(`^${total - count} hits?$`))
  await expect.poll(async () => (await painted(page, 'search-hit')).length).toBe(total - count)
})

test('a link with a question opens the search and leaves the place to the fragment', async ({
  page,
}) => {
  await page.goto(`${article}?q=%22oil%20supply%22#energy`)
  await awake(page)
  await expect(field(page)).toHaveValue('"oil supply"')
  await expect(hits(page)).not.toHaveCount(0)
  await expect(page.locator('#energy')).toBeFocused()
  await expect(page.locator('#energy')).toBeInViewport()
  expect(await painted(page, 'current-hit')).toEqual([])
})

test('the library finds places in every article and leads to them', async ({ page }) => {
  await page.goto(fixtureSite)
  await awake(page)
  const watch = watchPage(page, fixtureSite)
  await page.getByRole('searchbox', { name: 'Search all articles' }).fill('lamp')
  const found = page.locator('.found-article')
  await expect(found).not.toHaveCount(0)
  const said = page.getByRole('status').filter({ hasText: 'place' })
  await expect(said).toHaveText(/^\d+ places? in \d+ articles?$/)
  await expect(page).toHaveURL(`${fixtureSite}?q=lamp`)
  expect(await violations(page)).toEqual([])
  const place = found.first().getByRole('listitem').first().getByRole('link')
  const hash = new URL((await place.getAttribute('href')) ?? '', fixtureSite).hash
  await place.click()
  await expect(page).toHaveURL(new RegExp(`/read/[a-z]+/\\?q=lamp${hash}$`))
  await expect(page.locator(hash)).toBeInViewport()
  await expect(field(page)).toHaveValue('lamp')
  await page.goBack()
  await expect(page.getByRole('searchbox', { name: 'Search all articles' })).toHaveValue('lamp')
  expect(watch.troubles).toEqual([])
})

for (const { width, colorScheme } of [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const) {
  test(
    `at ${width} px axe finds nothing, the text stays in sight, nothing overflows`,
    inShortRun(width === 360),
    async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 700 })
      await page.goto(`${article}?q=the`)
      await awake(page)
      await expect(hits(page).first()).toBeVisible()
      await field(page).focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => isCurrentInView(page)).toBe(true)
      const box = await page.locator('.search').boundingBox()
      if (width === 360) expect(box?.y).toBeGreaterThan(320)
      await page.getByText('How to search').click()
      await expect(page.getByRole('radio', { name: 'Whole words' })).toBeVisible()
      expect(await violations(page)).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
    },
  )
}
