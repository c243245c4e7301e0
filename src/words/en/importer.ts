/** The import page: what goes in, what the importer makes of it, and what a person makes of that. */
import { counted, grouped, partUnreachable } from './common.ts'

export const pageTitle = 'Bring a text'
export const pageLead =
  'A text in which author, commentators, inserts and notes run together: here the voices are told apart, and you read it a minute later.'
export const nothingSent = 'Nothing is sent anywhere: all of it happens in this browser.'
export const pageFailed = 'This page does not work at present. Load it again.'
export const needsScript = 'To bring a text in, this page needs scripts, and they are switched off.'

/* What goes in. */

export const pasteHere = 'Paste the text here'
export const go = 'Tell the voices apart'
export const pastedWithMarkup = 'With its formatting, as it was copied.'
export const pastedLong = (characters: number) =>
  `A text of ${grouped(characters)} characters from the clipboard.`
export const takeAway = 'Take it out again'
export const chooseFile = 'Choose a file'
export const orDrop = 'or drop one anywhere on this page'
export const takes =
  'Plain text, saved web pages (also .mhtml), Markdown, mails (.eml), e-books (.epub) and Word documents (.docx), with up to 10 million characters of text.'
export const dropHere = 'Let it go, and it is read.'
export const onlyFirst = (name: string) =>
  `One text at a time: this is “${name}”. The others were left aside.`
export const notDropped =
  'There was nothing in it that can be read: drop a file or a piece of text.'
export const fieldEmpty = 'Paste a text first, or choose a file.'
export const address = 'Or the address of a page'
export const addressHint =
  'Only that site is asked, and only if it permits it. Your browser tells it your network address, as with every visit.'
export const fetchIt = 'Fetch'

export type FetchFailure =
  | 'no-address'
  | 'not-secure'
  | 'not-permitted'
  | 'status'
  | 'too-large'
  | 'too-slow'
  | 'no-text'
  | 'offline'
export const fetchFailures: Readonly<Record<FetchFailure, (host: string) => string>> = {
  'no-address': () => 'This is no address of a page. It begins with https://.',
  'not-secure': () =>
    'Only addresses that begin with https:// can be fetched. Open the page yourself, save it, and drop the file here.',
  'not-permitted': (host) =>
    `${host} does not let other pages read it, or cannot be reached. Open it in a tab of its own; then save the page (Ctrl or ⌘ + S) and drop the file here, or select the text, copy it, and paste it above.`,
  status: (host) => `${host} answers that there is no such page. Look at the address again.`,
  'too-large': (host) =>
    `What ${host} sends is too large. Save the part you want and drop it here.`,
  'too-slow': (host) =>
    `${host} has not answered within half a minute. Try again, or save the page and drop the file here.`,
  'no-text': (host) => `What ${host} sends is neither a page nor a text.`,
  offline: () => 'You are offline. Save the page when you are online, or paste its text.',
}

export const reading = (name: string) => `Reading ${name} …`
export const separating = (name: string) => `Telling the voices apart in ${name} …`
export const fetching = (host: string) => `Asking ${host} …`
export const theDraft = 'the draft'
export const thePaste = 'the text you pasted'
export const cancel = 'Cancel'
export const cancelled = 'Stopped. Nothing was kept.'

