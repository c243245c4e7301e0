/**
 * A place in a text ⇄ a description that survives edits. Pure: text in, offsets out; it knows
 * layers' texts and nothing of the page.
 *
 * `parsePlace` and `formatPlace` belong to every page's first load; the matcher behind `describe`
 * and `resolve` is only loaded where it is used, because nothing here runs on import.
 */
export { formatPlace, longestQuote, parsePlace } from './place.ts'
export type { Place } from './place.ts'
export { describe } from './describe.ts'
export { resolve, resolveAcross } from './resolve.ts'
export type { NamedText, ResolutionInLayer, ResolveOptions } from './resolve.ts'
export type { Found, Quote, Resolution, Stretch } from './selector.ts'
