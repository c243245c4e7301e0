import { expect, test } from '@playwright/test'
import { openArticle } from '../support/layers.ts'
import { crowded, marginShown, marginSwitch, sweepMargin, wide } from '../support/margin.ts'

test.use({ viewport: wide })

test('the switch never moves what is being read, at sixty places both ways', async ({ page }) => {
  await openArticle(page)
  await marginSwitch(page).click()
  await marginShown(page)
  const fromMargin = await sweepMargin(page, 30)
  await marginSwitch(page).click()
  await expect(page.locator('[data-in-margin]')).toHaveCount(0)
  const fromStream = await sweepMargin(page, 30)
  process.stdout.write(
    `${fromMargin.measured + fromStream.measured} throws moved the line by ${Math.max(fromMargin.worst, fromStream.worst).toFixed(2)} px at most\n`,
  )
  expect([...fromMargin.moved, ...fromStream.moved]).toEqual([])
  expect(fromMargin.measured + fromStream.measured).toBeGreaterThanOrEqual(110)
})

test('prints how long it takes to lay out a crowded margin', async ({ page }) => {
  await openArticle(page, `${crowded}?view=margin`)
  await marginShown(page)
  const times = await page.evaluate(async () => {
    performance.clearMeasures('margin')
    for (let round = 0; round < 30; round += 1) {
      window.dispatchEvent(new Event('resize'))
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
    }
    const items = document.querySelectorAll('[data-in-margin]').length
    const all = performance.getEntriesByName('margin').map(({ duration }) => duration)
    return { items, median: all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN }
  })
  process.stdout.write(
    `${times.items} items laid out in ${times.median.toFixed(2)} ms, ${((times.median * 100) / times.items).toFixed(2)} ms for a hundred\n`,
  )
  expect(times.items).toBe(65)
})
