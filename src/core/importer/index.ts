/**
 * A repost in which voices run together → an article in which they are told apart.
 *
 * This room knows the article and nothing else of the house. It promises that no word is lost on the
 * way, that every step is plain data, and that the same input gives the same output. It touches
 * neither files nor browser nor network.
 */
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
export type { DraftedArticle } from './draft/article.ts'
