/** What the text itself is labelled with: read when the site is built, and when an article is drawn in the browser. */
import type { FootnoteStatus, Hand, LayerKind } from '#core/article'
import { counted, unnamed } from './common.ts'

export const chainOfHands = 'Through whose hands it went'
export const role: Readonly<Record<Hand['role'], string>> = {
  author: 'Author',
  translator: 'Translator',
  commentator: 'Commentator',
  publisher: 'Publisher',
  poster: 'Posted by',
  editor: 'Editor',
}
export const sourceAddress = 'Source'
export const aboutAuthorLabel = 'About the author · from the post'
export const passageEnd = (kind: LayerKind) =>
  kind === 'commentary' ? 'End of comment' : 'End of background insert'
export const aboutAuthorEnd = 'End of the note on the author'
export const editorialEnd = 'End of the editor’s words'
export const insertionStart = (kind: LayerKind, voice: string | null) =>
  kind === 'commentary' ? `[Comment by ${voice ?? unnamed}: ` : `[Background insert: `
export const insertionEnd = ' – end]'
export const from = 'From'
export const originLost =
  'It once named where it came from; the address did not survive the copying.'
export const uncertainStart =
  'Where this begins is the editor’s judgement: nothing in the source marks it.'
export const uncertainEnd =
  'Where this ends is the editor’s judgement: nothing in the source marks it.'
export const lost: Readonly<Record<'link' | 'insert' | 'note' | 'text', string>> = {
  link: 'A link is lost here. Where it led, nobody knows.',
  insert: 'An insert is lost here. What it said, nobody knows.',
  note: 'A note is lost here. What it said, nobody knows.',
  text: 'Words are lost here. What they were, nobody knows.',
}
export const pictureMissing = (alt: string) =>
  alt === '' ? 'A picture is missing here.' : `A picture is missing here. It shows: ${alt}`
export const lostInline: Readonly<Record<'link' | 'insert' | 'note' | 'text', string>> = {
  link: 'link lost',
  insert: 'insert lost',
  note: 'note lost',
  text: 'words lost',
}
export const asFound = 'As found in the source.'
export const mendedMark = 'mended'
export const mended = (url: string) =>
  `The address was damaged in the source; the link leads to ${url}.`
export const stub = (kind: LayerKind, voice: string | null, paragraphs: number) =>
  kind === 'commentary'
    ? `1 comment by ${voice ?? unnamed} hidden`
    : kind === 'background'
      ? '1 background insert hidden'
      : `${counted(paragraphs, 'paragraph', 'paragraphs')} of ${voice === null ? 'the original' : voice} hidden`
export const aboutAuthorStub = 'The note on the author is hidden'
export const inlineStub = (kind: LayerKind) =>
  kind === 'commentary' ? 'comment hidden' : 'insert hidden'
export const show = 'show'
export const hideAgain = (kind: LayerKind) =>
  kind === 'commentary'
    ? 'Hide this comment again'
    : kind === 'background'
      ? 'Hide this insert again'
      : 'Hide this again'
export const copyLinkTo = (place: string) => `Copy link to ${place}`
export const backToMarker = (label: string, nth: number, of: number) =>
  of > 1
    ? `Back to marker ${label} in the text, place ${nth} of ${of}`
    : `Back to marker ${label} in the text`
export const noteStatus: Readonly<Record<FootnoteStatus, string>> = {
  whole: '',
  'cut-off': 'Cut off in the source.',
  'short-form': 'A short form.',
  lost: 'Lost.',
}
export const archivedCopyShort = 'archived copy'
export const archivedCopyOf = (host: string) => `Archived copy of the page at ${host}`
export const credits = 'Said elsewhere on this page'
export const leftOut = 'Left out'
export const editorsMarks = 'Kept, mended, lost'
export const intervention: Readonly<Record<'sic' | 'mended' | 'lost' | 'uncertain', string>> = {
  sic: 'as found',
  mended: 'address mended',
  lost: 'lost',
  uncertain: 'uncertain border',
}
/** The language these sentences are in: labels inside a text of another language say so. */
export const catalogueLanguage = 'en'
export const table = 'Table'
