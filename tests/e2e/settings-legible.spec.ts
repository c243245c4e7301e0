import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { article, awake } from '../support/page-watch.ts'
import { inShortRun } from '../support/depth.ts'
import { keepBefore, openSettings } from '../support/settings.ts'

for (const [theme, scheme, colours] of [
  ['sepia', 'light', 'house'],
  ['sepia', 'dark', 'okabe-ito'],
  ['contrast', 'light', 'house'],
  ['contrast', 'dark', 'okabe-ito'],
  ['light', 'dark', 'okabe-ito'],
  ['dark', 'light', 'none'],
] as const) {
  test(
    `in ${theme} by a ${scheme} system, voices ${colours}: axe finds nothing, and words stand out`,
    inShortRun((theme === 'sepia' || theme === 'contrast') && scheme === 'dark'),
    async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width: theme === 'contrast' ? 360 : 1280, height: 760 })
      await keepBefore(page, { theme, colours })
      await page.goto(article)
      await awake(page)
      const { body, all } = await contrasts(page)
      expect(body).toBeGreaterThanOrEqual(7)
      expect(all).toBeGreaterThanOrEqual(theme === 'contrast' ? 7 : 4.5)
      await openSettings(page)
      expect(await violations(page)).toEqual([])
    },
  )
}

test('in forced colours the settings can be seen and used', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(article)
  await awake(page)
  const settings = await openSettings(page)
  const radio = settings.getByRole('radio', { name: 'High contrast' })
  const off = await radio.screenshot()
  await radio.check()
  await page.mouse.move(0, 0)
  expect((await radio.screenshot()).equals(off)).toBe(false)
  // The system's colours, whatever was chosen.
  const paper = await page.evaluate(() => getComputedStyle(document.body).color)
  expect(paper).toBe('rgb(0, 0, 0)')
})

test('at 320 pixels the largest size needs no sideways scrolling, and half of the text stays in view', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await keepBefore(page, { size: 32, measure: 90, leading: 2 })
  await page.goto(article)
  await awake(page)
  const settings = await openSettings(page)
  const { width, wide } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    wide: document.documentElement.scrollWidth,
  }))
  expect(wide).toBeLessThanOrEqual(width)
  const box = await settings.boundingBox()
  expect(box?.y).toBeGreaterThan(640 * 0.38)
  // Nothing in the bar lies over anything else.
  const overlaps = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('.bar > :is(a, button) > *')]
      .map((element) => element.getBoundingClientRect())
      .filter((rect) => rect.width > 1)
    return shown.filter((rect, at) => rect.left < (shown[at - 1]?.right ?? 0) - 1).length
  })
  expect(overlaps).toBe(0)
})

/** The lowest contrast of the author's words and of all words, by what is drawn behind them. */
function contrasts(page: Page): Promise<{ readonly body: number; readonly all: number }> {
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const rgb = (colour: string): readonly number[] => {
      if (pen === null) throw new Error('No canvas.')
      pen.clearRect(0, 0, 1, 1)
      pen.fillStyle = colour
      pen.fillRect(0, 0, 1, 1)
      return [...pen.getImageData(0, 0, 1, 1).data]
    }
    const luminance = (colour: readonly number[]) => {
      const [r = 0, g = 0, b = 0] = colour.map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const groundOf = (element: Element): readonly number[] => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const ground = rgb(getComputedStyle(at).backgroundColor)
        if (ground[3] === 255) return ground
      }
      return [255, 255, 255, 255]
    }
    const result = { body: 21, all: 21 }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement
      if (parent === null || texts.currentNode.textContent?.trim() === '') continue
      // A mark that shows itself only when it is wanted; a switch that is off is no text.
      if (!parent.checkVisibility() || parent.closest('.permalink, script, style')) continue
      const [ink, ground] = [
        luminance(rgb(getComputedStyle(parent).color)),
        luminance(groundOf(parent)),
      ]
      const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)
      result.all = Math.min(result.all, contrast)
      if (parent.matches('.passage[data-layer="original"] > p'))
        result.body = Math.min(result.body, contrast)
    }
    return result
  })
}
