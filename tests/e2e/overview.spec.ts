import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { article, awake, watchPage } from '../support/page-watch.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const overview = `${article}overview/`
const fixtures = ['specimen', 'rtl', 'cyrillic', 'crowded'].map(
  (slug) => `${fixtureSite}read/${slug}/overview/`,
)

test('the contents lead to the overview at every width, and the overview back to the text', async ({
  page,
}) => {
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(article)
    await awake(page)
    const contents = page.getByRole('button', { name: 'Contents' })
    if (await contents.isVisible()) await contents.click()
    const way = page.getByRole('navigation', { name: 'Contents' }).getByRole('link', {
      name: 'Overview',
    })
    await way.focus()
    await expect(way).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(site + overview)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
    await page.getByRole('link', { name: 'To the text' }).click()
    await expect(page).toHaveURL(site + article)
  }
})

test('a link into a layer that is off by default switches it on', async ({ page }) => {
  await page.goto(`${fixtureSite}read/specimen/overview/`)
  const entry = entryOf(page, 'Skerry Point')
  await entry.locator('summary').click()
  const mention = entry.getByRole('link', { name: /nine lamps between/ })
  await mention.click()
  await awake(page)
  await expect(page.getByText('There were nine lamps between')).toBeInViewport()
  await expect(page.locator('[data-layer-switch="background"]').first()).toHaveAttribute(
    'aria-checked',
    'true',
  )
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the text leads to it, and every link has its place', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(article)
    await page
      .getByRole('link', { name: /^Overview/ })
      .last()
      .click()
    await expect(page).toHaveURL(site + overview)
    for (const address of [site + overview, ...fixtures]) {
      await page.goto(address)
      const ways = await linksOf(page)
      const here = await idsOf(page)
      await page.goto(new URL('../', address).href)
      const there = await idsOf(page)
      expect(ways.length).toBeGreaterThan(5)
      const dead = ways.filter(({ to, id }) => !(to === 'here' ? here : there).includes(id))
      expect(dead, address).toEqual([])
    }
  })

  test('names open to the words around them', async ({ page }) => {
    await page.goto(overview)
    const entry = entryOf(page, 'Soviet Union')
    await entry.locator('summary').click()
    await expect(entry.getByRole('link')).toHaveText(
      'Since the fall of the Soviet Union, the historically close and warm relations between …',
    )
    await entry.getByRole('link').click()
    await expect(page.getByText('Since the fall of the SOVIET UNION')).toBeInViewport()
  })
})

test('the figures of the table add up, and the image says the same in words', async ({ page }) => {
  for (const address of [site + overview, ...fixtures]) {
    await page.goto(address)
    await page.getByText('The figures as a table').click()
    const rows = await page
      .locator('.overview-table tr')
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.querySelectorAll('td')].map((cell) => Number(cell.innerText.replace(/\D/g, ''))),
        ),
      )
    const body = rows.slice(1, -2)
    const sums = rows.at(-2) ?? []
    for (const row of [...body, sums]) {
      expect(row.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(row.at(-1))
    }
    for (const [at, sum] of sums.entries()) {
      expect(body.reduce((total, row) => total + (row[at] ?? 0), 0)).toBe(sum)
    }
    const image = page.getByRole('img', { name: 'Words of each voice, section by section' })
    await expect(image).toHaveAccessibleDescription(
      new RegExp(`^${(sums.at(-1) ?? 0).toLocaleString('en')} words in all: `),
    )
  }
})

