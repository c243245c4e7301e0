import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { unpackFolder } from '#core/sharing'
import { violations } from '../support/axe.ts'
import { articleFile, firstArticle, keepByLink, linkTo, ownPage } from '../support/own.ts'
import { bring, openImport, REPOST } from '../support/import-page.ts'
import { article as articlePage, awake } from '../support/page-watch.ts'

const title = 'Israeli-Azerbaijani Alliance and Iran, Part 3'
const cyrillic = articleFile('tests/fixtures/articles/cyrillic')

/** What the page has asked of others than this site, and what it ran that nobody wrote here. */
function watch(page: Page): { readonly requests: string[]; readonly errors: string[] } {
  const seen = { requests: new Array<string>(), errors: new Array<string>() }
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(ownPage).origin)) seen.requests.push(request.url())
  })
  page.on('pageerror', (error) => seen.errors.push(String(error)))
  page.on('dialog', (dialog) => {
    seen.errors.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return seen
}

test('an article that came with a link is read like any other, and survives a reload', async ({
  page,
}) => {
  const seen = watch(page)
  const compiling = page.waitForEvent('worker')
  await page.goto(linkTo(firstArticle))
  // Beside the page, which must not stand still for a long one.
  expect((await compiling).url()).toContain('own-worker')
  await awake(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByText('It is not kept until you keep it.')).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await page.reload()
  await awake(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  expect(await violations(page)).toEqual([])
  const place = await page.locator('.text h2').nth(1).getAttribute('id')
  await page.goto(`${page.url()}#${place ?? ''}`)
  await page.reload()
  await awake(page)
  await expect(page.locator('.text h2').nth(1)).toBeInViewport()
  expect(seen).toEqual({ requests: [], errors: [] })
})

test('an own article has its layers, notes, search, export and overview, and its links work', async ({
  page,
}) => {
  const address = await keepByLink(page, firstArticle)
  await page.locator('a[role="doc-noteref"]').first().click()
  await expect(page.locator('.note-box')).toBeVisible()
  await page.keyboard.press('Escape')
  const background = page.getByRole('switch', { name: /Background/ }).first()
  await background.click()
  await expect(page).toHaveURL(/\?article=[a-z0-9]{10}&layers=[a-z,]+$/)
  await page.reload()
  await awake(page)
  await expect(page.locator('[data-layer="background"][data-passage]').first()).toBeHidden()

  await page.getByRole('button', { name: 'Search' }).first().click()
  await page.getByRole('searchbox').fill('Caspian')
  await expect(page).toHaveURL(/\?article=[a-z0-9]{10}&.*q=Caspian/)
  await page.keyboard.press('Escape')

  await page.locator('.colophon').getByRole('button', { name: 'Take it away' }).click()
  await expect(page.getByRole('dialog', { name: 'Take it away' })).toBeVisible()
  await page.keyboard.press('Escape')

  const place = await page.locator('.text h2').nth(2).getAttribute('id')
  await page.goto(`${address}&layers=original#${place ?? ''}`)
  await awake(page)
  await expect(page.locator('.text h2').nth(2)).toBeInViewport()
  await expect(page.locator('[data-layer="comments"][data-passage]').first()).toBeHidden()

  await page.locator('.colophon').getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await page.getByRole('link', { name: 'To the text' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})

test('the overview of an own article is as wide as that of any other', async ({ page }) => {
  const address = await keepByLink(page, firstArticle)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const widths: number[] = []
    for (const overview of [`${address}&show=overview`, `${articlePage}overview/`]) {
      await page.goto(overview)
      await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
      widths.push((await page.locator('main').boundingBox())?.width ?? 0)
    }
    expect(widths[0]).toBeGreaterThan(300)
    expect(widths[0]).toBe(widths[1])
  }
})

test('a name in another script stands below its role, and under the dot of its station', async ({
  page,
}) => {
  const hands = 'hands: [{ role: author, name: سلمى البحري }]\nauthors:'
  await page.goto(linkTo(articleFile('tests/fixtures/articles/rtl').replace('authors:', hands)))
  const role = page.locator('.hand-role')
  await expect(role).toBeVisible()
  const name = await page.locator('.hand-name bdi').boundingBox()
  expect(name?.x).toBe((await role.boundingBox())?.x)
})

test('the library shows own articles, renames them, and takes a deletion back', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await awake(page)
  await expect(page.getByRole('heading', { name: 'Your own articles' })).toHaveCount(0)
  await keepByLink(page, firstArticle)
  const other = await context.newPage()
  await other.goto('/')
  const shelf = other.getByRole('region', { name: 'Your own articles' })
  await expect(shelf.getByRole('link', { name: title })).toBeVisible()
  await expect(shelf.getByText('Mahir Khalifa-zadeh')).toBeVisible()
  await expect(shelf.getByText(/kB in this browser/)).toBeVisible()
  expect(await violations(other)).toEqual([])

  await keepByLink(page, cyrillic)
  await expect(shelf.getByRole('listitem').filter({ has: other.locator('h3') })).toHaveCount(2)

  const first = shelf.getByRole('listitem').filter({ hasText: title })
  await first.getByRole('button', { name: 'Rename' }).click()
  await other.getByLabel('New title').fill('Another: “title”')
  await other.keyboard.press('Enter')
  await expect(shelf.getByRole('link', { name: 'Another: “title”' })).toBeVisible()

  const renamed = shelf.getByRole('listitem').filter({ hasText: 'Another' })
  const waiting = other.waitForEvent('download')
  await renamed.getByRole('button', { name: 'Download the folder' }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe('another-title.zip')
  const unpacked = unpackFolder(new Uint8Array(readFileSync(await file.path())))
  expect(unpacked).toMatchObject({ ok: true, folder: { slug: 'another-title' } })

  await renamed.getByRole('button', { name: 'Delete' }).click()
  await expect(shelf.getByRole('link', { name: 'Another: “title”' })).toHaveCount(0)
  await shelf.getByRole('button', { name: 'Undo' }).click()
  await shelf.getByRole('link', { name: 'Another: “title”' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Another: “title”')
  await awake(other)
  await other.getByRole('link', { name: 'Library' }).click()
  await expect(shelf.getByRole('link', { name: 'Another: “title”' })).toBeVisible()
  await other.goBack()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Another: “title”')
})

test('a link can be had that holds the article, and is the same as the one it came with', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await keepByLink(page, firstArticle)
  await page.getByRole('button', { name: 'Copy a link that holds it' }).click()
  await expect(page.getByText(/^Link copied: [\d,]+ characters\./)).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(linkTo(firstArticle))
})

test('whoever does not have the article is told so, and so is whoever has half a link', async ({
  page,
}) => {
  const told = async (address: string, sentence: RegExp) => {
    await page.goto('about:blank')
    await page.goto(address)
    await expect(page.getByRole('alert')).toHaveText(sentence)
  }
  await told(`${ownPage}?article=abcdefghij`, /This browser does not have this article/)
  await told(`${ownPage}?article=link-abc`, /this tab has forgotten it/)
  await told(ownPage, /names no article/)
  await told(`${ownPage}?article=../../x`, /names no article/)
  await told(linkTo(firstArticle).slice(0, -200), /The link is damaged/)
  await told(`${ownPage}#article=%%%`, /The link is damaged/)
  await told(linkTo('# No front matter'), /not an article that can be read/)
})

const HEAD = (extra = '') => `---
title: "<img src=x onerror=alert(1)>"
summary: S
lang: en
authors: ["<script>alert(1)</script>"]
source: { title: T, rights: R }
layers: [{ id: original, kind: original, label: "<b>O</b>" }]
${extra}---

`

test('where there can be no worker, the page opens the article itself', async ({ page }) => {
  await page.route(/own-worker/, (route) => route.abort())
  await page.goto(linkTo(firstArticle))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})

test('what comes with a link runs nothing and asks nobody', async ({ page }) => {
  const seen = watch(page)
  const hostile = [
    'A [link](javascript:alert(1)) and <img src="https://evil.example/x.png">.',
    '<script>alert(1)</script>',
    '![x](https://evil.example/x.png)',
    ':::figure{src="https://evil.example/x.png" alt="x"}\n:::',
    '[x]: javascript:alert(1)\n\n[x] [data](data:text/html,<script>alert(1)</script>)',
    ':mended[x]{href="javascript:alert(1)"}',
  ]
  for (const text of hostile) {
    await page.goto('about:blank')
    await page.goto(linkTo(HEAD() + text))
    await awake(page)
    const isRefused = await page.getByText('What is wrong with it:').isVisible()
    if (!isRefused) await expect(page.locator('.article img')).toHaveCount(0)
    await expect(page.locator('a[href^="javascript:"], a[href^="data:"]')).toHaveCount(0)
  }
  await page.goto('about:blank')
  await page.goto(
    linkTo(
      `${HEAD()}Words.\n\n:::figure{src="map.png" alt="A map of the coast"}\nThe coast.\n:::\n`,
    ),
  )
  await awake(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<img src=x onerror=alert(1)>')
  await expect(page.getByText('A map of the coast')).toBeVisible()
  await expect(page.locator('.article img')).toHaveCount(0)
  expect(seen).toEqual({ requests: [], errors: [] })
})

test('where nothing can be kept, that is said, and the folder can be had', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
  })
  await page.goto(linkTo(firstArticle))
  await awake(page)
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('This browser keeps nothing here')).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the folder' }).click()
  const file = await waiting
  const unpacked = unpackFolder(new Uint8Array(readFileSync(await file.path())))
  expect(unpacked).toMatchObject({ ok: true, folder: { markdown: firstArticle } })
})

test('what was kept is read, though the page itself may look at no storage', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Denied', 'SecurityError')
        },
      })
  })
  await openImport(page)
  await bring(page, REPOST)
  await expect(page.getByText('Kept in this browser.')).toBeVisible()
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await expect(page).toHaveURL(/\/own\/\?article=/)
  await awake(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Harbour and the Light')
})
