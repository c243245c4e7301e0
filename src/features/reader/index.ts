/**
 * The reading room: brings the text of a page to life. Layers, notes, contents, places, copying.
 * Facts come in as props; it touches neither addresses nor storage, and never creates text.
 */
export { isInCorridor, type Box } from './corridor.ts'
export { blockInView } from './block-in-view.ts'
export { copyText } from './clipboard.ts'
export { Reader } from './Reader.tsx'
export type { ReaderHandle, ReaderProps, ReadingPreferences } from './Reader.tsx'
export type { KeepLook } from './visible-layers.ts'
export { readBlocks } from './text-on-page.ts'
export { findKeptPlace, readPlace, type PlaceOnPage } from './reading-place.ts'
export type { Visit } from './places-on-page.ts'
