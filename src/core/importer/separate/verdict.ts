import type { CueId } from './cues/ids.ts'
import type { Confidence, Segment, SegmentClass } from '../model.ts'

/** What a pass has found out about a part, or about a stretch of one. */
export interface Verdict {
  readonly class: SegmentClass
  readonly confidence: Confidence
  /** Name of the cue; its sentence is in the catalogue. */
  readonly cue: CueId
  readonly found: string | null
  readonly voice: string | null
  readonly lost: Segment['lost']
  readonly uncertain: Segment['uncertain']
}

export function verdict(
  segmentClass: SegmentClass,
  confidence: Confidence,
  cue: CueId,
  more: Partial<Omit<Verdict, 'class' | 'confidence' | 'cue'>> = {},
): Verdict {
  return {
    class: segmentClass,
    confidence,
    cue,
    found: null,
    voice: null,
    lost: null,
    uncertain: [],
    ...more,
  }
}
