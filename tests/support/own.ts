import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { linkHash } from '#core/sharing'
import { awake } from './page-watch.ts'
import { site } from './sites.ts'

export const ownPage = `${site}own/`

export function articleFile(folder: string): string {
  return readFileSync(`${folder}/article.md`, 'utf8')
}

export const firstArticle = articleFile('src/content/israeli-azerbaijani-alliance-and-iran-3')

/** The link that holds an article. */
export function linkTo(markdown: string): string {
  const { hash } = linkHash(markdown, ownPage)
  if (hash === null) throw new Error('The article is too long for a link.')
  return ownPage + hash
}

/** Opens an article by its link and keeps it; says what its address is then. */
export async function keepByLink(page: Page, markdown: string): Promise<string> {
  await page.goto(linkTo(markdown))
  await awake(page)
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page).toHaveURL(/\/own\/\?article=[a-z0-9]{10}$/)
  await expect(page.getByText('Your own article, kept in this browser only.')).toBeVisible()
  await awake(page)
  return page.url()
}
