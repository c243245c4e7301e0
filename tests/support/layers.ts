/**
 * What is switched on, asked in two ways: what the switches say, and what can be seen of the text.
 */
import { expect, type Page } from '@playwright/test'

export const article = 'read/israeli-azerbaijani-alliance-and-iran-3/'

/** The layers of the article, by id, in order, with their labels. */
export const labels = {
  original: 'Original text',
  comments: 'Comments',
  background: 'Background inserts',
  footnotes: 'Footnote markers',
  capitals: 'Capitals',
} as const
export type LayerName = keyof typeof labels
export const layerNames = ['original', 'comments', 'background', 'footnotes', 'capitals'] as const

export const without = (...gone: readonly LayerName[]): readonly LayerName[] =>
  layerNames.filter((name) => !gone.includes(name))

/** The address of the article with exactly these layers, written as somebody would by hand. */
export const linkWith = (shown: readonly LayerName[], hash = ''): string =>
  `${article}?layers=${shown.join(',')}${hash}`

export const layerSwitch = (page: Page, name: LayerName) =>
  page
    .getByRole('group', { name: 'Layers', exact: true })
    .getByRole('switch', { name: labels[name], exact: true })

/** Goes to an address and waits until the controls work. */
export async function openArticle(page: Page, address: string = article): Promise<void> {
  await page.goto(address)
  await awake(page)
}

export async function awake(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor()
  await painted(page)
}

/** What was changed is on the screen, and what followed from it. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
    }
  })
}

/** The layers that a reader sees; throws where a layer is half there, or a switch says something else. */
export function shownLayers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = new Map<string, boolean>()
    const add = (layer: string, isSeen: boolean) => {
      if ((seen.get(layer) ?? isSeen) !== isSeen) throw new Error(`${layer} is half there.`)
      seen.set(layer, isSeen)
    }
    const shows = (element: Element) =>
      element.checkVisibility() && getComputedStyle(element).contentVisibility !== 'hidden'
    for (const passage of document.querySelectorAll('.text [data-layer]')) {
      // What stands inside a hidden passage says nothing about its own layer.
      if (passage.parentElement?.closest('[hidden]')) continue
      add(passage.getAttribute('data-layer') ?? '', shows(passage))
    }
    for (const marker of document.querySelectorAll('.text a[role="doc-noteref"]')) {
      add('footnotes', getComputedStyle(marker.parentElement ?? marker).display !== 'none')
    }
    for (const name of document.querySelectorAll('.text .capitals')) {
      add('capitals', getComputedStyle(name).textTransform === 'uppercase')
    }
    for (const control of document.querySelectorAll('[data-layer-switch]')) {
      const layer = control.getAttribute('data-layer-switch') ?? ''
      if (control.ariaChecked !== String(seen.get(layer) ?? control.ariaChecked === 'true')) {
        throw new Error(`The switch of ${layer} says ${control.ariaChecked ?? 'nothing'}.`)
      }
    }
    return [...seen].filter(([, isSeen]) => isSeen).map(([layer]) => layer)
  })
}

const inOrder = (layers: readonly string[]) => layerNames.filter((name) => layers.includes(name))

/** Retries also while text and switches disagree: the text answers a frame before they do. */
export const expectShown = async (page: Page, layers: readonly LayerName[]) => {
  await expect(async () => {
    expect(inOrder(await shownLayers(page))).toEqual(layers)
  }).toPass({ timeout: 20_000 })
}
