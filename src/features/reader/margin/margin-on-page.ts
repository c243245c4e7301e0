import { placeItems } from '#core/margin'
import { BESIDE, IN_MARGIN, markMarginView } from '#ui/markup.ts'
import * as words from '#words/tools'
import type { PlaceKeeper } from '../keep-place.ts'
import { oncePerFrame } from './frames.ts'
import { watchHand } from './in-hand.ts'
import { findItems, type Item } from './items.ts'
import { createLongItems } from './long-items.ts'
import { capsOf, measure } from './measure.ts'
import { watchSections } from './near-sections.ts'

export interface MarginHost {
  /** The article and all that belongs to it. */
  readonly text: HTMLElement
  /** Beside the text and as high: where the buttons stand. */
  readonly column: HTMLElement
  readonly keep: PlaceKeeper['keep']
}

/** CSS pixels between two items. */
const GAP = 12.5
/** What a link says when it says nothing but where it leads. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/
/** Milliseconds in which items make way. */
const MAKING_WAY = 150

/**
 * Puts comments, inserts and notes beside the words they belong to, and keeps them there whatever
 * happens to the page, until the function returned takes them back. The document stays as it is: an
 * attribute says what stands in the margin, a custom property where, and the style sheet does it.
 */
export function fillMargin({ text, column, keep }: MarginHost): () => void {
  const chosen = new Map<Element, Element>()
  const tops = new Map<HTMLElement, number>()
  let items: readonly Item[] = []
  let beside: ReadonlySet<HTMLElement> = new Set()
  const observer = new ResizeObserver(() => {
    frames.now()
  })

  const layOut = () => {
    const began = performance.now()
    const found = findItems(sections.all(), chosen)
    mark(found.items, found.markers)
    const caps = capsOf()
    column.style.setProperty('--beside-cap', `${caps.capped}px`)
    text.style.setProperty('--beside-cap', `${caps.capped}px`)
    text.style.setProperty('--beside-room', `${column.clientWidth}px`)
    const measured = measure(text, items, caps)
    const inHand = items.findIndex(({ element }) => element === hand.item())
    const placed = placeItems(measured, { gap: GAP, top: 0, inHand: inHand < 0 ? null : inHand })
    let end = 0
    for (const [index, { item, height, isLong }] of measured.entries()) {
      const top = placed[index] ?? 0
      item.element.style.setProperty('--beside-top', `${top}px`)
      item.element.toggleAttribute('data-long', isLong)
      tops.set(item.element, top)
      end = Math.max(end, top + height)
    }
    text.style.setProperty('--margin-end', `${Math.ceil(end)}px`)
    long.draw(measured, placed)
    performance.measure('margin', { start: began, end: performance.now() })
  }
  const mark = (next: readonly Item[], markers: readonly HTMLElement[]) => {
    const kept = new Set<Element>(next.map(({ element }) => element))
    for (const { element } of items) if (!kept.has(element)) takeBack(element)
    for (const { element } of next) {
      if (tops.has(element)) continue
      element.setAttribute('data-in-margin', '')
      for (const link of element.querySelectorAll('a[href]'))
        link.toggleAttribute('data-address', ADDRESS.test(link.textContent))
      tops.set(element, 0)
      observer.observe(element)
    }
    items = next
    const before = beside
    beside = new Set(markers)
    for (const marker of before) if (!beside.has(marker)) marker.removeAttribute('data-beside')
    for (const marker of markers) if (!before.has(marker)) marker.setAttribute('data-beside', '')
    const list = text.querySelector('.endnotes')
    const isListEmpty = list !== null && list.querySelector(`li:not(${IN_MARGIN})`) === null
    if (isListEmpty) list.setAttribute('data-instead', words.notesInMargin)
    else list?.removeAttribute('data-instead')
  }
  const takeBack = (element: HTMLElement) => {
    for (const name of ['data-in-margin', 'data-long', 'data-opened', 'data-in-hand'])
      element.removeAttribute(name)
    element.style.removeProperty('--beside-top')
    if (element.getAttribute('style') === '') element.removeAttribute('style')
    for (const link of element.querySelectorAll('[data-address]'))
      link.removeAttribute('data-address')
    tops.delete(element)
    observer.unobserve(element)
  }
  const layOutMoving = () => {
    const before = new Map(tops)
    layOut()
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    for (const [element, top] of tops) {
      const by = (before.get(element) ?? top) - top
      if (Math.abs(by) < 1) continue
      const way = [{ transform: `translateY(${by}px)` }, { transform: 'none' }]
      for (const moving of [element, long.buttonOf(element)])
        moving?.animate(way, { duration: MAKING_WAY, easing: 'ease-out' })
    }
  }
  const open = (element: HTMLElement) => {
    if (!element.hasAttribute('data-long') || element.hasAttribute('data-opened')) return
    element.setAttribute('data-opened', '')
    element.scrollTop = 0
    layOutMoving()
  }

  const frames = oncePerFrame(layOut)
  const sections = watchSections(text, frames.request)
  const long = createLongItems(column, (element) => {
    if (element.hasAttribute('data-opened')) {
      element.removeAttribute('data-opened')
      layOutMoving()
    } else {
      open(element)
    }
  })
  const hand = watchHand({
    text,
    column,
    itemOfButton: long.itemOf,
    onChange: (element, marker) => {
      if (element !== null && marker !== null) chosen.set(element, marker)
      for (const lit of text.querySelectorAll(`${BESIDE}[data-in-hand]`))
        lit.removeAttribute('data-in-hand')
      for (const { element: other, mark: its } of items) {
        its.toggleAttribute(
          'data-in-hand',
          other === element && (marker === null || marker === its),
        )
        other.toggleAttribute('data-in-hand', other === element)
      }
      marker?.toggleAttribute('data-in-hand', true)
      layOutMoving()
    },
    onOpen: open,
  })

  let reading: Node | null = null
  keep({
    from: 'inline',
    to: 'margin',
    survives: (node) => {
      reading ??= node
      return true
    },
    standIn: () => null,
    apply: () => {
      markMarginView(true)
      layOut()
      // What is being read stays where it is, and whole.
      const around = items.find(({ element }) => element.contains(reading))?.element
      if (around?.hasAttribute('data-long')) {
        around.setAttribute('data-opened', '')
        layOut()
      }
    },
  })

  const listening = new AbortController()
  const options = { signal: listening.signal }
  // The browser's own find, or a link, has reached into what is cut off.
  const scroll = ({ target }: Event) => {
    if (target instanceof HTMLElement && target.matches(IN_MARGIN)) open(target)
  }
  text.addEventListener('scroll', scroll, { ...options, capture: true })
  window.addEventListener('resize', frames.request, options)
  document.fonts.addEventListener('loadingdone', frames.request, options)
  const switched = new MutationObserver(frames.request)
  switched.observe(text, { subtree: true, attributeFilter: ['hidden'] })
  switched.observe(document.documentElement, { attributeFilter: ['data-off'] })
  observer.observe(text)

  return () => {
    listening.abort()
    switched.disconnect()
    observer.disconnect()
    frames.stop()
    hand.stop()
    sections.stop()
    long.stop()
    keep({
      from: 'margin',
      to: 'inline',
      survives: (node) => node.parentElement?.closest(IN_MARGIN) === null,
      standIn: () => null,
      apply: () => {
        markMarginView(false)
        for (const { element, mark: its } of items) {
          its.removeAttribute('data-in-hand')
          takeBack(element)
        }
        items = []
        mark([], [])
        text.querySelector('.endnotes')?.removeAttribute('data-instead')
        for (const name of ['--beside-cap', '--beside-room', '--margin-end'])
          text.style.removeProperty(name)
      },
    })
  }
}
