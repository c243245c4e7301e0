/** Faults that readers could have met once, each told as what happens instead. */
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { labels, layerNames, layerSwitch, shownLayers } from '../support/layers.ts'
import { openPage } from '../support/link-page.ts'
import { markerOf, noteBox, placeAt } from '../support/notes.ts'
import { article, awake } from '../support/page-watch.ts'
import { fixtureSite } from '../support/sites.ts'

const comment = '[id="comments.comment-by-geopolitical-analysis-and"]'

test('an article that is opened anew from the library shows all of its layers again', async ({
  page,
}) => {
  await openPage(page, article)
  await layerSwitch(page, 'comments').click()
  await expect(page.locator(comment)).toBeHidden()
  await page.getByRole('link', { name: 'Library', exact: true }).click()
  await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
  await expect(page.locator(comment)).toBeVisible()
  for (const name of layerNames) {
    await expect(layerSwitch(page, name), labels[name]).toBeChecked()
  }
  expect(await shownLayers(page)).toEqual(expect.arrayContaining([...layerNames]))
})

test('going back leads to where the reader was, also after the page was loaded again', async ({
  page,
}) => {
  const scrollY = () => page.evaluate(() => window.scrollY)
  await openPage(page, article)
  const marker = markerOf(page, '45')
  await placeAt(marker, 0.4)
  await marker.click()
  const toTheList = noteBox(page).getByRole('button', { name: 'To the list' })
  await expect(toTheList).toBeVisible()
  const before = await scrollY()
  await toTheList.click()
  await expect(page.locator('#note-45')).toBeInViewport()
  expect(Math.abs((await scrollY()) - before)).toBeGreaterThan(500)
  await page.reload()
  await awake(page)
  await expect(page.locator('#note-45')).toBeInViewport()
  await page.goBack()
  await expect.poll(async () => Math.abs((await scrollY()) - before)).toBeLessThanOrEqual(2)
})

test('where one of the scripts does not arrive, all passages are shown, and no bar', async ({
  page,
  request,
}) => {
  const html = await (await request.get(article)).text()
  for (const part of ['react', 'page', 'index']) {
    const file = new RegExp(`assets/${part}-[^" ]*\\.js`).exec(html)?.[0]
    if (file === undefined) throw new Error(`The page has no script called ${part}.`)
    await page.route(`**/${file}`, (route) => route.abort())
    await page.goto(`${article}?layers=original`)
    await expect(page.locator(comment), part).toBeVisible()
    const passages = await page.locator('.text .passage').all()
    expect(passages.length).toBeGreaterThan(5)
    for (const passage of passages) await expect(passage, part).toBeVisible()
    await expect(page.locator('.bar'), part).toBeHidden()
    await page.unroute(`**/${file}`)
  }
})

test('copied HTML names whoever speaks about the author as the page does', async ({ page }) => {
  await openPage(page, article)
  const note = page.locator('.passage[data-kind="about-author"]')
  const label = await note.locator('.voice-name').innerText()
  const html = await copiedMarkup(page, 'is a political analyst based in Toronto')
  expect(html).toContain('is a political analyst based in Toronto')
  expect(html).toContain(`${label}:`)
  expect(html).not.toContain('Mahir Khalifa-zadeh:')
})

test('copied HTML has names in capitals as long as these are on', async ({ page }) => {
  const words = 'In view of these facts, Israel'
  await openPage(page, article)
  expect(await copiedMarkup(page, words)).toContain('ISRAEL')
  await layerSwitch(page, 'capitals').click()
  const html = await copiedMarkup(page, words)
  expect(html).toContain('Israel')
  expect(html).not.toContain('ISRAEL')
})

test('a link with an unknown layer and a missing place says both, one after the other', async ({
  page,
}) => {
  const status = page.getByRole('status')
  await openPage(page, `${article}?layers=original,marginalia#zzqqxx`)
  await expect(status).toContainText('“zzqqxx”')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(status).toContainText('marginalia')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(status).toBeEmpty()
})

test('the way to the library has its name on the smallest phone, too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openPage(page, article)
  const bar = page.getByRole('region', { name: 'Reading tools' })
  await expect(bar.getByRole('link', { name: 'Library', exact: true })).toBeInViewport()
})

