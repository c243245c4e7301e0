import type { Page } from '@playwright/test'

/** A stretch selected as a hand would, from one place of the text to another. */
export interface Selected {
  /** The layer that says most of it. */
  readonly layer: string
  /** That layer's words in it, without any white space. */
  readonly words: string
}

/**
 * Selects a stretch that begins somewhere in a layer and ends somewhat later. What it should be
 * found by is worked out here, apart from the reader's own code: the words of the layer that says
 * most of it. `from` and `length` are shares, 0 to 1, so that a random number chooses.
 */
export async function select(page: Page, from: number, length: number): Promise<Selected> {
  return page.evaluate(
    ([start, share]) => {
      const nodes: Text[] = []
      const walker = document.createTreeWalker(
        document.querySelector('main') ?? document,
        NodeFilter.SHOW_TEXT,
      )
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement
        if (!(node instanceof Text) || parent === null || node.data.trim() === '') continue
        const isText =
          parent.closest('[data-block]') !== null &&
          parent.closest('[data-skip], [hidden]') === null
        if (isText) nodes.push(node)
      }
      const layerOf = (node: Text) =>
        node.parentElement?.closest('[data-layer]')?.getAttribute('data-layer') ?? 'original'
      const total = nodes.reduce((sum, node) => sum + node.data.length, 0)
      const begin = Math.floor(start * (total - 60))
      const end = Math.min(total, begin + 12 + Math.floor(share * 500))

      const range = document.createRange()
      const words = new Map<string, string>()
      let at = 0
      for (const node of nodes) {
        const first = Math.max(begin - at, 0)
        const last = Math.min(end - at, node.data.length)
        if (first < last) {
          if (words.size === 0) range.setStart(node, first)
          range.setEnd(node, last)
          const layer = layerOf(node)
          words.set(layer, (words.get(layer) ?? '') + node.data.slice(first, last))
        }
        at += node.data.length
      }
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
      const [most] = [...words].sort(([, one], [, other]) => other.length - one.length)
      return { layer: most?.[0] ?? '', words: (most?.[1] ?? '').replaceAll(/\s/g, '') }
    },
    [from, length] as const,
  )
}