export const failures: Readonly<Record<string, (about: string) => string>> = {
  unavailable: () => notSaved.unavailable,
  full: () => notSaved.full,
  outdated: () => notSaved.outdated,
  unreachable: () => partUnreachable,
  'nothing-in-it': () => 'There are no words in it.',
  'too-large': () => 'This is too large: up to 10 million characters of text can be read at once.',
  'too-many-blocks': () =>
    'There are too many paragraphs or lines in it: up to 500,000 can be read at once.',
  'unknown-format': (about) =>
    `${about === '' ? 'This' : `“${about}”`} is none of the formats that can be read here. Save it as text, HTML, EPUB or DOCX.`,
  'not-text': (about) =>
    `${about === '' ? 'This' : `“${about}”`} holds no text, whatever it is called: most likely a picture, a program or a packed file. Open it in the program it comes from, and save it as text, HTML, EPUB or DOCX, or copy the words and paste them.`,
  pdf: () =>
    'A PDF holds places of letters rather than a text. Copy the text out of it and paste it.',
  rtf: () =>
    'Rich text (.rtf) is not read. Open it in a word processor and save it as .docx, or copy its text and paste it here.',
  'open-document': () =>
    'OpenDocument files (.odt) are not read. Open it in your word processor and save it as .docx, or copy its text and paste it here.',
  'no-page-in-it': () =>
    'There is no web page in this archive. Open it in the browser that saved it, and save it as HTML.',
  'old-word': () => 'This is the old Word format. Save it as .docx and drop that.',
  'utf-32': () => 'This text is encoded as UTF-32, which cannot be read here. Save it as UTF-8.',
  'package-damaged': () => 'The file is damaged and cannot be opened.',
  'package-protected': () => 'The file is protected by a password. Save it without one.',
  'package-too-large': () => 'What is packed in this file is too large to be unpacked here.',
  'package-too-many-files': () => 'There are too many files packed in it.',
  'package-part-missing': () => 'A part of the file is missing; it cannot be opened.',
  'draft-gone': () => 'This draft is no longer kept in this browser.',
  'draft-out-of-reach': () =>
    'The drafts of this browser cannot be reached at present. Close its other tabs with this site, and load the page again.',
  'article-unreadable': (about) =>
    `This is an article in the format of this site, and something is wrong with it: ${about} Mend that in the file, or paste its text here to have it read like any other.`,
  'desk-lost': () =>
    'The review had to be ended: its last step could not be kept. What was kept before it is there; go on with it.',
  'worker-broken': () =>
    'The importer could not be started, or has stopped. Load the page again; what was kept is still there.',
}
export const unexpectedFailure = (about: string) =>
  `Something went wrong that should not have: ${about}. What you brought is unchanged.`

export const fileTooLarge = (name: string) =>
  `${name} is too large: up to 40 MB of a file, and 10 million characters of text, can be read at once.`

export const goOnWith = 'Go on with'
export const untitled = 'Untitled'
export const keptSince = (date: string) => `kept ${date}`
export const discard = 'Discard'
export const discardIt = (title: string) => `Discard the draft of “${title}”`
export const discarded = (title: string) => `The draft of “${title}” is discarded.`
export const notDiscarded = (title: string) =>
  `The browser does not let the draft of “${title}” be discarded. It is still there.`
export const putBack = (title: string) => `The draft of “${title}” is back.`
export const notPutBack = (title: string) =>
  `The browser does not let the draft of “${title}” be kept again. Try it once more.`

/* What the importer was not sure it read. */

export const notices: Readonly<Record<string, (about: string) => string>> = {
  'read-as-page': () =>
    'This is the source of a web page, and was read as the page that it describes.',
  'encoding-guessed': (about) =>
    `The file does not say how its letters are written; ${about} was assumed.`,
  'characters-replaced': (about) =>
    `Letters that could not be read${about === '' ? '' : ` (${about})`}: � stands for each.`,
  'cut-at-limit': () => 'It was cut off at the limit of what can be read at once.',
  'part-unreadable': (about) => `A part could not be read: ${about}.`,
  'pictures-left-out': (about) =>
    `Pictures are left out (${about === '' ? 'some' : about}); their captions stay, and what the text says that they show.`,
  'drawn-words-left-out': (about) =>
    `Words inside drawings are left out (${about === '' ? 'some' : about}); whoever needs them has to type them.`,
  'deletions-left-out': (about) =>
    `Words that somebody deleted with tracked changes are left out (${about === '' ? 'some' : about}).`,
  'nesting-flattened': () => 'It was nested so deeply that its innermost parts were read as one.',
}

/* The review. */

export const theInput = 'The text as it was'
export const theInputHint =
  'Blocks in their order; arrows go from one to the next, a digit says what it is.'
export const tabs = 'Beside the text'
export const tabNames = {
  blocks: 'As it was',
  article: 'As it will read',
  notes: 'Notes',
  voices: 'Voices',
  sections: 'Sections',
  about: 'About the text',
} as const
export type TabName = keyof typeof tabNames

