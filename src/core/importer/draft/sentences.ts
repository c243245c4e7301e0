/**
 * What the importer writes into an article in the editor's place, in the reader's language; the catalogue
 * has them. They stand in the file, where its publisher can say it better.
 */
export interface DraftSentences {
  readonly untitled: string
  readonly summary: (
    title: string,
    authors: readonly string[],
    commentators: readonly string[],
  ) => string
  readonly rights: string
  readonly original: string
  /** With a voice where there are several of them. */
  readonly comments: (voice: string | null) => string
  readonly background: (voice: string | null) => string
  readonly footnotes: string
  readonly capitals: string
  readonly capitalsVoice: string
  readonly titleCredit: string
  readonly notesHeading: string
  readonly metadataCredit: string
  readonly translatorCredit: string
  readonly furniture: string
  readonly furnitureWhy: string
  readonly missingNote: string
}
