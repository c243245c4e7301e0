import { originalLayer, type ArticleFacts } from '#core/article'
import { describe, resolveAcross } from '#core/anchoring'
import { sentenceAt, type KeptPlace } from '#core/resume'
import { BLOCK, SKIP } from '#ui/markup.ts'
import { flash, focusOn } from './jump.ts'
import { firstLineFrom, linesAt, NO_LINE } from './keep-place.ts'
import { idOf, readTexts, type TextOnPage } from './text-on-page.ts'

/*
 * Where one is reading, as words; and the way back to them. Loaded on demand. Looks at the page, so it
 * must not be asked while the page moves.
 */

const SECTION = '.section'
/** The share of the window, from its top, at which one reads; and how far down a line is looked for. */
const READING_HEIGHT = { from: 0.2, to: 0.6 }
/** The share of the window above the words that one has come back to. */
const RETURN_HEIGHT = 0.1
/** CSS pixels: less than any line is high. */
const STEP = 12

/** The sentence that stands where one reads; null where that is no text, as on the title page or among the notes. */
export function readPlace(root: Element, facts: ArticleFacts): KeptPlace | null {
  const line = lineBeingRead(root)
  const block = line?.node.parentElement?.closest(BLOCK)
  const section = block?.closest(SECTION)
  if (line === null || !block || !section) return null
  const range = document.createRange()
  range.setStart(line.node, line.offset)
  range.setEnd(line.node, line.node.length)
  // In one section, which is enough for the words to be told from others together with their block,
  // and costs the same in a book.
  for (const { layer, text, stretchOf } of readTexts(section, originalLayer(facts.layers) ?? '')) {
    const stretch = stretchOf(range)
    if (stretch === null) continue
    const sentence = sentenceAt(text.text, stretch.start)
    const { exact, prefix, suffix } = describe(text, sentence, { purpose: 'whole' })
    if (exact.trim() === '') return null
    const heading = section.querySelector(':scope > :is(h2, h3, h4)')?.id
    return {
      exact,
      prefix,
      suffix,
      layer,
      block: idOf(block),
      section: facts.outline.find(({ id }) => id === heading)?.title ?? '',
      share: shareBefore(root, section, block),
    }
  }
  return null
}

function lineBeingRead(root: Element): { readonly node: Text; readonly offset: number } | null {
  if (!(root instanceof HTMLElement)) return null
  const { left, width } = root.getBoundingClientRect()
  const middle = Math.min(Math.max(left + width / 2, 1), window.innerWidth - 1)
  const seen = new Set<Element>()
  const from = window.innerHeight * READING_HEIGHT.from
  for (let y = from; y < window.innerHeight * READING_HEIGHT.to; y += STEP) {
    const element = linesAt(root, middle, y)
    if (element === null || seen.has(element)) continue
    seen.add(element)
    for (const node of textNodes(element)) {
      if (node.parentElement?.closest(NO_LINE) !== null) continue
      const line = firstLineFrom(node, node.data.trimEnd().length - 1, from)
      if (line !== null) return line
    }
  }
  return null
}

/** The texts inside an element that are words of the article. */
function* textNodes(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode())
    if (isWords(node)) yield node
}

function isWords(node: Text): boolean {
  const parent = node.parentElement
  return node.data.trim() !== '' && !!parent?.closest(BLOCK) && parent.closest(SKIP) === null
}

/** By letters, whichever layers are shown: the heights of a book's sections are guessed until they come near. */
function shareBefore(root: Element, section: Element, block: Element): number {
  const { before, all } = lettersIn(root)
  const range = document.createRange()
  range.setStart(section, 0)
  range.setEndBefore(block)
  return all === 0 ? 0 : ((before.get(section) ?? 0) + range.toString().length) / all
}

interface Letters {
  /** How many stand before each section. */
  readonly before: ReadonlyMap<Element, number>
  readonly all: number
}

/** The text of a page never changes, so a book is counted once and not at every rest. */
const counted = new WeakMap<Element, Letters>()

function lettersIn(root: Element): Letters {
  const known = counted.get(root)
  if (known !== undefined) return known
  const before = new Map<Element, number>()
  let all = 0
  for (const section of root.querySelectorAll(SECTION)) {
    before.set(section, all)
    all += section.textContent.length
  }
  const letters = { before, all }
  counted.set(root, letters)
  return letters
}

