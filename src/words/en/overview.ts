/** The overview of an article: read when the site is built, and nowhere else. */
import type { Name } from '#core/article'
import { counted, grouped } from './common.ts'

export const pageTitle = (title: string) => `Overview of “${title}”`
export const lead = 'Who says how much, what is cited, who and what is mentioned.'
export const description = (title: string) =>
  `Who says how much in “${title}”, what is cited, and an index of names and years.`
export const backToText = 'To the text'
export const onThisPage = 'On this page'

export const voices = 'Who says how much'
export const voicesNote =
  'Words of the text, counted by voice; without the notes and without the words of this edition’s editor.'
export const chartTitle = 'Words of each voice, section by section'
export const chartDescription = (total: number, shares: readonly string[]) =>
  `${counted(total, 'word', 'words')} in all: ${shares.join(', ')}. The figures of each section are in the table below.`
export const shareOf = (label: string, part: number) => `${label} ${share(part)}`
export const share = (part: number) =>
  `${part > 0 && part < 0.01 ? 'under 1' : Math.round(part * 100)} %`
export const wholeText = 'The whole text'
export const wordsInAll = (n: number) => counted(n, 'word', 'words')
export const number = grouped
export const theFigures = 'The figures as a table'
export const section = 'Section'
export const beforeFirstHeading = 'Before the first heading'
export const sectionRun = (from: number, to: number) => `Sections ${from} to ${to}`
export const sum = 'All'
export const inShares = 'Share'
/** A layer is often called by who speaks in it: nobody is named twice. */
export const voiceName = (label: string, voice: string | null) =>
  voice === null || label.includes(voice) ? label : `${label} · ${voice}`

export const sources = 'Sources'
export const sourcesNote =
  'Every note, and every address in the text. What became of them is known only as far as the text shows it; whether an address still answers, nobody has asked.'
export const noSources = 'The text cites nothing.'
export const byAddress = 'By address'
export const byDate = 'By date'
export const inThisLibrary = 'In this library'
export const withoutAddress = 'Without an address'
export const undated = 'Date unknown'
export const state: Readonly<Record<'lost' | 'cut-off' | 'short-form' | 'mended' | 'ok', string>> =
  {
    lost: 'lost',
    'cut-off': 'cut off',
    'short-form': 'short form',
    mended: 'address mended',
    ok: 'whole',
  }
export const wordless = (isLost: boolean) =>
  isLost ? 'Nothing of it survives.' : 'The text does not say what stands there.'
export const archivedCopy = 'archived copy'
export const archivedCopyOf = (host: string) => `archived copy of the page at ${host}`
export const note = (label: string) => `Note ${label}`
export const marker = (nth: number, of: number) => (of > 1 ? `in the text (${nth})` : 'in the text')
export const markerName = (label: string, nth: number, of: number) =>
  of > 1 ? `Marker ${label} in the text, place ${nth} of ${of}` : `Marker ${label} in the text`
export const citedIn = 'Cited in'
export const editor = 'Editor of this edition'
export const inSection = (speaker: string, title: string) => `${speaker}, in “${title}”`

export const names = 'Names'
export const namesNote =
  'Names that a later hand set in capitals, and those that this edition lists. Each opens to its places.'
export const noNames = 'The text names nobody, as far as this edition knows.'
export const kind: Readonly<Record<Name['kind'] | 'other', string>> = {
  person: 'People',
  place: 'Places',
  organisation: 'Organisations',
  work: 'Works and titles',
  other: 'Other names',
}
export const years = 'Years'
export const noYears = 'The text names no year.'
export const timesIn = (label: string, n: number) => `${label} ${grouped(n)}`
export const repeated = (n: number) => `${grouped(n)} times`
export const furtherPlaces = 'Further places:'
export const furtherPlace = (nth: number) => `Place ${grouped(nth)}`
/** The language these sentences are in. */
export const catalogueLanguage = 'en'
