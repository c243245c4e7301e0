import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import {
  buildNextRelease,
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
import { awake, watchPage } from '../support/page-watch.ts'

/** What may go wrong on the way, each tried with every part of the page. */
test.use({ serviceWorkers: 'allow', viewport: { width: 1440, height: 900 } })

const specimen = 'read/specimen/'
const offer = (page: Page) => page.getByRole('region', { name: 'New version' })
const word = (page: Page) => page.getByText(/The lamp was (lit|kindled)/)

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

test('a network that never answers is not waited for', async ({ page }) => {
  const { address, behave } = await host()
  await page.goto(address + specimen)
  await kept(page)
  behave(() => true)
  await page.goto(address + specimen)
  await expect(word(page)).toBeVisible()
  await awake(page)
})

test('a host that redirects, and says 404 of its page for that, is kept all the same', async ({
  page,
}) => {
  const { address, stop, behave } = await host(release, (asked, response) => {
    const isIndex = /(^|\/)index\.html$/.test(asked)
    if (!isIndex && asked !== '404.html') return false
    if (isIndex) response.writeHead(308, { location: `/sub/path/${asked.slice(0, -10)}` }).end()
    else
      response
        .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
        .end(readFileSync(path.join(release, '404.html')))
    return true
  })
  await page.goto(`${address}${specimen}index.html`)
  await kept(page)
  expect((await page.goto(`${address}nothing/`))?.status()).toBe(404)
  // A host that is down is as good as none, as far as its pages are kept.
  behave((_, response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('Bad gateway')
    return true
  })
  expect((await page.goto(address + specimen))?.status()).toBe(200)
  expect((await page.goto(`${address}nothing/`))?.status()).toBe(502)
  stop()
  expect((await page.goto(`${address}index.html`))?.status()).toBe(200)
  await expect(page.locator('.card')).toHaveCount(4)
  expect((await page.goto(`${address}nothing/`))?.status()).toBe(404)
})

test('a page of another release, as a host in the middle of a deploy may send, is not kept', async ({
  page,
}) => {
  const other = readFileSync(path.join(renamed(release), 'read/rtl/index.html'))
  let isSent = false
  const { address, behave } = await host(release, (asked, response) => {
    if (asked !== 'read/rtl/') return false
    isSent = true
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(other)
    return true
  })
  await page.goto(address + specimen)
  await expect.poll(() => isSent).toBe(true)
  const registered = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined)
  await expect.poll(registered).toBe(false)
  behave(() => false)
  await page.reload()
  await kept(page)
})

test('who saves data keeps what is read', async ({ page, context }) => {
  const saveData = `Object.defineProperty(navigator, 'connection', { value: { saveData: true } });`
  const saving = (folder: string) => withFile(folder, 'sw.js', (text) => saveData + text)
  await context.addInitScript(saveData)
  const { address, deploy, stop } = await host(saving(release))
  await page.goto(address + specimen)
  await kept(page)
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByText('Ready to read without a network').click()
  await expect(page.getByText('only what you open is kept')).toContainText('1 article of 4')
  // Read once, kept from then on: by a document of its own, and by a step through the library.
  await page.locator('.card a[href*="/crowded/"]').first().click()
  await expect(page.locator('article .text')).toBeVisible()
  await expect.poll(() => isPageKept(page, 'read/crowded/')).toBe(true)
  await page.goto(`${address}read/rtl/`)
  await awake(page)
  await expect.poll(() => isPageKept(page, 'read/rtl/')).toBe(true)
  // And the next release keeps it, too.
  await deploy(saving(renamed(release)))
  await page.goto(address + specimen)
  await awake(page)
  await expect.poll(() => idOfController(page)).toBe(await releaseOf(page))
  stop()
  for (const read of [specimen, 'read/rtl/', 'read/crowded/']) {
    expect((await page.goto(address + read))?.status()).toBe(200)
    await awake(page)
  }
  const other = await context.newPage()
  expect((await other.goto(`${address}read/cyrillic/`))?.status()).toBe(503)
  await expect(other.getByText('it is not kept in this browser')).toBeVisible()
})

