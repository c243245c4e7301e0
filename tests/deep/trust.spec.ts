import { expect, test } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { footprint, switchAndPeek, walkThrough } from '../support/hardships.ts'
import { article, awake, watchPage } from '../support/page-watch.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { strangeAddresses } from '../support/strange-addresses.ts'

const specimen = `${fixtureSite}read/specimen/`

test('ten thousand addresses that make no sense leave a page to read', async ({ page }) => {
  test.setTimeout(3_600_000)
  const watch = watchPage(page, site)
  await page.goto(article)
  await awake(page)
  const addresses = strangeAddresses(3, ['', article])
  for (let round = 0; round < 100; round += 1) {
    const some = Array.from({ length: 100 }, () => addresses.next().value)
    expect(await walkThrough(page, some)).toEqual([])
    expect(watch.troubles).toEqual([])
  }
  expect(watch.foreign).toEqual([])
})

test('five hundred addresses that make no sense can be opened', async ({ page }) => {
  test.setTimeout(3_600_000)
  const watch = watchPage(page, site)
  const addresses = strangeAddresses(4, ['', article])
  for (let round = 0; round < 500; round += 1) {
    const address = addresses.next().value
    await page.goto(`/${address.replace(/^[/\\]+/, '')}`)
    await expect(page.locator('body'), address).toContainText(/\p{L}{3}/u)
    await expect(page.locator('.region-failed'), address).toHaveCount(0)
  }
  expect(watch.troubles.filter((trouble) => !/status of 40[04]/.test(trouble))).toEqual([])
  expect(watch.foreign).toEqual([])
})

test('a thousand switches and a thousand notes leave nothing behind', async ({ page }) => {
  await page.goto(article)
  await awake(page)
  // While the first thousand run, the engine itself learns and keeps what it learned (some 0.5 MB).
  await switchAndPeek(page, 1000, 1000)
  const before = await footprint(page)
  await switchAndPeek(page, 1000, 1000)
  const after = await footprint(page)
  test.info().annotations.push({
    type: 'figures',
    description: `heap ${after.heap - before.heap}, nodes ${after.nodes - before.nodes}, listeners ${after.listeners - before.listeners}`,
  })
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(50)
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(20)
  expect(after.heap - before.heap).toBeLessThanOrEqual(150_000)
})

const everything = 'original,harbour-office,nightwatch,background,footnotes,capitals'
const pages = {
  library: [['', false]],
  article: [
    [article, true],
    [`${article}?layers=original,footnotes`, true],
    [`${article}?layers=comments,background`, false],
    [`${article}?layers=`, false],
  ],
  'wrong address': [['nothing/here/', false]],
  specimen: [
    [`${specimen}?layers=${everything}`, true],
    [`${specimen}?layers=original,footnotes`, true],
    [`${specimen}?layers=`, false],
  ],
  'right to left': [
    [`${fixtureSite}read/rtl/`, true],
    [`${fixtureSite}read/rtl/?layers=original`, false],
  ],
  cyrillic: [[`${fixtureSite}read/cyrillic/`, true]],
} as const satisfies Readonly<
  Record<string, readonly (readonly [address: string, hasNotes: boolean])[]>
>

for (const [name, addresses] of Object.entries(pages)) {
  test(`axe finds nothing against: ${name}`, async ({ page }) => {
    let combinations = 0
    const found: string[] = []
    for (const [address, hasNotes] of addresses) {
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [360, 768, 1440]) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await page.setViewportSize({ width, height: 800 })
          await page.goto(address)
          await awake(page)
          const where = `${address}, ${colorScheme}, ${width}`
          const add = async (state: string) => {
            combinations += 1
            for (const violation of await violations(page))
              found.push(`${where}${state}: ${violation}`)
          }
          await add('')
          if (!hasNotes) continue
          await page.locator('a[role="doc-noteref"]').first().click()
          await expect(page.locator('.note-box .note-text')).toBeVisible()
          await add(', note open')
        }
      }
    }
    test.info().annotations.push({ type: 'figures', description: `${combinations} combinations` })
    expect(found).toEqual([])
    expect(combinations).toBeGreaterThanOrEqual(6)
  })
}
