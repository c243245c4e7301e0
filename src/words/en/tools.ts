/** What the parts say that are loaded on demand: keys, selected words, copying. */

export const quotationCopied = 'Quotation copied.'
export const copyLinkToWords = 'Copy link to these words'
export const copyQuotation = 'Copy quotation'
export const shareWords = 'Share'
export const selectionTools = 'With the selected words'
export const sourceOfQuotation = (author: string, title: string, url: string) =>
  `${author}, “${title}”, ${url}`
export const singleKeysOn = 'Digits and signs alone can be switched off in the settings (Aa).'
export const singleKeysOff =
  'Digits and signs alone are switched off. The settings (Aa) switch them on again.'
export const keyRows: readonly (readonly [string, string])[] = [
  ['1 … 9', 'switch a layer on or off'],
  ['Shift + 1 … 9', 'only this layer'],
  ['0', 'as posted'],
  ['/', 'search'],
  ['Ctrl or ⌘ + K', 'go to or do anything, by its name'],
  ['Enter or Space on a marker', 'open the note'],
  ['Escape', 'close what is open'],
  ['?', 'this list'],
]
export const showAll = 'Show all'
export const showLess = 'Show less'
export const showAllOf = (name: string) => `Show all: ${name}`
export const showLessOf = (name: string) => `Show less: ${name}`
export const longItems = 'Long items in the margin'
export const notesInMargin = 'The notes stand in the margin, beside their words.'
export const placeGone = (name: string) =>
  `This link points to a place that is not here: “${name}”.`
export const nearestPlaceShown = 'Shown instead: the nearest place.'
export const quoteMoved = 'The quoted words have changed a little since the link was made.'
export const quoteGone = (quoted: string) =>
  `The words of this link are not in the text: “${quoted}”.`
export const nearestSectionShown = 'Shown instead: the nearest section.'
