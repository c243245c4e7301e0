/** How a page opens: the text first, laid out where it is in view; then the rest; then the scripts. */
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { article, awake } from '../support/page-watch.ts'

const assets = path.resolve(import.meta.dirname, '../../dist/assets')

/** Where every block of the text stands in the page, and whether it is laid out. */
function blocksOf(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.text [data-block], .endnotes li, .colophon li')].map(
      (block) => {
        const { top, left, width } = block.getBoundingClientRect()
        return [top + window.scrollY, left, width].map((length) => Math.round(length * 10) / 10)
      },
    ),
  )
}

for (const [width, height] of [
  [1280, 800],
  [360, 640],
] as const) {
  test(`at ${width} px the first frame leaves out what is far below, and nothing moves when it comes`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    // A face that is there in one of the two visits only would make lines of other lengths.
    await page.route('**/*.woff2', (route) => route.abort())
    // The opening goes on with the first frame that it is told of: here, when the test says so.
    await page.addInitScript(() => {
      const waiting: FrameRequestCallback[] = []
      const nextFrame = window.requestAnimationFrame.bind(window)
      window.requestAnimationFrame = (callback) => waiting.push(callback)
      Object.assign(window, {
        goOn() {
          window.requestAnimationFrame = nextFrame
          waiting.forEach(nextFrame)
        },
      })
    })
    await page.goto(article)
    const isLaidOut = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((part) => part.checkVisibility({ contentVisibilityAuto: true }))
    await expect.poll(() => isLaidOut('.section > *')).toBe(true)
    expect(await isLaidOut('.colophon > *')).toBe(false)
    await expect(page.locator('.bar')).toBeHidden()
    await page.evaluate('goOn()')
    await awake(page)
    expect(await isLaidOut('.colophon > *')).toBe(true)
    await expect(page.locator('.bar')).toBeVisible()
    await expect(page.locator('html')).not.toHaveAttribute('data-opening')
    const opened = await blocksOf(page)
    expect(opened.length).toBeGreaterThan(40)
    // A page that is loaded anew leaves nothing out.
    await page.reload()
    await page.evaluate('goOn()')
    await awake(page)
    expect(await blocksOf(page)).toEqual(opened)
  })
}

test('the place of a link stays where it is while the text above it is laid out', async ({
  page,
}) => {
  const id = 'israeli-azerbaijani-energy-cooperation-has-clearly'
  await page.addInitScript((place) => {
    const tops: number[] = []
    Object.assign(window, { tops })
    const look = () => {
      const top = document.getElementById(place)?.getBoundingClientRect().top
      if (top !== undefined && window.scrollY > 0) tops.push(top)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, id)
  await page.goto(`${article}#${id}`)
  await awake(page)
  const tops = await page.evaluate<number[]>('tops')
  expect(tops.length).toBeGreaterThan(3)
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(1)
  await expect(page.locator('html')).not.toHaveAttribute('data-opening')
})

test('the first script brings nothing of React with it', () => {
  const entry = readdirSync(assets).find((file) => /^index-.*\.js$/.test(file)) ?? ''
  const code = readFileSync(path.join(assets, entry), 'utf8')
  const needed = [...code.matchAll(/from\s*"\.\/([^"]+)"/g)].map(([, file = '']) => file)
  expect(code).toContain('import(')
  expect(needed.filter((file) => !file.startsWith('rolldown-runtime'))).toEqual([])
})

test('a face that comes late is left to the next page, also when the sheet of a part comes after it', async ({
  page,
}) => {
  let isHeld = true
  const held: (() => void)[] = []
  await page.route('**/*.woff2', async (route) => {
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve))
    await route.continue()
  })
  await page.goto(article, { waitUntil: 'commit' })
  await awake(page)
  const before = await blocksOf(page)
  isHeld = false
  for (const letGo of held) letGo()
  await page.evaluate(() => document.fonts.ready)
  // The map of the text brings a sheet of its own, and so does the search.
  await page.locator('.strip').waitFor()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search this text' })).toBeVisible()
  expect(await blocksOf(page)).toEqual(before)
})
