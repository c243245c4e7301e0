import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { footprint, switchAndPeek, translate, walkThrough } from '../support/hardships.ts'
import { article, awake, watchPage, wordsOf } from '../support/page-watch.ts'
import { site } from '../support/sites.ts'
import { strangeAddresses } from '../support/strange-addresses.ts'
import { inShortRun } from '../support/depth.ts'

const words = async (page: Page) => wordsOf(await page.locator('article').innerText())

/** What a reader does first: switch a layer off and on, open a note, close it. */
async function readALittle(page: Page): Promise<void> {
  const comment = page.locator('.passage[data-kind="commentary"]')
  await page.keyboard.press('2')
  await expect(comment).toBeHidden()
  await page.keyboard.press('2')
  await expect(comment).toBeVisible()
  await page.getByRole('link', { name: 'Note 45', exact: true }).click()
  await expect(page.locator('.note-box .note-text')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.note-box')).toBeHidden()
}

test('a tour of everything asks nobody else for anything, and nothing complains', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const watch = watchPage(page, site)
  await page.goto(article)
  await awake(page)
  await readALittle(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByLabel('Dark').check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  // Selected words as a link, and the link followed.
  const paragraph = page.locator('.passage[data-layer="original"] > p').nth(2)
  await paragraph.click({ clickCount: 3 })
  await page.getByRole('button', { name: 'Copy link to these words' }).click()
  await expect(page.getByRole('status')).toContainText('Link copied.')
  const quoteLink = await page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Copy quotation' }).click()
  await page.goto('about:blank')
  await page.goto(quoteLink)
  await awake(page)
  await expect(paragraph).toBeInViewport()
  // To the library and to an article again, without a new document.
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
  await expect(page.locator('article .text')).toBeVisible()
  await readALittle(page)
  await page.goBack()
  await expect(page.locator('.cards')).toBeVisible()
  await page.goBack()
  await expect(page.locator('article .text')).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(watch.troubles).toEqual([])
  expect(watch.foreign).toEqual([])
})

test.describe('addresses that make no sense', () => {
  test('leave a page to read when one walks through them', async ({ page }) => {
    test.slow()
    const watch = watchPage(page, site)
    await page.goto(article)
    await awake(page)
    const addresses = strangeAddresses(1, ['', article])
    for (let round = 0; round < 6; round += 1) {
      const some = Array.from({ length: 25 }, () => addresses.next().value)
      expect(await walkThrough(page, some)).toEqual([])
    }
    expect(watch.troubles).toEqual([])
    expect(watch.foreign).toEqual([])
  })

  test('leave a page to read when one opens them', async ({ page }) => {
    test.slow()
    const watch = watchPage(page, site)
    const addresses = strangeAddresses(2, ['', article])
    for (let round = 0; round < 12; round += 1) {
      const address = addresses.next().value
      await page.goto(new URL(site).origin + '/' + address.replace(/^[/\\]+/, ''))
      await expect(page.locator('body'), address).toContainText(/\p{L}{3}/u)
      await expect(page.locator('.region-failed'), address).toHaveCount(0)
    }
    // A wrong address is answered as one: that much the browser itself reports.
    expect(watch.troubles.filter((trouble) => !/status of 40[04]/.test(trouble))).toEqual([])
    expect(watch.foreign).toEqual([])
  })
})

test.describe('in a browser that lacks or forbids', () => {
  const missing: Readonly<Record<string, () => void>> = {
    highlights: () => {
      Reflect.deleteProperty(CSS, 'highlights')
      Reflect.deleteProperty(window, 'Highlight')
    },
    'watching what is in view': () => {
      Reflect.deleteProperty(window, 'IntersectionObserver')
    },
    'the clipboard and sharing': () => {
      Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })
      Reflect.deleteProperty(Navigator.prototype, 'share')
    },
    'cutting text into words': () => {
      Reflect.deleteProperty(Intl, 'Segmenter')
    },
    'writing to the history': () => {
      const refuse = () => {
        throw new DOMException('Too many calls', 'SecurityError')
      }
      window.history.replaceState = refuse
      window.history.pushState = refuse
    },
    'media queries in scripts': () => {
      Reflect.deleteProperty(window, 'matchMedia')
    },
    'idle callbacks and the end of scrolling': () => {
      Reflect.deleteProperty(window, 'requestIdleCallback')
      Reflect.deleteProperty(window, 'onscrollend')
      Reflect.deleteProperty(window, 'navigation')
    },
    'Trusted Types': () => {
      Reflect.deleteProperty(window, 'trustedTypes')
    },
  }
  for (const [name, take] of Object.entries(missing)) {
    test(
      `${name}, everything else works`,
      inShortRun(/^(highlights|writing|cutting|Trusted)/.test(name)),
      async ({ page }) => {
        const watch = watchPage(page, site)
        await page.addInitScript(take)
        await page.goto(article)
        await awake(page)
        await readALittle(page)
        expect((await words(page)).length).toBeGreaterThan(2500)
        await page.goto(`${article}#exact=a%20shared%20concern&layer=original`)
        await awake(page)
        await expect(page.locator('article .text')).toBeVisible()
        expect(watch.troubles).toEqual([])
      },
    )
  }

  const needed: Readonly<Record<string, () => void>> = {
    'boxes over the page': () => {
      Reflect.deleteProperty(HTMLElement.prototype, 'showPopover')
      Reflect.deleteProperty(HTMLElement.prototype, 'hidePopover')
    },
    'watching how large things are': () => {
      Reflect.deleteProperty(window, 'ResizeObserver')
    },
    'asking whether something is visible': () => {
      Reflect.deleteProperty(Element.prototype, 'checkVisibility')
    },
    'walking through text': () => {
      document.createTreeWalker = () => {
        throw new Error('Not here.')
      }
    },
  }
  for (const [name, take] of Object.entries(needed)) {
    test(`${name}, the text is still there to read`, async ({ page }) => {
      await page.addInitScript(take)
      await page.goto(article)
      await awake(page)
      await page.mouse.wheel(0, 2000)
      await page.keyboard.press('2')
      await page.keyboard.press('4')
      await page.keyboard.press('4')
      await page.keyboard.press('2')
      await page.locator('a[role="doc-noteref"]').first().click()
      await page.keyboard.press('2')
      await page.keyboard.press('2')
      await expect(page.locator('.passage[data-kind="commentary"]')).toBeVisible()
      expect((await words(page)).length).toBeGreaterThan(2500)
    })
  }
})