test('a figure keeps its room before its picture has come', async ({ page }) => {
  await page.route('**/*.png', (route) => route.abort())
  await page.goto(`${fixtureSite}read/specimen/`)
  const picture = page.locator('#the-map img')
  await expect(picture).toHaveAttribute('width', /^[1-9]\d*$/)
  await expect(picture).toHaveAttribute('height', /^[1-9]\d*$/)
})

/**
 * What copying these words, which stand in one paragraph, hands over as HTML. The event is made
 * here, since the machine's clipboard belongs to all tests at once.
 */
async function copiedMarkup(page: Page, words: string): Promise<string> {
  await page.evaluate((wanted) => {
    const paragraph = [...document.querySelectorAll('.text [data-block]')].find(({ textContent }) =>
      textContent.includes(wanted),
    )
    if (paragraph === undefined) throw new Error(`“${wanted}” is not on the page.`)
    const range = document.createRange()
    const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    const start = paragraph.textContent.indexOf(wanted)
    const end = start + wanted.length
    let at = 0
    for (let node = nodes.nextNode(); node instanceof Text; node = nodes.nextNode()) {
      const next = at + node.data.length
      if (at <= start && start < next) range.setStart(node, start - at)
      if (at < end && end <= next) range.setEnd(node, end - at)
      at = next
    }
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
  }, words)
  // What copies comes with the tools for selected words.
  await expect(page.getByRole('group', { name: 'With the selected words' })).toBeVisible()
  return page.evaluate(() => {
    const clipboardData = new DataTransfer()
    document.body.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    )
    return clipboardData.getData('text/html')
  })
}

test('from a switch the Tab key goes on to “Only this”, and from there to the next switch', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openPage(page, article)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await layerSwitch(page, 'original').focus()
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Only this: Original text')
  await page.keyboard.press('Tab')
  await expect(layerSwitch(page, 'comments')).toBeFocused()
})

test('the bar stands inside the window at every width, and nothing in it on something else', async ({
  page,
}) => {
  await openPage(page, article)
  for (const width of [
    320, 360, 479, 480, 720, 768, 960, 1000, 1024, 1100, 1179, 1180, 1280, 1440,
  ]) {
    await page.setViewportSize({ width, height: 768 })
    const boxes = await page.locator('.bar').evaluate((bar) =>
      [...bar.querySelectorAll('.bar-button, .layer-switch')]
        .map((control) => control.getBoundingClientRect())
        .filter((box) => box.width > 0)
        .map(({ left, right }) => ({ left, right })),
    )
    expect(boxes.length).toBeGreaterThan(2)
    for (const [index, { left, right }] of boxes.entries()) {
      expect(left, `${width} px`).toBeGreaterThanOrEqual(boxes[index - 1]?.right ?? 0)
      expect(right, `${width} px`).toBeLessThanOrEqual(width)
    }
  }
})

test('the link past the controls leads to the text without lighting it all up', async ({
  page,
}) => {
  await openPage(page, article)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('#text')).toBeFocused()
  await expect(page.locator('[data-flash]')).toHaveCount(0)
})

test('what could not be loaded says so, and comes when the network is back', async ({ page }) => {
  await openPage(page, article)
  await page.context().setOffline(true)
  await page.keyboard.press('?')
  await expect(page.getByText('This could not be loaded.')).toBeVisible()
  await page.context().setOffline(false)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('a switch thrown right before a step is kept by both of its ends', async ({ page }) => {
  await openPage(page, article)
  const throwAnd = (step: string) =>
    page.evaluate((selector) => {
      document.querySelector<HTMLElement>('[data-layer-switch="comments"]')?.click()
      if (selector === '') window.location.hash = '#energy'
      else document.querySelector<HTMLElement>(selector)?.click()
    }, step)
  await throwAnd('')
  await expect(layerSwitch(page, 'comments')).not.toBeChecked()
  await expect(page).toHaveURL(/layers=[^#]*#energy$/)
  await page.goBack()
  await expect(layerSwitch(page, 'comments')).not.toBeChecked()
  await page.goto(article)
  await awake(page)
  await throwAnd('.home-link')
  await expect(page.getByRole('heading', { level: 1, name: 'Palimpsest' })).toBeVisible()
  await expect(page).not.toHaveURL(/layers/)
  await page.goBack()
  await expect(layerSwitch(page, 'comments')).not.toBeChecked()
})
