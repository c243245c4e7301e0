import { expect, test } from '@playwright/test'
import { fixtureSite } from '../support/sites.ts'
import { sweepLayers, worstOf } from '../support/reading-line.ts'

const places = Number(process.env['PLACES'] ?? 100)
const articles = [
  ['the first article', 'read/israeli-azerbaijani-alliance-and-iran-3/'],
  ['an article with every construct', `${fixtureSite}read/specimen/`],
] as const

for (const [name, address] of articles) {
  for (const isAnchoring of [true, false]) {
    const how = isAnchoring ? 'with' : 'without'
    test(`no switch moves the line being read in ${name}, ${how} the browser’s own anchoring`, async ({
      page,
    }) => {
      await page.goto(address)
      await expect(page.getByRole('switch').first()).toBeVisible()
      const sweep = await page.evaluate(sweepLayers, { places, isAnchoring })
      const { measured, clamped, worst, moved } = worstOf(sweep)
      console.log({
        name,
        isAnchoring,
        measured,
        clamped,
        without: sweep.withoutSurvivor,
        worst,
        n: moved.length,
      })
      console.log(moved.slice(0, 12))
      expect(moved).toEqual([])
    })
  }
}