test('when everything around the text fails, the text stays, with all its layers', async ({
  page,
}) => {
  await page.goto(`${article}?layers=original`)
  await awake(page)
  const before = await page.locator('.text').evaluateHandle((element) => element)
  await page.evaluate(() => {
    Element.prototype.scrollIntoView = () => {
      throw new Error('Broken on purpose.')
    }
  })
  await page.locator('.contents').getByRole('link', { name: 'Energy' }).click()
  await expect(page.getByText('This part of the page does not work')).toBeVisible()
  await expect(page.getByText('Comment · Geopolitical Analysis and Monitoring')).toBeVisible()
  expect((await words(page)).length).toBeGreaterThan(2500)
  expect(await page.locator('.text').evaluate((element, old) => element === old, before)).toBe(true)
})

test.describe('where something has written into the page before it wakes up', () => {
  const noises: Readonly<Record<string, () => void>> = {
    'around the app': () => {
      document.body.prepend(document.createElement('grammar-check'))
      document.body.append(document.createElement('div'))
      document.documentElement.append(document.createElement('aside'))
      document.documentElement.setAttribute('data-extension', 'on')
    },
    'among the controls': () => {
      document.getElementById('root')?.prepend(document.createElement('div'))
      document.querySelector('.bar button')?.remove()
    },
    'into the labels': () => {
      for (const label of document.querySelectorAll('.layer-label')) label.textContent = 'Übersetzt'
    },
    'into the text': () => {
      for (const block of document.querySelectorAll('.passage p')) {
        block.prepend(document.createElement('mark'))
        block.setAttribute('data-grammar', 'x')
      }
    },
  }
  for (const [where, write] of Object.entries(noises)) {
    test(`${where}, text and tools are there`, async ({ page }) => {
      await page.addInitScript(`document.addEventListener('readystatechange', () => {
        if (document.readyState === 'interactive') (${String(write)})()
      })`)
      await page.goto(article)
      await awake(page)
      expect((await words(page)).length).toBeGreaterThan(2500)
      await readALittle(page)
      await page.goto(`${article}?layers=original#note-45`)
      await awake(page)
      expect((await words(page)).length).toBeGreaterThan(1500)
      await expect(page.locator('.passage[data-kind="commentary"]')).toBeHidden()
    })
  }
})

