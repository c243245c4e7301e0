import type { LayerFacts, Segment } from '#core/article'
import { LENGTH } from '#core/strip'
import * as words from '#words/library'
import type { ReactNode } from 'react'
import { BREADTH, Voices } from './voices.tsx'

interface FingerprintProps {
  readonly layers: readonly LayerFacts[]
  readonly segments: readonly Segment[]
}

/** The whole article as a line, from left to right: who speaks where, and how long. */
export function Fingerprint({ layers, segments }: FingerprintProps): ReactNode {
  const shares = layers.flatMap(({ label, share }) =>
    share === null || share === 0 ? [] : [words.shareOf(label, share)],
  )
  return (
    <svg
      className="fingerprint"
      viewBox={`0 0 ${LENGTH} ${BREADTH}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.whoSpeaks(shares)}
    >
      <Voices layers={layers} segments={segments} axis="across" />
    </svg>
  )
}
