/** The settings: loaded when somebody opens them. */

export const theme = 'Theme'
export const themes: Readonly<Record<'system' | 'light' | 'sepia' | 'dark' | 'contrast', string>> =
  {
    system: 'As the system',
    light: 'Light',
    sepia: 'Sepia',
    dark: 'Dark',
    contrast: 'High contrast',
  }
export const face = 'Typeface'
export const faces: Readonly<Record<'serif' | 'sans' | 'legible', string>> = {
  serif: 'Literata',
  sans: 'The system’s sans',
  legible: 'Atkinson Hyperlegible',
}
export const faceHints: Readonly<Record<'serif' | 'sans' | 'legible', string>> = {
  serif: 'with serifs',
  sans: 'without serifs',
  legible: 'for low vision',
}
export const size = 'Size'
export const sizeOf = (pixels: number) => `${pixels} pixels`
export const leading = 'Line height'
export const leadingOf = (times: number) => `${times.toFixed(2)} times the size`
export const measure = 'Line length'
export const measureOf = (figures: number) => `at most ${figures} figures wide`
export const text = 'Text'
export const justified = 'Even on both sides'
export const hyphenated = 'Divide words at the end of a line'
export const colours = 'Colours of the voices'
export const colourSets: Readonly<Record<'house' | 'okabe-ito' | 'none', string>> = {
  house: 'Ochre and teal',
  'okabe-ito': 'For every kind of colour vision',
  none: 'None, shapes only',
}
export const noteOpening = 'Notes open'
export const noteOpenings: Readonly<Record<'rest' | 'click', string>> = {
  rest: 'by resting on the marker, or a click',
  click: 'by a click only',
}
export const keys = 'Keyboard'
export const singleKeys = 'Single keys'
export const singleKeysHint = 'Off: digits and signs alone do nothing; Escape and Tab still work.'
export const reset = 'Reset all'
export const resetDone = 'All settings are as they were at first.'
export const places = 'Places kept'
export const placesHint = 'Where you stopped in each article; kept in this browser only.'
export const forgetPlaces = 'Forget all'
export const placesForgotten = 'Where you stopped is forgotten, in every article.'
