import { fold, type Folded, type LayerText } from '#core/article'

import type { Match } from './match-quote.ts'
import { matchQuote } from './match-quote.ts'
import type { Found, Quote, Resolution } from './selector.ts'

export interface ResolveOptions {
  /** Where the quote is expected, as an offset in the text: chooses among equally good places. Null when unknown. */
  readonly near?: number | null
}

/** One layer's text, by the layer's id. */
export interface NamedText {
  readonly layer: string
  readonly text: LayerText
}

export type ResolutionInLayer =
  (Found & { readonly layer: string }) | { readonly status: 'orphaned' }

/** The cost of matching grows with the square of the length; a longer quotation is found by its edges, whatever became of its middle. */
const longestMatched = 1200

const orphaned = { status: 'orphaned' } as const

/**
 * Finds the place that `describe` described, also when the text was edited since. Prefers finding
 * nothing to finding the wrong place; what it refuses and why is said in match-quote.ts.
 */
export function resolve(
  layerText: LayerText,
  quote: Quote,
  { near = null }: ResolveOptions = {},
): Resolution {
  if (quote.until !== '') return resolveLong(layerText, quote, near)
  const literal = resolveLiterally(layerText.text, quote, near)
  if (literal !== null) return literal
  if (quote.exact.length > longestMatched) return resolveLong(layerText, abridged(quote), near)
  const folded = foldedText(layerText)
  const match = matchQuote(folded.text, quote, {
    near: near === null ? null : folded.fold(near),
    from: 0,
  })
  return match === null ? orphaned : toFound(folded, match)
}

/**
 * Finds a quote in the layer it names. The other layers are asked when that layer does not have it:
 * layers are renamed, and a passage may have been given to another voice. A commentator who quotes
 * the author's words is not their place, so among the others a neighbour must agree.
 */
export function resolveAcross(
  layers: readonly NamedText[],
  quote: Quote & { readonly layer: string | null },
  options: ResolveOptions = {},
): ResolutionInLayer {
  const own = layers.filter(({ layer }) => layer === quote.layer)
  const others = layers.filter(({ layer }) => layer !== quote.layer)
  for (const { layer, text } of own) {
    const resolution = resolve(text, quote, options)
    if (resolution.status !== 'orphaned') return { ...resolution, layer }
  }
  // The hint is an offset in the named layer's text and means nothing in another.
  const found: ResolutionInLayer[] = []
  for (const { layer, text } of others) {
    const resolution = resolve(text, quote)
    if (resolution.status !== 'orphaned') found.push({ ...resolution, layer })
  }
  const rank = {
    exact: 0,
    moved: own.length > 0 ? Infinity : 1,
    approximate: 2,
    orphaned: Infinity,
  }
  const best = found.toSorted((a, b) => rank[a.status] - rank[b.status])[0]
  return best === undefined || rank[best.status] === Infinity ? orphaned : best
}

/** The common case, an unedited text, without folding a whole book: the words between their very neighbours. */
function resolveLiterally(text: string, quote: Quote, near: number | null): Found | null {
  const { exact, prefix, suffix } = quote
  if (exact === '' || prefix + suffix === '') return null
  const whole = prefix + exact + suffix
  let closest: number | null = null
  let places = 0
  for (let at = text.indexOf(whole); at !== -1; at = text.indexOf(whole, at + 1)) {
    const start = at + prefix.length
    places += 1
    if (closest === null || (near !== null && Math.abs(start - near) < Math.abs(closest - near)))
      closest = start
  }
  if (closest === null) return null
  return {
    status: 'exact',
    start: closest,
    end: closest + exact.length,
    similarity: 1,
    rivals: places - 1,
  }
}

/** By its edges, as `describe` abridges it for a link. */
function abridged(quote: Quote): Quote {
  const { exact } = quote
  return {
    ...quote,
    exact: exact.slice(0, longestMatched / 4),
    until: exact.slice(-longestMatched / 4),
  }
}

/** Finds the first and the last words of a long quotation, each with the neighbour on its outer side. */
function resolveLong(layerText: LayerText, quote: Quote, near: number | null): Resolution {
  const folded = foldedText(layerText)
  const first = matchQuote(
    folded.text,
    { exact: quote.exact, prefix: quote.prefix, suffix: '', until: '' },
    { near: near === null ? null : folded.fold(near), from: 0 },
  )
  if (first === null) return orphaned
  const last = matchQuote(
    folded.text,
    { exact: quote.until, prefix: '', suffix: quote.suffix, until: '' },
    { near: first.end, from: first.start },
  )
  // Half of it is at hand. In its place, the reader is led to its beginning and told that it is not
  // the same; elsewhere it is not the passage that was meant.
  if (last === null || last.end <= first.start)
    return first.inContext ? { ...toFound(folded, first), status: 'approximate' } : orphaned
  return toFound(folded, {
    start: first.start,
    end: last.end,
    similarity: Math.min(first.similarity, last.similarity),
    inContext: first.inContext && last.inContext,
    rivals: first.rivals,
  })
}

function toFound(folded: Folded, match: Match): Found {
  const status = match.similarity < 1 ? 'approximate' : match.inContext ? 'exact' : 'moved'
  return {
    status,
    ...folded.unfold(match.start, match.end),
    similarity: match.similarity,
    rivals: match.rivals,
  }
}

/** Many quotes are resolved in the same text; it is folded once. */
const foldedTexts = new WeakMap<LayerText, Folded>()

function foldedText(layerText: LayerText): Folded {
  const known = foldedTexts.get(layerText)
  if (known !== undefined) return known
  const folded = fold(layerText.text)
  foldedTexts.set(layerText, folded)
  return folded
}
