import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openPage } from '../support/link-page.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const slug = 'israeli-azerbaijani-alliance-and-iran-3'
const scrollY = (page: Page) => page.evaluate(() => window.scrollY)

/** A document that is loaded anew forgets this. */
async function mark(page: Page) {
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }))
}
const isSameDocument = (page: Page) => page.evaluate(() => 'isSameDocument' in window)

for (const { name, home } of [
  { name: 'at the root of its host', home: site },
  { name: 'under a path', home: fixtureSite },
]) {
  test.describe(`a site ${name}`, () => {
    test('shows a card for every article: title, authors, layers, reading time', async ({
      page,
    }) => {
      await openPage(page, home)
      await expect(page).toHaveTitle('Palimpsest')
      const cards = page.locator('.card')
      await expect(cards).toHaveCount(home === site ? 1 : 4)
      for (const card of await cards.all()) {
        await expect(card.getByRole('heading', { level: 2 }).getByRole('link')).toBeVisible()
        await expect(card.locator('.authors')).not.toBeEmpty()
        await expect(card.getByText(/\d+ minutes? to read/)).toBeVisible()
        await expect(
          card.getByRole('list', { name: 'Layers' }).getByRole('listitem'),
        ).not.toHaveCount(0)
      }
    })

    test(
      'leads from the library into an article and back without loading a document',
      inShortRun(home === fixtureSite),
      async ({ page }) => {
        const errors: string[] = []
        page.on('pageerror', (error) => errors.push(error.message))
        await page.setViewportSize({ width: 800, height: 300 })
        await openPage(page, home)
        await mark(page)
        await page.evaluate(() => {
          window.scrollTo({ top: 120, behavior: 'instant' })
        })
        const title = page.locator('.card').first().getByRole('link')
        const text = (await title.textContent()) ?? ''
        await title.scrollIntoViewIfNeeded()
        const leftAt = await scrollY(page)
        expect(leftAt).toBeGreaterThanOrEqual(120)
        await title.click()

        const heading = page.getByRole('heading', { level: 1, name: text })
        await expect(heading).toBeFocused()
        expect(await scrollY(page)).toBe(0)
        await expect(page).toHaveTitle(`${text} · Palimpsest`)
        await expect(page).toHaveURL(new RegExp(`^${home}read/[a-z0-9-]+/$`))
        await expect(page.getByRole('button', { name: 'Back to where you were' })).toBeHidden()
        // The text was drawn in the browser and is as alive as a prerendered one.
        const off = page.getByRole('switch').first()
        if (!(await off.isVisible())) await page.getByRole('button', { name: 'Layers' }).click()
        await off.click()
        await expect(page.locator('[data-layer="original"].passage').first()).toBeHidden()
        await page.keyboard.press('Escape')
        await page.evaluate(() => {
          window.scrollTo({ top: 500, behavior: 'instant' })
        })
        const left = await scrollY(page)

        await page.goBack()
        await expect(page.getByRole('heading', { level: 1, name: 'Palimpsest' })).toBeFocused()
        await expect(page).toHaveTitle('Palimpsest')
        await expect.poll(() => scrollY(page)).toBe(leftAt)

        await page.goForward()
        await expect(heading).toBeAttached()
        await expect(page.locator('[data-layer="original"].passage').first()).toBeHidden()
        await expect.poll(async () => Math.abs((await scrollY(page)) - left)).toBeLessThanOrEqual(2)
        expect(await isSameDocument(page)).toBe(true)
        expect(errors).toEqual([])
      },
    )

    test(
      'leads from an article to the library and back, more than once',
      inShortRun(home === fixtureSite),
      async ({ page }) => {
        await page.setViewportSize({ width: 1280, height: 600 })
        await openPage(page, home)
        const path = (await page.locator('.card a').first().getAttribute('href')) ?? ''
        await openPage(page, new URL(path, home).href)
        await mark(page)
        for (let round = 0; round < 2; round += 1) {
          const words = await page.locator('article').evaluate((text) => text.textContent?.length)
          await page.getByRole('link', { name: 'Library' }).click()
          await expect(page.getByRole('heading', { level: 1, name: 'Palimpsest' })).toBeFocused()
          await page.goBack()
          await expect(page.locator('.title-page h1')).toBeVisible()
          expect(await page.locator('article').evaluate((text) => text.textContent?.length)).toBe(
            words,
          )
          const layer = page.getByRole('switch').first()
          await layer.click()
          await expect(page.locator('.passage').first()).toBeHidden()
          await layer.click()
          await expect(page.locator('.passage').first()).toBeVisible()
        }
        expect(await isSameDocument(page)).toBe(true)
      },
    )

    test(
      'answers an unknown address with 404 and the nearest article',
      inShortRun(home === fixtureSite),
      async ({ page }) => {
        const wanted = home === site ? 'israeli-azerbaijani-aliance-iran' : 'specimn'
        const response = await page.goto(`${home}read/${wanted}/`)
        expect(response?.status()).toBe(404)
        await expect(page).toHaveTitle('Nothing at this address · Palimpsest')
        const nearest = page.locator('.nearest').getByRole('link')
        await expect(nearest).toHaveCount(1)
        await nearest.click()
        await expect(page).toHaveURL(`${home}read/${home === site ? slug : 'specimen'}/`)
        await expect(page.locator('.title-page h1')).toBeFocused()
        await page.goBack()
        await expect(
          page.getByRole('heading', { level: 1, name: 'Nothing at this address' }),
        ).toBeVisible()
      },
    )

    test(
      'offers the nearest section of the nearest article',
      inShortRun(home === fixtureSite),
      async ({ page }) => {
        const [wanted, section, place] =
          home === site
            ? [`read/${slug}/enrgy`, 'Energy', `read/${slug}/#energy`]
            : ['read/specimen/the-leger/', 'The ledger', 'read/specimen/#the-ledger-2']
        const response = await page.goto(home + wanted)
        expect(response?.status()).toBe(404)
        const link = page.locator('.nearest').getByRole('link', { name: section })
        await link.click()
        await expect(page).toHaveURL(home + place)
        await expect(page.locator(new URL(page.url()).hash)).toBeInViewport()
        await expect(page.locator(new URL(page.url()).hash)).toBeFocused()
      },
    )

    test(
      'offers no article where none is near, and keeps the place that was asked for',
      inShortRun(home === fixtureSite),
      async ({ page }) => {
        await page.goto(`${home}zzz/qqq`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing at this address')
        await expect(page.locator('html[data-ready]')).toBeAttached()
        await expect(page.locator('.nearest')).toHaveCount(0)
        await expect(page.locator('.card')).not.toHaveCount(0)

        const [wanted, place] =
          home === site
            ? [`raed/${slug}/#note-48`, `read/${slug}/#note-48`]
            : ['raed/specimen/#note-2', 'read/specimen/#note-2']
        await page.goto(home + wanted)
        await page.locator('.nearest').getByRole('link').first().click()
        await expect(page).toHaveURL(home + place)
        await expect(page.locator(new URL(page.url()).hash)).toBeInViewport()
      },
    )

    test('shows well where it is shared: title, summary, picture, and one address', async ({
      page,
      request,
    }) => {
      await openPage(page, home)
      const paths = await page
        .locator('.card h2 a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      for (const path of paths) {
        const address = new URL(path, home)
        const response = await request.get(address.href)
        expect(response.status()).toBe(200)
        const html = await response.text()
        const meta = (name: string) =>
          new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1]
        expect(meta('og:title')).toBeTruthy()
        expect(meta('og:type')).toBe('article')
        expect(meta('og:description')?.length).toBeGreaterThan(20)
        expect(meta('description')).toBe(meta('og:description'))
        // Whole addresses are known only to a site that was told where it will live.
        if (home === fixtureSite) {
          const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]
          expect(canonical).toBe(address.href)
          expect(meta('og:url')).toBe(canonical)
          const image = await request.get(meta('og:image') ?? '')
          expect(image.headers()['content-type']).toBe('image/png')
          expect(Number(meta('og:image:width'))).toBeGreaterThanOrEqual(600)
          expect(meta('og:image:alt')).toBeTruthy()
        }
      }
    })
  })
}
