import { expect, test, type Page } from '@playwright/test'
import { article, awake } from '../support/page-watch.ts'

/** What the browser is told for a system that is light, and for one that is dark. */
const frames = (page: Page) =>
  page
    .locator('meta[name="theme-color"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('content')))

test('the frame of the browser has the colour of the theme that was chosen, and the system’s without one', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(article)
  await awake(page)
  const own = await frames(page)
  expect(own).toEqual(['#faf6ee', '#1b1a18'])
  const choose = async (theme: string) => {
    await page.getByRole('radio', { name: theme, exact: true }).check({ force: true })
  }
  await page.getByRole('button', { name: 'Settings' }).click()
  await choose('Dark')
  await expect.poll(() => frames(page)).toEqual(['rgb(27, 26, 24)', 'rgb(27, 26, 24)'])
  await page.reload()
  await expect.poll(() => frames(page)).toEqual(['rgb(27, 26, 24)', 'rgb(27, 26, 24)'])
  await page.getByRole('button', { name: 'Settings' }).click()
  await choose('High contrast')
  await expect.poll(() => frames(page)).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)'])
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => frames(page)).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)'])
  await choose('As the system')
  await expect.poll(() => frames(page)).toEqual(own)
})
