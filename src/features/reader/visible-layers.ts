import type { ArticleFacts, LayerId } from '#core/article'
import { areLayersMarked, MARKER, PASSAGE, unmarkLayers } from '#ui/markup.ts'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import { createPlaceKeeper, type PlaceKeeper } from './keep-place.ts'
import { createLayersInText, type LayersInText } from './layers-in-text.ts'

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

  const isFirst = useRef(true)
  useLayoutEffect(() => {
    const layers = text.current
    if (layers === null) return
    if (isFirst.current) {
      isFirst.current = false
      // A prerendered page came up with its layers already; only one drawn in the browser needs telling.
      if (!areLayersMarked()) layers.show(visible)
      return
    }
    const orphan = focusToBeHidden(visible)
    keeper.current?.keep(
      (block) => layers.survives(block, visible),
      () => {
        layers.show(visible)
      },
    )
    if (orphan !== null) focusSwitch(orphan)
  }, [visible])

  return text
}

/** The layer whose hiding would take the focus away. */
function focusToBeHidden(visible: readonly LayerId[]): string | null {
  const focused = document.activeElement
  const isGone = (layer: string | null | undefined) =>
    layer !== null && layer !== undefined && !visible.some((id) => id === layer)
  const layer = focused?.closest(PASSAGE)?.getAttribute('data-layer')
  if (isGone(layer)) return layer ?? null
  if (focused?.matches(MARKER) && isGone('footnotes')) return 'footnotes'
  return null
}

function focusSwitch(layer: string): void {
  const own = document.querySelector<HTMLElement>(`[data-layer-switch="${CSS.escape(layer)}"]`)
  const sheetButton = document.querySelector<HTMLElement>('.layers-button')
  const target = own !== null && own.getClientRects().length > 0 ? own : sheetButton
  target?.focus({ preventScroll: true })
}
