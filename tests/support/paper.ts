/** What is on paper, read from the printed file. */
import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { wordsOf } from './page-watch.ts'

export interface Paper {
  /** The lines of each page. */
  readonly pages: readonly string[]
  /** Millimetres, across and down, of the first page. */
  readonly size: readonly [number, number]
}

/** Prints the page and reads the file; `format` holds where the page itself names no size. */
export async function paperOf(page: Page, format?: 'A4'): Promise<Paper> {
  const file = await page.pdf(format === undefined ? { preferCSSPageSize: true } : { format })
  const document = await getDocumentProxy(new Uint8Array(file))
  const { text } = await extractText(document, { mergePages: false })
  const { view } = await document.getPage(1)
  const millimetres = (points = 0) => Math.round((points / 72) * 25.4)
  return { pages: text, size: [millimetres(view[2]), millimetres(view[3])] }
}

/** A word may be divided at the end of a line, and a number of a list stands apart: letters count. */
export const lettersOf = (text: string): string => wordsOf(text.replaceAll(/[-‐]\n/g, '')).join('')
