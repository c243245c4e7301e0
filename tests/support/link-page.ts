import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Waits until the page listens: before that, a click is only a click on a plain link. */
export async function openPage(page: Page, address: string): Promise<void> {
  // Another fragment of the page that is open already would only be a jump inside it.
  await page.goto('about:blank')
  await page.goto(address)
  await expect(page.locator('html[data-ready]')).toBeAttached()
}

/** Where an element stands in its window, in CSS pixels. */
export async function topOf(page: Page, id: string): Promise<number> {
  return page.evaluate(
    (name) => document.getElementById(name)?.getBoundingClientRect().top ?? Number.NaN,
    id,
  )
}

/** What is copied is kept in the page instead of on the machine’s clipboard, which other tests share. */
export async function keepCopies(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    Object.assign(window, { copies: [] })
    navigator.clipboard.writeText = (text) => {
      const { copies } = window as unknown as { copies: string[] }
      copies.push(text)
      return Promise.resolve()
    }
  })
  return () => page.evaluate(() => (window as unknown as { copies: string[] }).copies)
}

/** The words that a link to words has marked, layer by layer, and whether their beginning stands in the window. */
export async function markedWords(page: Page): Promise<Marked | null> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get('link-target') ?? []
    if (!(range instanceof Range)) return null
    const words: Record<string, string> = {}
    const root = range.commonAncestorContainer
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node: Node | null = root; node !== null; node = nodes.nextNode()) {
      const parent = node.parentElement
      if (!(node instanceof Text) || !range.intersectsNode(node) || parent === null) continue
      if (parent.closest('[data-block]') === null || parent.closest('[data-skip]') !== null)
        continue
      const layer = parent.closest('[data-layer]')?.getAttribute('data-layer') ?? 'original'
      const start = node === range.startContainer ? range.startOffset : 0
      const end = node === range.endContainer ? range.endOffset : node.data.length
      words[layer] = (words[layer] ?? '') + node.data.slice(start, end)
    }
    const first = [...range.getClientRects()].find((rect) => rect.height > 0)
    const isInView = first !== undefined && first.top >= 0 && first.bottom <= window.innerHeight
    return { words, isInView }
  })
}

export interface Marked {
  readonly words: Readonly<Record<string, string>>
  readonly isInView: boolean
}