test.describe('a new release', () => {
  // One worker builds it for all.
  test.describe.configure({ mode: 'default' })
  let next = ''
  test.beforeAll(() => {
    next = buildNextRelease()
  })

  test('that waits takes nothing from those who read', async ({ context }) => {
    const { address, deploy } = await host()
    const { page, watch } = await openTab(context, address + specimen)
    await kept(page)
    await deploy(next)
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update()
    })
    await expect(offer(page)).toBeVisible()
    await useEveryPart(page)
    await goThroughLibrary(page)
    expect(watch.troubles).toEqual([])
  })

  test('that is loaded in one window leaves the other one the parts it was opened with', async ({
    context,
  }) => {
    const { address, deploy } = await host()
    const first = await openTab(context, address + specimen)
    await kept(first.page)
    const second = await openTab(context, address + specimen)
    await kept(second.page)
    await mark(second.page)
    await deploy(next)
    await lookForRelease(first.page)
    await offer(first.page).getByRole('button', { name: 'Load it' }).click()
    await expect(word(first.page)).toHaveText(/kindled/)
    await expect(offer(second.page)).toBeVisible()
    await useEveryPart(second.page)
    await goThroughLibrary(second.page)
    expect(await isMarked(second.page)).toBe(true)
    expect([...first.watch.troubles, ...second.watch.troubles]).toEqual([])
  })

  test('is there after reloading, and takes over without a question', async ({ page }) => {
    const { address, deploy, stop } = await host()
    await page.goto(address + specimen)
    await kept(page)
    const { url } = await controllerOf(page)
    await deploy(next)
    await page.reload()
    await expect(word(page)).toHaveText(/kindled/)
    await awake(page)
    // Nobody else reads: the new worker need not wait, and there is nothing to offer.
    await expect.poll(() => idOfController(page)).toBe(await releaseOf(page))
    await expect(offer(page)).toHaveCount(0)
    expect((await controllerOf(page)).url).toBe(url)
    stop()
    await page.reload()
    await expect(word(page)).toHaveText(/kindled/)
    await awake(page)
    await useEveryPart(page)
  })

  test('loses nothing to one that takes over while it is on its way', async ({ context }) => {
    const { address, deploy, behave } = await host()
    const first = await openTab(context, address + specimen)
    await kept(first.page)
    // Somebody else reads, so the second one waits.
    const second = await openTab(context, address + specimen)
    await kept(second.page)
    await deploy(renamed(release))
    await lookForRelease(first.page)
    await expect(offer(first.page)).toBeVisible()
    // The third one stops on its way, with some of its scripts there already.
    await deploy(next)
    const held: ServerResponse[] = []
    let assets = 0
    behave((asked, response) => {
      if (asked.startsWith('assets/')) assets += 1
      if (assets < 4 || !asked.startsWith('assets/')) return false
      held.push(response)
      return true
    })
    await lookForRelease(first.page)
    await expect.poll(() => held.length).toBeGreaterThan(0)
    const before = await keptAddresses(first.page)
    await first.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      registration?.waiting?.postMessage({ type: 'take-over' })
    })
    const active = () =>
      first.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration()
        return registration?.waiting === null && registration.active?.state
      })
    // It reads every file of the release again before it says so.
    await expect.poll(active, { timeout: 60_000 }).toBe('activated')
    expect(await keptAddresses(first.page)).toEqual(expect.arrayContaining([...before]))
  })

  test('that waited and was passed over leaves its files to the pages that have them', async ({
    context,
  }) => {
    const { address, deploy, stop } = await host()
    const first = await openTab(context, address + specimen)
    await kept(first.page)
    await deploy(next)
    // The network brings a page of the second release; its worker waits, because two are open.
    const second = await openTab(context, address + specimen)
    await expect(word(second.page)).toHaveText(/kindled/)
    await lookForRelease(first.page)
    await expect(offer(first.page)).toBeVisible()
    await deploy(renamed(release))
    await lookForRelease(first.page)
    await expect(offer(second.page)).toBeVisible()
    const waiting = () =>
      first.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration()
        return registration?.installing === null && registration.waiting !== null
      })
    await expect.poll(waiting).toBe(true)
    // Told by its event: whoever keeps asking the worker before it keeps it at work, and it is never let go.
    const isTakenOver = second.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          navigator.serviceWorker.addEventListener('controllerchange', () => {
            resolve()
          })
        }),
    )
    await first.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      registration?.waiting?.postMessage({ type: 'take-over' })
    })
    await isTakenOver
    expect(await idOfController(second.page)).toBe(RENAMED)
    stop()
    await useEveryPart(second.page)
    expect(second.watch.troubles).toEqual([])
  })

  const mishaps: Readonly<Record<string, (response: ServerResponse) => void>> = {
    'breaks off': (response) => response.destroy(),
    'has pages in the place of scripts': (response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>')
    },
  }
  for (const [name, mishap] of Object.entries(mishaps)) {
    test(`that ${name} leaves the one before it working`, async ({ page }) => {
      const { address, deploy, behave, stop } = await host()
      await page.goto(address + specimen)
      await kept(page)
      await deploy(next)
      let assets = 0
      behave((asked, response) => {
        if (asked.startsWith('assets/')) assets += 1
        if (assets < 3 || !asked.startsWith('assets/')) return false
        mishap(response)
        return true
      })
      const end = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration()
        await registration?.update()
        const worker = registration?.installing
        return new Promise((resolve) => {
          worker?.addEventListener('statechange', () => {
            resolve(worker.state)
          })
        })
      })
      expect(end).toBe('redundant')
      stop()
      await page.reload()
      await expect(word(page)).toHaveText(/lit/)
      await awake(page)
      await useEveryPart(page)
    })
  }

  test('under a page without a service worker costs a sentence, not the page', async ({ page }) => {
    await page.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('Forbidden.'))
    })
    const { address, deploy } = await host()
    await page.goto(address + specimen)
    await awake(page)
    await mark(page)
    await deploy(next)
    await page.keyboard.press('/')
    await expect(page.getByText('This could not be loaded.')).toBeVisible()
    await page.keyboard.press('2')
    await expect(page.locator('.passage[data-layer="harbour-office"]').first()).toBeHidden()
    expect(await isMarked(page)).toBe(true)
    await page.getByRole('link', { name: 'Library' }).click()
    await expect(page.locator('.card')).toHaveCount(4)
  })
})

