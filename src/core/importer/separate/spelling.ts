import type { Segment } from '../model.ts'
import { fold } from './fold.ts'

/** One spelling for each voice: who is called in capitals once and otherwise another time is one person. */
export function withOneSpelling(segments: readonly Segment[]): readonly Segment[] {
  const spellings = new Map<string, string>()
  for (const { voice } of segments) {
    if (voice === null) continue
    const known = spellings.get(nameOf(voice))
    if (known === undefined || (isInCapitals(known) && !isInCapitals(voice))) {
      spellings.set(nameOf(voice), voice)
    }
  }
  return segments.map((segment) => {
    const { voice } = segment
    const spelling = voice === null ? voice : (spellings.get(nameOf(voice)) ?? voice)
    return spelling === voice ? segment : { ...segment, voice: spelling }
  })
}

const nameOf = (voice: string): string => fold(voice).trim().replace(/\s+/gu, ' ')

const isInCapitals = (voice: string): boolean => voice === voice.toUpperCase()
