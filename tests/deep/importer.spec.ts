import { expect, test } from '@playwright/test'
import { longText, openImport } from '../support/import-page.ts'

/** Milliseconds of work in one task: from here on a page is felt to hang. */
const LONG = 50

for (const [name, text] of [
  ['1.7 MB', longText(1_700_000)],
  ['10 MB', longText(10_000_000)],
  ['10 MB in one line', longText(10_000_000).replaceAll('\n', ' ')],
] as const) {
  test(`${name} never holds the page up, from the file to the last key`, async ({
    page,
    browser,
  }) => {
    await page.route('**/book.txt', (route) => route.fulfill({ body: text }))
    await openImport(page)
    await page.evaluate(async () => {
      const content = await (await fetch('/book.txt')).blob()
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], 'book.txt', { type: 'text/plain' }))
      Object.assign(window, { transfer })
    })
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
    await page.evaluate(() => {
      performance.mark('begin')
      const dataTransfer: unknown = 'transfer' in window ? window.transfer : null
      if (!(dataTransfer instanceof DataTransfer)) throw new TypeError('There is nothing to drop.')
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }))
    })
    const list = page.getByRole('listbox')
    await expect(list).toBeVisible({ timeout: 60_000 })
    for (const key of ['2', 'ArrowDown', '3', 'n', 'End', 'Home', 'PageDown', 'Control+z', 'j']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(300)
    }
    await list.evaluate((element) => {
      element.scrollTop = element.scrollHeight / 2
    })
    await page.waitForTimeout(1000)
    const trace = await browser.stopTracing()
    expect(longTasks(trace.toString('utf8'))).toEqual([])
  })
}

/** The long tasks of the page's own thread, in milliseconds of work: a busy machine makes them last, not work longer. */
function longTasks(trace: string): readonly number[] {
  const all: unknown = JSON.parse(trace)
  const events = isObject(all) && Array.isArray(all['traceEvents']) ? all['traceEvents'] : []
  const known = events.filter(isObject)
  const mark = known.find(({ name }) => name === 'begin')
  expect(mark).toBeDefined()
  const work = known
    .filter(
      ({ name, pid, tid }) =>
        pid === mark?.['pid'] && tid === mark?.['tid'] && String(name).includes('RunTask'),
    )
    .map(({ tdur }) => Number(tdur ?? 0) / 1000)
  // A trace that does not say how long a thread has worked would find nothing long.
  expect(Math.max(...work)).toBeGreaterThan(0)
  return work.map(Math.round).filter((milliseconds) => milliseconds > LONG)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
