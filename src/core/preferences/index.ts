/**
 * What a reader may choose about how every text looks and answers: which values there are, which one
 * stands where nothing was chosen, and how what was once written down is read again. Data only; where
 * it is kept and how a page shows it is the app's business.
 */
export { CHOICES, initialPreferences, RANGES } from './preferences.ts'
export type { ChoiceName, Preferences, Range, RangeName } from './preferences.ts'
export { parsePreferences, type ParsedPreferences } from './parse.ts'
