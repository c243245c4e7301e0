import { expect, test, type Page } from '@playwright/test'
import { article, layerSwitch, linkWith, painted, without } from '../support/layers.ts'
import { openWithStrip, progress, sampleProgress, worstError } from '../support/strip.ts'

/** Brings the place to rest that is said and not only shown. */
async function shareOf(page: Page): Promise<number> {
  await painted(page)
  return page
    .locator('.progress-read')
    .evaluate((bar) => Number((bar as HTMLElement).style.getPropertyValue('--read')))
}

test.describe('what is read', () => {
  for (const width of [360, 1440]) {
    test(`is the share of the author’s words above the line, ${width} px wide`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 })
      let worst = 0
      for (const address of [article, linkWith(without('comments', 'background'))]) {
        await openWithStrip(page, address)
        const samples = await sampleProgress(page, 8)
        expect(samples.at(0)?.shown).toBe(0)
        expect(samples.at(-1)?.shown).toBe(1)
        worst = Math.max(worst, worstError(samples))
      }
      test.info().annotations.push({ type: 'figures', description: `wrong by ${worst} words` })
      expect(worst).toBeLessThanOrEqual(1)
    })
  }

  test('is the same for the same line, whatever is switched and however it is set', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await openWithStrip(page, article)
    const bring = () =>
      page.evaluate(() => {
        const blocks = document.querySelectorAll('.text .passage:not([data-kind]) > p[data-block]')
        const block = blocks[Math.floor(blocks.length / 2)]
        const texts = document.createTreeWalker(block ?? document.body, NodeFilter.SHOW_TEXT)
        const range = document.createRange()
        range.selectNodeContents(texts.nextNode() ?? document.body)
        scrollBy({
          top: range.getBoundingClientRect().top - innerHeight / 5 + 1,
          behavior: 'instant',
        })
      })
    const shares: number[] = []
    const look = async () => {
      await painted(page)
      await bring()
      shares.push(await shareOf(page))
    }
    await look()
    for (const name of ['comments', 'background', 'capitals', 'footnotes'] as const) {
      await layerSwitch(page, name).click()
      await look()
    }
    for (const name of ['comments', 'background', 'footnotes'] as const)
      await layerSwitch(page, name).click()
    await page.getByRole('button', { name: 'Comments and notes in the margin' }).click()
    await page.locator('[data-in-margin]').first().waitFor({ state: 'attached' })
    await look()
    await page.evaluate(() => {
      document.documentElement.style.setProperty('--size', '26px')
    })
    await look()
    await page.setViewportSize({ width: 700, height: 600 })
    await look()
    expect(shares[0]).toBeGreaterThan(0.2)
    expect(new Set(shares)).toEqual(new Set([shares[0]]))
  })

  test('is said at rest with the time that is left, and not while it moves', async ({ page }) => {
    await openWithStrip(page, article)
    await expect(progress(page)).toHaveAttribute('aria-valuetext', /^0 %, about \d+ min left$/)
    await expect(page.locator('.contents-time')).toHaveText(/^about \d+ min left$/)
    await expect(
      page.locator('[aria-live] :is(.progress, .strip), [role="status"] .strip'),
    ).toHaveCount(0)
    await page.evaluate(() => {
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
    })
    await expect(progress(page)).toHaveAttribute('aria-valuetext', '100 %, read to the end')
    await expect(progress(page)).toHaveAttribute('aria-valuenow', '100')
    await expect(page.locator('.contents-time')).toHaveText('read to the end')
  })

  test('stands clear of the title of the contents, also in large letters', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await openWithStrip(page, article)
    const time = page.locator('.contents-time')
    await expect(time).toHaveText(/left$/)
    const first = page.locator('.contents li').first()
    for (const size of ['16px', '32px']) {
      await page.evaluate((value) => {
        document.documentElement.style.fontSize = value
      }, size)
      const boxes = await Promise.all(
        [page.locator('.contents-title'), time, first].map((part) => part.boundingBox()),
      )
      const [title, left, entry] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 })
      const isBeside = (left?.x ?? 0) >= (title?.x ?? 0) + (title?.width ?? 0)
      const isBelow = (left?.y ?? 0) >= (title?.y ?? 0) + (title?.height ?? 0)
      expect(isBeside || isBelow).toBe(true)
      expect(entry?.y).toBeGreaterThanOrEqual((left?.y ?? 0) + (left?.height ?? 0))
    }
  })
})
