/**
 * The reading room: brings the text of a page to life. Layers, notes, contents, places, copying.
 * Facts come in as props; it touches neither addresses nor storage, and never creates text.
 */
export { isInCorridor, type Box } from './corridor.ts'
export { Reader } from './Reader.tsx'
export type { ReaderProps } from './Reader.tsx'
export type { Visit } from './places-on-page.ts'
export type { ReadingPreferences, Theme } from './KeysDialog.tsx'
