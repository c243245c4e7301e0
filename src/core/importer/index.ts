/**
 * The importer: a file or a paste of a repost → its text with what the markup says (*material*) → who
 * is speaking where, and why that is believed (*separation*).
 *
 * Pure: bytes or strings in, plain data out that survives `structuredClone`; nothing that comes in is
 * run, fetched or drawn. Promises that every character but white space is in exactly one fragment, in
 * order; that time grows with length alone; and that whatever comes in, nothing is thrown but an
 * `ImportError` with a sentence in the catalogue.
 */
export { readMaterial } from './read/read-material.ts'
export type { MaterialInput, ReadOptions } from './read/read-material.ts'
export { ImportError } from './read/import-error.ts'
export type { ImportErrorId } from './read/import-error.ts'
export { DEFAULT_LIMITS } from './read/limits.ts'
export type { Limits } from './read/limits.ts'
export { CUE_IDS } from './separate/cues/ids.ts'
export type { CueId } from './separate/cues/ids.ts'
export type { LabelCue } from './separate/cues/label.ts'
export { LABEL_CUES } from './separate/labels.ts'
export { separate } from './separate/separate.ts'
export { SEGMENT_CLASSES } from './model.ts'
export type {
  AboutMaterial,
  Confidence,
  Container,
  Cue,
  Draft,
  DraftSection,
  DraftSegment,
  Fragment,
  Look,
  Mark,
  Material,
  MaterialFormat,
  MendedAddress,
  Notice,
  NoticeId,
  Reference,
  ResolvedReference,
  Segment,
  SegmentClass,
  Separation,
  Stretch,
} from './model.ts'
export { startDraft } from './draft/start.ts'
export {
  assign,
  join,
  markLost,
  relink,
  renameVoice,
  setAbout,
  setSection,
  settle,
  setVoice,
  split,
} from './draft/edits.ts'
export { doubts, footnoteTable, voices } from './draft/questions.ts'
export type { FootnoteRow, FootnoteTable, VoiceCount } from './draft/questions.ts'
export { suggestSections } from './draft/suggest-sections.ts'
export { applyEdit, createHistory, redo, undo } from './draft/history.ts'
export type { DraftHistory } from './draft/history.ts'
export { draftArticle } from './draft/article.ts'
export type { DraftedArticle, DraftOptions } from './draft/article.ts'
export { titleOfDraft } from './draft/title.ts'
export type { DraftSentences } from './draft/sentences.ts'
