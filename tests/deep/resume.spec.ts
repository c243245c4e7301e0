/**
 * Fifty places, each read with all layers and opened again with others, in letters four pixels larger
 * and at another width: the sentence that stood at a fifth of the window's height stands in its top
 * quarter, or, where its layer is hidden, the original's words that are nearest to it. Measured from
 * outside, by the letters on the page.
 */
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { article, awake } from '../support/page-watch.ts'
import { holdClock, keptPlace, readAt } from '../support/resume.ts'

const LAYERS = [
  'original',
  'original,footnotes',
  'original,background',
  'original,comments,capitals',
]
const WIDTHS = [360, 820, 1440]
const SLUG = 'israeli-azerbaijani-alliance-and-iran-3'
const PLACES = 50
const ROUNDS = 5

/** The line at a fifth of the window: where its first letter stands in the text of the whole article. */
function offsetAtFifth(page: Page): Promise<number | null> {
  return page.evaluate(() => {
    const nodes = [...textNodes()]
    function* textNodes(): Generator<Text> {
      const root = document.querySelector('main .text') ?? document.body
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const node = walker.currentNode
        if (node instanceof Text && !node.parentElement?.closest('[data-skip], [data-copy-link]'))
          yield node
      }
    }
    let offset = 0
    let best: { top: number; left: number; at: number } | null = null
    for (const node of nodes) {
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      const isNear = box.height > 0 && box.bottom > innerHeight * 0.2 && box.top < innerHeight * 0.6
      for (let at = 0; isNear && at < node.length; at += 1) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const rect = range.getBoundingClientRect()
        if (rect.height === 0 || rect.top < innerHeight * 0.2 || node.data.charAt(at).trim() === '')
          continue
        if (node.parentElement?.closest('sup')) continue
        if (best === null || rect.top < best.top - 4) {
          best = { top: rect.top, left: rect.left, at: offset + at }
        }
      }
      offset += node.length
    }
    return best?.at ?? null
  }, null)
}

/** How far down the sentence around an offset begins and ends, as shares of the window; of the nearest original words, where it is hidden. */
function sentenceInWindow(
  page: Page,
  offset: number,
): Promise<{
  readonly from: number
  readonly to: number
  readonly text: string
  readonly isHidden: boolean
}> {
  return page.evaluate((wanted) => {
    const root = document.querySelector('main .text') ?? document.body
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const all: { node: Text; start: number }[] = []
    let length = 0
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (!(node instanceof Text) || node.parentElement?.closest('[data-skip], [data-copy-link]'))
        continue
      all.push({ node, start: length })
      length += node.length
    }
    const layerOf = ({ node }: { node: Text }) =>
      node.parentElement?.closest('[data-layer]')?.getAttribute('data-layer') ?? 'original'
    const isShown = ({ node }: { node: Text }) => !node.parentElement?.closest('[hidden]')
    const index = all.findLastIndex(({ start }) => start <= wanted)
    const own = all[index]
    if (own === undefined) throw new Error(`There is no text at ${wanted}.`)
    const isHidden = !isShown(own)
    let at = wanted
    let used = own
    if (isHidden) {
      const counts = (piece: (typeof all)[number]) =>
        isShown(piece) && layerOf(piece) === 'original' && piece.node.data.trim() !== ''
      const before = all.slice(0, index).findLast(counts)
      const after = all.slice(index + 1).find(counts)
      const farBefore =
        before === undefined ? Infinity : wanted - (before.start + before.node.length)
      const farAfter = after === undefined ? Infinity : after.start - wanted
      used = (farBefore <= farAfter ? before : after) ?? own
      at = farBefore <= farAfter ? used.start + used.node.data.trimEnd().length - 1 : used.start
    }
    // The sentence inside its block, over all its nodes of the same layer.
    const block = used.node.parentElement?.closest('[data-block]')
    const same = all.filter(
      (piece) =>
        piece.node.parentElement?.closest('[data-block]') === block &&
        layerOf(piece) === layerOf(used) &&
        isShown(piece),
    )
    const letters = same.flatMap(({ node, start }) =>
      [...node.data].map((letter, i) => ({ node, i, letter, at: start + i })),
    )
    const here = letters.findIndex((letter) => letter.at >= at)
    const text = letters.map(({ letter }) => letter).join('')
    const ends = [...text.matchAll(/[.!?]["”’)]*\s+/g)].map((m) => m.index + m[0].length)
    const from = ends.findLast((end) => end <= here) ?? 0
    const to = ends.find((end) => end > here) ?? letters.length
    const tops = letters.slice(from, to).flatMap(({ node, i }) => {
      const range = document.createRange()
      range.setStart(node, i)
      range.setEnd(node, i + 1)
      const rect = range.getBoundingClientRect()
      return rect.height === 0 ? [] : [rect.top / innerHeight]
    })
    return {
      from: Math.min(...tops),
      to: Math.max(...tops),
      text: text.slice(from, to),
      isHidden,
    }
  }, offset)
}

for (let round = 0; round < ROUNDS; round += 1) {
  test(`places are found again, round ${round + 1} of ${ROUNDS}`, async ({ page }) => {
    await holdClock(page)
    const missed: string[] = []
    let hidden = 0
    for (let place = round; place < PLACES; place += ROUNDS) {
      await page.setViewportSize({ width: 1000, height: 700 })
      await page.goto(article)
      await page.evaluate(() => {
        window.localStorage.clear()
      })
      await page.goto('about:blank')
      await page.goto(article)
      await awake(page)
      const end = await page.evaluate(
        () => (document.querySelector('.endnotes')?.getBoundingClientRect().top ?? 0) - innerHeight,
      )
      await readAt(page, 720 + ((end - 720) * place) / (PLACES - 1))
      await expect.poll(() => keptPlace(page, SLUG), { message: `place ${place}` }).not.toBeNull()
      const offset = await offsetAtFifth(page)
      if (offset === null) throw new Error(`There is no line at place ${place}.`)
      await page.evaluate(() => {
        const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
        window.localStorage.setItem(
          'palimpsest.preferences',
          JSON.stringify({ size: Math.round(size) + 4 }),
        )
      })
      await page.setViewportSize({ width: WIDTHS[place % WIDTHS.length] ?? 360, height: 640 })
      await page.goto('about:blank')
      await page.goto(`${article}?layers=${LAYERS[place % LAYERS.length]}`)
      await awake(page)
      await page.getByRole('button', { name: 'Continue' }).click()
      const found = await sentenceInWindow(page, offset)
      if (found.isHidden) hidden += 1
      const isThere = found.from >= 0 && found.from <= 0.25
      if (!isThere) missed.push(`${place}: ${found.from.toFixed(2)} “${found.text.slice(0, 60)}”`)
    }
    test.info().annotations.push({ type: 'in hidden layers', description: String(hidden) })
    expect(missed).toEqual([])
  })
}
