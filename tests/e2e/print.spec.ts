import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { article, awake, wordsOf } from '../support/page-watch.ts'
import { lettersOf, paperOf } from '../support/paper.ts'
import { fixtureSite } from '../support/sites.ts'

/** Words that only the tools of the page say. */
const TOOLS = [
  'Skip to the text',
  'Reading tools',
  'Views',
  'Keys',
  'Copy link',
  'Copy citation',
  'To the list',
  'Back to where you were',
  'Only this',
  'Take it away',
  '¶',
  '↩',
]

test('on paper there are all the words and none of the tools', async ({ page }) => {
  for (const address of [article, `${fixtureSite}read/specimen/`]) {
    await page.goto(address)
    await awake(page)
    // What is open at the moment of printing does not come along.
    await page.locator('a[role="doc-noteref"]').first().click()
    const screen = await textOf(page)
    await page.emulateMedia({ media: 'print' })
    const paper = await textOf(page)
    const all = await page.locator('body').innerText()
    const [needs, has] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return [scrollWidth, clientWidth]
    })
    expect(needs, 'wider than the paper').toBeLessThanOrEqual(has ?? 0)
    for (const tool of TOOLS) expect(all).not.toContain(tool)
    expect(missingFrom(paper, screen)).toEqual([])
    await page.emulateMedia({ media: 'screen' })
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.voice').first()).toBeVisible()
})

test('paper says whose words they are, by name and by an edge that needs no colour', async ({
  page,
}) => {
  await page.goto(article)
  await awake(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Comment · Geopolitical Analysis and Monitoring')).toBeVisible()
  await expect(page.getByText(/^Background · /)).toHaveCount(3)
  const edges = await page.evaluate(() =>
    ['commentary', 'background'].map((kind) => {
      const passage = document.querySelector(`.passage[data-kind="${kind}"]`)
      return passage === null ? '' : getComputedStyle(passage).borderInlineStartStyle
    }),
  )
  expect(edges).toEqual(['solid', 'double'])
})

test('a hidden layer is hidden on paper too, and a line says so', async ({ page }) => {
  await page.goto(`${article}?layers=original,footnotes`)
  await awake(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.passage[data-kind="commentary"]')).toBeHidden()
  const stub = page.getByText('1 comment by Geopolitical Analysis and Monitoring hidden')
  await expect(stub).toBeVisible()
  expect(await page.locator('.stub').filter({ has: stub }).innerText()).not.toContain('show')
})

test('on paper no heading stands alone at the foot of a page, and nothing is dark', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.addInitScript(() => {
    window.localStorage.setItem(
      'palimpsest.preferences',
      JSON.stringify({ theme: 'dark', singleKeys: true }),
    )
  })
  await page.goto(article)
  await awake(page)
  const loose = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, .voice, .passage-title')]
      .filter(
        (element) => element.checkVisibility() && getComputedStyle(element).breakAfter !== 'avoid',
      )
      .map((element) => element.textContent),
  )
  expect(loose).toEqual([])
  await expect(page.locator('.text')).toHaveCSS('color', 'rgb(0, 0, 0)')
  for (const voice of await page.locator('.passage[data-kind]').all()) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = await voice.evaluate(
      (element) =>
        getComputedStyle(element)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [],
    )
    expect(alpha === 0 || Math.min(red, green, blue) > 200).toBe(true)
  }
})

test('on paper what was left out is open to read', async ({ page }) => {
  await page.goto(article)
  await awake(page)
  const omissions = page.locator('.omission')
  await expect(omissions.first()).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  expect(await omissions.count()).toBeGreaterThan(2)
  for (const omission of await omissions.all()) await expect(omission).toBeVisible()
})

test('the printed file holds every word that is on the screen', async ({ page }) => {
  await page.goto(article)
  await awake(page)
  const shown = await textOf(page)
  const { pages } = await paperOf(page, 'A4')
  const printed = pages.join('\n')
  const all = lettersOf(printed)
  const missing = shown.split('\n').filter((line) => !all.includes(lettersOf(line).slice(0, 40)))
  expect(missing).toEqual([])
  for (const tool of TOOLS.slice(0, 6)) expect(printed).not.toContain(tool)
})

/** The text with everything around it that is not a tool. */
function textOf(page: Page): Promise<string> {
  return page.locator('article').evaluate((element: HTMLElement) => {
    const skipped = [
      ...element.querySelectorAll<HTMLElement>(
        '.note-ways, .note-copies, .stub-verb, .permalink, .visually-hidden, [data-take-away]',
      ),
    ]
    for (const part of skipped) part.style.setProperty('display', 'none', 'important')
    const text = element.innerText
    for (const part of skipped) part.style.removeProperty('display')
    return text
  })
}

function missingFrom(text: string, wanted: string): readonly string[] {
  const there = new Map<string, number>()
  for (const word of wordsOf(text)) there.set(word, (there.get(word) ?? 0) + 1)
  return wordsOf(wanted).filter((word) => {
    const count = there.get(word) ?? 0
    there.set(word, count - 1)
    return count <= 0
  })
}
