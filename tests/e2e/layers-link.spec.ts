import { expect, test, type Page } from '@playwright/test'
import {
  article,
  awake,
  layerNames,
  layerSwitch,
  linkWith,
  openArticle,
  painted,
  without,
  expectShown,
} from '../support/layers.ts'
import { everySet, walkThrough } from '../support/every-set.ts'
import { site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const status = (page: Page) => page.getByRole('status')

test.describe('the link', () => {
  test('sets of layers come back by their links, by reloading and by going back', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    // All 32 are walked through in the long run; here each layer is on in four and off in four.
    const sets = [0, 31, 3, 28, 13, 18, 22, 9].flatMap((bits) => [everySet[bits] ?? []])
    await walkThrough(page, sets, expectShown)
  })

  test(
    'every set of layers comes back by going back inside the page',
    inShortRun(false),
    async ({ page }) => {
      test.setTimeout(120_000)
      await openArticle(page)
      // By Gray's code, one switch leads from each set to the next.
      const gray = Array.from({ length: 32 }, (_, index) => index ^ (index >> 1))
      const wanted = gray.map((bits) => without(...(everySet[bits] ?? [])))
      for (let step = 1; step < 32; step += 1) {
        await page.evaluate(() => {
          document.querySelector<HTMLElement>('.contents a')?.click()
        })
        const changed = (gray[step] ?? 0) ^ (gray[step - 1] ?? 0)
        await page.keyboard.press(String(Math.log2(changed) + 1))
      }
      for (const state of wanted.toReversed()) {
        await expectShown(page, state)
        await page.goBack()
      }
    },
  )

  test('the first painting already has the layers of the link', async ({ page }) => {
    await page.route('**/*.js', () => {
      // Never answered: what is seen is what stands there before any script file has come.
    })
    await page.goto(linkWith(['original', 'footnotes']), { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { name: 'The question of neutrality' })).toBeVisible()
    await expectShown(page, ['original', 'footnotes'])
  })

  test('unknown layers are passed over, and the reader is told', async ({ page }) => {
    await page.goto(`${article}?layers=original,marginalia,Comments`)
    await expectShown(page, ['original'])
    await expect(status(page)).toHaveText(
      'This link names layers that are not here: marginalia, Comments.',
    )
    await page.goto(`${article}?layers=marginalia`)
    await expectShown(page, layerNames)
    await expect(status(page)).toContainText('marginalia')
    await layerSwitch(page, 'comments').click()
    await expect(page).toHaveURL(site + linkWith(without('comments')))
    await expect(status(page)).toContainText('Comments hidden')
  })

  test('switching changes the address and adds no step to the history', async ({ page }) => {
    await openArticle(page)
    const before = await page.evaluate(() => window.history.length)
    await layerSwitch(page, 'comments').click()
    await expect(page).toHaveURL(site + linkWith(without('comments')))
    await layerSwitch(page, 'background').click()
    await expect(page).toHaveURL(site + linkWith(without('comments', 'background')))
    await layerSwitch(page, 'background').click()
    await layerSwitch(page, 'comments').click()
    await expect(page).toHaveURL(site + article)
    expect(await page.evaluate(() => window.history.length)).toBe(before)
  })

  test('a switch that was thrown at the last moment is in the link after reloading', async ({
    page,
  }) => {
    await openArticle(page)
    for (const key of ['2', '3', '5', '3']) await page.keyboard.press(key)
    await page.reload()
    await expectShown(page, without('comments', 'capitals'))
    await awake(page)
    // In the same task, so that the browser has begun to reload before the history could follow.
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-layer-switch="background"]')?.click()
      window.location.reload()
    })
    await page.waitForEvent('load')
    await expectShown(page, without('comments', 'background', 'capitals'))
    await expect(page).toHaveURL(site + linkWith(without('comments', 'background', 'capitals')))
  })

  test('back and forward walk through switches, a note and the contents', async ({ page }) => {
    await openArticle(page)
    const scrollY = () => page.evaluate(() => window.scrollY)
    const isAt = async (top: number) => {
      await expect.poll(async () => Math.abs((await scrollY()) - top)).toBeLessThanOrEqual(2)
    }
    await page.evaluate(() => {
      window.scrollTo({ top: 700, behavior: 'instant' })
    })
    await page.keyboard.press('2')
    await painted(page)
    const atText = await scrollY()
    // Into the list of notes and from there to a marker.
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('a[href="#notes"]')?.click()
    })
    await expect(page.getByRole('heading', { name: 'Notes' })).toBeInViewport()
    const back = page.getByRole('link', { name: 'Back to marker 47 in the text' })
    await back.scrollIntoViewIfNeeded()
    const atNotes = await scrollY()
    await back.click()
    await expect(page.getByRole('link', { name: 'Note 47', exact: true })).toBeFocused()
    await page.keyboard.press('3')
    await painted(page)
    const atMarker = await scrollY()
    await page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: /^American interests/ })
      .click()
    await expect(page.getByRole('heading', { name: 'American interests' })).toBeInViewport()
    const atSection = await scrollY()

    await page.goBack()
    await expectShown(page, without('comments', 'background'))
    await isAt(atMarker)
    await page.goBack()
    await expectShown(page, without('comments'))
    await isAt(atNotes)
    await page.goBack()
    await expectShown(page, without('comments'))
    await isAt(atText)
    await expect(page).toHaveURL(site + linkWith(without('comments')))
    await page.goForward()
    await page.goForward()
    await expectShown(page, without('comments', 'background'))
    await isAt(atMarker)
    await page.goForward()
    await expectShown(page, without('comments', 'background'))
    await isAt(atSection)
    // A switch thrown at the last moment belongs to the entry in which it was thrown.
    await page.keyboard.press('5')
    await page.goBack()
    await expectShown(page, without('comments', 'background'))
    await page.goForward()
    await expectShown(page, without('comments', 'background', 'capitals'))
  })

  test('an address typed into the same page is gone to', async ({ page }) => {
    await openArticle(page, linkWith(without('background')))
    await page.evaluate(() => {
      window.location.hash = '#richard-morningstar'
    })
    await expect(page.locator('[id="richard-morningstar"]')).toBeInViewport()
    await expectShown(page, layerNames)
    await page.goBack()
    await expectShown(page, without('background'))
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
  })
})
