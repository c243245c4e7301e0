import * as words from '#words/importer'
import { cueSentence } from '#words/importer-cues'
import type { DraftSegment } from '../model.ts'

/** Letters of what was found that are quoted. */
const LONGEST = 120

/** Why a block is what it is, in words. */
export function reasonOf({ cue, uncertain }: DraftSegment): string {
  const borders = uncertain.map((border) => words.uncertainBorders[border] ?? '')
  return [`${cueSentence(cue.id, cue.found?.slice(0, LONGEST) ?? null)}.`, ...borders].join(' ')
}
