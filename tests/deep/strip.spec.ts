import { expect, test } from '@playwright/test'
import { article, linkWith, without } from '../support/layers.ts'
import { crowded } from '../support/margin.ts'
import { fixtureSite } from '../support/sites.ts'
import { clickPlaces, openWithStrip, sampleProgress, worstError } from '../support/strip.ts'

const addresses = [
  article,
  linkWith(without('comments', 'background')),
  linkWith(without('original')),
  `${article}?view=margin`,
  `${fixtureSite}read/specimen/`,
  `${fixtureSite}read/rtl/`,
  `${fixtureSite}read/cyrillic/`,
  crowded,
]

for (const width of [360, 1440]) {
  test(`what is read is right to the word at fifty places, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const address of addresses) {
      await openWithStrip(page, address)
      const samples = await sampleProgress(page, 50)
      const worst = worstError(samples)
      process.stdout.write(`${width} px, ${address}: wrong by ${worst.toFixed(2)} words at most\n`)
      expect(worst, address).toBeLessThanOrEqual(1)
      const shown = samples.map((sample) => sample.shown)
      expect(shown).toEqual(shown.toSorted((a, b) => a - b))
    }
  })

  test(`twenty places of the strip lead where they say, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const address of addresses) {
      await openWithStrip(page, address)
      const missed = (await clickPlaces(page, 20)).map(({ pixels }) => pixels)
      process.stdout.write(
        `${width} px, ${address}: ${missed.length} places missed by ${Math.max(...missed).toFixed(1)} px at most\n`,
      )
      expect(Math.max(0, ...missed), address).toBeLessThan(2)
    }
  })
}
