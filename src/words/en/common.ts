/** What several parts of the page say. */
import type { LayerKind } from '#core/article'

/**
 * English counts in two forms. Said by hand, because the first use of `Intl` takes a phone longer
 * than waking up the whole page does.
 */
export const counted = (n: number, one: string, other: string) =>
  `${grouped(n)} ${n === 1 ? one : other}`

/** 12,345 */
export function grouped(n: number): string {
  return String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

export const unnamed = 'voice not named in the source'

export const toLibrary = 'Library'
export const layers = 'Layers'
export const close = 'Close'
export const search = 'Search'
export const minutes = (n: number) =>
  n < 90
    ? `${counted(n, 'minute', 'minutes')} to read`
    : `about ${grouped(Math.round(n / 60))} hours to read`
export const part = (n: number) => `Part ${n}`
/** The visible label of a passage. */
export const voiceLabel = (kind: LayerKind, voice: string | null) =>
  kind === 'commentary' ? `Comment · ${voice ?? unnamed}` : `Background · ${voice ?? unnamed}`
export const editorialLabel = 'Editor of this edition'
export const notes = 'Notes'
export const noteName = (label: string) => `Note ${label}`
export const copyLink = 'Copy link'
export const aboutEdition = 'About this edition'
export const linkCopied = 'Link copied.'
export const keys = 'Keys'
export const settings = 'Settings'
export const partUnreachable = 'This could not be loaded. Try again when you are online.'
export const takeAway = 'Take it away'
export const overview = 'Overview'
/** While another page of the site is on its way. */
export const pageLoading = 'Loading …'
