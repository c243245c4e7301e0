import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { article, awake, twoFrames, watchPage } from '../support/page-watch.ts'
import { heightOf, holdClock, keptPlace, readAt, rest, untilWatched } from '../support/resume.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const slug = 'israeli-azerbaijani-alliance-and-iran-3'
const offer = (page: Page) => page.getByRole('region', { name: 'Where you stopped' })

test.beforeEach(async ({ page }) => {
  await holdClock(page)
})

/** Opens the article as if it had been read to `top` before. */
async function openedAgain(page: Page, top = 3000): Promise<string> {
  await page.goto(article)
  await awake(page)
  await readAt(page, top)
  await expect.poll(async () => (await keptPlace(page, slug)) !== null).toBe(true)
  const kept = await keptPlace(page, slug)
  await page.goto('about:blank')
  await untilWatched(page, async () => {
    await page.goto(article)
    await awake(page)
  })
  return kept?.exact ?? ''
}

test('an article offers to continue at the sentence where one stopped, and there is a way back', async ({
  page,
}) => {
  const watch = watchPage(page, site)
  const words = await openedAgain(page)
  await expect(offer(page)).toContainText(words.slice(0, 30))
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await expect(offer(page).getByRole('status')).toContainText('Continue where you stopped')
  expect(await violations(page)).toEqual([])
  await offer(page).getByRole('button', { name: 'Continue' }).click()
  await expect(offer(page)).toBeHidden()
  const height = (await heightOf(page, words)) ?? 1
  expect(height).toBeGreaterThan(0)
  expect(height).toBeLessThan(0.25)
  // Whoever rests there has not read on.
  await rest(page)
  expect((await keptPlace(page, slug))?.exact).toBe(words)
  await page.getByRole('button', { name: 'Back to where you were' }).click()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
  await expect(offer(page)).toBeHidden()
  expect(watch.troubles).toEqual([])
})

test('one goes on at the sentence, however far down in its paragraph, while the page is still coming', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 700 })
  await page.goto(article)
  await awake(page)
  const top = await page.evaluate(() => {
    const long = document.getElementById('it-is-well-known-that-the')
    if (long === null) throw new Error('There is no such paragraph.')
    const { top: from, height } = long.getBoundingClientRect()
    return window.scrollY + from + height * 0.7 - window.innerHeight * 0.2
  })
  await readAt(page, top)
  await expect.poll(async () => (await keptPlace(page, slug)) !== null).toBe(true)
  const words = (await keptPlace(page, slug))?.exact ?? ''
  await page.evaluate(() => {
    window.localStorage.setItem('palimpsest.preferences', JSON.stringify({ size: 23 }))
  })
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto('about:blank')
  await page.goto(`${article}?layers=original,background`)
  await awake(page)
  // At once, and not when everything has come to rest.
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(offer(page)).toBeHidden()
  const height = (await heightOf(page, words)) ?? 1
  expect(height).toBeGreaterThan(0)
  expect(height).toBeLessThan(0.25)
})

