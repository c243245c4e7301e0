import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { fixtureSite } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const article = 'read/israeli-azerbaijani-alliance-and-iran-3/'

/** Waits until the page listens: before that, a click is only a click on a plain link. */
async function open(page: Page, address = article) {
  await page.goto(address)
  await expect(page.locator('html[data-ready]')).toBeAttached()
}

/**
 * Scrolls through the whole page and compares, at every step, the lit entry with the headings as
 * they stand in the window. Answers the disagreements.
 */
async function disagreements(page: Page, step: number) {
  return page.evaluate(async (by) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const lit = () =>
      entries
        .flatMap((entry, index) => (entry.getAttribute('aria-current') === null ? [] : [index]))
        .join()
    const entries = [...document.querySelectorAll<HTMLAnchorElement>('.contents li a')]
    const headings = entries.map((entry) => {
      const place = document.getElementById(decodeURIComponent(entry.hash.slice(1)))
      const heading = place?.matches('h1, h2, h3, h4') ? place : place?.querySelector('h2')
      if (heading === null || heading === undefined) throw new Error(`No heading: ${entry.hash}`)
      return heading
    })
    const wrong: string[] = []
    let steps = 0
    const end = document.documentElement.scrollHeight - window.innerHeight
    for (let at = 0; at < end + by; at += by) {
      window.scrollTo({ top: at, behavior: 'instant' })
      await frame()
      const line = window.innerHeight / 5
      const isAtBottom = window.scrollY >= end - 1
      let expected = -1
      for (const [index, heading] of headings.entries()) {
        if (heading.getBoundingClientRect().top <= line) expected = index
      }
      if (isAtBottom) expected = entries.length - 1
      const right = expected < 0 ? '' : String(expected)
      // Light travels at the speed of a frame; a busy machine gets a few.
      for (let late = 0; late < 6 && lit() !== right; late += 1) await frame()
      if (lit() !== right) wrong.push(`at ${window.scrollY}: lit ${lit()}, should be ${right}`)
      steps += 1
    }
    return { wrong, steps }
  }, step)
}

