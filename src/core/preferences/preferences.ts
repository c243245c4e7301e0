export interface Preferences {
  /** `system` follows the system's light or dark, and its wish for more contrast. */
  readonly theme: 'system' | 'light' | 'sepia' | 'dark' | 'contrast'
  /** `legible` is made for readers with low vision. */
  readonly face: 'serif' | 'sans' | 'legible'
  /** CSS pixels; null: as the window suggests. */
  readonly size: number | null
  /** The height of a line as a multiple of the size. */
  readonly leading: number
  /** The longest line, in `ch`: widths of the figure 0. */
  readonly measure: number
  readonly isJustified: boolean
  readonly isHyphenated: boolean
  /** By which colours voices are told apart, beside their shapes. */
  readonly colours: 'house' | 'okabe-ito' | 'none'
  /** Whether letters and digits alone do something. */
  readonly singleKeys: boolean
  /** Whether a mouse that rests on a marker opens the note, or only a click. */
  readonly noteOpening: 'rest' | 'click'
  /** Where what others say stands, unless the link says otherwise. */
  readonly view: 'inline' | 'margin'
}

export type ChoiceName = 'theme' | 'face' | 'colours' | 'noteOpening' | 'view'
export type RangeName = 'size' | 'leading' | 'measure'

/** What there is to choose from, in the order in which it is offered; the first stands unless another is chosen. */
export const CHOICES: { readonly [Name in ChoiceName]: readonly Preferences[Name][] } = {
  theme: ['system', 'light', 'sepia', 'dark', 'contrast'],
  face: ['serif', 'sans', 'legible'],
  colours: ['house', 'okabe-ito', 'none'],
  noteOpening: ['rest', 'click'],
  view: ['inline', 'margin'],
}

export interface Range {
  readonly from: number
  readonly to: number
  readonly step: number
}

export const RANGES: Readonly<Record<RangeName, Range>> = {
  size: { from: 14, to: 32, step: 1 },
  leading: { from: 1.2, to: 2, step: 0.05 },
  measure: { from: 45, to: 90, step: 1 },
}

export const initialPreferences: Preferences = {
  theme: 'system',
  face: 'serif',
  size: null,
  leading: 1.55,
  // As wide as the house sets a column: 34 times the size.
  measure: 59,
  isJustified: false,
  isHyphenated: false,
  colours: 'house',
  singleKeys: true,
  noteOpening: 'rest',
  view: 'inline',
}
