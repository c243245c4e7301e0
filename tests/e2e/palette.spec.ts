import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { article, awake, watchPage } from '../support/page-watch.ts'
import { fixtureSite, site } from '../support/sites.ts'

// What never comes is said within seconds.
test.use({ actionTimeout: 15_000 })

const field = (page: Page) => page.getByRole('combobox', { name: 'Go to or do' })
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name })

/** What is typed before the field is there goes to the page, and nobody finds it. */
async function open(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
}

async function choose(page: Page, typed: string): Promise<void> {
  await open(page)
  await page.keyboard.type(typed)
  await expect(page.locator('.palette-item[data-highlighted]')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field(page)).toBeHidden()
}

test('by keyboard alone: opened, typed in, chosen, closed, and back where one was', async ({
  page,
}) => {
  const watch = watchPage(page, site)
  await page.goto(article)
  await awake(page)
  const marker = page.getByRole('link', { name: 'Note 49', exact: true })
  await marker.focus()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveAttribute('aria-activedescendant', /./)
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('energ')
  await expect(
    page.getByRole('option', { name: 'Energy', exact: true }).locator('mark'),
  ).toHaveText('Energ')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(field(page)).toBeHidden()
  await expect(marker).toBeFocused()

  await choose(page, 'energy')
  await expect(page).toHaveURL(/#energy$/)
  await expect(page.getByRole('button', { name: 'Back to where you were' })).toBeVisible()
  // What was chosen lately stands first.
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toHaveText('Energy')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeHidden()
  expect(watch.troubles).toEqual([])
})

test('layers, views and settings do what they say', async ({ page }) => {
  const watch = watchPage(page, site)
  await page.goto(article)
  await awake(page)
  await choose(page, 'hide comments')
  await expect(page).toHaveURL(/layers=original,background/)
  await expect(page.locator('.passage[data-kind="commentary"]')).toBeHidden()
  await choose(page, 'as posted')
  await expect(page).not.toHaveURL(/layers=/)
  await choose(page, 'night')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await choose(page, 'settings')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeFocused()
  expect(watch.troubles).toEqual([])
})

test('it leads to notes, to the search and to the overview', async ({ page }) => {
  const watch = watchPage(page, site)
  await page.goto(article)
  await awake(page)
  await choose(page, 'note 47')
  await expect(page).toHaveURL(/#note-47$/)
  await open(page)
  await page.keyboard.type('facade')
  await option(page, 'Search this text for “facade”').click()
  await expect(page.getByRole('searchbox', { name: 'Search this text' })).toHaveValue('facade')
  await page.keyboard.press('Escape')
  await choose(page, 'overview')
  await expect(page).toHaveURL(/\/overview\/$/)
  await expect(page.getByRole('heading', { name: 'Who says how much' })).toBeVisible()
  expect(watch.troubles).toEqual([])
})

test('it opens the other dialogs, and none above them', async ({ page }) => {
  const watch = watchPage(page, site)
  await page.goto(article)
  await awake(page)
  await choose(page, 'bibtex')
  await expect(page.getByRole('tab', { name: 'Cite' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tab', { name: 'Cite' })).toBeHidden()
  await choose(page, 'shortcuts')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await expect(field(page)).toBeHidden()
  expect(watch.troubles).toEqual([])
})

test('once it has been open, not a letter typed after its keys is lost', async ({ page }) => {
  await page.goto(article)
  await awake(page)
  await open(page)
  await page.keyboard.press('Escape')
  await expect(field(page)).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('1815')
  await expect(field(page)).toHaveValue('1815')
  await expect(page).not.toHaveURL(/layers=/)
})

test('on a phone it opens from the contents', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(article)
  await awake(page)
  await page.getByRole('button', { name: 'Contents' }).click()
  await page.getByRole('button', { name: 'Go to …' }).click()
  await expect(field(page)).toBeFocused()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: 'Contents' })).toBeFocused()
})

test('in the library it leads to articles and to the search', async ({ page }) => {
  const watch = watchPage(page, fixtureSite)
  await page.goto(fixtureSite)
  await awake(page)
  await page.getByRole('button', { name: 'Go to …' }).click()
  await expect(field(page)).toBeFocused()
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('lamp')
  await option(page, 'Search all articles for “lamp”').click()
  await expect(page).toHaveURL(/\?q=lamp$/)
  await choose(page, 'lamp skerry')
  await expect(page).toHaveURL(/read\/specimen\/$/)
  expect(watch.troubles).toEqual([])
})

test('in the library it opens the settings, and forgets where one stopped', async ({ page }) => {
  await page.goto('')
  await page.evaluate(() => {
    localStorage.setItem('palimpsest.place.some', '{}')
  })
  await awake(page)
  await choose(page, 'forget')
  await expect(page.getByText('Done: Forget where I stopped, in every article.')).toBeAttached()
  expect(await page.evaluate(() => localStorage.getItem('palimpsest.place.some'))).toBeNull()
  await choose(page, 'settings')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden()
})

test('if it cannot be loaded, the page says so and goes on', async ({ page }) => {
  await page.route(/ArticlePalette/, (route) => route.abort())
  await page.goto(article)
  await awake(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByText('This could not be loaded.')).toBeVisible()
  await page.keyboard.press('2')
  await expect(page).toHaveURL(/layers=/)
})
