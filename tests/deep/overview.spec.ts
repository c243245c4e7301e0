import { expect, test } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { article } from '../support/page-watch.ts'
import { fixtureSite, site } from '../support/sites.ts'

test('nothing is held against any overview, in any light, at any width, with everything open', async ({
  page,
}) => {
  const addresses = [
    site + article,
    ...['specimen', 'rtl', 'cyrillic'].map((slug) => `${fixtureSite}read/${slug}/`),
  ]
  for (const address of addresses) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 768, 1440]) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`${address}overview/`)
        await page.locator('details').evaluateAll((all) => {
          for (const details of all) details.setAttribute('open', '')
        })
        expect(await violations(page), `${address} in ${colorScheme} at ${width}`).toEqual([])
      }
    }
  }
})
