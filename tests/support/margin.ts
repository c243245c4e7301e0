/** The margin as a reader meets it: what stands there, and beside what. */
import type { Locator, Page } from '@playwright/test'
import { fixtureSite } from './sites.ts'

/** Ten notes in one paragraph, sixty in all, and a remark that is higher than a window. */
export const crowded = `${fixtureSite}read/crowded/`

export const wide = { width: 1440, height: 900 }

export const marginSwitch = (page: Page): Locator =>
  page.getByRole('button', { name: 'Comments and notes in the margin' })

/** Waits until the margin is laid out and nothing in it moves any more. */
export async function marginShown(page: Page): Promise<void> {
  await page.locator('[data-in-margin]').first().waitFor({ state: 'attached' })
  await settled(page)
}

/** Two frames without an animation in the text. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isMoving = () =>
      document.getAnimations().some(({ effect }) => {
        const target = effect instanceof KeyframeEffect ? effect.target : null
        return target !== null && target.closest('[data-in-margin]') !== null
      })
    for (let still = 0; still < 2; still += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
      if (isMoving()) still = -1
    }
  })
}

export interface Standing {
  readonly id: string
  /** CSS pixels on the page. */
  readonly top: number
  readonly bottom: number
  readonly left: number
  /** CSS pixels between it and what it belongs to, down the page. */
  readonly distance: number
  /** Where what it belongs to comes in the text. */
  readonly place: number
  readonly isCutOff: boolean
}

/** All that stands in the margin, from the top down. A note is as far from its marker as the middles of their lines are. */
export function standing(page: Page): Promise<readonly Standing[]> {
  return page.evaluate(() => {
    const markers = [...document.querySelectorAll<HTMLAnchorElement>('.text a[role="doc-noteref"]')]
    const marks = [...document.querySelectorAll('.text :is(.stub, a[role="doc-noteref"])')]
    const all = [...document.querySelectorAll<HTMLElement>('[data-in-margin]')].map((item) => {
      const rect = item.getBoundingClientRect()
      const marker = markers.find((one) => decodeURIComponent(one.hash.slice(1)) === item.id)
      const mark = marker ?? item.nextElementSibling ?? item
      const at = mark.getBoundingClientRect()
      const half = marker ? Number.parseFloat(getComputedStyle(item).lineHeight) / 2 : 0
      const wanted = marker ? (at.top + at.bottom) / 2 - half : at.top
      return {
        id: item.id,
        top: rect.top + scrollY,
        bottom: rect.bottom + scrollY,
        left: rect.left,
        distance: Math.abs(rect.top - wanted),
        place: marks.indexOf(mark),
        isCutOff: item.scrollHeight > item.clientHeight + 1,
      }
    })
    return all.toSorted((a, b) => a.top - b.top)
  })
}

/** The least room between two neighbours, in CSS pixels; negative where two overlap. */
export function leastGap(items: readonly Standing[]): number {
  return Math.min(...items.map(({ top }, index) => top - (items[index - 1]?.bottom ?? -Infinity)))
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}

/**
 * Throws the switch there and back at many places, and says by how much the line moved that was the
 * first whole one in the column of the text, or that had been; the worst of the task and of what was painted.
 */
export async function sweepMargin(
  page: Page,
  places: number,
): Promise<{
  readonly worst: number
  readonly measured: number
  readonly moved: readonly string[]
}> {
  return page.evaluate(async (count) => {
    const control = document.querySelector<HTMLElement>('.margin-button')
    const article = document.querySelector('main article')
    if (control === null || article === null) throw new Error('There is no margin here.')
    const painted = async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    }
    interface Line {
      readonly node: Text
      readonly at: number
      readonly top: number
    }
    const rectOf = (node: Text, at: number) => {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0)
    }
    // Letters that become smaller stand on the same line; browsers round their ascent to whole pixels.
    const pen = document.createElement('canvas').getContext('2d')
    const footingOf = (node: Text, rect: DOMRect) => {
      const { fontFamily = '', fontSize = '0' } = node.parentElement
        ? getComputedStyle(node.parentElement)
        : {}
      if (pen === null) return rect.top
      pen.font = `100px ${fontFamily}`
      const { fontBoundingBoxAscent } = pen.measureText('x')
      return rect.top + Math.round((fontBoundingBoxAscent * Number.parseFloat(fontSize)) / 100)
    }
    const standsAt = ({ node, at }: Line) => {
      const rect = rectOf(node, at)
      return rect === undefined ? Infinity : footingOf(node, rect)
    }
    /** What stands in the margin is beside what is being read. */
    const firstLine = (): Line | null => {
      const nodes = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
      let first: Line | null = null
      for (let node = nodes.nextNode(); node instanceof Text; node = nodes.nextNode()) {
        const parent = node.parentElement
        if (!parent?.checkVisibility() || node.data.trim() === '') continue
        if (parent.closest('sup, .visually-hidden, [data-in-margin], [data-copy-link], button'))
          continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const { top, bottom } = range.getBoundingClientRect()
        if (bottom < 0 || top > innerHeight || (first !== null && top > first.top + 40)) continue
        let last = -Infinity
        for (let at = 0; at < node.data.length; at += 1) {
          const rect = rectOf(node, at)
          if (rect === undefined || rect.top < last + 8) continue
          last = rect.top
          if (rect.top < 0 || rect.bottom > innerHeight) continue
          const line = { node, at, top: footingOf(node, rect) }
          if (first === null || line.top < first.top - 8) first = line
          break
        }
      }
      return first
    }
    let worst = 0
    let measured = 0
    const moved: string[] = []
    for (let place = 0; place < count; place += 1) {
      const end = document.documentElement.scrollHeight - innerHeight
      scrollTo({ top: Math.round((end * place) / (count - 1)), behavior: 'instant' })
      await painted()
      const before = firstLine()
      if (before === null) throw new Error('No line is whole.')
      for (const way of ['there', 'back']) {
        control.click()
        const from = document.documentElement.hasAttribute('data-margin-view')
        while (document.documentElement.hasAttribute('data-margin-view') === from) await painted()
        await painted()
        const by = standsAt(before) - before.top
        // The document ends where the page would have to go on.
        const last = document.documentElement.scrollHeight - innerHeight
        const isClamped = by > 0 ? scrollY >= last - 1 : scrollY <= 0
        if (Math.abs(by) > 1 && isClamped && way === 'there') continue
        measured += 1
        worst = Math.max(worst, Math.abs(by))
        if (Math.abs(by) > 2)
          moved.push(`${place} ${way} ${by}: ${before.node.data.slice(before.at, before.at + 30)}`)
      }
    }
    return { worst, measured, moved }
  }, places)
}