test('sources stand under their address and by date, each with its state', async ({ page }) => {
  await page.goto(overview)
  const state = (text: string) =>
    page.locator('.sources li', { hasText: text }).locator('.state').first()
  await expect(state('Note 46')).toHaveText('lost')
  await expect(state('Cohen and DeCorla-Souza')).toHaveText('short form')
  await expect(state('Shahin Abbasov')).toHaveText('cut off')
  await expect(state('Really Archenemies')).toHaveText('address mended')
  await expect(state('Artak Grigoryan')).toHaveText('whole')
  const copy = page
    .locator('.sources li', { hasText: 'Artak Grigoryan' })
    .getByRole('link', { name: 'archived copy of the page at noravank.am' })
  await expect(copy).toHaveAttribute('href', /^https:\/\/web\.archive\.org\/web\/20090922\//)
  const first = page.locator('.dated li').first()
  await expect(first).toContainText('2009')
  await first.getByRole('link').click()
  await expect(page.locator('.sources li:target')).toBeInViewport()
})

test('it keeps within its policy, asks for no script, and follows the theme', async ({ page }) => {
  const watch = watchPage(page, site, fixtureSite)
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.addInitScript(() => {
    window.localStorage.setItem('palimpsest.preferences', JSON.stringify({ theme: 'dark' }))
  })
  for (const address of [site + overview, ...fixtures]) {
    await page.goto(address)
    await expect(page.locator('html:not([data-opening])')).toBeAttached()
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(27, 26, 24)')
    await expect(page.locator('.chart-label').first()).toHaveCSS('display', 'flex')
  }
  expect(watch.troubles).toEqual([])
  expect(watch.foreign).toEqual([])
  expect(scripts).toEqual([])
})

test('words of another language and direction say so', async ({ page }) => {
  await page.goto(`${fixtureSite}read/rtl/overview/`)
  const words = page.locator('.source-words bdi')
  await expect(words).toHaveAttribute('lang', 'ar')
  await expect(words).toHaveAttribute('dir', 'rtl')
  await entryOf(page, 'الميناء').locator('summary').click()
  const mention = page.locator('.mentions a').first()
  await expect(mention).toHaveAttribute('dir', 'rtl')
  await expect(mention).toHaveCSS('direction', 'rtl')
})

test(
  'nothing is held against it, by day on a phone and by night on a desk',
  inShortRun(false),
  async ({ page }) => {
    for (const [colorScheme, width] of [
      ['light', 360],
      ['dark', 1440],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await page.goto(overview)
      await page.locator('.overview-table summary').click()
      await page.locator('.entry summary').first().click()
      expect(await violations(page), `at ${width}`).toEqual([])
    }
  },
)

test('nothing is held against it where the text runs from right to left, and nothing sticks out', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 })
  for (const address of [site + overview, ...fixtures]) {
    await page.goto(address)
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '')
    })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow, address).toBeLessThanOrEqual(0)
  }
  await page.goto(`${fixtureSite}read/rtl/overview/`)
  expect(await violations(page)).toEqual([])
})

test('on paper everything is open, and nothing is left to be pressed', async ({ page }) => {
  await page.goto(overview)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'To the text' })).toBeHidden()
  const closed = page.locator('.mentions').first()
  expect(await closed.evaluate((list) => list.getBoundingClientRect().height > 10)).toBe(true)
  await expect(page.locator('.overview-table table')).toBeVisible()
})

test('it has an address and a card of its own, and is no article of the library', async ({
  request,
}) => {
  const html = await (await request.get(`${fixtureSite}read/specimen/overview/`)).text()
  expect(html).toContain(`<link rel="canonical" href="${fixtureSite}read/specimen/overview/" />`)
  expect(html).toMatch(/<meta property="og:title" content="Overview of “The Lamp at Skerry Point”/)
  expect(html).toContain(`content="${fixtureSite}read/specimen/social.png"`)
  const sitemap = await (await request.get(`${fixtureSite}sitemap.xml`)).text()
  expect(sitemap).not.toContain('overview')
  const library = await (await request.get(fixtureSite)).text()
  expect(library).not.toContain('overview/')
})

/** The line of the index that has this name. */
function entryOf(page: Page, name: string): Locator {
  return page
    .locator('.entry')
    .filter({ has: page.locator('.entry-head').getByText(name, { exact: true }) })
}

/** Where its own links lead, on this page or in the text. */
function linksOf(page: Page): Promise<readonly { to: 'here' | 'text'; id: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')]
      .filter((link) => link.origin === window.location.origin)
      .map((link) => ({
        to: link.pathname === window.location.pathname ? ('here' as const) : ('text' as const),
        id: decodeURIComponent(link.hash.slice(1)),
      })),
  )
}

function idsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
}
