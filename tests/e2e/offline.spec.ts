import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { violations } from '../support/axe.ts'
import {
  goThroughLibrary,
  isMarked,
  kept,
  mark,
  openHost,
  openTab,
  release,
  RENAMED,
  renamed,
  useEveryPart,
  withFile,
  type Host,
} from '../support/offline.ts'
import { bring, REPOST } from '../support/import-page.ts'
import { awake } from '../support/page-watch.ts'

test.use({ serviceWorkers: 'allow', viewport: { width: 1440, height: 900 } })

const specimen = 'read/specimen/'
const articles = ['crowded', 'cyrillic', 'rtl', 'specimen']
const offer = (page: Page) => page.getByRole('region', { name: 'New version' })

let hosts: Host[] = []
async function host(...options: Parameters<typeof openHost>): Promise<Host> {
  const opened = await openHost(...options)
  hosts.push(opened)
  return opened
}
test.afterEach(async () => {
  await Promise.all(hosts.map(({ close }) => close()))
  hosts = []
})

test('on the second visit everything is there without a network', async ({ page, context }) => {
  test.slow()
  const { address, stop } = await host()
  await page.goto(address)
  await kept(page)
  const line = page.getByText('Ready to read without a network')
  await line.click()
  await expect(page.getByText('Kept in this browser: 4 articles')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.close()
  stop()

  const { page: reader, watch } = await openTab(
    context,
    `${address}${specimen}?layers=original,harbour-office,footnotes#the-ledger`,
  )
  await expect(reader.getByRole('switch', { name: 'Remarks by nightwatch' })).not.toBeChecked()
  await expect(reader.locator('img').first()).toHaveJSProperty('complete', true)
  await useEveryPart(reader)
  await goThroughLibrary(reader)
  const spellings = ['', 'index.html', '?q=lamp', ...articles.map((slug) => `read/${slug}/`)]
  for (const spelling of [...spellings, 'read/rtl', 'read/rtl/index.html?q=a', '?q=lamp']) {
    const answer = await reader.goto(address + spelling)
    expect(answer?.status(), spelling).toBe(200)
    await awake(reader)
    await reader.evaluate(() => document.fonts.ready)
  }
  await expect(reader.locator('.library-hits a').first()).toBeVisible()
  await reader.goto(`${address}import/`)
  await awake(reader)
  await bring(reader, REPOST)
  await expect(reader.getByRole('tabpanel').locator('.article')).toBeVisible()
  expect(watch.troubles).toEqual([])
  expect(watch.foreign).toEqual([])

  const lost = await context.newPage()
  const answer = await lost.goto(`${address}read/skerry/`)
  expect(answer?.status()).toBe(404)
  await expect(lost.getByRole('heading', { name: 'Nothing at this address' })).toBeVisible()
})

test('a new release is offered to those who read, and takes nothing from them', async ({
  context,
}) => {
  const { address, deploy } = await host()
  const first = await openTab(context, address + specimen)
  await kept(first.page)
  await first.page.evaluate(() => {
    const place = { exact: 'The lamp was lit', layer: 'original', block: '' }
    window.localStorage.setItem('palimpsest.place.specimen', JSON.stringify(place))
  })
  const second = await openTab(context, address + specimen)
  await kept(second.page)
  for (const { page } of [first, second]) await mark(page)

  await deploy(renamed(release))
  // Somebody comes back to the page: the browser looks for a new release.
  await first.page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
  await expect(offer(first.page)).toContainText('A new version is ready.')
  expect(await violations(first.page)).toEqual([])
  await offer(first.page).getByRole('button', { name: 'Load it' }).focus()
  await first.page.keyboard.press('Enter')
  await expect(first.page.locator('html')).toHaveAttribute('data-release', RENAMED)
  await awake(first.page)
  await expect(offer(first.page)).toHaveCount(0)

  // The other tab is answered by the new worker now, and goes on as it is.
  await expect(offer(second.page)).toBeVisible()
  expect(await isMarked(second.page)).toBe(true)
  // Nor does one offer lie on another.
  await expect
    .poll(async () => {
      const upper = await offer(second.page).boundingBox()
      const lower = await second.page
        .getByRole('region', { name: 'Where you stopped' })
        .boundingBox()
      return upper !== null && lower !== null && upper.y + upper.height <= lower.y
    })
    .toBe(true)
  await offer(second.page).getByRole('button', { name: 'Later' }).click()
  await expect(offer(second.page)).toHaveCount(0)
  await expect(second.page.locator('#text')).toBeFocused()
  expect(await isMarked(second.page)).toBe(true)
  expect([...first.watch.troubles, ...second.watch.troubles]).toEqual([])
})

test('a service worker that does harm can be taken back', async ({ page }) => {
  const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/offline.md'), 'utf8')
  const killSwitch = /```js\n(.*?)```/s.exec(guide)?.[1] ?? ''
  const { address, deploy } = await host()
  await page.goto(address + specimen)
  await kept(page)
  await page.evaluate(() => {
    window.localStorage.setItem('palimpsest.preferences', '{"theme":"dark"}')
  })
  await deploy(withFile(release, 'sw.js', () => killSwitch))
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
  const state = () =>
    page.evaluate(async () => ({
      registered: (await navigator.serviceWorker.getRegistration()) !== undefined,
      caches: await caches.keys(),
    }))
  await expect.poll(state).toEqual({ registered: false, caches: [] })
  await page.goto(address + specimen)
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await awake(page)
})

test('no other script can become a service worker, and the site can be installed', async ({
  page,
}) => {
  const { address } = await host()
  await page.goto(address)
  await kept(page)
  const refused = await page.evaluate(async () => {
    const attempt = async (act: () => unknown) => {
      try {
        await act()
        return 'done'
      } catch (error) {
        return error instanceof Error ? error.name : 'refused'
      }
    }
    // What a debugger evaluates may do more than the page; what follows later may not.
    await new Promise((resolve) => {
      setTimeout(resolve, 1)
    })
    const policies = (
      window as unknown as {
        trustedTypes?: { readonly createPolicy: (name: string, rules: object) => object }
      }
    ).trustedTypes
    return [
      await attempt(() => navigator.serviceWorker.register('assets/other.js')),
      await attempt(() => navigator.serviceWorker.register('sw.js')),
      await attempt(() => policies?.createPolicy('other', {})),
      await attempt(() => policies?.createPolicy('service-worker', {})),
    ]
  })
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError'])

  const devtools = await page.context().newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A window without a history of its own is the test's.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const manifest = (await (await page.request.get(`${address}site.webmanifest`)).json()) as {
    readonly start_url: string
    readonly icons: readonly { readonly src: string; readonly purpose?: string }[]
  }
  expect(new URL(manifest.start_url, `${address}site.webmanifest`).href).toBe(address)
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
  for (const { src } of manifest.icons) {
    expect((await page.request.get(address + src)).status(), src).toBe(200)
  }
})
