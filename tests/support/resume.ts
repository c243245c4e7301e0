/**
 * Reading as a reader does: scrolling by the wheel, and resting. The page's clock is set on by hand, so
 * that nobody waits.
 */
import { expect, type Page } from '@playwright/test'
import { twoFrames } from './page-watch.ts'

/** Milliseconds: longer than the page takes for reading to be reading. */
const REST = 5000

/** Called before the page is opened. */
export async function holdClock(page: Page): Promise<void> {
  await page.clock.install()
}

/**
 * Opens an article, or goes on in one, and resolves once the part is there that keeps and offers places:
 * what it does not do can only be seen then.
 */
export async function untilWatched(page: Page, act: () => Promise<unknown>): Promise<void> {
  const part = page.waitForResponse(/\/ArticleResume-[^/]*\.js$/)
  await act()
  const address = (await part).url()
  await page.evaluate((script) => import(script), address)
  await twoFrames(page)
}

/** The page is left in peace until it takes what stands there for being read. */
export async function rest(page: Page): Promise<void> {
  // What the last scrolling has started goes first.
  await twoFrames(page)
  await page.clock.fastForward(REST)
  await page.clock.fastForward(REST)
}

/** By the wheel, to so many pixels from the top, and there it rests. */
export async function readAt(page: Page, top: number): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await page.mouse.move(width / 2, height / 3)
  // A browser that is busy may let a turn of the wheel go by.
  await expect(async () => {
    const now = await page.evaluate(() => window.scrollY)
    await page.mouse.wheel(0, Math.round(top) - now)
    const isThere = (wanted: number) => {
      const most = document.documentElement.scrollHeight - window.innerHeight
      return Math.abs(window.scrollY - Math.min(wanted, most)) < 2
    }
    await page.waitForFunction(isThere, Math.round(top), { timeout: 3000 })
  }).toPass()
  await rest(page)
}

export interface Kept {
  readonly exact: string
  readonly layer: string
  readonly block: string
  readonly section: string
  readonly share: number
}

/** What is kept of an article, as it stands in the browser's storage. */
export function keptPlace(page: Page, slug: string): Promise<Kept | null> {
  return page.evaluate(
    (name) => JSON.parse(window.localStorage.getItem(name) ?? 'null') as Kept | null,
    `palimpsest.place.${slug}`,
  )
}

/** Whether words stand in the window, and how far down they begin, as a share of its height; null if they are not shown. */
export function heightOf(page: Page, exact: string): Promise<number | null> {
  return page.evaluate((wanted) => {
    const article = document.querySelector('main article')
    if (article === null) return null
    const nodes = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    const starts: { readonly node: Text; readonly at: number }[] = []
    let text = ''
    while (nodes.nextNode()) {
      const node = nodes.currentNode
      if (!(node instanceof Text) || node.parentElement?.closest('[data-skip], [data-copy-link]'))
        continue
      starts.push({ node, at: text.length })
      text += node.data
    }
    let best: number | null = null
    const begin = wanted.slice(0, 40)
    for (let at = text.indexOf(begin); at !== -1; at = text.indexOf(begin, at + 1)) {
      const start = starts.findLast((candidate) => candidate.at <= at)
      if (start === undefined || start.node.parentElement?.closest('[hidden]')) continue
      const range = document.createRange()
      range.setStart(start.node, at - start.at)
      range.setEnd(start.node, Math.min(at - start.at + 1, start.node.length))
      const share = range.getBoundingClientRect().top / window.innerHeight
      if (best === null || Math.abs(share) < Math.abs(best)) best = share
    }
    return best
  }, exact)
}