test.describe('with a storage that', () => {
  const storages: Readonly<Record<string, () => void>> = {
    'is denied': () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Denied', 'SecurityError')
        },
      })
    },
    'is full': () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError')
      }
    },
    'is not there': () => {
      Object.defineProperty(window, 'localStorage', { value: null })
    },
  }
  for (const [name, make] of Object.entries(storages)) {
    test(`${name}, one reads on`, async ({ page }) => {
      const watch = watchPage(page, site)
      await page.addInitScript(make)
      await page.goto(article)
      await awake(page)
      await readALittle(page)
      await chooseDark(page)
      expect(watch.troubles).toEqual([])
    })
  }

  const junk: Readonly<Record<string, string>> = {
    'holds broken JSON': '{"theme":"da',
    'holds another’s text': 'hello',
    'holds a list': '[1,2,3]',
    'holds null': 'null',
    'holds wrong types': '{"theme":42,"singleKeys":"yes"}',
    'holds a theme of another version': '{"theme":"mauve","singleKeys":false}',
    'holds a size that nobody can read': '{"size":400,"leading":0,"measure":-1}',
    'holds a prototype': '{"__proto__":{"theme":"dark"},"constructor":null}',
    'is nearly filled by one entry': `"${'x'.repeat(4_000_000)}"`,
  }
  for (const [name, stored] of Object.entries(junk)) {
    test(
      `${name}, one reads on and loses nothing of it`,
      inShortRun(/broken|wrong types|prototype/.test(name)),
      async ({ page }) => {
        const watch = watchPage(page, site)
        await page.addInitScript((value) => {
          window.localStorage.setItem('palimpsest.preferences', value)
        }, stored)
        await page.goto(article)
        await awake(page)
        await chooseDark(page)
        const kept = await page.evaluate(() => ({
          aside: window.localStorage.getItem('palimpsest.preferences.unreadable'),
          now: window.localStorage.getItem('palimpsest.preferences'),
        }))
        // Nothing unreadable is in an object whose fields are merely unknown, and 4 MB do not fit in twice.
        if (!/prototype|nearly/.test(name)) expect(kept.aside).toBe(stored)
        expect(kept.now).toContain('"theme":"dark"')
        expect(watch.troubles).toEqual([])
      },
    )
  }
})

async function chooseDark(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel('Dark').check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
}

test('a page translator that wraps every word breaks nothing', async ({ page }) => {
  test.slow()
  const watch = watchPage(page, site)
  await page.goto(article)
  await awake(page)
  const before = await words(page)
  await translate(page)
  for (const round of [1, 2]) {
    await readALittle(page)
    await translate(page)
    await page.getByRole('switch', { name: 'Background inserts' }).click()
    await expect(page.getByRole('switch', { name: 'Background inserts' })).toBeChecked({
      checked: round % 2 === 0,
    })
    await translate(page)
  }
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await translate(page)
  await page.keyboard.press('Escape')
  await page.locator('.contents').getByRole('link', { name: 'Energy' }).click()
  await translate(page)
  await expect(page.getByRole('heading', { name: 'Energy' })).toBeInViewport()
  expect(await words(page)).toEqual(before)
  await page.getByRole('link', { name: 'Library' }).click()
  await expect(page.locator('.cards')).toBeVisible()
  await translate(page)
  await page.goBack()
  await expect(page.locator('article .text')).toBeVisible()
  await readALittle(page)
  expect(watch.troubles).toEqual([])
})

test('a hundred switches and fifty notes leave nothing behind', async ({ page }) => {
  test.slow()
  await page.goto(article)
  await awake(page)
  // The parts that come when the page is idle are no leak.
  await page.locator('.strip').waitFor()
  // The engine warms up for longer than a leak would need to show.
  await switchAndPeek(page, 100, 40)
  const before = await footprint(page)
  await switchAndPeek(page, 100, 50)
  const after = await footprint(page)
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(50)
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(20)
  expect(after.heap - before.heap).toBeLessThanOrEqual(300_000)
})
