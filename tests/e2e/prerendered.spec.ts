import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { blockInlines, inlineWords } from '#core/article'
import type { Article, Inline } from '#core/article'
import { parseArticle } from '#core/format'
import { article, awake, twoFrames, watchPage, wordsOf } from '../support/page-watch.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const root = path.resolve(import.meta.dirname, '../..')
const slug = article.replace(/^read\/|\/$/g, '')
const folder = path.join(root, 'src/content', slug)

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('every word of every passage and note stands on the page, in its order', async ({
    page,
  }) => {
    await page.goto(article)
    const model = parsed()
    const wanted = [
      ...model.sections.flatMap(({ passages }) => passages),
      ...model.footnotes.map((footnote) => ({ ...footnote, title: [] })),
    ]
    expect(wanted.length).toBeGreaterThan(20)
    for (const { id, title, blocks } of wanted) {
      const pieces = [title, ...blocks.map(blockInlines)].flat().flatMap(textsIn)
      const shown = await page.locator(`[id="${id}"]`).innerText()
      expect(firstMissing(pieces, shown), id).toBeNull()
    }
  })

  test('every word of the source is somewhere on the page', async ({ page }) => {
    await page.goto(article)
    const left = new Map<string, number>()
    // What was left out stands in closed details at the foot of the page.
    const shown = await page.locator('article').evaluate((element: HTMLElement) => {
      element.querySelectorAll('details').forEach((details) => {
        details.open = true
      })
      const numbers = [...element.querySelectorAll('li[value]')].map((item) =>
        item.getAttribute('value'),
      )
      return [element.innerText, ...numbers].join('\n')
    })
    for (const word of wordsOf(shown)) left.set(word, (left.get(word) ?? 0) + 1)
    const missing = wordsOf(readFileSync(path.join(folder, 'source.txt'), 'utf8')).filter(
      (word) => {
        const count = left.get(word) ?? 0
        left.set(word, count - 1)
        return count <= 0
      },
    )
    expect(missing).toEqual([])
  })

  test('voices are named, and nothing is shown that needs a script to be pressed', async ({
    page,
  }) => {
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(article)
      await expect(page.getByText('Comment · Geopolitical Analysis and Monitoring')).toBeVisible()
      await expect(page.getByText(/^Background · /)).toHaveCount(3)
      expect(await shownControls(page)).toEqual([])
      // What a word’s explanation says is said without a box.
      expect(
        await page
          .locator('.explained')
          .first()
          .evaluate((element) => getComputedStyle(element, '::after').content),
      ).toContain('So in the source')
    }
  })

  test('a marker leads to its note, which lights up, and back again', async ({ page }) => {
    await page.goto(article)
    const marker = page.getByRole('link', { name: 'Note 45', exact: true })
    await marker.click()
    const note = page.locator('li[data-note="45"]')
    await expect(note).toBeInViewport()
    expect(await note.evaluate((element) => element.matches(':target'))).toBe(true)
    await expect(note).toHaveCSS('animation-name', 'flash')
    await note.locator('[role="doc-backlink"]').click()
    await expect(marker).toBeInViewport()
  })

  test('every link inside the page has its place', async ({ page }) => {
    for (const address of [article, `${fixtureSite}read/specimen/`, `${fixtureSite}read/rtl/`]) {
      await page.goto(address)
      const { count, broken } = await page.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        const gone = links.filter(
          ({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))) === null,
        )
        return { count: links.length, broken: gone.map(({ hash }) => hash) }
      })
      expect(count).toBeGreaterThan(10)
      expect(broken).toEqual([])
    }
    await page.goto(article)
    const permalink = page.locator('p[data-block] > .permalink').nth(3)
    await permalink.focus()
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe(await permalink.getAttribute('href'))
  })

  test('the library leads to the article, and a wrong address leads to the library', async ({
    page,
  }) => {
    const answer = await page.goto('nothing/here/')
    expect(answer?.status()).toBe(404)
    await page.getByRole('link', { name: 'Library' }).click()
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
    await expect(page.locator('article .text')).toBeVisible()
    expect(page.url()).toBe(site + article)
  })
})

const addresses: Readonly<Record<string, string>> = {
  'the article': article,
  'the article without comments and markers': `${article}?layers=original,background,capitals`,
  'a section of the article': `${article}#energy`,
  'a passage in a hidden layer': `${article}?layers=original#note-45`,
  'the library': '',
  'the specimen': `${fixtureSite}read/specimen/`,
  'an article that is written from right to left': `${fixtureSite}read/rtl/`,
}

for (const [name, address] of Object.entries(addresses)) {
  test(
    `waking up changes nothing of ${name}`,
    inShortRun(/^(the article|the specimen|an article)/.test(name)),
    async ({ page }) => {
      const watch = watchPage(page, site, fixtureSite)
      await page.addInitScript(() => {
        let shift = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ('value' in entry && typeof entry.value === 'number') shift += entry.value
          }
        }).observe({ type: 'layout-shift', buffered: true })
        const texts = () => {
          const found: Node[] = []
          const main = document.getElementById('text')
          const walk = main && document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
          while (walk?.nextNode()) found.push(walk.currentNode)
          return found
        }
        let before: Node[] = []
        // The scripts of the page run after this.
        document.addEventListener('readystatechange', () => {
          if (document.readyState === 'interactive') before = texts()
        })
        Object.assign(window, {
          wakingUp: () => {
            const after = texts()
            const isSame =
              after.length === before.length && after.every((node, at) => node === before[at])
            return { shift, texts: before.length, isSame }
          },
        })
      })
      await page.goto(address)
      await awake(page)
      await page.waitForLoadState('networkidle')
      const found = await page.evaluate('wakingUp()')
      expect(found).toEqual({ shift: expect.any(Number), texts: expect.any(Number), isSame: true })
      const { shift, texts } = found as { shift: number; texts: number }
      expect(texts).toBeGreaterThan(10)
      expect(shift).toBeLessThanOrEqual(0.01)
      expect(watch.troubles).toEqual([])
      expect(watch.foreign).toEqual([])
    },
  )
}

