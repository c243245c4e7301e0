import { expect, test, type Page } from '@playwright/test'
import { REPOST } from '../support/import-page.ts'
import { article, awake } from '../support/page-watch.ts'

/*
 * On a slow line the page can be read and pressed long before its scripts have come. What is pressed then
 * happens later; nothing that was written is lost.
 */

/** Milliseconds by which each script is late. */
const LATE = 1500

async function slowDown(page: Page): Promise<void> {
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATE))
    await route.continue().catch(() => {})
  })
}

const isReady = (page: Page) =>
  page.evaluate(() => document.documentElement.dataset['ready'] === 'true')

const opened: Readonly<Record<string, string>> = {
  Search: '[role="search"]',
  Settings: '.settings',
  'Take it away': 'dialog[open]',
}

for (const [name, sheet] of Object.entries(opened)) {
  test(`“${name}”, pressed before the page works, opens as soon as it does`, async ({ page }) => {
    await slowDown(page)
    await page.goto(article, { waitUntil: 'commit' })
    const button = page.locator('.bar').getByRole('button', { name }).first()
    // Twice, out of impatience.
    await button.click()
    await button.click()
    expect(await isReady(page)).toBe(false)
    await awake(page)
    await expect(page.locator(sheet).first()).toBeVisible()
  })
}

test('a layer, switched before the page works, goes once it does; until then the switch says what is shown', async ({
  page,
}) => {
  await slowDown(page)
  await page.goto(article, { waitUntil: 'commit' })
  const commentary = page.locator('[data-layer-switch="comments"]')
  const passage = page.locator('[data-layer="comments"][data-passage]').first()
  await commentary.click()
  expect(await isReady(page)).toBe(false)
  await expect(commentary).toHaveAttribute('aria-checked', 'true')
  await expect(passage).not.toHaveAttribute('hidden')
  await awake(page)
  await expect(commentary).toHaveAttribute('aria-checked', 'false')
  await expect(passage).toBeHidden()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('the layers, opened before the page works, stay open, and their switches too', async ({
    page,
  }) => {
    await slowDown(page)
    await page.goto(article, { waitUntil: 'commit' })
    await page.getByRole('button', { name: 'Layers' }).tap()
    await expect(page.locator('#layers')).toBeVisible()
    await page.locator('[data-layer-switch="comments"]').tap()
    expect(await isReady(page)).toBe(false)
    await awake(page)
    await expect(page.locator('#layers')).toBeVisible()
    await expect(page.locator('[data-layer-switch="comments"]')).toHaveAttribute(
      'aria-checked',
      'false',
    )
  })
})

test('a text brought before the import page works is read once it does', async ({ page }) => {
  await slowDown(page)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) sent.push(request.method() + request.url())
  })
  await page.goto('import/', { waitUntil: 'commit' })
  await page.getByLabel('Paste the text here').fill(REPOST)
  await page.getByRole('button', { name: 'Tell the voices apart' }).click()
  expect(await isReady(page)).toBe(false)
  await expect(page.getByRole('main')).toHaveClass(/review/)
  expect(sent).toHaveLength(1)
})

test('the import page asks for all the scripts that it begins with at once', async ({ page }) => {
  let isFirstThere = false
  const after: string[] = []
  page.on('response', (response) => {
    isFirstThere ||= /assets.*js$/.test(response.url())
  })
  page.on('request', (request) => {
    if (isFirstThere && request.resourceType() === 'script') after.push(request.url())
  })
  await slowDown(page)
  await page.goto('import/')
  await awake(page)
  expect(after).toEqual([])
})

test('what was written before the import page works is there after', async ({ page }) => {
  await slowDown(page)
  await page.goto('import/', { waitUntil: 'commit' })
  await page.getByLabel('Paste the text here').fill(REPOST)
  await page.locator('input[type="url"]').fill('not an address')
  await page.keyboard.press('Enter')
  expect(await isReady(page)).toBe(false)
  await awake(page)
  await expect(page.getByLabel('Paste the text here')).toHaveValue(REPOST)
  await expect(page.locator('input[type="url"]')).toHaveValue('not an address')
  await expect(page.getByRole('alert')).toBeVisible()
})
