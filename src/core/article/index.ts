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
  formatLayerList,
  formatLayers,
  inOrder,
  isSameSet,
  parseLayerList,
  parseLayers,
  presetLayers,
  PRESETS,
  shownByDefault,
  toggled,
} from './layers.ts'
export type { LayersInLink, LayerSwitchFacts, PresetName } from './layers.ts'
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
export { trustPlaceId } from './ids.ts'
export { likeness, mostAlike } from './likeness.ts'
export { directionOf } from './direction.ts'
export { archivedCopy, citationDate } from './archived-copy.ts'
export { interventions } from './interventions.ts'
export type { Intervention } from './interventions.ts'
export { blockText, joinBlocks, layerBlocks } from './text.ts'
export type {
  Highlight,
  LayerText,
  Point,
  Speaker,
  TextBearer,
  TextBlock,
  TextRange,
  TextSpan,
} from './text.ts'
