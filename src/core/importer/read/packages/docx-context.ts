import type { RowPiece } from '../html/rows.ts'
import type { NoteKind, NoteLabels } from './docx-notes.ts'
import type { StoryRole } from './docx-paragraph.ts'
import type { DocxStyle } from './docx-styles.ts'

/** What a file of a document needs of the others. */
export interface StoryContext {
  readonly styles: ReadonlyMap<string, DocxStyle>
  /** Addresses of links by the id of their relation. */
  readonly links: ReadonlyMap<string, string>
  /** What the notes of this file begin with. */
  readonly notes: NoteLabels
  /** Comments by their id, to be put behind what they comment on. */
  readonly comments: ReadonlyMap<string, readonly RowPiece[]>
  readonly role: StoryRole
}

/** What is read of one file of a document. */
export interface Story {
  readonly pieces: readonly RowPiece[]
  /** The same by note or comment. */
  readonly parts: readonly { readonly id: string; readonly pieces: readonly RowPiece[] }[]
  readonly labels: Readonly<Record<NoteKind, NoteLabels>>
  /** Notes whose marker was deleted with changes tracked. */
  readonly deletedNotes: Readonly<Record<NoteKind, ReadonlySet<string>>>
  /** Signs of which nobody knows what they show. */
  readonly unknownSigns: number
  readonly pictures: number
  /** Runs that were deleted with changes tracked. */
  readonly deletions: number
}
