import { expect, test } from '@playwright/test'
import { violations } from '../support/axe.ts'
import {
  blockSaying,
  bring,
  drop,
  firstSource,
  longText,
  openImport,
  REPOST,
} from '../support/import-page.ts'
import { awake, watchPage } from '../support/page-watch.ts'
import { site } from '../support/sites.ts'

test('the first article, pasted, is reviewed, and what is doubtful is listed', async ({ page }) => {
  const watch = watchPage(page, site)
  await openImport(page)
  await bring(page, firstSource)
  await expect(page.getByText(/^\d+ to look at$/)).toBeVisible()
  const chosen = page.getByRole('listbox').getByRole('option', { selected: true })
  await expect(chosen).toBeFocused()
  await expect(chosen).toContainText('a guess')
  const first = await chosen.getAttribute('data-index')
  await page.getByRole('button', { name: 'Next one to look at' }).click()
  await expect(chosen).not.toHaveAttribute('data-index', first ?? '')
  await expect(chosen).toBeInViewport()
  // The article beside it, drawn as the reading page draws it.
  const preview = page.getByRole('tabpanel').locator('.article')
  await expect(preview.locator('.passage[data-kind="commentary"]').first()).toBeAttached()
  await expect(preview.locator('[data-chosen]')).toBeInViewport()
  // What has no overview offers none.
  await expect(preview.getByRole('link', { name: 'Overview' })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Notes' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('10 of 10 markers lead to a note.')
  await expect(page.getByRole('tabpanel')).toContainText('46')
  expect(watch.troubles).toEqual([])
  expect(watch.foreign).toEqual([])
})

test('the draft survives a killed tab, and is read as an article of one’s own', async ({
  page,
  context,
}) => {
  const watch = watchPage(page, site)
  await openImport(page)
  await bring(page, REPOST)
  await blockSaying(page, 'In the tenth winter').click()
  await page.keyboard.press('3')
  await expect(page.getByText('Kept in this browser.')).toBeVisible()
  expect(watch.troubles).toEqual([])
  const killer = await context.newCDPSession(page)
  const crash = page.waitForEvent('crash')
  // Nobody is left to answer.
  killer.send('Page.crash').catch(() => {})
  await crash

  const again = await context.newPage()
  const watchAgain = watchPage(again, site)
  await openImport(again)
  await again
    .getByRole('button', { name: /The Harbour and the Light/ })
    .first()
    .click()
  await expect(blockSaying(again, 'In the tenth winter')).toContainText('Background')
  await again.getByRole('tab', { name: 'About the text' }).click()
  await again.getByRole('textbox', { name: 'Title' }).fill('The lamp')
  await again.keyboard.press('Enter')
  await again.getByRole('button', { name: 'Read', exact: true }).click()
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('The lamp')
  await expect(again.locator('.passage[data-kind="background"]')).toContainText('In the tenth')
  await again.goto('')
  await again.getByRole('link', { name: 'Review again' }).click()
  await expect(blockSaying(again, 'In the tenth winter')).toContainText('Background')
  expect(watchAgain.troubles).toEqual([])
  expect(watchAgain.foreign).toEqual([])
})

test('a file dropped on the page is read as text, whatever stands in it', async ({ page }) => {
  const watch = watchPage(page, site)
  await openImport(page)
  const html = `<title>A page</title><script>document.title = 'run'</script><p onclick="x()">Words &lt;img src=x onerror=alert(1)&gt; stay words.</p><img src="https://pictures.example/1.png"><iframe src="https://frames.example/"></iframe>`
  await drop(page, 'page.html', 'text/html', html)
  await expect(blockSaying(page, 'Words <img src=x onerror=alert(1)> stay words.')).toBeVisible()
  await expect(page.getByRole('tabpanel').locator('.article')).toContainText('stay words')
  expect(await page.locator('main :is(img, iframe, script)').count()).toBe(0)
  await expect(page).not.toHaveTitle('run')
  expect(watch.troubles).toEqual([])
  expect(watch.foreign).toEqual([])
})

test('of ten million characters only what is near the window is drawn', async ({ page }) => {
  await openImport(page)
  await drop(page, 'book.txt', 'text/plain', longText(10_000_000))
  const rows = page.getByRole('listbox').getByRole('option')
  await expect(rows.first()).toHaveAttribute('aria-setsize', /^\d{5}$/)
  expect(await rows.count()).toBeLessThan(200)
  await page.keyboard.press('End')
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toBeInViewport()
  await page.keyboard.press('2')
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    'Commentary',
  )
  expect(await rows.count()).toBeLessThan(200)
})

