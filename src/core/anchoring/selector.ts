/*
 * How a place in a text is described: by its words and their neighbours.
 *
 * A `Quote` holds what a W3C Web Annotation says with a TextQuoteSelector (`exact`, `prefix`,
 * `suffix`). Where `until` is set it says what a RangeSelector between two TextQuoteSelectors says.
 * Of TextPositionSelector only the start is used, as a hint (`near`) to choose among equally good
 * places; it is never believed alone, for one added sentence shifts every position behind it.
 *
 * Skipped, and why:
 * - XPathSelector, CssSelector: they describe the markup, which changes with every layer and release.
 * - FragmentSelector: the id of the block is carried beside the quote, as `near`.
 * - DataPositionSelector, SvgSelector: not about text.
 * - Normalised text as the W3C asks for `exact`: we keep the text as found, and forgive typography
 *   when resolving.
 */

/** The words of a place, and what stood around them. */
export interface Quote {
  /** The words themselves or, where `until` is set, the first of them. */
  readonly exact: string
  /** What stood directly before; empty when unknown. */
  readonly prefix: string
  /** What stood directly after; empty when unknown. */
  readonly suffix: string
  /** The last words of a quotation too long to be carried whole; empty otherwise. */
  readonly until: string
}

/** A stretch of a layer's text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * - `exact`: the words stand there, apart from typography, and at least one neighbour agrees
 * - `moved`: the same words, among other neighbours
 * - `approximate`: nearly these words; `similarity` says how nearly, 1 being the same
 * - `orphaned`: they are gone, or it cannot be told which of several places is meant
 */
export type Resolution = Found | { readonly status: 'orphaned' }

export interface Found extends Stretch {
  readonly status: 'exact' | 'moved' | 'approximate'
  readonly similarity: number
  /** How many other places, at least, fit as well, so that this one was chosen by the hint or for being the first. */
  readonly rivals: number
}
