import type { LayerText } from '#core/article'

import type { Found, Quote, Resolution } from './selector.ts'

export interface ResolveOptions {
  /** Where the quote is expected, as an offset in the text: chooses among equally good places. */
  readonly near?: number | null
}

export interface NamedText {
  readonly layer: string
  readonly text: LayerText
}

export type ResolutionInLayer = (Found & { readonly layer: string }) | { readonly status: 'orphaned' }

/** Finds the place that `describe` described. */
export function resolve(layerText: LayerText, quote: Quote, _options: ResolveOptions = {}): Resolution {
  const start = quote.exact === '' ? -1 : layerText.text.indexOf(quote.exact)
  if (start === -1) return { status: 'orphaned' }
  return { status: 'exact', start, end: start + quote.exact.length, similarity: 1, rivals: 0 }
}

/** Finds the quote in the layer it names, or else in the others. */
export function resolveAcross(
  layers: readonly NamedText[],
  quote: Quote & { readonly layer: string | null },
  options: ResolveOptions = {},
): ResolutionInLayer {
  for (const { layer, text } of layers) {
    const resolution = resolve(text, quote, options)
    if (resolution.status !== 'orphaned') return { ...resolution, layer }
  }
  return { status: 'orphaned' }
}
