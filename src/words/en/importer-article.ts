/** What the importer writes into an article in the editor's place. */
export const sentences = {
  untitled: 'Untitled',
  summary: (title: string, authors: readonly string[], commentators: readonly string[]) =>
    [
      `“${title}”`,
      authors.length === 0 ? '' : ` by ${authors.join(', ')}`,
      commentators.length === 0 ? '' : `, with comments by ${commentators.join(', ')}`,
      '; imported from a copy in which the voices ran together.',
    ].join(''),
  rights: 'The text remains its authors’; this edition only tells the voices apart.',
  original: 'Original text',
  comments: (voice: string | null) => (voice === null ? 'Comments' : `Comments by ${voice}`),
  background: (voice: string | null) => (voice === null ? 'Background' : `Background by ${voice}`),
  footnotes: 'Footnote markers',
  capitals: 'Capitals',
  capitalsVoice: 'Somebody after the author',
  titleCredit: 'the title',
  notesHeading: 'the heading over the notes',
  metadataCredit: 'what the page says about the text',
  translatorCredit: 'translated by',
  furniture: 'part of the page around the text',
  furnitureWhy: 'site furniture',
  missingNote: 'Neither its marker nor its text survives.',
}
