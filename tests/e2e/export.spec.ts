import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { violations } from '../support/axe.ts'
import { article, awake } from '../support/page-watch.ts'
import { lettersOf, paperOf, type Paper } from '../support/paper.ts'
import { fixtureSite } from '../support/sites.ts'

async function openDialog(page: Page, address = article): Promise<void> {
  await page.goto(address)
  await awake(page)
  await page.locator('.colophon').getByRole('button', { name: 'Take it away' }).click()
  await expect(page.getByRole('dialog', { name: 'Take it away' })).toBeVisible()
}

async function download(page: Page, format: string): Promise<readonly [string, Buffer]> {
  await page.getByRole('radio', { name: format }).check()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  const file = await waiting
  return [file.suggestedFilename(), readFileSync(await file.path())]
}

test('a file of each kind can be had, and holds what it should', async ({ page, browser }) => {
  await openDialog(page, `${fixtureSite}read/specimen/`)
  await page.getByRole('radio', { name: 'All', exact: true }).check()

  const [htmlName, html] = await download(page, 'Web page')
  expect(htmlName).toBe('specimen.html')
  const alone = await browser.newPage({ javaScriptEnabled: false })
  await alone.setContent(html.toString('utf8'))
  await expect(alone.getByText('Comment · nightwatch')).toBeVisible()
  await alone.getByRole('checkbox', { name: 'Remarks by nightwatch' }).uncheck()
  await expect(alone.getByText('Comment · nightwatch')).toBeHidden()
  await expect(alone.getByText('1 comment by nightwatch hidden')).toBeVisible()
  expect(
    await alone.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0)
  await alone.close()

  const [, epub] = await download(page, 'E-book (EPUB)')
  const book = unzipSync(new Uint8Array(epub))
  expect(Object.keys(book)[0]).toBe('mimetype')
  expect(Object.keys(book).filter((name) => name.endsWith('.png'))).toHaveLength(1)

  const [packedName, packed] = await download(page, 'Markdown')
  expect(packedName).toBe('specimen.zip')
  const folder = unzipSync(new Uint8Array(packed))
  expect(Object.keys(folder)).toEqual(['specimen/article.md', 'specimen/harbour.png'])
  expect(strFromU8(folder['specimen/article.md'] ?? new Uint8Array())).toContain(
    'src="harbour.png"',
  )

  const [, text] = await download(page, 'Plain text')
  expect(text.toString('utf8')).toContain('[Comment · The Harbour Office:]')
  const [, json] = await download(page, 'Data (JSON)')
  expect(JSON.parse(json.toString('utf8'))).toMatchObject({
    format: 'palimpsest-article',
    version: 1,
    article: { slug: 'specimen' },
  })
  await expect(
    page.getByRole('status').filter({ hasText: 'Saved as specimen.json.' }),
  ).toBeVisible()
})

test('the choice of layers reaches the file and its name', async ({ page }) => {
  await openDialog(page, `${article}?layers=original,comments`)
  await expect(page.getByText('Takes along: Original text, Comments.')).toBeVisible()
  await page.getByRole('radio', { name: 'Original only' }).check()
  await page.getByRole('checkbox', { name: 'Notes' }).uncheck()
  const [name, text] = await download(page, 'Plain text')
  expect(name).toBe('israeli-azerbaijani-alliance-and-iran-3.original.txt')
  expect(text.toString('utf8')).not.toMatch(/Comment ·|Background ·|\[42\]/)
})

test('the article and each of its notes can be cited', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDialog(page)
  await page.getByRole('tab', { name: 'Cite' }).click()
  const field = page.getByRole('textbox', { name: 'Citation' })
  await expect(field).toHaveValue(/^Mahir Khalifa-zadeh, “Israeli-Azerbaijani Alliance/)
  await page.getByRole('radio', { name: 'BibTeX' }).check()
  await page.getByRole('combobox', { name: 'What is cited' }).selectOption({ index: 2 })
  await expect(field).toHaveValue(/^@misc\{khalifazadeh2013/)
  await expect(field).toHaveValue(/#note-\d+/)
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue())
})

test('the dialog works by keyboard, breaks no rule and fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(article)
  await awake(page)
  const opener = page.locator('.colophon').getByRole('button', { name: 'Take it away' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Take it away' })
  await expect(dialog).toBeVisible()
  const tab = page.getByRole('tab', { name: 'Download' })
  await tab.focus()
  for (const name of ['Download', 'Cite', 'Print']) {
    await expect(page.getByRole('tab', { name, selected: true })).toBeFocused()
    expect(await violations(page)).toEqual([])
    expect(
      await dialog.evaluate((element) => element.scrollWidth - element.clientWidth),
    ).toBeLessThanOrEqual(0)
    await page.keyboard.press('ArrowRight')
  }
  await expect(tab).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

test('a wide window has the way to it in the bar', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(article)
  await awake(page)
  await page.locator('.bar').getByRole('button', { name: 'Take it away' }).click()
  await expect(page.getByRole('dialog', { name: 'Take it away' })).toBeVisible()
})

test('where the dialog does not arrive, the page says so', async ({ page }) => {
  await page.goto(article)
  await awake(page)
  await page.route(/assets\/export/, (route) => route.abort())
  await page.locator('.colophon').getByRole('button', { name: 'Take it away' }).click()
  await expect(
    page.getByText('This could not be loaded. Try again when you are online.'),
  ).toBeVisible()
})

/** Prints by the dialog, with the browser's own one out of the way, and reads what is on the paper. */
async function printed(page: Page, choose: (dialog: Locator) => Promise<void>): Promise<Paper> {
  await page.evaluate(() => {
    window.print = () => {}
  })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'Print' }).click()
  await choose(dialog)
  await dialog.getByRole('button', { name: 'Print …' }).click()
  return paperOf(page)
}

