/** The importer's own types, by the names that its page uses them. */
export type {
  AboutMaterial,
  Cue,
  Draft,
  DraftSection,
  DraftSegment,
  Fragment,
  Material,
  MaterialFormat,
  MendedAddress,
  Notice,
  Reference,
  SegmentClass,
  Stretch,
} from '#core/importer'
