/**
 * An article seen as a whole: who says how much, what is cited, who and what is mentioned. Derived
 * from the model alone, in one pass each; nothing is guessed that the article does not say. Knows
 * only `core/article`. Every place it names is the id of something on the article's page.
 */
export { chartOf, voicesOf } from './voices.ts'
export type { ChartRow, SectionVoices, Voice, Voices } from './voices.ts'
export { byDate, byHost, sourcesOf } from './sources.ts'
export type { Citation, HostGroup, Source, SourceState } from './sources.ts'
export { namesOf } from './names.ts'
export type { NamedEntry } from './names.ts'
export { yearsOf } from './years.ts'
export type { Entry, Mention } from './mentions.ts'
