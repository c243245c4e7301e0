/**
 * What an article is, and what follows from it: words, layers, outline, facts. Pure data and pure
 * functions; this room imports nothing.
 */
export type {
  Article,
  ArticleSlug,
  Block,
  Credit,
  EditorialLayer,
  Figure,
  Footnote,
  FootnoteReference,
  FootnoteStatus,
  Hand,
  Heading,
  Id,
  Inline,
  Layer,
  LayerId,
  LayerKind,
  List,
  Lost,
  Name,
  Notation,
  Omission,
  Paragraph,
  Passage,
  PlaceId,
  Section,
  Series,
  Source,
  Table,
} from './model.ts'
export {
  isLinkAddress,
  isWebAddress,
  linkAddress,
  looksLikeAddress,
  placeInLink,
  webAddress,
} from './addresses.ts'
export {
  formatLayerList,
  formatLayers,
  inOrder,
  originalLayer,
  isSameSet,
  parseLayerList,
  parseLayers,
  presetLayers,
  PRESETS,
  shownByDefault,
  toggled,
} from './layers.ts'
export type { LayersInLink, LayerSwitchFacts, PresetName } from './layers.ts'
export { parseView, withView } from './view.ts'
export type { View } from './view.ts'
export {
  articleFacts,
  layerFacts,
  libraryCard,
  outline,
  readingMinutes,
  wordsByLayer,
} from './facts.ts'
export type { ArticleFacts, LayerFacts, LibraryCard, OutlineEntry } from './facts.ts'
export { blockInlines, inlineWords } from './words.ts'
export { countWords, minutesToRead, wordStarts } from './counting.ts'
export { articleSegments, coarseSegments, joinSegments } from './segments.ts'
export type { Segment } from './segments.ts'
export { trustLayerId, trustPlaceId } from './ids.ts'
export { trustSlug } from './slug.ts'
export { likeness, mostAlike } from './likeness.ts'
export {
  directionOf,
  directionOfWords,
  isStacked,
  ownDirection,
  withoutDirectionSigns,
} from './direction.ts'
export type { Direction } from './direction.ts'
export { archivedCopy, citationDate } from './archived-copy.ts'
export { interventions } from './interventions.ts'
export type { Intervention } from './interventions.ts'
export { fold } from './fold.ts'
export type { Folded } from './fold.ts'
export { parseSearch, formatSearch } from './search-in-link.ts'
export { isAddress, readSpoken } from './spoken.ts'
export type { Spoken, Stretch } from './spoken.ts'
export { meets, nameFinder, normalForm, standingForms } from './names.ts'
export type { FoundName } from './names.ts'
export { blockText, joinBlocks, layerBlocks, spokenBlocks } from './text.ts'
export type {
  Highlight,
  LayerText,
  Point,
  Speaker,
  SpokenBlock,
  TextBearer,
  TextBlock,
  TextRange,
  TextSpan,
} from './text.ts'

export { firstIndex, firstWhere } from './first-index.ts'
