import { expect } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import type { Server, ServerResponse } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { runVite } from '../../scripts/build.mjs'
import { serveFolder } from '../../scripts/static-server.mjs'
import { awake, watchPage, type PageWatch } from './page-watch.ts'

const root = path.resolve(import.meta.dirname, '../..')
const BASE = '/sub/path/'
/** One for each of Playwright's workers. */
const scratch = path.join(root, '.cache/next-release', process.env['TEST_PARALLEL_INDEX'] ?? '0')

/** The site of the fixture articles, as Playwright's own server has built it. */
export const release = path.join(root, '.cache/fixture-site')

/** Looks at a request first; true if it has dealt with it. The path is seen from the base. */
export type Intercept = (path: string, response: ServerResponse) => boolean

export interface Host {
  /** The library's address. */
  readonly address: string
  readonly deploy: (folder: string) => Promise<void>
  /** How the host misbehaves from now on. */
  readonly behave: (intercept: Intercept) => void
  /** From now on there is no network. The port stays taken: another test's host would answer there. */
  readonly stop: () => void
  /** The test is over. */
  readonly close: () => Promise<void>
}

/**
 * A host of its own for one test, under a path. It lets nothing be stored on the way: what answers when
 * there is no network is the service worker, and not the browser's cache.
 */
export async function openHost(
  folder = release,
  intercept: Intercept = () => false,
): Promise<Host> {
  let look = intercept
  const { server, address, deploy } = await serveFolder({
    folder,
    base: BASE,
    port: 4500,
    orNext: true,
    headers: { 'cache-control': 'no-store' },
    intercept: (asked, response) => look(asked, response),
  })
  return {
    address,
    deploy,
    behave: (next) => {
      look = next
    },
    stop: () => {
      server.on('connection', (socket) => socket.destroy())
      server.closeAllConnections()
    },
    close: () => shut(server),
  }
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}

/** The same site with one word changed, built anew: every script that knows of the article has another name. */
export function buildNextRelease(): string {
  const content = path.join(scratch, 'content')
  const out = path.join(scratch, 'site')
  rmSync(content, { recursive: true, force: true })
  mkdirSync(content, { recursive: true })
  cpSync(path.join(root, 'tests/fixtures/articles'), content, { recursive: true })
  for (const name of ['article.md', 'source.txt']) {
    const file = path.join(content, 'specimen', name)
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('The lamp was lit', 'The lamp was kindled'),
    )
  }
  rmSync(out, { recursive: true, force: true })
  const { status, output } = runVite(['build', '--app', '--logLevel', 'warn'], {
    CONTENT_DIR: content,
    BASE_PATH: BASE,
    OUT_DIR: out,
  })
  expect(status, output).toBe(0)
  const gone = readdirSync(path.join(release, 'assets')).filter(
    (file) => file.endsWith('.js') && !existsSync(path.join(out, 'assets', file)),
  )
  // Each part that an open page may still ask for has a name that the host has never heard of.
  for (const part of ['ArticleSearch', 'KeysDialog', 'LibraryRoute', 'Margin', 'Settings']) {
    expect(gone.some((file) => file.startsWith(part))).toBe(true)
  }
  expect(gone.length).toBeGreaterThan(15)
  return out
}

/** A copy of a release in which one file says something else. */
export function withFile(folder: string, name: string, change: (text: string) => string): string {
  const copy = path.join(scratch, `with-another-${name}`)
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  const file = path.join(copy, name)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  return copy
}

/** The name of that copy. */
export const RENAMED = 'renamed-id'

/** A copy of a release under another name, as if everything had been built anew from the same words. */
export function renamed(folder: string): string {
  const copy = path.join(scratch, 'renamed')
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  const library = readFileSync(path.join(copy, 'index.html'), 'utf8')
  const id = /data-release="([^"]+)"/.exec(library)?.[1] ?? ''
  expect(id).not.toBe('')
  for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (!/\.html$|^sw\.js$/.test(file)) continue
    const place = path.join(copy, file)
    const text = readFileSync(place, 'utf8').replaceAll(id, RENAMED)
    // Every page has changed with its release's name.
    writeFileSync(place, text.replaceAll(/(revision:\s*[`'"])(\w{3})/g, '$1new'))
  }
  return copy
}

/** Resolves once the page's site is kept and its service worker answers for the page. */
export async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

/** A new tab of the same reader. */
export async function openTab(
  context: BrowserContext,
  address: string,
): Promise<{ readonly page: Page; readonly watch: PageWatch }> {
  const page = await context.newPage()
  const watch = watchPage(page, address)
  await page.goto(address)
  await awake(page)
  return { page, watch }
}

/** Whether this is still the document that was marked: a page that was loaded anew has forgotten it. */
export const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isMarked: true }))
export const isMarked = (page: Page) => page.evaluate(() => 'isMarked' in window)

/** Uses everything that an article's page loads only when it is asked for. Takes a wide window. */
export async function useEveryPart(page: Page): Promise<void> {
  // The keys.
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toBeVisible()
  await page.keyboard.press('Escape')
  // The browser closes it when it comes to it; until then the next key is typed into it.
  await expect(keys).toBeHidden()
  // The search, with typos forgiven, which has a part of its own.
  await page.keyboard.press('/')
  await page.getByRole('searchbox', { name: 'Search this text' }).fill('lamp')
  await expect(page.locator('.search-hit').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.locator('.search')).toHaveCount(0)
  // The settings, and a face that not every page brings.
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('radio', { name: 'Atkinson Hyperlegible' }).check()
  await expect.poll(() => page.evaluate(() => document.fonts.check('1em Atkinson'))).toBe(true)
  await settings.getByRole('radio', { name: 'Literata' }).check()
  await page.keyboard.press('Escape')
  // The margin.
  const margin = page.getByRole('button', { name: 'Comments and notes in the margin' })
  await margin.click()
  await page.locator('[data-in-margin]').first().waitFor({ state: 'attached' })
  await margin.click()
  await expect(page.locator('[data-in-margin]')).toHaveCount(0)
  // Taking it away: the dialog, the article's model, the writers.
  await page.locator('.bar').getByRole('button', { name: 'Take it away' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take it away' })
  await expect(dialog).toBeVisible()
  for (const format of ['E-book (EPUB)', 'Markdown']) {
    await dialog.getByRole('radio', { name: format }).check()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download', exact: true }).click()
    await (await download).delete()
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  // What selected words can become.
  await page.locator('.passage[data-layer="original"] > p').first().click({ clickCount: 3 })
  await expect(page.getByRole('button', { name: 'Copy link to these words' })).toBeVisible()
  await page.evaluate(() => {
    document.getSelection()?.removeAllRanges()
  })
}

/** From an article to the library, through its search into another article. */
export async function goThroughLibrary(page: Page): Promise<void> {
  await mark(page)
  await page.getByRole('link', { name: 'Library' }).click()
  await expect(page.locator('.card')).toHaveCount(4)
  await page.getByRole('searchbox').fill('lamp')
  await expect(page.locator('.library-hits a').first()).toBeVisible()
  await page.getByRole('searchbox').fill('')
  await page.locator('.card a[href*="/cyrillic/"]').click()
  await expect(page.locator('article .text')).toBeVisible()
  expect(await isMarked(page)).toBe(true)
}
