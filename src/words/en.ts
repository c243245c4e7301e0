/**
 * Every sentence of the interface, in English: the catalogue that a translation replaces. Named
 * exports, so that a page loads only the sentences it can say.
 */
import type { FootnoteStatus, Hand, LayerKind, PresetName } from '#core/article'

const plurals = new Intl.PluralRules('en')
const counted = (n: number, one: string, other: string) =>
  `${n.toLocaleString('en')} ${plurals.select(n) === 'one' ? one : other}`

// ── The frame ────────────────────────────────────────────────────────────────
export const siteName = 'Palimpsest'
export const skipToText = 'Skip to the text'
export const toLibrary = 'Library'
export const contents = 'Contents'
export const layers = 'Layers'
export const readingTools = 'Reading tools'
export const close = 'Close'

// ── Library and errors ───────────────────────────────────────────────────────
export const libraryLead = 'Texts that passed through several hands, with every voice told apart.'
export const libraryEmpty = 'No article yet. Put a folder with an article into src/content.'
export const notFoundTitle = 'Nothing at this address'
export const notFoundLead = 'The address may be mistyped, or the article may have moved.'
export const didYouMean = 'Perhaps you wanted'
export const allArticles = 'All articles'
export const placeGone = (name: string) =>
  `This link points to a place that is no longer here (“${name}”). Shown instead: the nearest place.`
export const unknownLayers = (names: string) => `This link names layers that are not here: ${names}.`
export const regionFailed = 'This part of the page does not work at the moment. The text is unharmed.'
export const articleFailed = 'The article could not be loaded.'
export const tryAgain = 'Try again'
export const loading = 'Loading …'

// ── Head of an article ───────────────────────────────────────────────────────
export const minutes = (n: number) => `${counted(n, 'minute', 'minutes')} to read`
export const part = (n: number) => `Part ${n}`
export const chainOfHands = 'Through whose hands it went'
export const role: Readonly<Record<Hand['role'], string>> = {
  author: 'Author',
  translator: 'Translator',
  commentator: 'Commentator',
  publisher: 'Publisher',
  poster: 'Posted by',
  editor: 'Editor',
}
export const sourceAddress = 'Source'
export const language = 'Language'

// ── Voices ───────────────────────────────────────────────────────────────────
const unnamed = 'voice not named in the source'
/** The visible label of a passage. */
export const voiceLabel = (kind: LayerKind, voice: string | null) =>
  kind === 'commentary' ? `Comment · ${voice ?? unnamed}` : `Background · ${voice ?? unnamed}`
export const aboutAuthorLabel = 'About the author · from the post'
export const editorialLabel = 'Editor of this edition'
export const passageEnd = (kind: LayerKind) =>
  kind === 'commentary' ? 'End of comment' : 'End of background insert'
export const aboutAuthorEnd = 'End of the note on the author'
export const editorialEnd = 'End of the editor’s words'
export const insertionStart = (kind: LayerKind, voice: string | null) =>
  kind === 'commentary' ? `[Comment by ${voice ?? unnamed}: ` : `[Background insert: `
export const insertionEnd = ' – end]'
export const from = 'From'
export const originLost = 'It once named where it came from; the address did not survive the copying.'
export const uncertainStart =
  'Where this begins is the editor’s judgement: nothing in the source marks it.'
export const uncertainEnd = 'Where this ends is the editor’s judgement: nothing in the source marks it.'
export const lost: Readonly<Record<'link' | 'insert' | 'note' | 'text', string>> = {
  link: 'A link is lost here. Where it led, nobody knows.',
  insert: 'An insert is lost here. What it said, nobody knows.',
  note: 'A note is lost here. What it said, nobody knows.',
  text: 'Words are lost here. What they were, nobody knows.',
}
export const lostInline: Readonly<Record<'link' | 'insert' | 'note' | 'text', string>> = {
  link: 'link lost',
  insert: 'insert lost',
  note: 'note lost',
  text: 'words lost',
}
export const asFound = 'As found in the source.'
export const mendedMark = 'mended'
export const mended = (url: string) => `The address was damaged in the source; the link leads to ${url}.`

