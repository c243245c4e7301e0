import { chromium, expect, test, type Page } from '@playwright/test'
import { browserArguments } from '../../scripts/browser.mjs'
import {
  layerNames,
  layerSwitch,
  linkWith,
  openArticle,
  painted,
  without,
  expectShown,
} from '../support/layers.ts'
import { sweepLayers, worstOf } from '../support/reading-line.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const specimen = `${fixtureSite}read/specimen/`

test.describe('the line being read', () => {
  for (const isAnchoring of [true, false]) {
    const how = isAnchoring ? 'with' : 'without'
    test(
      `it stays where it is, whatever is switched, ${how} the browser’s own anchoring`,
      inShortRun(!isAnchoring),
      async ({ page }) => {
        await openArticle(page)
        test.setTimeout(120_000)
        const sweep = worstOf(await page.evaluate(sweepLayers, { places: 5, isAnchoring }))
        expect(sweep.moved).toEqual([])
        expect(sweep.measured).toBeGreaterThan(90)
      },
    )
  }

  test('without our help and the browser’s, it would move', async ({ page }) => {
    await openArticle(page)
    const moved = await page.evaluate(() => {
      document.documentElement.style.setProperty('overflow-anchor', 'none')
      document.body.style.setProperty('overflow-anchor', 'none')
      const line = document.getElementById('u-s-diplomacy')
      line?.scrollIntoView({ behavior: 'instant' })
      const before = line?.getBoundingClientRect().top ?? 0
      for (const passage of document.querySelectorAll('[data-layer="background"]')) {
        passage.setAttribute('hidden', 'until-found')
      }
      return (line?.getBoundingClientRect().top ?? 0) - before
    })
    expect(moved).toBeLessThan(-50)
  })

  test('twenty switchings leave the line, the text’s nodes and a selection as they were', async ({
    page,
  }) => {
    await openArticle(page)
    const before = await page.evaluateHandle(() => {
      const heading = document.getElementById('energy')
      heading?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const nodes: Node[] = []
      const texts = document.createTreeWalker(
        document.querySelector('main article') ?? document.body,
        NodeFilter.SHOW_TEXT,
      )
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) nodes.push(node)
      const paragraph = nodes.find(
        (node) =>
          node.nodeValue !== null &&
          node.nodeValue.length > 40 &&
          node.parentElement?.closest('[id^="original-passage.last"]'),
      )
      if (paragraph) document.getSelection()?.setBaseAndExtent(paragraph, 2, paragraph, 20)
      return {
        nodes,
        paragraph,
        heading: heading?.getBoundingClientRect().top ?? 0,
        said: document.getSelection()?.toString(),
      }
    })
    for (let time = 0; time < 20; time += 1) {
      // Two of each, so that everything is shown again at the end, but not in order.
      await page.keyboard.press(['2', '3', '5', '4', '5', '3', '2', '4'][time % 4] ?? '')
      await painted(page)
    }
    for (const key of ['2', '3', '5', '4']) await page.keyboard.press(key)
    await expectShown(page, layerNames)
    const after = await page.evaluate((was) => {
      const texts = document.createTreeWalker(
        document.querySelector('main article') ?? document.body,
        NodeFilter.SHOW_TEXT,
      )
      const selection = document.getSelection()
      return {
        areSame: was.nodes.every((node) => node === texts.nextNode()) && texts.nextNode() === null,
        drift: (document.getElementById('energy')?.getBoundingClientRect().top ?? 0) - was.heading,
        isSelected:
          selection?.anchorNode === was.paragraph &&
          selection?.anchorOffset === 2 &&
          selection.toString() === was.said &&
          was.said?.length === 18,
      }
    }, before)
    expect(after.areSame).toBe(true)
    expect(after.isSelected).toBe(true)
    expect(Math.abs(after.drift)).toBeLessThanOrEqual(1)
  })

  test('whoever hides what is being read and shows it again is back at the same line', async ({
    page,
  }) => {
    await openArticle(page)
    const comment = page.getByText('As mentioned numerous times on this blog')
    await comment.evaluate((element) => {
      document.documentElement.style.setProperty('overflow-anchor', 'none')
      document.body.style.setProperty('overflow-anchor', 'none')
      window.scrollTo({
        top: element.getBoundingClientRect().top + window.scrollY + 40,
        behavior: 'instant',
      })
    })
    const top = () => comment.evaluate((element) => element.getBoundingClientRect().top)
    const before = await top()
    expect(before).toBeLessThan(0)
    for (const key of ['2', '2', 'Shift+Digit3', '0']) {
      await page.keyboard.press(key)
      await painted(page)
    }
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  })
})

