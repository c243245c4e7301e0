import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openPage } from '../support/link-page.ts'
import { fixtureSite, site } from '../support/sites.ts'

const article = `${site}read/israeli-azerbaijani-alliance-and-iran-3/`
const specimen = `${fixtureSite}read/specimen/`

/** Selects from the beginning of one element to the end of another. */
async function selectFromTo(page: Page, from: string, to: string) {
  await page.evaluate(
    ([first, last]) => {
      const start = document.querySelector(first)
      const end = document.querySelector(last)
      if (start === null || end === null) throw new Error(`${first} or ${last} is not here`)
      document.getSelection()?.setBaseAndExtent(start, 0, end, end.childNodes.length)
    },
    [from, to] as const,
  )
  await expect(page.getByRole('group', { name: 'With the selected words' })).toBeVisible()
}

/** Presses Ctrl+C and reads what is on the clipboard, in both flavours. */
async function copied(page: Page) {
  await page.keyboard.press('ControlOrMeta+c')
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) =>
      item?.types.includes(type) === true ? (await item.getType(type)).text() : ''
    return { text: await read('text/plain'), html: await read('text/html') }
  })
}

test.describe('copied text', () => {
  // One clipboard for all: these tests take turns.
  test.describe.configure({ mode: 'serial' })
  test.beforeEach(async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  })

  test('of the original alone is the words, without numbers of notes and without marks', async ({
    page,
  }) => {
    await openPage(page, article)
    await selectFromTo(
      page,
      '#undoubtedly-turkish-cooperation-is-essential',
      '#furthermore-israeli-aeronautics-defense-systems',
    )
    const { text, html } = await copied(page)
    expect(text).toMatch(/^Undoubtedly, TURKISH cooperation is essential/)
    expect(text).toMatch(/unmanned aircrafts\. In February 2012/)
    expect(text).toMatch(/\$1\.6 billion\.$/)
    expect(text).not.toMatch(/4[2-9]|5[0-2]|¶|\u2060/)
    expect(html).not.toMatch(/¶|permalink|\bid=|<button/)
    expect(html).toContain('unmanned aircrafts.')
  })

  test('of several voices names each where it begins, in both flavours', async ({ page }) => {
    await openPage(page, article)
    await selectFromTo(page, '#a-key-element-in-the', '#thus-azerbaijan-with-its-strategic')
    const { text, html } = await copied(page)
    expect(text).toMatch(/^\[Mahir Khalifa-zadeh:\] A key element/)
    expect(text).toMatch(
      /should be formed\.”\n\n\[Comment · Geopolitical Analysis and Monitoring:\] Comment by/,
    )
    expect(text).toMatch(
      /\n\n\[Editor of this edition:\] Azerbaijan in Israel’s foreign policy\n\n\[Mahir Khalifa-zadeh:\] Thus/,
    )
    expect(text).not.toMatch(/End of comment|Copy link|hidden/)
    expect(html).toMatch(/Mahir Khalifa-zadeh:.*A key element.*Comment · Geopolitical.*Comment by/s)
  })

  test('names the voice also when it begins or ends inside a comment', async ({ page }) => {
    await openPage(page, article)
    await selectFromTo(
      page,
      '[id="comments.are-iran-and-israel-really"]',
      '#thus-azerbaijan-with-its-strategic',
    )
    const across = await copied(page)
    expect(across.text).toMatch(/^\[Comment · Geopolitical Analysis and Monitoring:\] ARE IRAN/)
    expect(across.html).toMatch(/Comment · Geopolitical.*ARE IRAN.*Mahir Khalifa-zadeh:.*Thus/s)
    await selectFromTo(
      page,
      '[id="comments.are-iran-and-israel-really"]',
      '[id="comments.are-iran-and-israel-really"]',
    )
    const inside = await copied(page)
    expect(inside.text).toMatch(/^\[Comment · Geopolitical Analysis and Monitoring:\] ARE IRAN/)
    expect(inside.html).toMatch(/Comment · Geopolitical.*ARE IRAN/s)
  })

  test('of the whole page is the article, in order, without its controls', async ({ page }) => {
    await openPage(page, specimen)
    await page.keyboard.press('ControlOrMeta+a')
    await expect(page.getByRole('group', { name: 'With the selected words' })).toBeVisible()
    const { text } = await copied(page)
    expect(text).toMatch(
      /^Lamps of the Northern Coast Part 2 .*\n\nThe Lamp at Skerry Point\n\nInes Marrow/,
    )
    expect(text).toContain('[Ines Marrow and Tobias Fell:] What stands before the first heading')
    expect(text).toContain('[Comment · nightwatch:] I doubt it')
    // An insertion in the middle of a sentence, and the sentence goes on.
    expect(text).toContain(
      'she told [Comment · nightwatch:] so she told us, at least [Ines Marrow and Tobias Fell:] nobody.',
    )
    expect(text).not.toMatch(/Copy link|Skip to the text|Only this|Library/)
    expect(text).toContain('[About the author · from the post:] Ines Marrow collects lamps.')
    // Background is off: what is hidden is not copied.
    expect(text).not.toContain('nine lamps')
    // Lines and cells stay apart.
    expect(text).toContain('rape oil\nas long as')
    expect(text).toMatch(/Year\tOil\tNights\n1871\t40\t361/)
    expect(text).toMatch(/lamp: lit\nwind:/)
  })

  test('is as the reader sees it: capitals when they are on, names when they are off', async ({
    page,
  }) => {
    await openPage(page, `${article}?layers=original`)
    await selectFromTo(page, '#in-view-of-these-facts', '#in-view-of-these-facts')
    expect((await copied(page)).text).toMatch(/^In view of these facts, Israel has/)
  })

  test('of a field is what stands in the field', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))
      document.execCommand = () => false
    })
    await openPage(page, article)
    await selectFromTo(page, '#in-view-of-these-facts', '#in-view-of-these-facts')
    await page.locator('#energy > .permalink').press('Enter')
    await expect(page.getByRole('textbox')).toBeFocused()
    expect((await copied(page)).text).toBe(`${article}#energy`)
  })
})
