import type { LayerId } from '#core/article'
import { hidePassage, layersMarkedOff, markLayersOff, PASSAGE } from '#ui/markup.ts'

/**
 * Shows and hides layers in a text that stays as it is: attributes change, nodes do not. Hidden
 * passages get `hidden="until-found"`, so that the browser's own find and links to a place or to
 * words still reach them. React writes that value as a plain `hidden`, one more reason why this
 * attribute is set here and nowhere else.
 */
export interface LayersInText {
  /** Shows exactly these layers; passages that were opened one by one stay open while their layer is off. */
  readonly show: (visible: readonly LayerId[]) => void
  /** Opens one passage of a hidden layer. */
  readonly open: (passage: Element) => void
  /** Whether `block` will be visible once exactly `visible` is shown. */
  readonly survives: (block: Element, visible: readonly LayerId[]) => boolean
  /** The passages around `node` that are hidden now, outermost first. */
  readonly hiddenAround: (node: Node) => readonly Element[]
  /** Layers that are hidden as told, but of which the browser has shown a passage (a link found words there). */
  readonly revealedByBrowser: () => readonly string[]
}

export function createLayersInText(root: HTMLElement, all: readonly LayerId[]): LayersInText {
  const passages = new Map<string, Element[]>()
  for (const passage of root.querySelectorAll(PASSAGE)) {
    const layer = passage.getAttribute('data-layer') ?? ''
    const known = passages.get(layer)
    if (known === undefined) passages.set(layer, [passage])
    else known.push(passage)
  }
  // The page came up with some layers off; what is visible of them, the browser has reached into.
  const revealed = layersMarkedOff().filter((layer) =>
    passages.get(layer)?.some((passage) => !passage.hasAttribute('hidden')),
  )
  const opened = new Set<Element>(
    revealed
      .flatMap((layer) => passages.get(layer) ?? [])
      .filter((passage) => !passage.hasAttribute('hidden')),
  )
  let shown: ReadonlySet<string> = new Set(all)
  let isFirst = true

  return {
    show(visible) {
      const next = new Set<string>(visible)
      for (const layer of all) {
        const isVisible = next.has(layer)
        if (!isFirst && isVisible === shown.has(layer)) continue
        for (const passage of passages.get(layer) ?? []) {
          if (isFirst && opened.has(passage)) continue
          opened.delete(passage)
          if (isVisible) passage.removeAttribute('hidden')
          else hidePassage(passage)
        }
      }
      shown = next
      isFirst = false
      markLayersOff(all.filter((layer) => !next.has(layer)))
    },
    open(passage) {
      opened.add(passage)
      passage.removeAttribute('hidden')
    },
    survives(block, visible) {
      const passage = block.closest(PASSAGE)
      if (passage === null) return true
      const layer = passage.getAttribute('data-layer')
      return visible.some((id) => id === layer) || (opened.has(passage) && !shown.has(layer ?? ''))
    },
    hiddenAround(node) {
      const hidden: Element[] = []
      let at = node instanceof Element ? node : node.parentElement
      for (; at !== null; at = at.parentElement) {
        if (at.matches(PASSAGE) && at.hasAttribute('hidden')) hidden.unshift(at)
      }
      return hidden
    },
    revealedByBrowser: () => revealed,
  }
}
