import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { keepCopies, openPage, topOf } from '../support/link-page.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const article = `${site}read/israeli-azerbaijani-alliance-and-iran-3/`
const specimen = `${fixtureSite}read/specimen/`
const layers = '?layers=original,background,footnotes'
/** The colour of a link that shows only under the pointer or with the focus. */
const unseen = 'rgba(0, 0, 0, 0)'
const status = (page: Page) => page.getByRole('status')
const scrollY = (page: Page) => page.evaluate(() => window.scrollY)

test.describe('links that copy themselves', () => {
  test('stand at every section, paragraph, foreign passage and note, and carry the layers', async ({
    page,
  }) => {
    const copies = await keepCopies(page)
    for (const address of [article, specimen]) {
      await openPage(page, `${address}${layers}`)
      const withoutLink = await page.evaluate(() => {
        const places = document.querySelectorAll(
          '.text :is(h2, h3, h4, h5), .text p[id]:not(.voice), .text pre[id], .text .table[id], .text figure[id], .passage[data-kind], .endnotes li[data-note]',
        )
        return [...places].flatMap(({ id }) =>
          document.querySelector(`a[data-copy-link][href="#${CSS.escape(id)}"]`) === null
            ? [id]
            : [],
        )
      })
      expect(withoutLink).toEqual([])

      const hashes = await page.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-copy-link]')]
        for (const link of links) link.click()
        return links.map((link) => link.hash)
      })
      expect(hashes.length).toBeGreaterThan(30)
      expect(new Set(hashes).size).toBe(hashes.length)
      expect(await copies()).toEqual(hashes.map((hash) => `${address}${layers}${hash}`))
      await expect(status(page)).toHaveText('Link copied.')
    }
  })

  test('come by mouse: shown under the pointer, pressed, told', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openPage(page, article)
    const link = page.locator('#in-view-of-these-facts > .permalink')
    await expect(link).toHaveCSS('color', unseen)
    await page.locator('#in-view-of-these-facts').hover()
    await expect(link).not.toHaveCSS('color', unseen)
    const before = await scrollY(page)
    await link.click()
    await expect(status(page)).toHaveText('Link copied.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${article}#in-view-of-these-facts`,
    )
    expect(await scrollY(page)).toBe(before)
  })

  test('come by keyboard: Tab shows them, Enter copies', async ({ page }) => {
    const copies = await keepCopies(page)
    await openPage(page, `${article}#energy`)
    await expect(page.locator('#energy')).toBeFocused()
    await page.keyboard.press('Tab')
    const link = page.locator('#energy > .permalink')
    await expect(link).toBeFocused()
    await expect(link).not.toHaveCSS('color', unseen)
    await page.keyboard.press('Enter')
    await expect(status(page)).toHaveText('Link copied.')
    expect(await copies()).toEqual([`${article}#energy`])
    await expect(link).toBeFocused()
  })

  test('come by finger: always there, large enough, not on top of anything', async ({
    browser,
  }) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    const copies = await keepCopies(page)
    await openPage(page, `${article}#energy`)
    const link = page.locator('#energy > .permalink')
    await expect(link).not.toHaveCSS('color', unseen)
    const box = await link.boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(24)
    expect(box?.height).toBeGreaterThanOrEqual(24)
    await link.tap()
    await expect(status(page)).toHaveText('Link copied.')
    expect(await copies()).toEqual([`${article}#energy`])
    await context.close()
  })

  test('are offered for a marker by its note', async ({ page }) => {
    const copies = await keepCopies(page)
    await openPage(page, article)
    await page.locator('#ref-43').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click()
    await expect(status(page)).toHaveText('Link copied.')
    expect(await copies()).toEqual([`${article}#ref-43`])
  })

  test('show the address, selected for copying by hand, where copying is forbidden', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))
      document.execCommand = () => false
    })
    await openPage(page, `${article}?layers=original#energy`)
    await page.locator('#energy > .permalink').press('Enter')
    const field = page.getByRole('textbox', { name: /copying is not possible/i })
    await expect(field).toBeInViewport()
    await expect(field).toHaveValue(`${article}?layers=original#energy`)
    await expect(field).toBeFocused()
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(
      `${article}?layers=original#energy`,
    )
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(field).toBeHidden()
  })

  test('copy the old way where the clipboard is not to be had, and leave the selection', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))
    })
    await openPage(page, article)
    await page.evaluate(() => {
      const paragraph = document.getElementById('in-view-of-these-facts')
      if (paragraph !== null) document.getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, 1)
    })
    const selected = await page.evaluate(() => document.getSelection()?.toString())
    await page.locator('#energy > .permalink').press('Enter')
    await expect(status(page)).toHaveText('Link copied.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${article}#energy`)
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(selected)
  })
})

