import { BLOCK } from '#ui/markup.ts'
import { idOf } from './text-on-page.ts'

/** Shares of the window at which a line of text is looked for, from where one reads downwards. */
const HEIGHTS = [0.15, 0.25, 0.35, 0.45, 0.55]

/** The id of the block that is being read; null where there is no text, as on the title page. Lays out nothing. */
export function blockInView(root: Element): string | null {
  const { left, width } = root.getBoundingClientRect()
  for (const height of HEIGHTS) {
    const point = [left + width / 2, window.innerHeight * height] as const
    for (const element of document.elementsFromPoint(...point)) {
      const block = root.contains(element) ? element.closest(BLOCK) : null
      if (block !== null) return idOf(block)
    }
  }
  return null
}
