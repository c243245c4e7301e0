/**
 * Choosing one of many by typing a little of its name: which entries fit, in which order, and which
 * letters made them fit; and which were chosen lately. Knows entries as names and nothing of what they do.
 */
export { prepareEntries, type Entry, type PreparedEntry } from './entries.ts'
export { rankEntries, type Ranked, type RankedGroup } from './rank.ts'
export { parseRecent, withRecent } from './recent.ts'
