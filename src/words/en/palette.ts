/** The command palette: loaded when somebody asks for it. */

export const palette = 'Go to or do'
export const field = 'Type a command, a section, a note …'
export const nothing = (typed: string) => `Nothing is called “${typed}”.`
export const howMany = (n: number) => (n === 1 ? '1 entry' : `${n} entries`)
export const hint = 'Arrows to choose, Enter to go, Escape to close'

export const recent = 'Lately'
export const groups = {
  actions: 'Actions',
  sections: 'Sections',
  layers: 'Layers',
  views: 'Views',
  settings: 'Settings',
  notes: 'Notes',
  articles: 'Articles',
} as const

export const showLayer = (label: string) => `Show ${label}`
export const hideLayer = (label: string) => `Hide ${label}`
export const layerShown = (label: string) => `${label} shown.`
export const layerHidden = (label: string) => `${label} hidden.`
export const layerKeywords = 'switch layer on off toggle'
export const onlyKeywords = 'solo alone single layer'
export const viewKeywords = 'preset view layers'

export const bringText = 'Bring a text of your own …'
export const bringTextKeywords = 'import paste open file drop separate voices repost'
export const note = (label: string, words: string) => `Note ${label}: ${words}`
export const noteKeywords = 'footnote endnote reference'

export const print = 'Print …'
export const printKeywords = 'paper pdf'
export const download = 'Download …'
export const downloadKeywords = 'export save file epub html markdown text json take away'
export const cite = 'Cite …'
export const citeKeywords = 'citation reference bibtex ris'
export const copyLink = 'Copy link to here'
export const copyLinkKeywords = 'share url address paragraph'
export const keysKeywords = 'keyboard shortcuts help ?'
export const keysHelp = 'Keys: what each one does'
export const resume = 'Continue where you stopped'
export const resumeKeywords = 'resume bookmark last place'
export const forgetPlaces = 'Forget where I stopped, in every article'
export const forgetKeywords = 'clear places resume privacy history'
export const searchFor = (typed: string) => `Search this text for “${typed}”`
export const searchLibraryFor = (typed: string) => `Search all articles for “${typed}”`
export const search = 'Search this text'
export const searchKeywords = 'find words look for'
export const library = 'Library: all articles'
export const libraryKeywords = 'home articles'
export const overview = 'Overview of this article'
export const overviewKeywords = 'chart voices shares sources cited index names years'

export const theme = (name: string) => `Theme: ${name}`
export const themeKeywords = 'colour color mode appearance'
export const themeAlsoCalled = {
  system: 'automatic device default',
  light: 'day bright white',
  sepia: 'paper warm brown',
  dark: 'night black',
  contrast: 'strong vision accessibility',
} as const
export const openSettings = 'Settings …'
export const openSettingsKeywords = 'preferences options panel'
export const face = (name: string) => `Typeface: ${name}`
export const faceKeywords = 'font'
export const larger = 'Larger text'
export const smaller = 'Smaller text'
export const sizeKeywords = 'font size zoom bigger increase decrease'
export const looser = 'More space between lines'
export const tighter = 'Less space between lines'
export const leadingKeywords = 'line height leading spacing'
export const wider = 'Longer lines'
export const narrower = 'Shorter lines'
export const measureKeywords = 'line length width measure column'
export const justify = 'Set lines even on both sides'
export const unjustify = 'Set lines ragged at the end'
export const justifyKeywords = 'justify justification align'
export const hyphenate = 'Divide words at the end of a line'
export const unhyphenate = 'Do not divide words'
export const hyphenateKeywords = 'hyphenation hyphens'
export const colours = (name: string) => `Colours of the voices: ${name}`
export const coloursKeywords = 'palette okabe ito blind vision'
export const notesOpen = (how: string) => `Notes open ${how}`
export const notesOpenKeywords = 'footnote popup hover click'
export const singleKeysOn = 'Switch single keys on'
export const singleKeysOff = 'Switch single keys off'
export const singleKeysKeywords = 'keyboard shortcuts digits'
export const inMargin = 'View: comments and notes in the margin'
export const inText = 'View: comments and notes in the text'
export const marginKeywords = 'sidenotes inline beside'
export const resetSettings = 'Reset all settings'
export const resetKeywords = 'default'
export const done = (what: string) => `Done: ${what}.`
export const resumeIn = (title: string) => `Continue: ${title}`