test.describe('the focus', () => {
  const focusIn = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element: HTMLElement) => {
        element.focus()
        if (document.activeElement !== element) throw new Error('It cannot be focused.')
      })

  test('it goes from what is hidden to the switch that hid it', async ({ page }) => {
    await openArticle(page)
    await focusIn(page, '[data-layer="comments"] .permalink')
    await page.keyboard.press('2')
    await expect(layerSwitch(page, 'comments')).toBeFocused()
    await page.keyboard.press('2')
    await focusIn(page, '.text a[role="doc-noteref"]')
    await page.keyboard.press('4')
    await expect(layerSwitch(page, 'footnotes')).toBeFocused()
    await page.keyboard.press('4')
    await focusIn(page, '.text a[role="doc-noteref"]')
    await page.keyboard.press('Shift+Digit3')
    await expect(layerSwitch(page, 'original')).toBeFocused()
  })

  test('it stays in what stays, and goes from a stub into the passage that comes', async ({
    page,
  }) => {
    await openArticle(page)
    await focusIn(page, '.text a[role="doc-noteref"]')
    await page.keyboard.press('3')
    await page.keyboard.press('5')
    await expect(page.locator('.text a[role="doc-noteref"]').first()).toBeFocused()
    await focusIn(page, '[id="origin-of-wahhabism"] + .stub button')
    await page.keyboard.press('3')
    await expect(page.locator('[id="origin-of-wahhabism"]')).toBeFocused()
  })

  test('it goes from an insertion to the switch of the passage around it', async ({ page }) => {
    await openArticle(page, specimen)
    await page.getByText('so she told us, at least').evaluate((element: HTMLElement) => {
      element.tabIndex = -1
      element.focus()
    })
    await page.keyboard.press('1')
    await expect(page.getByRole('switch', { name: 'Original text' })).toBeFocused()
  })

  test('on a phone it goes to the button that opens the switches', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openArticle(page)
    await focusIn(page, '[data-layer="comments"] .permalink')
    await page.keyboard.press('2')
    await expect(page.getByRole('button', { name: 'Layers' })).toBeFocused()
  })

  test('on a phone the switches open as a sheet, and each works there', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openArticle(page)
    await expect(layerSwitch(page, 'background')).toBeHidden()
    await page.getByRole('button', { name: 'Layers' }).click()
    await layerSwitch(page, 'background').click()
    await expectShown(page, without('background'))
    await page.getByRole('button', { name: 'Only this: Original text' }).click()
    await expectShown(page, ['original'])
    await page.keyboard.press('Escape')
    await expect(layerSwitch(page, 'background')).toBeHidden()
  })
})

test.describe('many switchings at once', () => {
  /** A browser with the protection that Playwright switches off. */
  const launch = () =>
    chromium.launch({
      ...(process.env['CHROMIUM_PATH'] === undefined
        ? {}
        : { executablePath: process.env['CHROMIUM_PATH'] }),
      args: browserArguments,
      ignoreDefaultArgs: ['--disable-ipc-flooding-protection'],
    })

  for (const times of [41, 121]) {
    test(
      `${times} quick switchings overstrain neither the history nor the address`,
      inShortRun(times > 100),
      async () => {
        const browser = await launch()
        try {
          const page = await browser.newPage({ baseURL: site })
          const errors: string[] = []
          page.on('pageerror', (error) => errors.push(error.message))
          await page.addInitScript(() => {
            const calls: number[] = []
            Object.assign(window, { historyCalls: calls })
            for (const name of ['pushState', 'replaceState'] as const) {
              const original = history[name].bind(history)
              history[name] = (...all) => {
                calls.push(performance.now())
                original(...all)
              }
            }
          })
          await openArticle(page)
          const grew = await page.evaluate(async (count) => {
            const controls = document.querySelectorAll<HTMLElement>('[data-layer-switch]')
            const entries = history.length
            for (let time = 0; time < count; time += 1) {
              controls[[1, 2, 4][time % 3] ?? 0]?.click()
              await new Promise((resolve) => setTimeout(resolve))
            }
            return history.length - entries
          }, times)
          // 41 = 14 + 14 + 13 and 121 = 41 + 40 + 40: an odd number of switchings hides a layer.
          const shown = times === 41 ? without('capitals') : without('comments')
          await expectShown(page, shown)
          await expect(page).toHaveURL(site + linkWith(shown))
          const calls = await page.evaluate(
            () => (window as unknown as { historyCalls: number[] }).historyCalls,
          )
          const within = (from: number) =>
            calls.filter((call) => call >= from && call < from + 10_000).length
          expect(calls.length).toBeGreaterThan(0)
          expect(Math.max(...calls.map(within))).toBeLessThanOrEqual(92)
          if (times === 41) expect(calls.length).toBeLessThan(90)
          expect(grew).toBe(0)
          expect(errors).toEqual([])
          // The protection is on: of a thousand calls in a row, the last is dropped.
          const last = await page.evaluate(() => {
            for (let time = 0; time < 1000; time += 1) history.replaceState(null, '', `#${time}`)
            return location.hash
          })
          expect(last).not.toBe('#999')
        } finally {
          await browser.close()
        }
      },
    )
  }
})
