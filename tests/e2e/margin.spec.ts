import { expect, test, type Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { article, layerSwitch, openArticle, painted } from '../support/layers.ts'
import {
  crowded,
  leastGap,
  marginShown,
  marginSwitch,
  median,
  settled,
  standing,
  sweepMargin,
  wide,
} from '../support/margin.ts'
import { doubledIds, noteBox } from '../support/notes.ts'
import { fixtureSite, site } from '../support/sites.ts'

test.use({ viewport: wide })

const withMargin = `${article}?view=margin`
const noteOf = (page: Page, number: number) => page.locator(`.endnotes li[data-note="${number}"]`)
const markerOf = (page: Page, number: number) =>
  page.locator('.text').getByLabel(`Note ${number}`, { exact: true }).first()

async function openMargin(page: Page, address: string): Promise<void> {
  await openArticle(page, address)
  await marginShown(page)
}

test.describe('what stands in the margin', () => {
  test('is every comment, insert and note of the first article, near its words, in order, apart', async ({
    page,
  }) => {
    for (const width of [1180, 1225, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await openMargin(page, withMargin)
      const items = await standing(page)
      expect(items).toHaveLength(14)
      const notes = items.filter(({ id }) => id.startsWith('note-'))
      expect(notes).toHaveLength(10)
      const distance = median(items.map(({ distance: one }) => one))
      test.info().annotations.push({
        type: 'figures',
        description: `${width} px wide: the median distance is ${distance.toFixed(1)} px`,
      })
      expect(distance).toBeLessThanOrEqual(8)
      expect(leastGap(items)).toBeGreaterThanOrEqual(12)
      expect(items.map(({ place }) => place)).toEqual(
        items.map(({ place }) => place).toSorted((a, b) => a - b),
      )
      // The text keeps its measure, and nothing reaches out of the window.
      const column = await page.locator('#text').evaluate(({ clientWidth }) => clientWidth)
      expect(column).toBeGreaterThan(640)
      for (const { left } of items) expect(left).toBeGreaterThan((width + column) / 2 - 10)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })

  test('is sixty notes and a remark higher than the window, none dropped, none over another', async ({
    page,
  }) => {
    await openMargin(page, `${crowded}?view=margin`)
    const items = await standing(page)
    expect(items).toHaveLength(65)
    expect(leastGap(items)).toBeGreaterThanOrEqual(12)
    expect(items.map(({ place }) => place)).toEqual(
      items.map(({ place }) => place).toSorted((a, b) => a - b),
    )
    const end = await page.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().height)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(items.at(-1)?.bottom).toBeLessThan(height - end)
    // Ten in one paragraph: each in turn stands exactly at its marker and pushes the others.
    for (let number = 3; number <= 12; number += 1) {
      await markerOf(page, number).click()
      await settled(page)
      const now = await standing(page)
      expect(now.find(({ id }) => id === `note-${number}`)?.distance).toBeLessThan(0.5)
      expect(leastGap(now)).toBeGreaterThanOrEqual(12)
    }
  })

  test('is cut off where it is long, fades, and opens in full by button, by keys and by a link into it', async ({
    page,
  }) => {
    await openMargin(page, `${crowded}?view=margin`)
    const long = page.locator('.passage[data-in-margin]').filter({ hasText: 'This takes a while' })
    const button = page.getByRole('button', { name: 'Show all: Comment · the Towpath Blog' })
    const height = () => long.evaluate((element) => element.getBoundingClientRect().height)
    expect(await height()).toBeLessThanOrEqual(0.6 * wide.height + 1)
    await expect(long).not.toHaveCSS('mask-image', 'none')
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await button.click()
    await settled(page)
    expect(await height()).toBeGreaterThan(wide.height)
    expect(leastGap(await standing(page))).toBeGreaterThanOrEqual(12)
    const less = page.getByRole('button', { name: 'Show less: Comment · the Towpath Blog' })
    await expect(less).toBeFocused()
    await page.keyboard.press('Enter')
    await settled(page)
    expect(await height()).toBeLessThanOrEqual(0.6 * wide.height + 1)
    // Whoever comes in by keys finds nothing cut off.
    await long.locator('.permalink').last().focus()
    await settled(page)
    expect(await height()).toBeGreaterThan(wide.height)
    const id = await long.locator('p[id]').last().getAttribute('id')
    await openMargin(page, `${crowded}?view=margin#${encodeURIComponent(id ?? '')}`)
    await settled(page)
    await expect(long.locator('p[id]').last()).toBeInViewport()
    await expect(long).toHaveAttribute('data-opened')
  })

  test('comes and goes with its layer, and follows every change of the page', async ({ page }) => {
    await openMargin(page, withMargin)
    const ids = async () => (await standing(page)).map(({ id }) => id.replace(/-.*/, ''))
    await layerSwitch(page, 'background').click()
    await painted(page)
    expect((await ids()).filter((id) => id === 'note')).toHaveLength(10)
    expect(await standing(page)).toHaveLength(11)
    await layerSwitch(page, 'footnotes').click()
    await painted(page)
    expect(await ids()).toEqual(['comments'])
    await expect(noteOf(page, 42)).toBeVisible()
    await layerSwitch(page, 'footnotes').click()
    await layerSwitch(page, 'background').click()
    await painted(page)
    expect(await standing(page)).toHaveLength(14)
    // Larger letters, another width: laid out anew.
    for (const change of [
      () => page.evaluate(() => (document.documentElement.style.fontSize = '22px')),
      () => page.setViewportSize({ width: 1600, height: 700 }),
    ]) {
      await change()
      await painted(page)
      await settled(page)
      const items = await standing(page)
      expect(leastGap(items)).toBeGreaterThanOrEqual(12)
      expect(items.filter(({ distance }) => distance < 1).length).toBeGreaterThan(3)
    }
    // Without the author's words there is nothing to stand beside.
    await layerSwitch(page, 'original').click()
    await expect(page.locator('[data-in-margin]')).toHaveCount(0)
    await expect(page.locator('.passage[data-kind="commentary"]')).toBeVisible()
  })
})

test.describe('a marker and its note', () => {
  test('light up together under the pointer, whichever it rests on', async ({ page }) => {
    await openMargin(page, withMargin)
    await markerOf(page, 45).scrollIntoViewIfNeeded()
    await markerOf(page, 45).hover()
    await expect(noteOf(page, 45)).toHaveAttribute('data-in-hand')
    await expect(markerOf(page, 45)).toHaveAttribute('data-in-hand')
    await settled(page)
    const now = await standing(page)
    expect(now.find(({ id }) => id === 'note-45')?.distance).toBeLessThan(0.5)
    await noteOf(page, 44).hover()
    await expect(markerOf(page, 44)).toHaveAttribute('data-in-hand')
    await expect(markerOf(page, 45)).not.toHaveAttribute('data-in-hand')
    await page.mouse.move(300, 600)
    await expect(page.locator('[data-in-hand]')).toHaveCount(0)
    await expect(noteBox(page)).toHaveCount(0)
  })

  test('are one step apart by keys: Enter goes to the note, Escape comes back', async ({
    page,
  }) => {
    await openMargin(page, withMargin)
    const marker = markerOf(page, 45)
    for (const key of ['Enter', ' ']) {
      await marker.focus()
      await expect(noteOf(page, 45)).toHaveAttribute('data-in-hand')
      const before = await page.evaluate(() => window.scrollY)
      await page.keyboard.press(key)
      await expect(noteOf(page, 45)).toBeFocused()
      await settled(page)
      const now = await standing(page)
      expect(now.find(({ id }) => id === 'note-45')?.distance).toBeLessThan(0.5)
      await page.keyboard.press('Escape')
      await expect(marker).toBeFocused()
      expect(await page.evaluate(() => window.scrollY)).toBe(before)
    }
    await expect(noteBox(page)).toHaveCount(0)
  })

  test('in a narrow window the note opens in its box, and nothing is missing from the stream', async ({
    page,
  }) => {
    await openMargin(page, withMargin)
    await page.setViewportSize({ width: 1100, height: 800 })
    await expect(page.locator('[data-in-margin]')).toHaveCount(0)
    await expect(marginSwitch(page)).toBeHidden()
    const column = await page.locator('#text').boundingBox()
    for (const passage of await page.locator('.passage[data-kind]').all()) {
      await expect(passage).toBeVisible()
      expect((await passage.boundingBox())?.x).toBeGreaterThanOrEqual((column?.x ?? 0) - 1)
      expect((await passage.boundingBox())?.width).toBeLessThanOrEqual(column?.width ?? 0)
    }
    await markerOf(page, 45).click()
    await expect(noteBox(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.setViewportSize(wide)
    await marginShown(page)
    expect(await standing(page)).toHaveLength(14)
  })
})

test.describe('the switch', () => {
  test('never moves what is being read, there and back', async ({ page }) => {
    await openArticle(page)
    await marginSwitch(page).click()
    await marginShown(page)
    const back = await sweepMargin(page, 4)
    await marginSwitch(page).click()
    await expect(page.locator('[data-in-margin]')).toHaveCount(0)
    const there = await sweepMargin(page, 4)
    expect([...back.moved, ...there.moved]).toEqual([])
    expect(back.measured + there.measured).toBeGreaterThanOrEqual(12)
  })

  test('is remembered; a link says otherwise, for the page it leads to, through every switch of a layer', async ({
    page,
  }) => {
    await openArticle(page)
    await expect(marginSwitch(page)).toHaveAttribute('aria-pressed', 'false')
    await marginSwitch(page).click()
    await marginShown(page)
    await expect(marginSwitch(page)).toHaveAttribute('aria-pressed', 'true')
    await expect(page).toHaveURL(site + article)
    await page.reload()
    await marginShown(page)
    await openArticle(page, `${article}?view=inline`)
    await expect(marginSwitch(page)).toHaveAttribute('aria-pressed', 'false')
    await layerSwitch(page, 'capitals').click()
    await expect(page).toHaveURL(/\?layers=.*&view=inline$/)
    await expect(page.locator('[data-in-margin]')).toHaveCount(0)
    // Pressing it is the reader's own choice again.
    await marginSwitch(page).click()
    await marginShown(page)
    await expect(page).toHaveURL(/\?layers=[^&]*$/)
    await openArticle(page, `${article}?view=sideways`)
    await marginShown(page)
  })

  test('leaves the text as it was: no node of it new, nothing twice, copied in the same order', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openArticle(page)
    const copied = async () => {
      await page.evaluate(() => {
        const text = document.querySelector('main article')
        if (text !== null) document.getSelection()?.selectAllChildren(text)
      })
      // The means of copying are loaded with the first selection.
      await expect(page.getByRole('group', { name: 'With the selected words' })).toBeAttached()
      await page.keyboard.press('ControlOrMeta+c')
      await page.evaluate(() => document.getSelection()?.removeAllRanges())
      return page.evaluate(() => navigator.clipboard.readText())
    }
    const before = await copied()
    const watch = await page.evaluateHandle(() => {
      const seen = { nodes: 0 }
      new MutationObserver((changes) => {
        seen.nodes += changes.length
      }).observe(document.querySelector('main article')!, {
        childList: true,
        subtree: true,
        characterData: true,
      })
      return seen
    })
    const markup = () => page.locator('main article').evaluate((element) => element.innerHTML)
    const inline = await markup()
    await marginSwitch(page).click()
    await marginShown(page)
    expect(await doubledIds(page)).toEqual([])
    expect(await copied()).toBe(before)
    expect(await page.getByText('Noravank Foundation').count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await expect(noteOf(page, 42)).toHaveCSS('position', 'static')
    await expect(page.locator('.passage[data-kind="commentary"]')).toHaveCSS('position', 'static')
    await expect(page.locator('.margin')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await marginSwitch(page).click()
    await expect(page.locator('[data-in-margin]')).toHaveCount(0)
    expect(await markup()).toBe(inline)
    expect(await watch.evaluate(({ nodes }) => nodes)).toBe(0)
  })

  test('that cannot load its part says so, and the text stays as it is', async ({ page }) => {
    await openArticle(page)
    await page.route(/Margin-.*\.js/, (route) => route.abort())
    await marginSwitch(page).click()
    await expect(page.getByRole('status')).toContainText('could not be loaded')
    await expect(marginSwitch(page)).toHaveAttribute('aria-pressed', 'false')
    await expect(page.locator('.passage[data-kind="commentary"]')).toHaveCSS('position', 'static')
    await page.unroute(/Margin-.*\.js/)
  })
})

test('a margin that the page opens with moves nothing of the text', async ({ page }) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        sources: { node: Node | null }[]
      })[]) {
        const isText = entry.sources.some(
          ({ node }) =>
            node instanceof Element && node.closest('.passage:not([data-kind]), h1, h2'),
        )
        if (isText) document.documentElement.dataset['moved'] = String(entry.value)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await openMargin(page, withMargin)
  expect(await page.evaluate(() => document.documentElement.dataset['moved'] ?? 'nothing')).toBe(
    'nothing',
  )
})

test('an article from right to left has the same margin', async ({ page }) => {
  await openMargin(page, `${fixtureSite}read/rtl/?view=margin`)
  const items = await standing(page)
  expect(items.length).toBeGreaterThan(1)
  const column = await page.locator('#text').boundingBox()
  for (const { left } of items)
    expect(left).toBeGreaterThan((column?.x ?? 0) + (column?.width ?? 0))
})