export const classNames: Readonly<Record<string, string>> = {
  original: 'Original',
  commentary: 'Commentary',
  background: 'Background',
  quote: 'Quotation',
  heading: 'Heading',
  'footnote-definition': 'Note',
  'about-author': 'About the author',
  metadata: 'About the post',
  furniture: 'Not the text',
}
export const classHints: Readonly<Record<string, string>> = {
  original: 'the author’s own words',
  commentary: 'somebody comments on them',
  background: 'an insert: facts, or another text',
  quote: 'the author quotes',
  heading: 'a title in the text',
  'footnote-definition': 'a footnote or endnote',
  'about-author': 'who the author is',
  metadata: 'title, date, by-line, source',
  furniture: 'menus, buttons, adverts: left out',
}
export const confidences: Readonly<Record<string, string>> = {
  sure: 'sure',
  likely: 'likely',
  guess: 'a guess',
}
export const borderOpen = 'where it ends is open'
export const settled = 'settled by you'
export const lostNames: Readonly<Record<string, string>> = {
  link: 'a link',
  insert: 'an insert',
  note: 'a note',
}
export const lostMark = (what: string) => `Lost here: ${what}`
export const states: Readonly<Record<string, string>> = {
  'cut-off': 'breaks off',
  short: 'points to another note',
}

export const toLookAt = (n: number) =>
  n === 0 ? 'Nothing left to look at' : `${grouped(n)} to look at`
export const nextDoubt = 'Next one to look at'
export const previousDoubt = 'The one before'
export const undo = 'Undo'
export const redo = 'Redo'
export const keys = 'Keys'
export const more = 'More'
export const read = 'Read'
export const preparing = 'Preparing …'
/** A change while an article is being made of the draft. */
export const outrun =
  'You have changed the text meanwhile, so no article was made of it as it was before. Press Read or Download again when you are done.'
export const download = 'Download'
export const closeReview = 'Bring another text'
export const saved = 'Kept in this browser.'
export const saving = 'Keeping it …'
export type NotSaved = 'unavailable' | 'full' | 'outdated' | 'unreachable'
export const notSaved: Readonly<Record<NotSaved, string>> = {
  unavailable:
    'This browser keeps nothing here, as in a private window. Nothing is lost as long as this page stands: download the article before you leave it.',
  full: 'There is no room left in this browser’s storage. Nothing is lost as long as this page stands: delete what you no longer need from your library, or download the article.',
  outdated:
    'Another tab has a newer version of this site, and this one can keep nothing more. Download the article, then load the page again.',
  unreachable:
    'A part of this site that is needed for it could not be loaded. The review is kept; try again when you are online.',
}
export const overtaken =
  'Another tab has gone on with this review, so nothing more is kept here. Take what that tab has in place of what you see, or keep this as a review of its own: then there are two.'
export const takeOther = 'Take what the other tab has'
export const keepApart = 'Keep this as a review of its own'
export const keptApart = 'A review of its own now, beside that of the other tab.'
export const downloaded = (name: string) => `Saved as ${name}.`

export const blockOf = (n: number, all: number) => `Block ${grouped(n)} of ${grouped(all)}`
export const selectedBlocks = (n: number) => `${grouped(n)} blocks chosen`
export const theBlock = 'The chosen block'
export const whatIsIt = 'What is it?'
export const uncertainBorders: Readonly<Record<string, string>> = {
  start: 'Nothing marks where it begins.',
  end: 'Nothing marks where it ends.',
}
export const voice = 'Voice'
export const moreAboutBlock = 'Voice, and what is lost'
export const voiceHint = 'Who speaks; empty for the author, or where nobody knows.'
export const settle = 'It is right'
export const split = 'Split …'
export const join = 'Join with the next'
export const markLost = 'Something is lost here'
export const nothingLost = 'nothing'
export const beginSection = 'Section begins here'
export const moreOf = (n: number) => `… ${grouped(n)} more characters …`

export const splitTitle = 'Where to split it'
export const splitHint = 'Put the caret where the second part begins.'
export const splitHere = 'Split here'
export const splitTooLong = (n: number) =>
  `It is very long; what stands around the caret, ${grouped(n)} characters, can be split at.`

/* What is said when something has changed. */

export const assigned = (n: number, name: string) =>
  n === 1 ? `Now: ${name}.` : `${grouped(n)} blocks are now: ${name}.`
export const voiceSet = (name: string) => (name === '' ? 'No voice named.' : `Voice: ${name}.`)
export const splitDone = 'Split in two.'
export const joinDone = 'Joined with the next.'
export const joinFailed = 'There is no block after it that it can be joined with.'
export const splitFailed = 'It cannot be split there.'
export const settledDone = (n: number) => (n === 1 ? 'Settled.' : `${grouped(n)} blocks settled.`)
export const lostDone = (what: string | null) =>
  what === null ? 'Nothing is lost here.' : `Marked: ${what} is lost here.`
