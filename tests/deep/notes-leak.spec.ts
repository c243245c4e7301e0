import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { markers, noteBox, openArticle, specimen } from '../support/notes.ts'

const OPENINGS = 1000

interface Burden {
  readonly nodes: number
  readonly listeners: number
  /** Kilobytes. */
  readonly heap: number
}

/** What the page holds after everything that can be thrown away has been. */
async function burden(session: CDPSession): Promise<Burden> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return {
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    heap: of('JSHeapUsedSize') / 1000,
  }
}

/** Opens and closes notes, each as its click and its second click would. */
const openNotes = (page: Page, times: number): Promise<number> =>
  page.evaluate(async (count) => {
    const all = [...document.querySelectorAll<HTMLElement>('.text a[role="doc-noteref"]')]
    let opened = 0
    for (let time = 0; time < count; time += 1) {
      const marker = all[time % all.length]
      marker?.click()
      const box = document.querySelector('.note-box:popover-open')
      if (box !== null) opened += 1
      // Every other time a note of the note too, where there is one.
      if (time % 2 === 0) box?.querySelector<HTMLElement>('a[role="doc-noteref"]')?.click()
      marker?.click()
      if (time % 50 === 0) await new Promise(requestAnimationFrame)
    }
    return opened
  }, times)

for (const [name, address] of [
  ['the article', undefined],
  ['the specimen, with notes in notes', specimen],
] as const) {
  test(`a thousand openings leave nothing behind in ${name}`, async ({ page }) => {
    await openArticle(page, address)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    expect(await markers(page).count()).toBeGreaterThan(5)
    // The first thousand warms up what the browser compiles and caches.
    await openNotes(page, OPENINGS)
    const before = await burden(session)
    expect(await openNotes(page, OPENINGS)).toBe(OPENINGS)
    await expect(noteBox(page)).toHaveCount(0)
    const after = await burden(session)
    test.info().annotations.push({
      type: 'burden',
      description: JSON.stringify({ before, after }),
    })
    expect(after.nodes - before.nodes).toBeLessThanOrEqual(20)
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(2)
    expect(after.heap - before.heap).toBeLessThanOrEqual(100)
  })
}
