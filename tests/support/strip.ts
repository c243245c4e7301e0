/** The strip as a reader meets it, and a count of words that knows nothing of how it counts. */
import type { JSHandle, Locator, Page } from '@playwright/test'
import { awake, painted } from './layers.ts'

export const strip = (page: Page): Locator => page.getByRole('slider', { name: 'Map of the text' })
export const progress = (page: Page): Locator => page.getByRole('meter', { name: 'Read so far' })

/** Waits until the strip is drawn; it comes by itself once the page has nothing else to do. */
export async function openWithStrip(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await awake(page)
  await strip(page).waitFor()
}

export interface Sample {
  readonly scrollY: number
  /** The share as the bar shows it. */
  readonly shown: number
  /** Words of the original above the line, counted one by one. */
  readonly counted: number
  readonly total: number
  readonly edge: boolean
}

interface Word {
  readonly node: Text
  readonly at: number
}

/** Every word of the text where it stands, one by one, with the layer whose word it is: the page counts in slices. */
function everyWord(page: Page): Promise<JSHandle<readonly (Word & { readonly layer: string })[]>> {
  return page.evaluateHandle(() => {
    const words: { node: Text; at: number; layer: string }[] = []
    for (const passage of document.querySelectorAll('.text .passage')) {
      const nodes = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
      while (nodes.nextNode()) {
        const node = nodes.currentNode as Text
        const parent = node.parentElement
        if (parent === null || parent.closest('[data-skip], [data-copy-link]') !== null) continue
        const layer = parent.closest('[data-layer]')?.getAttribute('data-layer') ?? ''
        if (parent.closest('[data-block]') === null || layer === 'editorial') continue
        for (const { index } of node.data.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'_-]*/gu))
          words.push({ node, at: index, layer })
      }
    }
    return words
  })
}

/** Scrolls to so many offsets and compares what the bar shows with a count of every word on the page. */
export async function sampleProgress(page: Page, offsets: number): Promise<readonly Sample[]> {
  const words = await everyWord(page)
  return words.evaluate(async (all, count) => {
    const original = document
      .querySelector('.text .passage:not([data-kind])')
      ?.getAttribute('data-layer')
    const read = document.querySelector<HTMLElement>('.progress-read')
    if (read === null) throw new Error('Nothing says how far the text is read.')
    const found = all.filter(({ layer }) => layer === original)
    const range = document.createRange()
    const isAbove = ({ node, at }: (typeof found)[number], line: number) => {
      const passage = node.parentElement?.closest('.passage')
      if (passage?.hasAttribute('hidden')) {
        const stub = passage.nextElementSibling
        return stub !== null && stub.getBoundingClientRect().top <= line
      }
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const { top, bottom } = range.getBoundingClientRect()
      return (top + bottom) / 2 <= line
    }
    const end = document.documentElement.scrollHeight - innerHeight
    const samples = []
    for (let place = 0; place < count; place += 1) {
      scrollTo({ top: Math.round((end * place) / Math.max(count - 1, 1)), behavior: 'instant' })
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
      const line = innerHeight / 5
      samples.push({
        scrollY,
        shown: Number(read.style.getPropertyValue('--read')),
        counted: found.filter((word) => isAbove(word, line)).length,
        total: found.length,
        edge: scrollY <= 0 || scrollY >= end - 2,
      })
    }
    return samples
  }, offsets)
}

/** By how many words the bar is wrong at worst, the ends of the page left out. */
export function worstError(samples: readonly Sample[]): number {
  return Math.max(
    ...samples
      .filter(({ edge }) => !edge)
      .map(({ shown, counted, total }) => Math.abs(shown * total - counted)),
  )
}

/** The place of a share on the strip, in whole CSS pixels as a mouse has them, and the share that it truly is. */
export async function heightOnStrip(
  page: Page,
  wanted: number,
): Promise<{ readonly x: number; readonly y: number; readonly share: number }> {
  const box = await page.locator('.strip-track').boundingBox()
  if (box === null) throw new Error('There is no strip.')
  const y = Math.round(box.y + wanted * box.height)
  return { x: Math.round(box.x + box.width / 2), y, share: (y - box.y) / box.height }
}

/**
 * By how many CSS pixels the page misses the place on the strip: between the line at which one reads
 * and the word that stands at this share of all words, counted one by one. `atEnd` where the page can
 * scroll no further.
 */
export async function missedBy(
  page: Page,
  share: number,
): Promise<{ readonly pixels: number; readonly atEnd: boolean; readonly word: string }> {
  const all = await everyWord(page)
  return all.evaluate((words, wanted) => {
    const word = words[Math.min(Math.round(wanted * words.length), words.length - 1)]
    if (word === undefined) throw new Error('There are no words.')
    const passage = word.node.parentElement?.closest('.passage')
    const range = document.createRange()
    range.setStart(word.node, word.at)
    range.setEnd(word.node, word.at + 1)
    // What is hidden, or stands beside the text, has a line in its place.
    const standIn = passage?.matches('[hidden], [data-in-margin]')
      ? passage.nextElementSibling
      : null
    const rect = range.getBoundingClientRect()
    const top = standIn?.getBoundingClientRect().top ?? (rect.top + rect.bottom) / 2
    return {
      pixels: Math.abs(top - innerHeight / 5),
      atEnd: scrollY >= document.documentElement.scrollHeight - innerHeight - 2,
      word: word.node.data.slice(word.at, word.at + 20),
    }
  }, share)
}

/** Clicks on places of the strip, evenly spread, and says by how much each was missed; those past which the page cannot scroll are left out. */
export async function clickPlaces(
  page: Page,
  places: number,
): Promise<readonly { readonly pixels: number; readonly word: string }[]> {
  const found: { pixels: number; word: string }[] = []
  for (let step = 0; step < places; step += 1) {
    const { x, y, share } = await heightOnStrip(page, (step + 0.5) / places)
    await page.mouse.click(x, y)
    await painted(page)
    const { atEnd, ...missed } = await missedBy(page, share)
    if (!atEnd) found.push(missed)
  }
  return found
}

/** How many words of the text stand before each place in which these stand in one text node, counted one by one; and how many there are. */
export async function placesOfWords(
  page: Page,
  wanted: string,
): Promise<{ readonly places: readonly number[]; readonly total: number }> {
  const all = await everyWord(page)
  return all.evaluate((words, sought) => {
    const places = [...new Set(words.map(({ node }) => node))].flatMap((node) => {
      const first = words.findIndex((word) => word.node === node)
      const starts = words.filter((word) => word.node === node)
      return [...node.data.matchAll(new RegExp(`\\b${sought}\\b`, 'gi'))].map(
        ({ index }) => first + starts.filter(({ at }) => at < index).length,
      )
    })
    return { places, total: words.length }
  }, wanted)
}
