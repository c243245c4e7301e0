import { expect, test, type Page } from '@playwright/test'
import { article, awake } from '../support/page-watch.ts'
import { holdClock, keptPlace, readAt } from '../support/resume.ts'

const slug = 'israeli-azerbaijani-alliance-and-iran-3'

/*
 * Parts of the page come when they are needed, on a train a second later. Until then the text stands
 * where it stood: nothing around it may be hidden, not for a frame.
 */

/** Milliseconds by which parts are late. */
const LATE = 300

/** From the first frame on, notes whenever the text or anything around it is hidden or taken out. */
async function watchText(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const hidden: string[] = []
    Object.assign(window, { hiddenText: hidden })
    let isThere = false
    const look = () => {
      const text = document.querySelector('main')
      const isShown = text?.checkVisibility() === true
      if (isThere && !isShown) hidden.push(`after ${Math.round(performance.now())} ms`)
      isThere ||= isShown
    }
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['style', 'hidden', 'class'],
    })
  })
}

const hiddenText = (page: Page) =>
  page.evaluate(() => (window as unknown as { hiddenText: readonly string[] }).hiddenText)

/** Whatever is asked for after the page has woken up comes late. */
async function makePartsLate(page: Page): Promise<void> {
  await page.route(/\/assets\/.*\.(?:css|js)$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATE))
    await route.continue()
  })
}

test('a place that was kept is offered without hiding the text', async ({ page }) => {
  await holdClock(page)
  await page.goto(article)
  await awake(page)
  await readAt(page, 3000)
  await expect.poll(async () => (await keptPlace(page, slug)) !== null).toBe(true)
  await page.goto('about:blank')
  await makePartsLate(page)
  await watchText(page)
  await page.goto(article)
  await expect(page.getByRole('region', { name: 'Where you stopped' })).toBeVisible()
  expect(await hiddenText(page)).toEqual([])
})

test('what is opened for the first time comes late without hiding the text', async ({ page }) => {
  await watchText(page)
  await page.goto(article)
  await awake(page)
  await makePartsLate(page)
  for (const [keys, part] of [
    ['Control+k', page.getByRole('combobox', { name: 'Go to or do' })],
    ['?', page.getByRole('dialog', { name: 'Keys' })],
    ['/', page.getByRole('searchbox', { name: 'Search this text' })],
  ] as const) {
    await page.keyboard.press(keys)
    await expect(part).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(part).toBeHidden()
  }
  for (const name of ['Settings', 'Take it away']) {
    await page.locator('.bar').getByRole('button', { name }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
  }
  expect(await hiddenText(page)).toEqual([])
})

test('another page of the site that comes late says so meanwhile', async ({ page }) => {
  await page.goto(article)
  await awake(page)
  await makePartsLate(page)
  await page.getByRole('link', { name: 'Library' }).first().click()
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Palimpsest')
})
