import type { ArticleFacts, LayerId } from '#core/article'
import { areLayersMarked, PASSAGE, unmarkLayers } from '#ui/markup.ts'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import { createPlaceKeeper, type PlaceKeeper } from './keep-place.ts'
import { focusOn } from './jump.ts'
import { createLayersInText, FOOTNOTES, type LayersInText } from './layers-in-text.ts'

/**
 * Makes the text show the visible layers, without moving the line being read and without losing
 * the focus. The ref is empty until the text is on the page.
 */
export function useVisibleLayers(
  root: RefObject<HTMLElement | null>,
  facts: ArticleFacts,
  visible: readonly LayerId[],
): RefObject<LayersInText | null> {
  const text = useRef<LayersInText>(null)
  const keeper = useRef<PlaceKeeper>(null)

  useLayoutEffect(() => {
    if (root.current === null) return
    text.current = createLayersInText(
      root.current,
      facts.layers.map((layer) => layer.id),
    )
    keeper.current = createPlaceKeeper(root.current)
    return () => {
      text.current = null
      keeper.current = null
      unmarkLayers()
    }
  }, [root, facts])

  const shown = useRef<readonly LayerId[]>(null)
  useLayoutEffect(() => {
    const layers = text.current
    if (layers === null) return
    const before = shown.current
    shown.current = visible
    if (before === null) {
      // A prerendered page came up with its layers already; only one drawn in the browser needs telling.
      if (!areLayersMarked()) layers.show(visible)
      return
    }
    const focused = document.activeElement
    const isFocusLost = focused !== null && !layers.survives(focused, visible)
    const standIn = isFocusLost ? layers.standIn(focused, visible) : null
    keeper.current?.keep({
      from: before.join(),
      to: visible.join(),
      survives: (node) => layers.survives(node, visible),
      standIn: (node) => layers.standIn(node, visible),
      apply: () => {
        layers.show(visible)
      },
    })
    if (isFocusLost) moveFocus(standIn)
  }, [visible])

  return text
}

/** From a stub into the passage that has come, else to the switch that has hidden the focused place. */
function moveFocus(standIn: Element | null): void {
  if (standIn instanceof HTMLElement && standIn.matches(PASSAGE)) {
    focusOn(standIn)
    return
  }
  const layer = standIn?.previousElementSibling?.getAttribute('data-layer') ?? FOOTNOTES
  const own = document.querySelector<HTMLElement>(`[data-layer-switch="${CSS.escape(layer)}"]`)
  const sheetButton = document.querySelector<HTMLElement>('.layers-button')
  const target = own !== null && own.getClientRects().length > 0 ? own : sheetButton
  target?.focus({ preventScroll: true })
}
