import { expect, test } from '@playwright/test'
import { article, openArticle } from '../support/layers.ts'
import { describeSweep, sweepLayers, worstOf } from '../support/reading-line.ts'
import { fixtureSite } from '../support/sites.ts'

const articles = [
  ['the first article', article, 1900],
  ['an article with every construct', `${fixtureSite}read/specimen/`, 2200],
] as const

for (const [name, address, atLeast] of articles) {
  for (const isAnchoring of [true, false]) {
    const how = isAnchoring ? 'with' : 'without'
    test(`no switch moves the line being read in ${name}, ${how} the browser’s own anchoring`, async ({
      page,
    }) => {
      test.setTimeout(3_000_000)
      await openArticle(page, address)
      const sweep = await page.evaluate(sweepLayers, { places: 100, isAnchoring })
      process.stdout.write(`Chromium, ${how} anchoring, ${name}: ${describeSweep(sweep)}\n`)
      expect(worstOf(sweep).moved).toEqual([])
      expect(worstOf(sweep).measured).toBeGreaterThan(atLeast)
    })
  }
}
