import type { Page } from '@playwright/test'
import { twoFrames } from './page-watch.ts'

/** What may happen to a page in the hands of a browser, its extensions and its user. */

/** Wraps every text node of the page as page translators do, also those it has wrapped before. */
export async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('script, style, textarea') === null &&
      node.textContent?.trim() !== ''
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
    )
    const found: Node[] = []
    while (texts.nextNode()) found.push(texts.currentNode)
    for (const text of found) {
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      text.parentNode?.replaceChild(outer, text)
      inner.append(text)
      outer.append(inner)
    }
  })
}

export interface Footprint {
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

/** What the page occupies once everything has been thrown away that can be. */
export async function footprint(page: Page): Promise<Footprint> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  for (let round = 0; round < 3; round += 1) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  const measured = {
    heap: valueOf('JSHeapUsedSize'),
    nodes: valueOf('Nodes'),
    listeners: valueOf('JSEventListeners'),
  }
  await devtools.detach()
  return measured
}

/** Goes to each address as Back and Forward do; what is blank or broken there is returned. */
export function walkThrough(page: Page, addresses: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const bad: string[] = []
    for (const address of all) {
      try {
        window.history.pushState(null, '', `/${address.replace(/^[/\\]+/, '')}`)
      } catch {
        continue
      }
      window.dispatchEvent(new PopStateEvent('popstate', { state: null }))
      await new Promise((resolve) => setTimeout(resolve, 4))
      const isBlank = document.getElementById('text')?.textContent?.trim() === ''
      if (isBlank) await new Promise((resolve) => setTimeout(resolve, 500))
      const text = document.getElementById('text')?.textContent?.trim() ?? ''
      if (text === '' || document.querySelector('.region-failed') !== null) bad.push(address)
    }
    return bad
  }, addresses)
}

/** Presses switches and opens notes, as many as told. */
export async function switchAndPeek(page: Page, switches: number, notes: number): Promise<void> {
  await page.evaluate(async (count) => {
    for (let at = 0; at < count; at += 1) {
      const code = `Digit${(at % 5) + 1}`
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }),
      )
      await new Promise(requestAnimationFrame)
    }
  }, switches)
  // Each layer back where it was.
  await page.keyboard.press('0')
  await twoFrames(page)
  await page.evaluate(async (count) => {
    const markers = document.querySelectorAll<HTMLElement>('a[role="doc-noteref"]')
    for (let at = 0; at < count; at += 1) {
      markers[at % markers.length]?.click()
      await new Promise(requestAnimationFrame)
      document.querySelector<HTMLElement>('.note-box-close')?.click()
      await new Promise(requestAnimationFrame)
    }
  }, notes)
  await twoFrames(page)
}