test.describe('the contents of a wide window', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('stand beside the text and list every section', async ({ page }) => {
    await open(page)
    const contents = page.getByRole('navigation', { name: 'Contents' })
    await expect(contents).toBeVisible()
    await expect(page.getByRole('button', { name: 'Contents' })).toBeHidden()
    const titles = await page
      .locator('.text h2, .text h3')
      .evaluateAll((headings) => headings.map((heading) => heading.textContent))
    await expect(contents.getByRole('listitem').getByRole('link')).toHaveCount(titles.length + 2)
    const box = await contents.boundingBox()
    const text = await page.locator('.text').boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(text?.x ?? 0)
  })

  for (const [address, height] of [
    [article, 360],
    [`${fixtureSite}read/specimen/`, 800],
  ] as const) {
    test(
      `light the last heading above the top fifth, every 50 px, in a window ${height} px high`,
      inShortRun(height === 800),
      async ({ page }) => {
        await page.setViewportSize({ width: 1280, height })
        await open(page, address)
        const { wrong, steps } = await disagreements(page, 50)
        expect(wrong).toEqual([])
        expect(steps).toBeGreaterThan(50)
      },
    )
  }

  test('light the same with layers hidden, and right after hiding them', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 420 })
    await open(page, `${fixtureSite}read/specimen/`)
    await page.keyboard.press('3')
    expect((await disagreements(page, 50)).wrong).toEqual([])
    // Nothing scrolls here, but what is hidden makes the headings below it rise.
    await page.evaluate(() => {
      const heading = document.getElementById('the-keeper')
      window.scrollTo({ top: 0, behavior: 'instant' })
      window.scrollBy({
        top: (heading?.getBoundingClientRect().top ?? 0) - 60,
        behavior: 'instant',
      })
    })
    await expect(page.locator('.contents [aria-current]')).toContainText('The keeper')
    await page.setViewportSize({ width: 1280, height: 200 })
    await expect(page.locator('.contents [aria-current]')).toHaveCount(0)
  })

  test('light the entry that was clicked, each of them, and the last at the bottom', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 1100 })
    await open(page)
    const entries = page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('listitem')
      .getByRole('link')
    const lit = await entries.evaluateAll(async (links) => {
      const found: (string | null)[] = []
      for (const link of links) {
        if (link instanceof HTMLElement) link.click()
        // Long enough for a late scroll event to take the light away.
        await new Promise((resolve) => setTimeout(resolve, 200))
        const current = document.querySelectorAll('.contents [aria-current]')
        found.push(current.length === 1 && current[0] === link ? null : link.textContent)
      }
      return found.filter((title) => title !== null)
    })
    expect(lit).toEqual([])
    await page.evaluate(() => {
      window.scrollTo({ top: 0, behavior: 'instant' })
    })
    await expect(page.locator('.contents [aria-current]')).toHaveCount(0)
    await page.evaluate(() => {
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
    })
    await expect(entries.last()).toHaveAttribute('aria-current', 'location')
  })

  test('keep an entry lit when a link led to a place inside its section', async ({ page }) => {
    await open(page, `${article}#note-48`)
    await expect(page.locator('.contents [aria-current]')).toHaveText(/^Notes/)
    await page.goto(`${article}#in-view-of-these-facts`)
    await expect(page.locator('.contents [aria-current]')).toContainText('foreign policy')
  })

  test('mark which layers a section contains, and only those', async ({ page }) => {
    await open(page)
    const contents = page.getByRole('navigation', { name: 'Contents' })
    const marks = await contents
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) =>
          [...link.querySelectorAll('.shape')]
            .map((shape) => shape.getAttribute('data-kind'))
            .join(),
        ),
      )
    const inText = await page.locator('.section').evaluateAll((sections) =>
      sections.map((section) =>
        [
          ...new Set(
            [...section.querySelectorAll('[data-passage][data-kind]')].map((passage) =>
              passage.getAttribute('data-layer'),
            ),
          ),
        ]
          .map((layer) => (layer === 'comments' ? 'commentary' : layer))
          .filter((layer) => layer !== 'original')
          .join(),
      ),
    )
    expect(marks.slice(0, inText.length)).toEqual(inText)
    expect(marks.filter((mark) => mark !== '')).toHaveLength(4)
    await expect(
      contents.getByRole('link', { name: 'A shared concern about Iran Comments' }),
    ).toBeVisible()
  })

  test('lead there and back to the same line', async ({ page }) => {
    await open(page)
    await page.evaluate(() => {
      window.scrollTo({ top: 777, behavior: 'instant' })
    })
    await page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: 'Energy' })
      .click()
    const heading = page.locator('#energy')
    await expect(heading).toBeFocused()
    await expect(heading).toBeInViewport()
    await expect(page).toHaveURL(/#energy$/)
    await page.getByRole('button', { name: 'Back to where you were' }).click()
    await expect
      .poll(() => page.evaluate(() => Math.abs(window.scrollY - 777)))
      .toBeLessThanOrEqual(2)
    await expect(page.getByRole('button', { name: 'Back to where you were' })).toBeHidden()
    await page.goForward()
    await page.evaluate(() => {
      window.scrollBy({ top: 333, behavior: 'instant' })
    })
    await page.goBack()
    await expect
      .poll(() => page.evaluate(() => Math.abs(window.scrollY - 777)))
      .toBeLessThanOrEqual(2)
  })
})

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1100, height: 800 },
]) {
  test.describe(`the contents of a window ${viewport.width} px wide`, () => {
    test.use({ viewport })

    const isShort = viewport.width === 390
    test(
      'open as a sheet that closes with the choice and leaves the reader at the place',
      inShortRun(isShort),
      async ({ page }) => {
        await open(page)
        const sheet = page.locator('#contents')
        await expect(sheet).toBeHidden()
        await page.getByRole('button', { name: 'Contents' }).click()
        await expect(sheet).toBeVisible()
        await sheet.getByRole('link', { name: 'U.S. diplomacy' }).click()
        await expect(sheet).toBeHidden()
        await expect(page.locator('#u-s-diplomacy')).toBeFocused()
        await expect(page.locator('#u-s-diplomacy')).toBeInViewport()

        // The light is in view when the sheet opens again, and Escape gives the focus back.
        await page.getByRole('button', { name: 'Contents' }).press('Enter')
        await expect(sheet.locator('[aria-current]')).toBeInViewport()
        await expect(sheet.locator('[aria-current]')).toContainText('U.S. diplomacy')
        await page.keyboard.press('Escape')
        await expect(sheet).toBeHidden()
        await expect(page.getByRole('button', { name: 'Contents' })).toBeFocused()
      },
    )

    test(
      'close at the choice of the place where one is already',
      inShortRun(isShort),
      async ({ page }) => {
        await open(page, `${article}#energy`)
        await page.getByRole('button', { name: 'Contents' }).click()
        await page.locator('#contents').getByRole('link', { name: 'Energy' }).click()
        await expect(page.locator('#contents')).toBeHidden()
        await expect(page.locator('#energy')).toBeFocused()
      },
    )
  })
}

test('without script the contents are a list of plain links', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  await page.goto(`${fixtureSite}read/specimen/`)
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: 'The ledger' })
    .click()
  await expect(page.locator('#the-ledger')).toBeInViewport()
  await context.close()
})