test('by keyboard alone: the offer is the first stop, can be forgotten, and hands the focus on', async ({
  page,
}) => {
  await openedAgain(page)
  await expect(offer(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(offer(page).getByRole('button', { name: 'Continue' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(offer(page)).toBeHidden()
  await expect(page.locator('#text')).toBeFocused()
  expect(await keptPlace(page, slug)).toBeNull()
  await page.reload()
  await awake(page)
  // Nothing is kept, so the part comes with the first scrolling; which is too little to be reading.
  await untilWatched(page, () => page.mouse.wheel(0, 10))
  await expect(offer(page)).toBeHidden()
})

test('the offer goes away when reading begins at the top', async ({ page }) => {
  await openedAgain(page)
  await expect(offer(page)).toBeVisible()
  await page.mouse.move(300, 300)
  await page.mouse.wheel(0, 120)
  await expect(offer(page)).toBeHidden()
  // And the place stays until another one is read.
  expect(await keptPlace(page, slug)).not.toBeNull()
})

test('looking something up moves no kept place; reading on from there does', async ({ page }) => {
  await openedAgain(page)
  const before = await keptPlace(page, slug)
  const stays = async () => {
    await rest(page)
    await page.mouse.move(300, 300)
    await page.mouse.wheel(0, 150)
    await rest(page)
    expect(await keptPlace(page, slug)).toEqual(before)
  }
  for (const link of [
    '#energy',
    '#note-49',
    '#colophon',
    '?q=facade',
    '?q=iran#energy',
    '#exact=As%20result&layer=original',
    '#there-is-no-such-place',
    '#:~:text=strategy%20of%20active',
    '?layers=original#u-s-diplomacy',
  ]) {
    await page.goto('about:blank')
    await untilWatched(page, async () => {
      await page.goto(article + link)
      await awake(page)
    })
    await expect(offer(page)).toBeHidden()
    await stays()
  }
  // From the text to the list of notes and back, and through the contents.
  await page.goto('about:blank')
  await untilWatched(page, async () => {
    await page.goto(article)
    await awake(page)
  })
  await page.locator('.contents a').filter({ hasText: 'Energy' }).click()
  await stays()
  await page.getByRole('button', { name: 'Back to where you were' }).click()
  await rest(page)
  expect(await keptPlace(page, slug)).toEqual(before)
  await page.locator('.contents a').filter({ hasText: 'Notes' }).click()
  await stays()
  await page.locator('.contents a').filter({ hasText: 'Energy' }).click()
  await rest(page)
  const arrivedAt = await page.evaluate(() => window.scrollY)
  await readAt(page, arrivedAt + 900)
  await expect.poll(() => keptPlace(page, slug)).not.toEqual(before)
})

test('what is stored is broken, denied or full: the article reads on', async ({ page }) => {
  const watch = watchPage(page, site)
  for (const stored of [
    '{',
    'null',
    '{"exact":17}',
    '[1]',
    '{"exact":"qwzx vkjq zzzx","layer":"gone","block":"gone"}',
  ]) {
    await page.goto(article)
    await page.evaluate(
      ([name, value]) => {
        window.localStorage.setItem(name ?? '', value ?? '')
      },
      [`palimpsest.place.${slug}`, stored],
    )
    await page.reload()
    await page.goto('about:blank')
    await page.goto(article)
    await awake(page)
  }
  // Words and block that are nowhere are said to be gone, and forgotten.
  await offer(page).getByRole('button', { name: 'Continue' }).click()
  await expect(
    page.getByText('The words where you stopped are not in the text any more.'),
  ).toBeVisible()
  expect(await keptPlace(page, slug)).toBeNull()

  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await page.goto(article)
  await awake(page)
  await readAt(page, 3000)
  await expect(offer(page)).toBeHidden()
  expect(watch.troubles).toEqual([])
})

test('the library leads on to where one stopped, moves nothing for it, and follows other tabs', async ({
  page,
  context,
}) => {
  const words = await openedAgain(page)
  const tab = await context.newPage()
  await tab.addInitScript(() => {
    const moves: (readonly number[])[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!('sources' in entry)) continue
        const sources = entry.sources as readonly Record<'currentRect' | 'previousRect', DOMRect>[]
        moves.push(sources.map((one) => one.currentRect.top - one.previousRect.top))
      }
    }).observe({ type: 'layout-shift', buffered: true })
    Object.assign(window, { moves })
  })
  await tab.goto('')
  await awake(tab)
  const line = tab.locator('.card-continue a')
  await expect(line).toHaveText(/^Continue: .+, \d+ %$/)
  await twoFrames(tab)
  // What is moved now is told after whatever has moved before.
  await tab.evaluate(() => {
    const spacer = document.createElement('div')
    spacer.style.blockSize = '123px'
    document.body.prepend(spacer)
  })
  const moves = () =>
    tab.evaluate(() => (window as unknown as { readonly moves: readonly number[][] }).moves)
  const isOurs = (move: readonly number[]) => move.some((far) => far === 123)
  await expect.poll(async () => (await moves()).some(isOurs)).toBe(true)
  expect((await moves()).filter((move) => !isOurs(move))).toEqual([])
  expect(await violations(tab)).toEqual([])
  const said = (await line.textContent()) ?? ''
  // The other tab reads on meanwhile.
  await page.bringToFront()
  await readAt(page, 5500)
  await expect(line).not.toHaveText(said)
  // Back in the article, two tabs of it do not fight: the last one that was read in has its say.
  await tab.bringToFront()
  await line.click()
  await expect(tab.locator('h1')).toHaveText(/Israeli/)
  const kept = await keptPlace(tab, slug)
  expect(kept?.exact).not.toBe(words)
  await expect
    .poll(async () => Math.abs((await heightOf(tab, kept?.exact ?? '')) ?? 9) < 0.3)
    .toBe(true)
  await expect(offer(tab)).toBeHidden()
  // It goes on reading there, and a dead place is said to be dead and forgotten, as from the offer.
  await tab.goto('')
  await awake(tab)
  await tab.evaluate((name) => {
    const gone = { exact: 'qwzx vkjq zzzx', layer: 'original', block: 'gone' }
    window.localStorage.setItem(name, JSON.stringify(gone))
  }, `palimpsest.place.${slug}`)
  await tab.reload()
  await line.click()
  await expect(
    tab.getByText('The words where you stopped are not in the text any more.'),
  ).toBeVisible()
  expect(await keptPlace(tab, slug)).toBeNull()
})

test('the library’s step switches no layer on', async ({ page }) => {
  await page.goto('')
  await awake(page)
  await page.evaluate((name) => {
    const place = { exact: 'strategy of active', layer: 'original', block: '' }
    window.localStorage.setItem(name, JSON.stringify(place))
  }, `palimpsest.place.${slug}`)
  await page.reload()
  await page.locator('.card-continue a').click()
  await expect(page.getByRole('button', { name: 'Back to where you were' })).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
  expect(new URL(page.url()).hash).not.toContain('exact')
})

test('settings forget all kept places', async ({ page }) => {
  await openedAgain(page)
  await expect(offer(page)).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Forget all' }).click()
  await expect(page.getByText('Where you stopped is forgotten, in every article.')).toBeVisible()
  expect(await keptPlace(page, slug)).toBeNull()
  await expect(offer(page)).toBeHidden()
})

for (const name of ['crowded', 'cyrillic', 'rtl', 'specimen']) {
  test(
    `“${name}”: the sentence is found again in another size and at another width`,
    inShortRun(name === 'cyrillic' || name === 'specimen'),
    async ({ page }) => {
      await page.setViewportSize({ width: 700, height: 320 })
      await page.goto(`${fixtureSite}read/${name}/`)
      await awake(page)
      const text = page.locator('.text .section').first()
      const top = await text.evaluate((element) => element.getBoundingClientRect().top)
      await readAt(page, Math.max(top + 100, 340))
      await expect.poll(async () => (await keptPlace(page, name)) !== null).toBe(true)
      const kept = await keptPlace(page, name)
      await page.evaluate(() => {
        window.localStorage.setItem('palimpsest.preferences', '{"size":24}')
      })
      await page.setViewportSize({ width: 360, height: 640 })
      await page.goto('about:blank')
      await page.goto(`${fixtureSite}read/${name}/`)
      await awake(page)
      await offer(page).getByRole('button', { name: 'Continue' }).click()
      const height = (await heightOf(page, kept?.exact ?? '')) ?? 1
      expect(height).toBeGreaterThan(0)
      expect(height).toBeLessThan(0.25)
    },
  )
}
