import type { LayerId } from '#core/article'
import { hidePassage, layersMarkedOff, markLayersOff, MARKER, PASSAGE } from '#ui/markup.ts'

/**
 * Shows and hides layers in a text that stays as it is: attributes change, nodes do not. Hidden
 * passages get `hidden="until-found"`, so that the browser's own find and links to a place or to
 * words still reach them. React writes that value as a plain `hidden`, one more reason why this
 * attribute is set here and nowhere else.
 */
export interface LayersInText {
  /** Shows exactly these layers; passages that were opened one by one stay open while their layer is off. */
  readonly show: (visible: readonly LayerId[]) => void
  /** Where in the text the first change is, if exactly these layers are shown; null if nothing changes. */
  readonly firstChange: (visible: readonly LayerId[]) => Element | null
  /** Opens one passage of a hidden layer. */
  readonly open: (passage: Element) => void
  /** Hides it again. */
  readonly close: (passage: Element) => void
  /** Whether `node`, which is visible now, will be visible once exactly `visible` is shown. */
  readonly survives: (node: Node, visible: readonly LayerId[]) => boolean
  /** What stands in for `node` once it is gone: a stub for a passage, the passage for a stub. */
  readonly standIn: (node: Node, visible: readonly LayerId[]) => Element | null
  /** The passages around `node` that are hidden now, outermost first. */
  readonly hiddenAround: (node: Node) => readonly Element[]
  /** Layers that are hidden as told, but of which the browser has shown a passage (a link found words there). */
  readonly revealedByBrowser: () => readonly string[]
}

export function createLayersInText(root: HTMLElement, all: readonly LayerId[]): LayersInText {
  const passages = new Map<string, Element[]>()
  for (const passage of root.querySelectorAll(PASSAGE)) {
    passage.removeAttribute(OPENED)
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
  const off = layersMarkedOff()
  let shown: ReadonlySet<string> = new Set(all.filter((layer) => !off.includes(layer)))

  const forget = (passage: Element) => {
    opened.delete(passage)
    passage.removeAttribute(OPENED)
  }
  const willShow = (passage: Element, visible: readonly LayerId[]) => {
    const layer = passage.getAttribute('data-layer') ?? ''
    return visible.some((id) => id === layer) || (opened.has(passage) && !shown.has(layer))
  }
  /** The outermost passage around `node` that will be hidden, or the stub that will be needed no more. */
  const goesAway = (node: Node, visible: readonly LayerId[]): Element | null => {
    const gone = passagesAround(node).find((passage) => !willShow(passage, visible))
    if (gone !== undefined) return gone
    const stub = elementOf(node)?.closest('[data-open]')
    const passage = stub && passageBehind(stub)
    // Behind a passage that was opened alone, it stays to hide it again.
    const layer = passage?.getAttribute('data-layer')
    return passage && visible.some((id) => id === layer) ? passage.nextElementSibling : null
  }

  return {
    show(visible) {
      const next = new Set<string>(visible)
      for (const layer of all) {
        const isVisible = next.has(layer)
        if (isVisible === shown.has(layer)) continue
        for (const passage of passages.get(layer) ?? []) {
          forget(passage)
          if (isVisible) passage.removeAttribute('hidden')
          else hidePassage(passage)
        }
      }
      shown = next
      markLayersOff(all.filter((layer) => !next.has(layer)))
    },
    firstChange(visible) {
      const changing = all.filter((layer) => visible.includes(layer) !== shown.has(layer))
      return changing
        .map((layer) => passages.get(layer)?.[0] ?? root)
        .reduce<Element | null>(
          (first, place) => (first !== null && isBefore(first, place) ? first : place),
          null,
        )
    },
    open(passage) {
      opened.add(passage)
      passage.toggleAttribute(OPENED, true)
      passage.removeAttribute('hidden')
    },
    close(passage) {
      forget(passage)
      hidePassage(passage)
    },
    survives(node, visible) {
      const isMarker = (elementOf(node)?.closest(MARKER) ?? null) !== null
      if (isMarker && !visible.some((id) => id === FOOTNOTES)) return false
      return goesAway(node, visible) === null
    },
    standIn(node, visible) {
      const gone = goesAway(node, visible)
      if (gone === null) return null
      return gone.matches(PASSAGE) ? gone.nextElementSibling : gone.previousElementSibling
    },
    hiddenAround: (node) =>
      passagesAround(node).filter((passage) => passage.hasAttribute('hidden')),
    revealedByBrowser: () => revealed,
  }
}

function passagesAround(node: Node): readonly Element[] {
  const around: Element[] = []
  for (let at = elementOf(node); at !== null; at = at.parentElement) {
    if (at.matches(PASSAGE)) around.unshift(at)
  }
  return around
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}

const OPENED = 'data-opened'

/** A stub, which is a line or a button in one, stands right behind the passage that it stands in for. */
export function passageBehind(opener: Element): Element | null {
  const passage = (opener.closest('.stub') ?? opener).previousElementSibling
  return passage?.matches(PASSAGE) ? passage : null
}

/** The markers' layer hides no passages; its id is the same in every article. */
export const FOOTNOTES = 'footnotes'
