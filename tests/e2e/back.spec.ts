import { expect, test, type Page } from '@playwright/test'
import { article, awake } from '../support/page-watch.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

const sheets: Readonly<Record<string, { open: (page: Page) => Promise<void>; sheet: string }>> = {
  contents: { open: (page) => page.locator('.contents-button').tap(), sheet: '#contents' },
  layers: { open: (page) => page.getByRole('button', { name: 'Layers' }).tap(), sheet: '#layers' },
  settings: {
    open: (page) => page.getByRole('button', { name: 'Settings' }).tap(),
    sheet: '.settings',
  },
  search: {
    open: (page) => page.getByRole('button', { name: 'Search' }).tap(),
    sheet: '[role="search"]',
  },
  keys: { open: (page) => page.getByRole('button', { name: 'Keys' }).tap(), sheet: 'dialog' },
  'a note': { open: (page) => page.locator('.marker').first().tap(), sheet: '.note-box' },
}

/** The library, and from there the article, some way down. */
async function read(page: Page): Promise<void> {
  await page.goto('')
  await awake(page)
  await page.goto(article)
  await awake(page)
  await page.locator('.marker').first().scrollIntoViewIfNeeded()
}

const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY))
const entry = (page: Page) =>
  page.evaluate(() => JSON.stringify([window.history.length, window.history.state]))

for (const [name, { open, sheet }] of Object.entries(sheets)) {
  test(`going back closes ${name}, and leaves the text where it was`, async ({ page }) => {
    await read(page)
    const before = page.url()
    await open(page)
    await expect(page.locator(sheet)).toBeVisible()
    const top = await scrolled(page)
    await expect.poll(() => entry(page)).toContain('isCover')
    await page.goBack()
    await expect(page.locator(sheet)).toBeHidden()
    expect(page.url()).toBe(before)
    expect(await scrolled(page)).toBe(top)
    // Forward, there is nothing to see: it leads back at once.
    await page.goForward().catch(() => {})
    await expect.poll(() => entry(page)).not.toContain('isCover')
    await page.goBack()
    await expect(page).not.toHaveURL(/read/)
  })

  test(`${name}, closed in another way, leaves nothing in the history`, async ({ page }) => {
    await read(page)
    await open(page)
    await expect(page.locator(sheet)).toBeVisible()
    await expect.poll(() => entry(page)).toContain('isCover')
    await page.keyboard.press('Escape')
    await expect(page.locator(sheet)).toBeHidden()
    await expect.poll(() => entry(page)).not.toContain('isCover')
    await page.goBack()
    await expect(page).not.toHaveURL(/read/)
  })
}

test('whoever goes on from the contents comes back to where they opened them', async ({ page }) => {
  await read(page)
  const top = await scrolled(page)
  await page.locator('.contents-button').tap()
  await page.locator('#contents a').nth(2).tap()
  await expect(page).toHaveURL(/#/)
  await expect.poll(() => entry(page)).not.toContain('isCover')
  await page.goBack()
  await expect(page).not.toHaveURL(/#/)
  await expect.poll(() => scrolled(page)).toBe(top)
  await page.goForward()
  await expect(page).toHaveURL(/#/)
  await page.goBack()
  await page.goBack()
  await expect(page).not.toHaveURL(/read/)
})

test('what was switched in a sheet stays switched when one goes back from it', async ({ page }) => {
  await read(page)
  await page.getByRole('button', { name: 'Layers' }).tap()
  await page.locator('#layers').getByRole('switch').nth(1).tap()
  await expect(page).toHaveURL(/layers=/)
  await page.goBack()
  await expect(page.locator('#layers')).toBeHidden()
  await expect(page).toHaveURL(/layers=/)
  await page.reload()
  await awake(page)
  await expect(page).toHaveURL(/layers=/)
})

test('a page that is loaded anew under a sheet is the page', async ({ page }) => {
  await read(page)
  await page.locator('.contents-button').tap()
  await expect.poll(() => entry(page)).toContain('isCover')
  await page.reload()
  await awake(page)
  await expect.poll(() => entry(page)).not.toContain('isCover')
  await page.goBack()
  await expect(page).not.toHaveURL(/read/)
})

for (const [command, there] of [
  ['Overview', /overview/],
  ['Bring a text', /import/],
] as const) {
  test(`the command “${command}” leads there, and back to the text`, async ({ page }) => {
    await read(page)
    const before = page.url()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(command)
    await expect.poll(() => entry(page)).toContain('isCover')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(there)
    await page.goBack()
    await expect(page).toHaveURL(before)
    await awake(page)
    await expect.poll(() => entry(page)).not.toContain('isCover')
  })
}

test('a link to another site is followed at the first tap, also from under a note', async ({
  page,
}) => {
  await page.route('https://**', (route) => route.fulfill({ body: 'elsewhere' }))
  await read(page)
  const marker = page.locator('.marker').first()
  // Above the note, which covers the lower part of the window.
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://elsewhere.example/'
    link.textContent = 'elsewhere'
    link.id = 'elsewhere'
    link.style.cssText = 'position: fixed; inset-block-start: 0; inset-inline-start: 0; z-index: 9'
    document.querySelector('main article')?.append(link)
  })
  await marker.tap()
  await expect(page.locator('.note-box')).toBeVisible()
  await expect.poll(() => entry(page)).toContain('isCover')
  await page.locator('#elsewhere').tap()
  await expect(page).toHaveURL('https://elsewhere.example/')
  await page.goBack()
  await expect(page).toHaveURL(/read/)
  await awake(page)
  await expect.poll(() => entry(page)).not.toContain('isCover')
})

test.describe('in a wide window with a mouse', () => {
  test.use({ viewport: { width: 1280, height: 800 }, hasTouch: false })

  test('what opens is no step', async ({ page }) => {
    await read(page)
    const before = await entry(page)
    await page.locator('.marker').first().click()
    await page.getByRole('button', { name: 'Settings' }).click()
    await expect(page.locator('.settings')).toBeVisible()
    expect(await entry(page)).toBe(before)
  })
})
