import type { SegmentClass } from '../../model.ts'
import type { CueId } from './ids.ts'

/**
 * Words by which a voice announces itself. To add one, add it to a list: as it is written, in lower
 * case, with plain quotation marks (`'`, `"`). What may stand before it (brackets, emphasis) and after
 * it (a name, a colon) is the business of `label-matching.ts`.
 */
export interface LabelCue {
  readonly id: CueId
  readonly class: SegmentClass
  /** Who speaks, where the label says it without a name: "editor". Null: only a name does. */
  readonly voice: string | null
  /** BCP 47, for people who add to the list. */
  readonly lang: string
  /** Openings, divided by `|`. */
  readonly words: string
  /**
   * What has to follow: `sign`, a colon, a full stop, a dash or the end of the line; `word`, only the
   * end of the word, for openings that can mean nothing else.
   */
  readonly needs: 'sign' | 'word'
  /** Stands over a section at the end of a text, and speaks for all of it. */
  readonly isSection?: boolean
}