test('what a link hides is never painted, and the chosen theme is there from the first frame', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.localStorage.setItem(
      'palimpsest.preferences',
      JSON.stringify({ theme: 'dark', singleKeys: true }),
    )
    const seen = { frames: 0, early: 0, hidden: 0, light: 0, switches: 0 }
    const look = () => {
      requestAnimationFrame(look)
      if (document.querySelector('article') === null) return
      seen.frames += 1
      if (document.readyState !== 'complete') seen.early += 1
      for (const passage of document.querySelectorAll(
        '[data-layer="comments"], [data-layer="background"]',
      )) {
        if (passage.getBoundingClientRect().height > 1) seen.hidden += 1
      }
      for (const own of document.querySelectorAll('[data-layer-switch="comments"]')) {
        if (own.getAttribute('aria-checked') !== 'false') seen.switches += 1
      }
      if (getComputedStyle(document.documentElement).backgroundColor !== 'rgb(27, 26, 24)')
        seen.light += 1
    }
    requestAnimationFrame(look)
    Object.assign(window, { seen })
  })
  // The scripts come late, so that there are frames before them; the page itself comes in pieces.
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: 60_000,
    uploadThroughput: 60_000,
  })
  await page.goto(`${article}?layers=original,footnotes`)
  await awake(page)
  await twoFrames(page)
  const seen = await page.evaluate('seen')
  expect(seen).toMatchObject({ hidden: 0, light: 0, switches: 0 })
  expect((seen as { early: number }).early).toBeGreaterThan(10)
})

test('the page works on a host that only hands out files', async ({ page }) => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://in.site')
    const file = path.join(
      root,
      'dist',
      pathname.endsWith('/') ? `${pathname}index.html` : pathname,
    )
    const type = {
      '.html': 'text/html',
      '.js': 'text/javascript',
      '.woff2': 'font/woff2',
      '.svg': 'image/svg+xml',
    }
    try {
      const body = readFileSync(file)
      const known = Object.entries(type).find(([ending]) => file.endsWith(ending))
      response.writeHead(200, { 'Content-Type': known?.[1] ?? 'application/octet-stream' })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
  try {
    const watch = watchPage(page, host)
    await page.goto(host)
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
    await expect(page.locator('article .text')).toBeVisible()
    await page.reload()
    await awake(page)
    await page.keyboard.press('2')
    await expect(
      page.getByText('1 comment by Geopolitical Analysis and Monitoring hidden'),
    ).toBeVisible()
    expect(watch.troubles).toEqual([])
    expect(watch.foreign).toEqual([])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('opened as a file, the page is as whole as without scripts', async ({ page }) => {
  const file = pathToFileURL(path.join(root, 'dist', article, 'index.html')).href
  await page.goto(`${file}?layers=original`)
  await expect(page.getByText('Comment · Geopolitical Analysis and Monitoring')).toBeVisible()
  expect(wordsOf(await page.locator('article').innerText()).length).toBeGreaterThan(2500)
  expect(await shownControls(page)).toEqual([])
})

test('where any of the scripts does not arrive, the page is as whole as without them', async ({
  page,
  request,
}) => {
  const html = await (await request.get(article)).text()
  const scripts = html.match(/[^\s"]+\.js(?=[\s"])/g) ?? []
  expect(scripts.length).toBeGreaterThan(2)
  for (const file of scripts) {
    await page.route(`**${file}`, (route) => route.abort())
    await page.goto(`${article}?layers=original`)
    await expect(page.getByText('Comment · Geopolitical Analysis and Monitoring')).toBeVisible()
    expect(await shownControls(page), file).toEqual([])
    await page.unroute(`**${file}`)
  }
})

function parsed(): Article {
  const result = parseArticle(readFileSync(path.join(folder, 'article.md'), 'utf8'), { slug })
  if (!result.ok) throw new Error('The article does not parse.')
  return result.article
}

/** The texts that an inline is made of: each stands in one piece on the page. */
function textsIn(inline: Inline): readonly string[] {
  if ('children' in inline) return inline.children.flatMap(textsIn)
  return [inlineWords([inline])]
}

/** The first of the pieces that does not follow the ones before it; case and white space do not count. */
function firstMissing(pieces: readonly string[], shown: string): string | null {
  const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
  const text = plain(shown)
  let at = 0
  for (const piece of pieces) {
    const found = text.indexOf(plain(piece), at)
    if (found < 0) return piece
    at = found + plain(piece).length
  }
  return null
}

/** What is shown and looks to the eye or to a screen reader as if it could be pressed. */
function shownControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, [role="button"], [role="switch"]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}
