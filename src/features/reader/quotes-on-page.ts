import { originalLayer, type ArticleFacts } from '#core/article'
import { describe, resolveAcross, type Place } from '#core/anchoring'
import { readTexts, type TextOnPage } from './text-on-page.ts'

/**
 * Links to exactly these words: made from a selection, found again on arrival. Loaded only when
 * somebody selects or follows such a link.
 */
type QuotePlace = Extract<Place, { type: 'quote' }>

export interface FoundQuote {
  readonly status: 'exact' | 'moved' | 'approximate'
  readonly range: Range
}

export function findQuote(
  root: Element,
  facts: ArticleFacts,
  place: QuotePlace,
): FoundQuote | null {
  const texts = textsOf(root, facts)
  const named = texts.map(({ layer, text }) => ({ layer, text }))
  const resolution = resolveAcross(named, place, { near: nearOffset(texts, place) })
  if (resolution.status === 'orphaned') return null
  const range = texts
    .find(({ layer }) => layer === resolution.layer)
    ?.rangeOf(resolution.start, resolution.end)
  return range === null || range === undefined ? null : { status: resolution.status, range }
}

/** Where the layer goes on after the beginning of the section that the link names. */
function nearOffset(texts: readonly TextOnPage[], place: QuotePlace): number | null {
  const near = place.near === null ? null : document.getElementById(place.near)
  const text = texts.find(({ layer }) => layer === place.layer)
  return near === null || text === undefined ? null : text.offsetAfter(near)
}

/**
 * The place of a selection. Where it runs over several layers, the layer that has most of it is
 * quoted: a quotation has one speaker.
 */
export function quoteOfSelection(
  root: Element,
  facts: ArticleFacts,
  selection: Range,
): QuotePlace | null {
  let best: { text: TextOnPage; start: number; end: number } | null = null
  for (const text of textsOf(root, facts)) {
    const stretch = text.stretchOf(selection)
    if (stretch === null) continue
    if (best === null || stretch.end - stretch.start > best.end - best.start)
      best = { text, ...stretch }
  }
  if (best === null) return null
  const trimmed = trim(best.text.text.text, best.start, best.end)
  if (trimmed === null) return null
  const quote = describe(best.text.text, trimmed)
  return {
    type: 'quote',
    ...quote,
    layer: best.text.layer,
    near: nearestSection(selection.startContainer),
  }
}

function trim(text: string, start: number, end: number): { start: number; end: number } | null {
  while (start < end && text.charAt(start).trim() === '') start += 1
  while (end > start && text.charAt(end - 1).trim() === '') end -= 1
  return start < end ? { start, end } : null
}

function nearestSection(node: Node): string | null {
  const element = node instanceof Element ? node : node.parentElement
  const heading = element?.closest('.section')?.querySelector('h2, h3, h4')
  return heading?.id ?? element?.closest('li[id]')?.id ?? null
}

/** Read anew each time: a page translator puts other nodes in the place of those that were there. */
function textsOf(root: Element, facts: ArticleFacts): readonly TextOnPage[] {
  const original = originalLayer(facts.layers) ?? ''
  return readTexts(root, original)
}
