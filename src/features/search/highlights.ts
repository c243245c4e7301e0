import type { Highlight, TextSpan } from '#core/article'
import type { Hit, Hits } from '#core/search'

/** So many hits at a time. */
const slice = 500

/** All hits as highlights, one for each layer; pauses (yields) in between, for there may be very many. */
export function* highlightsOf(hits: Hits): Generator<void, readonly Highlight[]> {
  const spans = new Map<string, TextSpan[]>()
  for (let number = 0; number < hits.total; number += 1) {
    const hit = hits.at(number)
    if (hit === null) break
    const ofLayer = spans.get(hit.layer)
    if (ofLayer === undefined) spans.set(hit.layer, [spanOf(hit)])
    else ofLayer.push(spanOf(hit))
    if (number % slice === slice - 1) yield
  }
  return [...spans].map(([layer, ofLayer]) => ({
    id: `search-${layer}`,
    kind: 'search-hit',
    layer,
    spans: ofLayer,
  }))
}

export function currentHighlight(hit: Hit): Highlight {
  return { id: 'search-current', kind: 'current-hit', layer: hit.layer, spans: [spanOf(hit)] }
}

function spanOf({ block, start, end }: Hit): TextSpan {
  return { block, start, end }
}