test('reading can be stopped, and one can begin again', async ({ page }) => {
  // A worker that does not come is as slow as can be.
  let isSlow = true
  await page.route(/import-worker/, async (route) => {
    if (isSlow) return
    await route.continue()
  })
  await openImport(page)
  await page.getByLabel('Paste the text here').fill(REPOST)
  await page.getByRole('button', { name: 'Tell the voices apart' }).click()
  await expect(page.getByRole('status')).toContainText('Reading the text you pasted')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Stopped.')
  isSlow = false
  await bring(page, REPOST)
  await expect(blockSaying(page, 'In the tenth winter')).toBeVisible()
})

test('with the keyboard alone a text goes from the field to the settled review', async ({
  page,
}) => {
  await openImport(page)
  await page.getByLabel('Paste the text here').focus()
  await page.keyboard.insertText(REPOST)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const chosen = page.getByRole('listbox').getByRole('option', { selected: true })
  await expect(chosen).toBeFocused()
  await page.keyboard.press('Home')
  await expect(chosen).toHaveAttribute('data-index', '0')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('2')
  await expect(chosen).toContainText('Commentary')
  // To the details and back.
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /Commentary/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(chosen).toContainText('Background')
  await page.keyboard.press('Escape')
  await expect(chosen).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(chosen).toContainText('Original')
  // Split in the middle, then joined.
  const count = await page.getByRole('listbox').getByRole('option').count()
  await page.keyboard.press('s')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('nothing can be written here')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(count + 1)
  await expect(chosen).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(count)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  for (let at = 0; at < count; at += 1) await page.keyboard.press('n')
  await expect(chosen).toBeFocused()
})

test.describe('an address', () => {
  test('is read where the other site permits it', async ({ page }) => {
    await page.route('https://texts.example/**', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'access-control-allow-origin': '*' },
        body: `<article><p>${REPOST.split('\n\n')[1] ?? ''}</p></article>`,
      }),
    )
    await openImport(page)
    await page.getByLabel('Or the address of a page').fill('texts.example/harbour')
    await page.keyboard.press('Enter')
    await expect(blockSaying(page, 'The harbour lay in the dark')).toBeVisible()
    await page.getByRole('tab', { name: 'About the text' }).click()
    await expect(page.getByLabel('Address')).toHaveValue('https://texts.example/harbour')
  })

  test('that may not be read is told with what to do instead', async ({ page }) => {
    await page.route('https://closed.example/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'access-control-allow-origin': 'https://friends.example' },
        body: '<p>Closed.</p>',
      }),
    )
    await openImport(page)
    await page.getByLabel('Or the address of a page').fill('https://closed.example/post')
    await page.getByRole('button', { name: 'Fetch' }).click()
    await expect(page.getByRole('alert')).toContainText('closed.example does not let other pages')
    await expect(page.getByRole('alert')).toContainText('save the page')
    await page.getByLabel('Or the address of a page').fill('http://open.example/')
    await page.getByRole('button', { name: 'Fetch' }).click()
    await expect(page.getByRole('alert')).toContainText('begin with https://')
  })

  test('is for the import page alone: no other page may ask another site', async ({ page }) => {
    await page.route('https://texts.example/**', (route) =>
      route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body: 'Hello.' }),
    )
    await page.goto('')
    const answer = await page.evaluate(() =>
      fetch('https://texts.example/').then(
        () => 'answered',
        () => 'refused',
      ),
    )
    expect(answer).toBe('refused')
  })
})

