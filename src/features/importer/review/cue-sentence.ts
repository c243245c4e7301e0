import * as words from '#words/importer'
import type { DraftSegment } from '../model.ts'

/** Why a block is what it is, in words. */
export function reasonOf({ cue, uncertain }: DraftSegment): string {
  const borders = uncertain.map((border) => words.uncertainBorders[border] ?? '')
  return [`${cue.id} ${cue.found ?? ''}`, ...borders].join(' ')
}