export const sectionDone = 'A section begins here.'
export const sectionGone = 'No section begins here any more.'
export const relinked = 'The marker leads to that note now.'
export const aboutChanged = 'Noted.'
export const dropElsewhere =
  'This text is still being reviewed. “Bring another text” leads to where a file can be dropped.'
export const undone = 'Undone.'
export const redone = 'Done again.'
export const nothingToUndo = 'Nothing to undo.'
export const nothingToRedo = 'Nothing to do again.'
export const noDoubts = 'Nothing left to look at.'
export const merged = (name: string) => `The two voices are one now: ${name}.`
export const renamed = (name: string) => `The voice is called ${name} now.`

/* Panels. */

export const articleNotYet = 'Drawing the article …'
export const articlePart = 'A long text: what stands near the chosen block is shown.'
export const noArticle = 'As it stands, this cannot be made into an article:'
export const notesSummary = (linked: number, all: number) =>
  all === 0
    ? 'There are no markers of notes in the text.'
    : `${grouped(linked)} of ${counted(all, 'marker leads', 'markers lead')} to a note.`
export const notesAllWell = 'Every marker has its note, and every note its marker.'
export const withoutDefinition = 'Markers without a note'
export const withoutMarker = 'Notes without a marker'
export const missingLabels = 'Numbers that the text skips'
export const marker = 'Marker'
export const note = 'Note'
export const stands = 'Stands in'
export const leadsTo = 'Leads to'
export const leadsNowhere = 'no note'
export const leadsToFor = (label: string) => `Note for the marker ${label}`
export const showIt = 'Show'
export const showMarker = (label: string) => `Show the marker ${label}`
export const showNote = (label: string) => `Show the note ${label}`
export const noLabel = 'without a number'

export const voicesHint = 'Rename a voice here; give two the same name, and they become one.'
export const noVoices = 'Nobody but the author is named so far. Choose a block and name its voice.'
export const voiceName = (name: string) => `Name of the voice “${name}”`
export const blocks = (n: number) => counted(n, 'block', 'blocks')

export const sectionsHint =
  'Headings of yours: they stand in brackets, so that nobody takes them for the author’s.'
export const noSections = 'No sections yet.'
export const suggest = 'Suggest sections'
export const suggestedNone = 'The text gives no hint where sections could begin.'
export const suggested = (n: number) => `${counted(n, 'section', 'sections')} suggested.`
export const sectionTitle = (words: string) => `Title of the section at “${words}”`
export const newSection = 'Untitled section'
export const remove = 'Remove'

export const aboutFields = {
  title: 'Title',
  authors: 'Author',
  postedBy: 'Posted by',
  published: 'Date',
  url: 'Address',
  lang: 'Language',
} as const
export const aboutHints: Readonly<Record<keyof typeof aboutFields, string>> = {
  title: '',
  authors: 'Several with commas between them, or with semicolons where a name has a comma.',
  postedBy: 'Where somebody else has put it on the net.',
  published: 'As 2013-06-23, or as found.',
  url: 'Where the text was posted.',
  lang: 'As a code: en, de, ru.',
}

/* Keys. */

export const keyRows: readonly (readonly [string, string])[] = [
  ['↑ ↓', 'the block before, the next'],
  ['Shift + ↑ ↓', 'choose several'],
  ['Home, End', 'the first, the last'],
  ['1 … 9', 'say what the block is'],
  ['N, P', 'the next one to look at, the one before'],
  ['Space', 'it is right as it stands'],
  ['S', 'split it'],
  ['J', 'join it with the next'],
  ['L', 'something is lost here, or not'],
  ['V', 'name its voice'],
  ['H', 'a section begins here'],
  ['Enter', 'to the details of the block'],
  ['Escape', 'back to the block'],
  ['Ctrl or ⌘ + Z', 'undo'],
  ['Ctrl or ⌘ + Shift + Z', 'do it again'],
  ['?', 'this list'],
]
export const singleKeysOn = 'Digits and letters alone can be switched off in the settings (Aa).'
export const singleKeysOff =
  'Digits and letters alone are switched off. The settings (Aa) switch them on again; until then the buttons do the same.'
