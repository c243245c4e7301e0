import { parseLayerList, parseLayers } from '#core/article'
import {
  hidePassage,
  layersMarkedOff,
  markLayersOff,
  PASSAGE,
  doWithoutScripts,
} from '#ui/markup.ts'
import { applyTheme, readPreferences } from './preferences.ts'

/**
 * Runs in the head of every page before anything is painted: the theme, and the layers that the
 * link hides. The passages are hidden as the parser brings them, so that the browser's own search
 * for the place or the words of a link meets them in their final state.
 */
applyTheme(readPreferences().theme)

const SWITCH = '[data-layer-switch]'

const root = document.documentElement
const layers = parseLayerList(root.dataset['layers'] ?? '')
const visible: readonly string[] = parseLayers(window.location.search, layers).visible
const off = layers.map((layer) => layer.id).filter((id) => !visible.includes(id))
root.dataset['script'] = 'on'

if (layers.length > 0) markLayersOff(off)
if (off.length > 0) {
  const watcher = new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(hide)
  })
  watcher.observe(root, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', () => {
    watcher.disconnect()
  })
}

// Should the page's scripts not arrive, nothing on it may look as if it could be pressed.
window.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) doWithoutScripts()
  },
  { capture: true },
)

function hide(node: Node): void {
  if (!(node instanceof Element)) return
  if (node.matches(PASSAGE)) hideIfOff(node)
  if (node.matches(SWITCH)) turnOff(node)
  node.querySelectorAll(PASSAGE).forEach(hideIfOff)
  node.querySelectorAll(SWITCH).forEach(turnOff)
}

function hideIfOff(passage: Element): void {
  if (isOff(passage.getAttribute('data-layer'))) hidePassage(passage)
}

function turnOff(element: Element): void {
  if (isOff(element.getAttribute('data-layer-switch')))
    element.setAttribute('aria-checked', 'false')
}

function isOff(layer: string | null): boolean {
  return layer !== null && layersMarkedOff().includes(layer)
}
