/**
 * A place in a text ⇄ a description that survives edits. Pure: text in, offsets out; it knows
 * layers' texts and nothing of the page.
 *
 * `parsePlace` and `formatPlace` belong to every page's first load; the matcher behind `describe`
 * and `resolve` does not. Nothing here runs on import, so a bundler leaves it out wherever only the
 * former are imported by name. To load the matcher later, `import()` a module that imports it from
 * here; `import()` of this door itself would bring everything into the first load.
 */
export { formatPlace, longestQuote, parsePlace } from './place.ts'
export type { Place } from './place.ts'
export { describe } from './describe.ts'
export { resolve, resolveAcross } from './resolve.ts'
export type { NamedText, ResolutionInLayer, ResolveOptions } from './resolve.ts'
export type { Found, Quote, Resolution, Stretch } from './selector.ts'