test('on paper “original only” has every note once and nobody else’s words', async ({ page }) => {
  await openDialog(page)
  const others = await page
    .locator('.passage:is([data-kind="commentary"], [data-kind="background"])')
    .evaluateAll((passages) =>
      passages.flatMap((passage) =>
        [...passage.querySelectorAll('p:not([data-skip])')].map((line) => line.textContent.trim()),
      ),
    )
  const notes = await page
    .locator('.endnotes .note-text')
    .evaluateAll((texts) =>
      texts.map((text) => (text.textContent ?? '').replaceAll('¶', '').trim()),
    )
  const before = await page.locator('article').evaluate((element) => element.outerHTML)
  const { pages, size } = await printed(page, async (dialog) => {
    await dialog.getByRole('radio', { name: 'Original only' }).check()
    await dialog.getByRole('radio', { name: 'Letter' }).check()
  })
  expect(size).toEqual([216, 279])
  const all = lettersOf(
    pages.join('\n').replaceAll(/^Israeli-Azerbaijani Alliance and Iran, Part 3$/gm, ''),
  )
  expect(others.length).toBeGreaterThan(5)
  expect(
    others.filter((line) => line.length > 40 && all.includes(lettersOf(line).slice(0, 40))),
  ).toEqual([])
  for (const note of notes.filter((text) => text.length > 40)) {
    expect(all.split(lettersOf(note).slice(0, 80)).length, note).toBe(2)
  }
  const whole = pages.join('\n')
  for (const word of [
    'Take it away',
    'Comment ·',
    'Background ·',
    'hidden',
    'Copy',
    'Settings',
    '¶',
    '↩',
    'End of',
  ]) {
    expect(whole).not.toContain(word)
  }
  // The screen is what it was.
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
  expect(await page.locator('article').evaluate((element) => element.outerHTML)).toBe(before)
})

test('on paper “all” names every voice, and no heading stands alone at the foot', async ({
  page,
}) => {
  await openDialog(page, `${article}?layers=original`)
  const lines = await page
    .locator('.text p[data-block]')
    .evaluateAll((found) => found.map((line) => line.textContent.replaceAll(/[¶\u2060]/g, '')))
  const headings = await page
    .locator('.text :is(h2, h3), .voice-name')
    .evaluateAll((found) => found.map((one) => (one.textContent ?? '').replaceAll('¶', '').trim()))
  const { pages, size } = await printed(page, async (dialog) => {
    await dialog.getByRole('radio', { name: 'All', exact: true }).check()
    await dialog.getByRole('radio', { name: 'A4' }).check()
  })
  expect(size).toEqual([210, 297])
  const all = lettersOf(pages.join('\n'))
  expect(pages.join('\n')).toContain('Comment · Geopolitical Analysis and Monitoring')
  expect(pages.join('\n').match(/^Background · /gm)).toHaveLength(3)
  // Numbers of notes and the marks of the editor stand between the words on paper, too.
  expect(lines.filter((line) => !all.includes(lettersOf(line).slice(0, 30)))).toEqual([])
  const feet = pages.map(
    (text) =>
      text
        .trim()
        .split('\n')
        .filter((line) => !/^\d+$/.test(line))
        .at(-1) ?? '',
  )
  expect(feet.filter((line) => headings.includes(line.trim()))).toEqual([])
})

test('a voice’s name is in one piece on paper, and on the page of its first words', async ({
  page,
}) => {
  await page.goto(article)
  await awake(page)
  await page.emulateMedia({ media: 'print' })
  const breaks = await page.locator('.text .voice').evaluateAll((names) =>
    names.map((name) => {
      const { breakInside, breakAfter } = getComputedStyle(name)
      return `${breakInside} ${breakAfter}`
    }),
  )
  expect(breaks.length).toBeGreaterThan(2)
  expect(new Set(breaks)).toEqual(new Set(['avoid avoid']))
})

test('notes can stay away from paper, and addresses come along, each where it was asked', async ({
  page,
}) => {
  await openDialog(page, `${fixtureSite}read/specimen/`)
  const notes = await page
    .locator('.endnotes .note-text')
    .evaluateAll((texts) => texts.map((text) => (text.textContent ?? '').replaceAll('¶', '')))
  const link = page.locator('.text').getByRole('link', { name: 'gone', exact: true })
  const address = lettersOf((await link.getAttribute('href')) ?? '')
  const choose = async (dialog: Locator, isOn: boolean) => {
    await dialog.getByRole('radio', { name: 'All', exact: true }).check()
    await dialog.getByRole('checkbox', { name: 'Notes' }).setChecked(isOn)
    await dialog.getByRole('checkbox', { name: 'Addresses' }).setChecked(isOn)
  }
  const held = async (isOn: boolean) => {
    const { pages } = await printed(page, (dialog) => choose(dialog, isOn))
    const all = lettersOf(pages.join('\n'))
    return {
      notes: notes.filter((note) => all.includes(lettersOf(note).slice(0, 40))),
      addresses: all.split(address).length - 1,
    }
  }
  const all = await held(true)
  expect(all.notes).toEqual(notes)
  await page.reload()
  await openDialog(page, `${fixtureSite}read/specimen/`)
  const few = await held(false)
  // A short note may say what is said elsewhere, too, and an address may be said in the colophon.
  expect(few.notes.filter((note) => note.length > 20)).toEqual([])
  expect(few.addresses).toBeLessThan(all.addresses)
})
