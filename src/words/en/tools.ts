/** What the parts say that are loaded on demand: keys and theme, selected words, copying. */

export const quotationCopied = 'Quotation copied.'
export const copyLinkToWords = 'Copy link to these words'
export const copyQuotation = 'Copy quotation'
export const shareWords = 'Share'
export const selectionTools = 'With the selected words'
export const sourceOfQuotation = (author: string, title: string, url: string) =>
  `${author}, “${title}”, ${url}`
export const singleKeys = 'Single keys'
export const singleKeysHint = 'Off: letters and digits do nothing, Escape and Tab still work.'
export const theme = 'Theme'
export const themes: Readonly<Record<'system' | 'light' | 'dark', string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
}
export const keyRows: readonly (readonly [string, string])[] = [
  ['1 … 9', 'switch a layer on or off'],
  ['Shift + 1 … 9', 'only this layer'],
  ['0', 'as posted'],
  ['Enter or Space on a marker', 'open the note'],
  ['Escape', 'close what is open'],
  ['?', 'this list'],
]
export const placeGone = (name: string) =>
  `This link points to a place that is not here: “${name}”.`
export const nearestPlaceShown = 'Shown instead: the nearest place.'
export const quoteMoved = 'The quoted words have changed a little since the link was made.'
export const quoteGone = (quoted: string) =>
  `The words of this link are not in the text: “${quoted}”.`
export const nearestSectionShown = 'Shown instead: the nearest section.'