for (const width of [360, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({
        baseURL: site,
        colorScheme,
        viewport: { width, height: 800 },
        hasTouch: width === 360,
      })
      const page = await context.newPage()
      await openImport(page)
      expect(await violations(page)).toEqual([])
      await bring(page, REPOST)
      await expect(page.getByRole('tabpanel').locator('.article, .blocks')).toBeVisible()
      expect(await violations(page)).toEqual([])
      // The panels are the same at every width; once is enough.
      const tabs = colorScheme === 'light' && width === 360 ? await page.getByRole('tab').all() : []
      for (const tab of tabs) {
        await tab.click()
        expect(await violations(page), (await tab.textContent()) ?? '').toEqual([])
      }
      await context.close()
    })
  }
}

test('two tabs with one review lose nothing of what either of them does', async ({
  page,
  context,
}) => {
  await openImport(page)
  await bring(page, REPOST)
  await expect(page).toHaveURL(/\/import\/\?draft=[a-z0-9]+$/)
  const other = await context.newPage()
  await openImport(other, page.url())
  await blockSaying(other, 'In the tenth winter').click()
  await other.keyboard.press('3')
  // The tab that does nothing hears of it.
  await expect(page.getByRole('alert')).toContainText('Another tab has gone on with this review')
  await blockSaying(page, 'The harbour lay').click()
  await page.keyboard.press('2')
  await page.getByRole('button', { name: 'Keep this as a review of its own' }).click()
  await expect(page.getByText('Kept in this browser.')).toBeVisible()
  await expect(page).not.toHaveURL(other.url())
  for (const tab of [page, other]) {
    await tab.reload()
    await awake(tab)
    await expect(blockSaying(tab, 'In the tenth winter')).toBeVisible()
  }
  await expect(blockSaying(page, 'The harbour lay')).toContainText('Commentary')
  await expect(blockSaying(page, 'In the tenth winter')).not.toContainText('Background')
  await expect(blockSaying(other, 'The harbour lay')).not.toContainText('Commentary')
  await expect(blockSaying(other, 'In the tenth winter')).toContainText('Background')
})

test('on a phone everything is within reach, and large enough for a finger', async ({
  browser,
}) => {
  const context = await browser.newContext({
    baseURL: site,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await openImport(page)
  await bring(page, REPOST)
  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.tap()
  for (const name of ['Download', 'Bring another text']) {
    await expect(page.getByRole('button', { name })).toBeInViewport()
  }
  await page.getByRole('button', { name: 'Keys' }).tap()
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('body')).not.toBeFocused()
  for (const name of ['As it was', 'Notes', 'Voices', 'Sections', 'About the text']) {
    await page.getByRole('tab', { name }).tap()
    const small = await page
      .locator('main :is(button, summary, select, input:not([type="radio"]), .classes label)')
      .evaluateAll((all) =>
        all.flatMap((one) => {
          const { width, height } = one.getBoundingClientRect()
          return width > 0 && Math.min(width, height) < 43.9
            ? `${one.textContent} ${width} × ${height}`
            : []
        }),
      )
    expect(small, name).toEqual([])
  }
  await more.tap()
  await page.getByRole('button', { name: 'Bring another text' }).tap()
  await expect(page.getByLabel('Paste the text here')).toBeVisible()
  await expect(page).toHaveURL(/\/import\/$/)
  await context.close()
})

test('back from reading leads to the review, and back from there to where one came from', async ({
  page,
}) => {
  await page.goto('')
  await awake(page)
  await openImport(page)
  await bring(page, REPOST)
  await blockSaying(page, 'In the tenth winter').click()
  await page.keyboard.press('3')
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await expect(page).toHaveURL(/\/own\//)
  await awake(page)
  await page.goBack()
  await expect(blockSaying(page, 'In the tenth winter')).toContainText('Background')
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toBeEnabled()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Palimpsest')
})

test('the page of the import is as wide as a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openImport(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})
