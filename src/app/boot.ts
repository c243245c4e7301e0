import { parseLayerList, parseLayers, parseView } from '#core/article'
import {
  beginOpening,
  hidePassage,
  layersMarkedOff,
  markLayersOff,
  markMarginView,
  PASSAGE,
  doWithoutScripts,
} from '#ui/markup.ts'
import { wasRestored } from '#ui/reload.ts'
import { firstPaint, layOutTheRest } from './first-frame.ts'
import { applyPreferences, readPreferences } from './preferences.ts'

/**
 * Runs in the head of every page before anything is painted: the look, the layers that the link
 * hides, and whether there is a margin. The passages are hidden as the parser brings them, so that the browser's own search
 * for the place or the words of a link meets them in their final state. Once the text can be read,
 * it brings the scripts.
 */
const preferences = readPreferences()
applyPreferences(preferences)
// The face that not every page brings is asked for as early as the one that does.
if (preferences.face === 'legible') preload('font', addressesIn('legible-face')[0])

const SWITCH = '[data-layer-switch]'

const root = document.documentElement
const layers = parseLayerList(root.dataset['layers'] ?? '')
const visible: readonly string[] = parseLayers(window.location.search, layers).visible
const off = layers.map((layer) => layer.id).filter((id) => !visible.includes(id))
root.dataset['script'] = 'on'
// What the browser is going to scroll needs its whole length.
if (!wasRestored()) beginOpening()

if (layers.length > 0) {
  markLayersOff(off)
  markMarginView((parseView(window.location.search) ?? preferences.view) === 'margin')
}
if (off.length > 0) {
  const watcher = new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(hide)
  })
  watcher.observe(root, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', () => {
    watcher.disconnect()
  })
}

/*
 * What is pressed before the page works is pressed as soon as it does, once: until then a press would be
 * lost, and that on a form's button would have the browser send the form. What the browser itself opens is open.
 */
const pressed = new Set<HTMLButtonElement>()
const keepPress = (event: Event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  if (button === null || button.popoverTargetElement !== null) return
  event.preventDefault()
  event.stopImmediatePropagation()
  pressed.add(button)
}
document.addEventListener('click', keepPress, true)
new MutationObserver((_, observer) => {
  observer.disconnect()
  document.removeEventListener('click', keepPress, true)
  for (const button of pressed) button.click()
}).observe(root, { attributeFilter: ['data-ready'] })

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', () => void goOn(), { once: true })
} else {
  void goOn()
}

async function goOn(): Promise<void> {
  try {
    await firstPaint()
    const scripts = addressesIn('scripts')
    // Ahead of being asked for: they are fetched all at once, though they run one after the other.
    for (const script of scripts) preload('script', script)
    await layOutTheRest()
    const [entry] = scripts
    if (entry !== undefined) await import(/* @vite-ignore */ entry)
  } catch (error) {
    // Nothing on the page may look as if it could be pressed.
    doWithoutScripts()
    throw error
  }
}

/** Named in the page when it is prerendered; in development it loads its scripts and fonts itself. */
function addressesIn(name: string): readonly string[] {
  const named = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)
  return named?.content.split(' ') ?? []
}

function preload(what: 'script' | 'font', address: string | undefined): void {
  if (address === undefined) return
  const link = document.createElement('link')
  link.rel = what === 'script' ? 'modulepreload' : 'preload'
  link.as = what
  link.crossOrigin = ''
  link.href = address
  document.head.append(link)
}

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
