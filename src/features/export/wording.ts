import type { CitationWording, Wording } from '#core/export'
import { formatDate } from '#ui/dates.ts'
import * as common from '#words/common'
import * as document from '#words/document'
import * as words from '#words/export'

/** The sentences that stand in the files: the same as on the page. */
export const wording: Wording = {
  lang: document.catalogueLanguage,
  voiceLabel: common.voiceLabel,
  editorialLabel: common.editorialLabel,
  aboutAuthorLabel: document.aboutAuthorLabel,
  passageEnd: document.passageEnd,
  editorialEnd: document.editorialEnd,
  aboutAuthorEnd: document.aboutAuthorEnd,
  insertionStart: document.insertionStart,
  insertionEnd: document.insertionEnd,
  stub: document.stub,
  from: document.from,
  originLost: document.originLost,
  uncertainStart: document.uncertainStart,
  uncertainEnd: document.uncertainEnd,
  lost: document.lost,
  lostInline: document.lostInline,
  pictureMissing: document.pictureMissing,
  asFound: document.asFound,
  mended: document.mended,
  noteStatus: document.noteStatus,
  noteName: common.noteName,
  backToMarker: document.backToMarker,
  notes: common.notes,
  aboutEdition: common.aboutEdition,
  chainOfHands: document.chainOfHands,
  role: document.role,
  source: document.sourceAddress,
  thisEdition: words.thisEdition,
  editorsMarks: document.editorsMarks,
  intervention: document.intervention,
  credits: document.credits,
  leftOut: document.leftOut,
  layers: common.layers,
  contents: words.contents,
  part: common.part,
  date: formatDate,
  holds: words.holds,
  accessibilitySummary: words.accessibilitySummary,
}

export const citationWording: CitationWording = {
  postedAt: words.postedAt,
  noteName: common.noteName,
  accessed: words.accessed,
  date: formatDate,
}
