import { isSameSet, type ArticleFacts, type LayerId } from '#core/article'
import { areLayersMarked, PASSAGE, showEverything } from '#ui/markup.ts'
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'
import { createPlaceKeeper, type PlaceKeeper } from './keep-place.ts'
import { focusOn } from './jump.ts'
import { createLayersInText, FOOTNOTES, type LayersInText } from './layers-in-text.ts'

export interface VisibleLayers {
  /** Empty until the text is on the page. */
  readonly text: RefObject<LayersInText | null>
  /** Keeps the line being read in place, whoever changes the page. */
  readonly keeper: RefObject<PlaceKeeper | null>
  /**
   * Shows exactly these layers at once. A switch calls it before it tells the address: the text
   * answers in the same frame, and is measured while its layout is still clean.
   */
  readonly switchTo: (visible: readonly LayerId[]) => void
  /** What the text shows, which may be ahead of what the page has drawn; null until the text is on the page. */
  readonly shownNow: () => readonly LayerId[] | null
}

/** Calls `change`, which may change how the text looks but not what is shown of it. */
export type KeepLook = (change: () => void) => void

interface VisibleLayersOptions {
  readonly root: RefObject<HTMLElement | null>
  readonly facts: ArticleFacts
  readonly visible: readonly LayerId[]
  readonly visitKey: string
  /** Gets what keeps the line being read while the look of the page changes; null when the text goes. */
  readonly onPlaceKeeper: (keep: KeepLook | null) => void
}

/**
 * Makes the text show the visible layers, without moving the line being read and without losing
 * the focus.
 */
export function useVisibleLayers({
  root,
  facts,
  visible,
  visitKey,
  onPlaceKeeper,
}: VisibleLayersOptions): VisibleLayers {
  const text = useRef<LayersInText>(null)
  const keeper = useRef<PlaceKeeper>(null)
  const shown = useRef<readonly LayerId[]>(null)
  /** What was switched last, until the page has drawn it: what it draws before that is older. */
  const asked = useRef<{ readonly layers: readonly LayerId[]; readonly visitKey: string }>(null)

  useLayoutEffect(() => {
    if (root.current === null) return
    const article = root.current
    text.current = createLayersInText(
      article,
      facts.layers.map((layer) => layer.id),
    )
    const places = createPlaceKeeper(article)
    keeper.current = places
    onPlaceKeeper(places.keepLook)
    return () => {
      onPlaceKeeper(null)
      text.current = null
      keeper.current = null
      shown.current = null
      asked.current = null
      // The nodes may come back with another visit, which begins with everything shown.
      showEverything(article)
    }
  }, [root, facts, onPlaceKeeper])

  const apply = useCallback((next: readonly LayerId[]) => {
    const layers = text.current
    const before = shown.current
    if (layers === null || (before !== null && isSameSet(before, next))) return
    shown.current = next
    if (before === null) {
      // A prerendered page came up with its layers already; only one drawn in the browser needs telling.
      if (!areLayersMarked()) layers.show(next)
      return
    }
    const focused = document.activeElement
    const isFocusLost = focused !== null && !layers.survives(focused, next)
    const standIn = isFocusLost ? layers.standIn(focused, next) : null
    const firstChange = layers.firstChange(next)
    if (firstChange !== null && isBelowWindow(firstChange)) {
      layers.show(next)
    } else {
      keeper.current?.keep({
        from: before.join(),
        to: next.join(),
        survives: (node) => layers.survives(node, next),
        standIn: (node) => layers.standIn(node, next),
        apply: () => {
          layers.show(next)
        },
      })
    }
    if (isFocusLost) moveFocus(standIn)
  }, [])

  const switchTo = useCallback(
    (next: readonly LayerId[]) => {
      asked.current = { layers: next, visitKey }
      apply(next)
    },
    [apply, visitKey],
  )

  // Another visit brings its own layers, also where they are the same as those drawn last.
  useLayoutEffect(() => {
    const last = asked.current
    if (last !== null && last.visitKey === visitKey && !isSameSet(last.layers, visible)) return
    asked.current = null
    apply(visible)
  }, [apply, visible, visitKey])

  const shownNow = useCallback(() => shown.current, [])
  return { text, keeper, switchTo, shownNow }
}

/** What changes there moves nothing that can be seen. A section that waits to be laid out is not asked for more than its border. */
function isBelowWindow(element: Element): boolean {
  const section = element.closest('.section')?.getBoundingClientRect()
  if (section !== undefined && section.bottom < 0) return false
  if (section !== undefined && section.top >= window.innerHeight) return true
  return element.getBoundingClientRect().top >= window.innerHeight
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
