import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { sweepLooks } from '../support/look-line.ts'
import { article, awake, twoFrames, watchPage } from '../support/page-watch.ts'
import { site } from '../support/sites.ts'
import { KEY, keepBefore, openSettings, panel } from '../support/settings.ts'

/** What the page looks like, by what the browser makes of it. */
function look(page: Page) {
  return page.evaluate(() => {
    const styleOf = (selector: string) => {
      const element = document.querySelector(selector)
      if (element === null) throw new Error(`There is no ${selector}.`)
      return getComputedStyle(element)
    }
    const text = styleOf('.passage[data-layer="original"] > p')
    return {
      paper: getComputedStyle(document.documentElement).backgroundColor,
      face: text.fontFamily.split(',')[0]?.replaceAll(/["']/g, ''),
      size: Number.parseFloat(text.fontSize),
      leading: Number.parseFloat(text.lineHeight) / Number.parseFloat(text.fontSize),
      align: text.textAlign,
      hyphens: text.hyphens,
      comment: styleOf('.passage[data-kind="commentary"]').borderInlineStartColor,
    }
  })
}

/**
 * How many figures a line has room for. A figure is as wide as the face has it that this visit got: the
 * text's own, or on a slow first visit the one that stands in.
 */
function measure(page: Page) {
  return page.evaluate(() => {
    const text = document.querySelector('#text')
    if (text === null) throw new Error('There is no text.')
    const zero = document.createElement('span')
    zero.textContent = '0'.repeat(100)
    zero.style.fontVariantNumeric = 'normal'
    zero.style.position = 'absolute'
    document.documentElement.append(zero)
    const figure = zero.getBoundingClientRect().width / 100
    zero.remove()
    return Number.parseFloat(getComputedStyle(text).inlineSize) / figure
  })
}

async function expectMeasure(page: Page, figures: number) {
  expect(Math.abs((await measure(page)) - figures)).toBeLessThan(1.5)
}

const chosen = {
  theme: 'sepia',
  face: 'legible',
  size: 21,
  leading: 1.8,
  measure: 50,
  isJustified: true,
  isHyphenated: true,
  colours: 'okabe-ito',
  singleKeys: false,
  noteOpening: 'click',
  // Chosen in the bar, not in the settings.
  view: 'inline',
}

const looksChosen = {
  paper: 'rgb(243, 231, 207)',
  face: 'Atkinson',
  size: 21,
  align: 'justify',
  hyphens: 'auto',
  comment: 'rgb(149, 65, 0)',
}

test('every setting changes the page at once, is there before the next first paint, and goes back', async ({
  page,
}) => {
  const watch = watchPage(page, site)
  await page.goto(article)
  await awake(page)
  const first = await look(page)
  const settings = await openSettings(page)
  // By keys alone: the panel has the focus, and Tab walks through it.
  await settings.getByRole('radio', { name: 'As the system' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(settings.getByRole('radio', { name: 'Sepia' })).toBeChecked()
  await settings.getByRole('radio', { name: 'Literata' }).focus()
  await page.keyboard.press('ArrowUp')
  for (const [name, key, times] of [
    ['Size', 'ArrowRight', 2],
    ['Line height', 'ArrowRight', 5],
    ['Line length', 'ArrowLeft', 9],
  ] as const) {
    await settings.getByRole('slider', { name }).focus()
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
  }
  for (const name of ['Even on both sides', 'Divide words at the end of a line', 'Single keys']) {
    await settings.getByRole('checkbox', { name }).focus()
    await page.keyboard.press('Space')
  }
  await settings.getByRole('radio', { name: 'Ochre and teal' }).focus()
  await page.keyboard.press('ArrowDown')
  await settings.getByRole('radio', { name: 'by resting' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => look(page)).toMatchObject(looksChosen)
  const now = await look(page)
  expect(now.leading).toBeCloseTo(1.8, 2)
  await expectMeasure(page, 50)
  expect(JSON.parse((await page.evaluate((key) => localStorage.getItem(key), KEY)) ?? '')).toEqual(
    chosen,
  )
  await page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused()

  // Before any script file has come.
  await page.route('**/*.js', () => {})
  await page.reload({ waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => look(page)).toEqual(now)
  await expectMeasure(page, 50)
  await page.unroute('**/*.js')
  await page.reload()
  await awake(page)
  expect(await look(page)).toEqual(now)

  await (await openSettings(page)).getByRole('button', { name: 'Reset all' }).click()
  await expect(settings.getByRole('status')).toHaveText('All settings are as they were at first.')
  await expect.poll(() => look(page)).toEqual(first)
  await expectMeasure(page, 59)
  await page.reload()
  await awake(page)
  expect(await look(page)).toEqual(first)
  expect(watch.troubles).toEqual([])
  expect(watch.foreign).toEqual([])
})

test('what was chosen moves nothing while the page opens', async ({ page }) => {
  for (const preferences of [
    chosen,
    { ...chosen, face: 'sans', size: 32, measure: 90, theme: 'contrast' },
    { size: 14, leading: 1.2 },
  ]) {
    await page.context().clearCookies()
    await keepBefore(page, preferences)
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ('value' in entry) shifts.push(Number(entry.value))
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const _visit of ['first', 'again']) {
      await page.goto(article)
      await awake(page)
      await page.waitForTimeout(300)
      const shifts: unknown = await page.evaluate('shifts')
      const sum = Array.isArray(shifts) ? shifts.reduce<number>((a, b) => a + Number(b), 0) : NaN
      expect(sum).toBeLessThanOrEqual(0.01)
    }
  }
})

test('no setting moves the line that is being read', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(article)
  await awake(page)
  await openSettings(page)
  // Every setting at twenty places: tests/deep.
  const moves = await sweepLooks(
    page,
    [
      { name: 'face', value: 'sans', back: 'serif' },
      { name: 'size', value: '32', back: '19' },
      { name: 'leading', value: '2', back: '1.55' },
      { name: 'measure', value: '45', back: '59' },
    ],
    5,
  )
  const free = moves.filter(({ isClamped }) => !isClamped)
  expect(free.length).toBeGreaterThan(30)
  expect(free.filter(({ moved }) => Math.abs(moved) > 2)).toEqual([])
})

test('a slider drawn from end to end comes back to the line it began with', async ({ page }) => {
  await page.goto(article)
  await awake(page)
  await page.evaluate(() => {
    window.scrollTo({ top: 1700, behavior: 'instant' })
  })
  await twoFrames(page)
  const before = await page.evaluate(() => window.scrollY)
  const slider = (await openSettings(page)).getByRole('slider', { name: 'Size' })
  await slider.focus()
  for (const key of ['End', 'Home']) await page.keyboard.press(key)
  for (let size = 14; size < 19; size += 1) await page.keyboard.press('ArrowRight')
  expect(await slider.inputValue()).toBe('19')
  await twoFrames(page)
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThanOrEqual(2)
})

test('the panel stays beside the text while one scrolls, closes by its button and by a click beside it', async ({
  page,
}) => {
  await page.goto(article)
  await awake(page)
  const settings = await openSettings(page)
  await page.mouse.move(300, 300)
  await page.mouse.wheel(0, 600)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(300)
  await expect(settings).toBeVisible()
  const button = page.getByRole('button', { name: 'Settings' })
  await button.click()
  await expect(settings).toBeHidden()
  await button.click()
  await expect(settings).toBeVisible()
  await page.mouse.click(500, 300)
  await expect(settings).toBeHidden()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
})

test('notes open by a click only, for those who want it so', async ({ page }) => {
  await keepBefore(page, { noteOpening: 'click' })
  await page.goto(article)
  await awake(page)
  const marker = page.getByRole('link', { name: 'Note 45', exact: true })
  const box = page.locator('.note-box')
  await marker.hover()
  await page.waitForTimeout(700)
  await expect(box).toBeHidden()
  await marker.click()
  await expect(box).toBeVisible()
})

test('other tabs follow, and the library has the same settings', async ({ page, context }) => {
  await page.goto(article)
  await awake(page)
  const other = await context.newPage()
  await other.goto('')
  await awake(other)
  const settings = await openSettings(other)
  await settings.getByRole('radio', { name: 'Sepia' }).check()
  await settings.getByRole('checkbox', { name: 'Single keys' }).uncheck()
  await expect.poll(async () => (await look(page)).paper).toBe(looksChosen.paper)
  await page.keyboard.press('2')
  await twoFrames(page)
  await expect(page.getByRole('switch', { name: 'Comments' })).toBeChecked()
  await other.evaluate(() => {
    localStorage.clear()
  })
  await expect.poll(async () => (await look(page)).paper).not.toBe(looksChosen.paper)
})

test('the face for low vision is asked for by nobody who has not chosen it', async ({ page }) => {
  const fonts: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('.woff2')) fonts.push(request.url())
  })
  await page.goto(article)
  await awake(page)
  await openSettings(page)
  await page.waitForLoadState('networkidle')
  expect(fonts.join()).not.toContain('atkinson')
  expect(fonts.join()).toContain('literata')
})

test('where the settings cannot be loaded, the page says so, and they come when it can', async ({
  page,
}) => {
  await page.goto(article)
  await awake(page)
  await page.context().setOffline(true)
  const button = page.getByRole('button', { name: 'Settings' })
  await button.click()
  await expect(page.getByRole('alert')).toHaveText(/could not be loaded/)
  await page.context().setOffline(false)
  await button.click()
  await expect(panel(page)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