test.describe('a link to a place', () => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    test(
      `brings it into view below the top edge, and there it stays (${viewport.width} px)`,
      inShortRun(viewport.width === 390),
      async ({ page }) => {
        await page.setViewportSize(viewport)
        for (const id of [
          'energy',
          'in-view-of-these-facts',
          'richard-morningstar',
          'note-44',
          'ref-48',
        ]) {
          await openPage(page, `${article}#${id}`)
          await expect.poll(() => topOf(page, id)).toBeGreaterThanOrEqual(0)
          const arrived = await topOf(page, id)
          // A marker stands in the middle, everything else where its margins say.
          const wanted = await page.evaluate((name) => {
            const place = document.getElementById(name)
            if (place === null) return Number.NaN
            if (place.matches('[role=doc-noteref]')) return window.innerHeight / 2
            const { scrollMarginTop } = getComputedStyle(place)
            const { scrollPaddingTop } = getComputedStyle(document.documentElement)
            return Number.parseFloat(scrollMarginTop) + Number.parseFloat(scrollPaddingTop)
          }, id)
          expect(Math.abs(arrived - wanted), `#${id} at ${arrived}`).toBeLessThanOrEqual(
            id === 'ref-48' ? 60 : 8,
          )
          // Fonts come, the page hydrates, the contents light up: none of it may push the place away.
          await page.evaluate(() => document.fonts.ready)
          await page.waitForLoadState('networkidle')
          expect(Math.abs((await topOf(page, id)) - arrived)).toBeLessThanOrEqual(8)
          await expect(page.locator(`[id="${id}"]`)).toBeFocused()
        }
      },
    )
  }

  test('switches on the layer that hides it, says so, and leaves the others hidden', async ({
    page,
  }) => {
    const id = 'comments.comment-by-geopolitical-analysis-and'
    await openPage(page, `${article}?layers=original#${id}`)
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport()
    await expect(status(page)).toContainText('Comments switched on')
    await expect(page).toHaveURL(`${article}?layers=original,comments#${id}`)
    await expect(page.locator('#richard-morningstar')).toBeHidden()
    expect(await topOf(page, id)).toBeGreaterThanOrEqual(0)
  })

  test('switches the markers on for a marker, and both layers for a note in a comment', async ({
    page,
  }) => {
    await openPage(page, `${article}?layers=original#ref-48`)
    await expect(page.locator('#ref-48')).toBeInViewport()
    await expect(page).toHaveURL(/layers=original,footnotes#ref-48$/)

    await openPage(page, `${specimen}?layers=original#ref-note`)
    await expect(page.locator('#ref-note')).toBeInViewport()
    await expect(page).toHaveURL(/layers=original,nightwatch,footnotes#/)
  })

  test('still works by a name that the place had before', async ({ page }) => {
    await openPage(page, `${specimen}#old-ledger`)
    await expect(page.locator('#the-ledger')).toBeInViewport()
    await expect(status(page)).toBeEmpty()
    await openPage(page, `${specimen}?layers=original#first-remark`)
    await expect(page.getByRole('group', { name: 'Comment · The Harbour Office' })).toBeInViewport()
  })

  test('shows the nearest place for a name that is nearly right, and says so', async ({ page }) => {
    await openPage(page, `${article}#enrgy`)
    await expect(status(page)).toContainText('“enrgy”')
    await expect(status(page)).toContainText('the nearest place')
    await expect(page.locator('#energy')).toBeFocused()
    await expect(page.locator('#energy')).toBeInViewport()

    // Cut off by a program that ends links where it likes, and in a layer that is off.
    await openPage(page, `${article}?layers=original#comments.comment-by-geopoli`)
    await expect(
      page.locator('[id="comments.comment-by-geopolitical-analysis-and"]'),
    ).toBeInViewport()
    await expect(page).toHaveURL(/layers=original,comments#/)
  })

  test('claims nothing for a name that is like no other', async ({ page }) => {
    await openPage(page, `${article}#zzqqxx`)
    await expect(status(page)).toContainText('“zzqqxx”')
    await expect(status(page)).not.toContainText('nearest')
    expect(await scrollY(page)).toBe(0)
  })

  test('works when written into the address of the open page, with a way back', async ({
    page,
  }) => {
    await openPage(page, article)
    await page.evaluate(() => {
      window.scrollTo({ top: 500, behavior: 'instant' })
    })
    await page.evaluate(() => {
      window.location.hash = 'the-question-of-neutrality'
    })
    await expect(page.locator('#the-question-of-neutrality')).toBeInViewport()
    await expect(page.locator('#the-question-of-neutrality')).toBeFocused()
    await page.evaluate(() => {
      window.location.hash = 'exact=Energy&layer=original'
    })
    await page.getByRole('button', { name: 'Back to where you were' }).click()
    await expect(page.locator('#the-question-of-neutrality')).toBeInViewport()
    await page.goBack()
    await expect.poll(() => scrollY(page)).toBe(500)
  })

  test('leaves a page that is loaded again where the reader was', async ({ page }) => {
    await openPage(page, `${article}#energy`)
    await expect(page.locator('#energy')).toBeFocused()
    await page.evaluate(() => {
      window.scrollTo({ top: 1234, behavior: 'instant' })
    })
    await page.reload()
    await expect(page.locator('html[data-ready]')).toBeAttached()
    await page.waitForLoadState('networkidle')
    await expect.poll(async () => Math.abs((await scrollY(page)) - 1234)).toBeLessThanOrEqual(2)
  })
})

test.describe('a standard link to words (#:~:text=)', () => {
  /** How much of the place of the words is painted in the colour of a mark, 0 to 1. */
  async function isMarked(page: Page, words: string) {
    const sharp = (await import('sharp')).default
    const found = await page.evaluate((text) => {
      const nodes = document.createTreeWalker(
        document.querySelector('main') ?? document,
        NodeFilter.SHOW_TEXT,
      )
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        const at = node.textContent?.indexOf(text) ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + text.length)
        const rect = range.getClientRects()[0]
        const probe = document.createElement('p')
        probe.style.color = 'var(--mark)'
        document.body.append(probe)
        const colour = getComputedStyle(probe).color
        probe.remove()
        return rect === undefined
          ? null
          : { x: rect.x, y: rect.y, width: rect.width, height: rect.height, colour }
      }
      return null
    }, words)
    if (found === null) return 0
    const image = await page.screenshot({ clip: found })
    const { data, info } = await sharp(image)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const mark = found.colour.match(/\d+/g)?.slice(0, 3).map(Number) ?? []
    let marked = 0
    for (let at = 0; at < data.length; at += info.channels) {
      const distance = mark.reduce(
        (sum, part, index) => sum + Math.abs(part - (data[at + index] ?? 0)),
        0,
      )
      if (distance < 24) marked += 1
    }
    return marked / (info.width * info.height)
  }

  test('scrolls there and stays marked when the page has woken up', async ({ page }) => {
    await openPage(page, `${article}#:~:text=Jerusalem%20with%20over%20one%2Dthird`)
    await expect.poll(() => scrollY(page)).toBeGreaterThan(2000)
    const words = 'Jerusalem with over one-third'
    await expect.poll(() => isMarked(page, words)).toBeGreaterThan(0.3)
    await page.waitForLoadState('networkidle')
    expect(await isMarked(page, words)).toBeGreaterThan(0.3)
  })

  test('reaches words in a layer that is off and switches on that one alone', async ({ page }) => {
    await openPage(page, `${article}?layers=original,footnotes#:~:text=even%20alternative%20media`)
    await expect(page).toHaveURL(/layers=original,comments,footnotes/)
    await expect(status(page)).toContainText('Comments switched on')
    const comment = page.locator('[id="comments.comment-by-geopolitical-analysis-and"]')
    await expect(comment).toBeInViewport()
    await expect(page.locator('#richard-morningstar')).toBeHidden()
    await expect.poll(() => isMarked(page, 'even alternative media')).toBeGreaterThan(0.3)
  })
})
