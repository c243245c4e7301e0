/** Taking an article away: the dialog, and what the files say that come out of it. Loaded on demand. */

export type Panel = 'download' | 'cite' | 'print'
export const panels: Readonly<Record<Panel, string>> = {
  download: 'Download',
  cite: 'Cite',
  print: 'Print',
}

export type FileFormat = 'html' | 'epub' | 'markdown' | 'text' | 'json'
export const format = 'Format'
export const formats: Readonly<Record<FileFormat, string>> = {
  html: 'Web page',
  epub: 'E-book (EPUB)',
  markdown: 'Markdown',
  text: 'Plain text',
  json: 'Data (JSON)',
}
export const formatHints: Readonly<Record<FileFormat, string>> = {
  html: 'One file for any browser, without network; its layers can be switched.',
  epub: 'For e-readers and phones; notes open at their markers.',
  markdown: 'As articles are written here; can be read in again.',
  text: 'For every program; each voice is named.',
  json: 'The article as this program holds it, for other programs.',
}

export type LayerChoice = 'screen' | 'original' | 'all'
export const layerChoice = 'Layers'
export const layerChoices: Readonly<Record<LayerChoice, string>> = {
  screen: 'As on the screen',
  original: 'Original only',
  all: 'All',
}
export const holdsLayers = (labels: string) => `Takes along: ${labels}.`
export const holdsNothing = 'Nothing is switched on, so only the headings come along.'
export const withNotes = 'Notes'
export const download = 'Download'
export const copy = 'Copy'
export const file = 'File'
export const downloaded = (name: string) => `Saved as ${name}.`
export const copied = 'Copied.'
export const copyByHand = 'Copying is not possible here. Select it and copy by hand:'
export const failed = 'This did not work. Try again.'
export const imageMissing =
  'An image could not be loaded, so nothing was saved. Try again when you are online.'

export type CitationStyle = 'plain' | 'bibtex' | 'ris' | 'csl'
export const cited = 'What is cited'
export const theArticle = 'The article'
export const noteChoice = (label: string, words: string) => `Note ${label}: ${words}`
export const citationStyle = 'Written as'
export const citationStyles: Readonly<Record<CitationStyle, string>> = {
  plain: 'One line',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
}
export const citation = 'Citation'
export const postedAt = 'First posted at'
export const accessed = (date: string) => `accessed ${date}`

export type PageSize = 'A4' | 'Letter'
export const pageSize = 'Page size'
export const notesOnPaper = 'Notes'
export const addressesOnPaper = 'Addresses of links'
export const titleOnPaper = 'Title on every page'
export const print = 'Print …'
export const printHint =
  'Your browser’s own dialog comes next; there it can also be saved as a PDF.'

/* What the files say. */

export const thisEdition = 'This edition'
export const holds = (labels: readonly string[]) => `This file holds: ${labels.join(', ')}.`
export const accessibilitySummary =
  'Headings, lists and notes are marked as such. Each passage by another voice is labelled with the name of its speaker, and its end is said. No information is given by colour alone. Images have descriptions.'
export const contents = 'Contents'
