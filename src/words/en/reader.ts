/** What the controls of the reading page say: part of every page’s first load. */
import type { LayerKind, PresetName } from '#core/article'
import { counted } from './common.ts'

export const skipToText = 'Skip to the text'
export const contents = 'Contents'
export const commands = 'Go to …'
export const readingTools = 'Reading tools'
export const unknownLayers = (names: string) =>
  `This link names layers that are not here: ${names}.`
export const regionFailed =
  'This part of the page does not work at the moment. The text is unharmed.'
export const toTheList = 'To the list'
export const copyCitation = 'Copy citation'
export const back = 'Back'
export const explanation = 'Explanation'
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
export const citationCopied = 'Citation copied.'
export const copyFailed = 'Copying is not possible here. It is selected for you to copy by hand:'
export const backToPlace = 'Back to where you were'
export const inMargin = 'Comments and notes in the margin'
export const placeUnreachable =
  'The place of this link cannot be looked for at the moment: a part of the page did not arrive.'