// ── Hidden passages ──────────────────────────────────────────────────────────
export const stub = (kind: LayerKind, voice: string | null, paragraphs: number) =>
  kind === 'commentary'
    ? `1 comment by ${voice ?? unnamed} hidden`
    : kind === 'background'
      ? '1 background insert hidden'
      : `${counted(paragraphs, 'paragraph', 'paragraphs')} of ${voice === null ? 'the original' : voice} hidden`
export const aboutAuthorStub = 'The note on the author is hidden'
export const inlineStub = (kind: LayerKind) => (kind === 'commentary' ? 'comment hidden' : 'insert hidden')
export const show = 'show'

// ── Notes ────────────────────────────────────────────────────────────────────
export const notes = 'Notes'
export const noteName = (label: string) => `Note ${label}`
export const backToMarker = (label: string, nth: number, of: number) =>
  of > 1 ? `Back to marker ${label} in the text, place ${nth} of ${of}` : `Back to marker ${label} in the text`
export const noteStatus: Readonly<Record<FootnoteStatus, string>> = {
  whole: '',
  'cut-off': 'Cut off in the source.',
  'short-form': 'A short form.',
  lost: 'Lost.',
}
export const archivedCopyShort = 'archived copy'
export const archivedCopyOf = (host: string) => `Archived copy of the page at ${host}`
export const toTheList = 'To the list'
export const copyCitation = 'Copy citation'
export const copyLink = 'Copy link'
export const back = 'Back'
export const explanation = 'Explanation'

// ── Foot of an article ───────────────────────────────────────────────────────
export const aboutEdition = 'About this edition'
export const credits = 'Said elsewhere on this page'
export const leftOut = 'Left out'
export const editorsMarks = 'Kept, mended, lost'
export const intervention: Readonly<Record<'sic' | 'mended' | 'lost' | 'uncertain', string>> = {
  sic: 'as found',
  mended: 'address mended',
  lost: 'lost',
  uncertain: 'uncertain border',
}
export const rights = 'Rights'
export const wholeSource = 'The text as it was handed over'

// ── Layers ───────────────────────────────────────────────────────────────────
export const onlyThis = 'Only this'
export const onlyLayer = (label: string) => `Only this: ${label}`
export const presets = 'Views'
export const preset: Readonly<Record<PresetName, string>> = {
  'as-posted': 'As posted',
  'author-only': 'Author only',
  'author-with-background': 'Author with background',
  'what-was-added': 'What was added',
}
export const places = (kind: LayerKind, n: number) =>
  kind === 'footnotes'
    ? counted(n, 'marker', 'markers')
    : kind === 'capitals'
      ? counted(n, 'word', 'words')
      : counted(n, 'passage', 'passages')
export const share = (part: number) =>
  `${part > 0 && part < 0.01 ? 'under 1' : Math.round(part * 100)} % of the words`
export const layerShown = (label: string, what: string) => `${label} shown: ${what}.`
export const layerHidden = (label: string, what: string) => `${label} hidden: ${what}.`
export const layerRevealed = (label: string) => `${label} switched on: the place is in this layer.`
export const viewChosen = (name: string) => `View: ${name}.`
export const onlyShown = (label: string) => `Only this shown: ${label}.`
export const passageOpened = 'Passage opened.'

// ── Links and copying ────────────────────────────────────────────────────────
export const linkCopied = 'Link copied.'
export const citationCopied = 'Citation copied.'
export const quotationCopied = 'Quotation copied.'
export const copyFailed = 'Copying is not possible here. The address is selected for you to copy:'
export const copyLinkToWords = 'Copy link to these words'
export const copyQuotation = 'Copy quotation'
export const shareWords = 'Share'
export const selectionTools = 'With the selected words'
export const quoteMoved = 'The quoted words have changed a little since the link was made.'
export const quoteGone = 'The words of this link are no longer in the text:'
export const quoteGoneNear = 'Shown: the nearest section.'
export const backToPlace = 'Back to where you were'
export const sourceOfQuotation = (author: string, title: string, url: string) =>
  `${author}, “${title}”, ${url}`

// ── Keys and settings ────────────────────────────────────────────────────────
export const keysAndTheme = 'Keys and theme'
export const keys = 'Keys'
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

// ── In the text ──────────────────────────────────────────────────────────────
/** The language these sentences are in: labels inside a text of another language say so. */
export const catalogueLanguage = 'en'
export const table = 'Table'