/** A place that was kept, found again. */
export interface PlaceOnPage {
  /** The id of the block that it is in. */
  readonly block: string
  /** Scrolls so that its words begin near the top of the window, and gives the keyboard a footing in their block. */
  readonly show: () => void
}

/**
 * Where the kept words are now. Where their layer is hidden: the nearest words that are shown, the
 * original's if these are. Where the words are gone: their block. Null if that is gone, too.
 */
export function findKeptPlace(
  root: Element,
  facts: ArticleFacts,
  kept: KeptPlace,
): PlaceOnPage | null {
  const original = originalLayer(facts.layers) ?? ''
  const texts = readTexts(root, original)
  const known = document.getElementById(kept.block)
  const own = texts.find(({ layer }) => layer === kept.layer)
  const resolution = resolveAcross(
    texts.map(({ layer, text }) => ({ layer, text })),
    { ...kept, until: '' },
    { near: known === null ? null : (own?.offsetAfter(known) ?? null) },
  )
  const range =
    resolution.status === 'orphaned'
      ? null
      : (texts
          .find(({ layer }) => layer === resolution.layer)
          ?.rangeOf(resolution.start, resolution.end) ?? null)
  if (range !== null)
    return placeOf(isShown(range) ? range : nearestShown(root, texts, range, original))
  if (known === null || !root.contains(known)) return null
  const around = document.createRange()
  around.selectNodeContents(known)
  return placeOf(isShown(around) ? around : nearestShown(root, texts, around, original))
}

function isShown(range: Range): boolean {
  const { startContainer: node } = range
  return (node instanceof Element ? node : node.parentElement)?.closest('[hidden]') === null
}

function placeOf(range: Range | null): PlaceOnPage | null {
  if (range === null) return null
  const { startContainer: node } = range
  const block = (node instanceof Element ? node : node.parentElement)?.closest(BLOCK)
  if (!block) return null
  return {
    block: idOf(block),
    show() {
      // Twice, because what a book has not laid out yet is taken at a guess until it is near.
      for (let time = 0; time < 2; time += 1) {
        const [first = range.getBoundingClientRect()] = range.getClientRects()
        const top = first.top - window.innerHeight * RETURN_HEIGHT
        window.scrollBy({ top, behavior: 'instant' })
      }
      if (block instanceof HTMLElement) {
        flash(block)
        focusOn(block)
      }
    },
  }
}

/** The words nearest to hidden ones, by how much text lies between. */
function nearestShown(
  root: Element,
  texts: readonly TextOnPage[],
  hidden: Range,
  original: string,
): Range | null {
  const before = { node: null as Text | null, distance: 0 }
  const after = { node: null as Text | null, distance: 0 }
  const isOriginalShown = [...root.querySelectorAll(`${SECTION} [data-layer]`)].some(
    (passage) =>
      passage.getAttribute('data-layer') === original && passage.closest('[hidden]') === null,
  )
  const counts = (node: Text) => {
    const layer = node.parentElement?.closest('[data-layer]')?.getAttribute('data-layer')
    return (
      node.parentElement?.closest('[hidden]') === null &&
      node.parentElement.closest(SECTION) !== null &&
      (!isOriginalShown || (layer ?? original) === original)
    )
  }
  for (const node of textNodes(root)) {
    if (hidden.comparePoint(node, node.length) < 0) {
      if (counts(node)) Object.assign(before, { node, distance: 0 })
      else before.distance += node.length
    } else if (hidden.comparePoint(node, 0) > 0) {
      if (counts(node)) {
        after.node = node
        break
      }
      after.distance += node.length
    }
  }
  const takesBefore =
    before.node !== null && (after.node === null || before.distance <= after.distance)
  const nearest = takesBefore ? before.node : after.node
  if (nearest === null) return null
  const range = document.createRange()
  range.selectNodeContents(nearest)
  // The sentence goes on through names in capitals and markers, which are texts of their own.
  for (const { text, stretchOf, rangeOf } of texts) {
    const stretch = stretchOf(range)
    if (stretch === null) continue
    const last = stretch.start + nearest.data.trimEnd().length - 1
    const { start, end } = sentenceAt(text.text, takesBefore ? last : stretch.start)
    return rangeOf(start, end) ?? range
  }
  return range
}
