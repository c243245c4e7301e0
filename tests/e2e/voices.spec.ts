import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { openPage } from '../support/link-page.ts'
import { fixtureSite } from '../support/sites.ts'

/*
 * Who is speaking must be seen without colour, and heard. The specimen has an author, two
 * commentators, a background layer, the editor, and a note on the authors.
 */
const specimen = `${fixtureSite}read/specimen/?layers=original,harbour-office,nightwatch,background,footnotes,capitals`

const passages = [
  { name: 'Comment · The Harbour Office', end: 'End of comment' },
  { name: 'Comment · nightwatch', end: 'End of comment' },
  { name: 'Background · voice not named in the source', end: 'End of background insert' },
  { name: 'Editor of this edition', end: 'End of the editor’s words' },
  { name: 'About the author · from the post', end: 'End of the note on the author' },
]

test('each voice but the author’s has its name before its words, and its end is said', async ({
  page,
}) => {
  await openPage(page, specimen)
  for (const { name, end } of passages) {
    const passage = page.getByRole('group', { name, exact: false }).first()
    const label = passage.getByText(name, { exact: true })
    await expect(label).toBeVisible()
    const words = await passage.evaluate((element) => element.textContent?.trim())
    expect(words?.startsWith(name)).toBe(true)
    await expect(passage).toMatchAriaSnapshot(`
      - group /${name}/:
        - paragraph: /${name}/
        - paragraph: ${end}
    `)
  }
  // No passage without a name but the author's.
  const unnamed = await page
    .locator('.passage')
    .evaluateAll((all) =>
      all
        .filter((passage) => passage.querySelector(':scope > .voice') === null)
        .map((passage) => passage.getAttribute('data-layer')),
    )
  expect(new Set(unnamed)).toEqual(new Set(['original']))
  // Inside a sentence brackets do it.
  await expect(page.locator('.insertion')).toHaveText(
    /^\[Comment by nightwatch: so she told us, at least – end\]$/,
  )
})

/** What tells a passage apart without colour: its edges and its type. */
async function formOf(page: Page, selector: string) {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const style = getComputedStyle(element)
      const sides = ['Top', 'Right', 'Bottom', 'Left'] as const
      const edges = sides.map((side) => {
        const width = Number.parseFloat(
          style.getPropertyValue(`border-${side.toLowerCase()}-width`),
        )
        return width === 0 ? '-' : style.getPropertyValue(`border-${side.toLowerCase()}-style`)
      })
      return edges.join(' ')
    })
}

const kinds = [
  '.passage[data-layer="original"]:not([data-kind])',
  '.passage[data-layer="harbour-office"]',
  '.passage[data-layer="nightwatch"]',
  '.passage[data-kind="background"]',
  '.passage[data-kind="editorial"]',
  '.passage[data-kind="about-author"]',
]

for (const { name, emulate } of [
  { name: 'on light paper', emulate: { colorScheme: 'light' } },
  { name: 'on dark paper', emulate: { colorScheme: 'dark' } },
  { name: 'in forced colours', emulate: { forcedColors: 'active' } },
  { name: 'in print', emulate: { media: 'print' } },
] as const) {
  test(`the voices differ in form, not only in colour, ${name}`, async ({ page }) => {
    await page.emulateMedia(emulate)
    await openPage(page, specimen)
    const forms: string[] = []
    for (const kind of kinds) forms.push(await formOf(page, kind))
    expect(new Set(forms).size, forms.join('\n')).toBe(kinds.length)
    for (const { name: voice } of passages) {
      await expect(page.getByText(voice, { exact: true }).first()).toBeVisible()
    }
  })
}

/** The left edge of a passage, in grey: 24 × 60 pixels at its top left corner, which hold no letter of a labelled one. */
async function greyCorner(page: Page, selector: string): Promise<Buffer> {
  const element = page.locator(selector).first()
  await element.scrollIntoViewIfNeeded()
  const box = await element.boundingBox()
  if (box === null) throw new Error(`${selector} is not on the page`)
  const image = await page.screenshot({
    clip: { x: box.x - 8, y: box.y + 2, width: 24, height: 60 },
  })
  return sharp(image).removeAlpha().greyscale().raw().toBuffer()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`three layers stay apart in a grey picture of the ${colorScheme} page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openPage(page, specimen)
    const corners: Buffer[] = []
    for (const kind of kinds.slice(0, 4)) corners.push(await greyCorner(page, kind))
    for (const [one, first] of corners.entries()) {
      for (const [other, second] of corners.entries()) {
        if (other <= one) continue
        let differing = 0
        for (let at = 0; at < first.length; at += 1) {
          if (Math.abs((first[at] ?? 0) - (second[at] ?? 0)) > 40) differing += 1
        }
        // Of 1440 pixels: the gaps of a dashed edge beside a solid one are the least that may differ.
        expect(differing, `${kinds[one]} and ${kinds[other]}`).toBeGreaterThan(40)
      }
    }
  })
}

test('what is lost, uncertain, mended or kept as found explains itself', async ({ page }) => {
  await openPage(page, specimen)
  await expect(page.getByText('Where this begins is the editor’s judgement')).toBeVisible()
  await expect(page.getByText('Where this ends is the editor’s judgement').first()).toBeVisible()
  await expect(page.getByText('It once named where it came from')).toBeVisible()
  await expect(page.locator('#second-drawing')).toContainText(
    'An insert is lost here. What it said, nobody knows.',
  )
  const sic = page.locator('.sic').first()
  // Under a page that scrolls nothing opens, so let it come to rest before the pointer does.
  await sic.scrollIntoViewIfNeeded()
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(resolve, 300)
      }),
  )
  await sic.hover()
  await expect(page.getByRole('dialog', { name: 'Explanation' })).toContainText('“four pages”')
  await page.keyboard.press('Escape')
  await sic.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Explanation' })).toContainText('“four pages”')
})