test.describe('where nothing may be kept, one reads on', () => {
  const hardships: Readonly<Record<string, () => void>> = {
    'a browser without service workers': () => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
    },
    'a browser that forbids them': () => {
      ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new DOMException('Forbidden.', 'SecurityError'))
    },
  }
  for (const [name, hardship] of Object.entries(hardships)) {
    test(`in ${name}`, async ({ page }) => {
      const watch = watchPage(page, (await host()).address)
      await page.addInitScript(hardship)
      const loaded = page.waitForRequest(/assets\/offline-[^/]*\.js$/)
      await page.goto(hosts[0]?.address + specimen)
      await loaded
      await useEveryPart(page)
      await goThroughLibrary(page)
      expect(watch.troubles).toEqual([])
    })
  }

  test('where storage is full or denied', async ({ page }) => {
    const denied = withFile(
      release,
      'sw.js',
      (text) =>
        `caches.open = () => Promise.reject(new DOMException('Denied.', 'SecurityError'));${text}`,
    )
    const { address } = await host(denied)
    const watch = watchPage(page, address)
    const asked = page.waitForResponse(/assets\/offline-[^/]*\.js$/)
    await page.goto(address + specimen)
    await asked
    await useEveryPart(page)
    expect(watch.troubles).toEqual([])
  })
})

/** What a browser does by itself from time to time. */
async function lookForRelease(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
}

function keptAddresses(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const found: string[] = []
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(url)
    }
    return found
  })
}

async function isPageKept(page: Page, path: string): Promise<boolean> {
  return (await keptAddresses(page)).some((address) => new URL(address).pathname.endsWith(path))
}

async function releaseOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset['release'])
}

async function controllerOf(page: Page): Promise<{ readonly url: string }> {
  return page.evaluate(() => ({ url: navigator.serviceWorker.controller?.scriptURL ?? '' }))
}

/** What the worker says that answers for the page; empty if it says nothing, as one that is just being replaced. */
function idOfController(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = ({ data }: MessageEvent<{ readonly id: string }>) => {
          resolve(data.id)
        }
        navigator.serviceWorker.controller?.postMessage({ type: 'identify' }, [port2])
        setTimeout(resolve, 2000, '')
      }),
  )
}
