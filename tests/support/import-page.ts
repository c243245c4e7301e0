import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { awake } from './page-watch.ts'

/** The first article as it was handed over. */
export const firstSource = readFileSync(
  new URL('../../src/content/israeli-azerbaijani-alliance-and-iran-3/source.txt', import.meta.url),
  'utf8',
)

/** Of our own writing: an author, a commentator, a note of which the marker is missing. */
export const REPOST = `The Harbour and the Light

The harbour lay in the dark for nine winters, and nobody in the town would say why.[1] The keeper had left, and his lamp with him.

Comment by Ana Reyes: This is not how my grandmother told it. She was there when the lamp went out.

In the tenth winter a ship came in, and its master asked for the keeper by name.

Notes

[1] Town records, volume three.
[4] A letter that nobody has seen.`

export async function openImport(page: Page, at = 'import/'): Promise<void> {
  await page.goto(at)
  await awake(page)
}

/** Puts a text into the field and waits for the review. */
export async function bring(page: Page, text: string): Promise<void> {
  await page.getByLabel('Paste the text here').fill(text)
  await page.getByRole('button', { name: 'Tell the voices apart' }).click()
  await expect(page.getByRole('main')).toHaveClass(/review/)
}

export function blockSaying(page: Page, words: string): Locator {
  return page.getByRole('listbox').getByRole('option').filter({ hasText: words }).first()
}

/** Drops a file on the page, as a hand does. */
export async function drop(page: Page, name: string, type: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, mediaType, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], file, { type: mediaType }))
      return transfer
    },
    [name, type, text] as const,
  )
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', event, { dataTransfer: data })
  }
}

/** As many characters of our own writing, in paragraphs of many lengths, with a comment now and then. */
export function longText(characters: number): string {
  const parts: string[] = []
  let length = 0
  for (let at = 0; length < characters; at += 1) {
    const comment =
      at % 9 === 0 ? 'Comment by Ana Reyes: I was there, and it was otherwise.\n\n' : ''
    const paragraph = `In winter ${at} the harbour was dark again. ${'The keeper had left, and nobody would say why. '.repeat(at % 12)}\n\n`
    parts.push(paragraph, comment)
    length += paragraph.length + comment.length
  }
  return parts.join('').slice(0, characters)
}
