import type { Block, FootnoteStatus, Hand, Inline, Intervention, LayerKind } from '#core/article'

type LostThing = Extract<Inline | Block, { readonly type: 'lost' }>['what']

/**
 * What an exported file says in our own words. They stand in the catalogue with all others; the
 * writers take them in, so that this room knows no language.
 */
export interface Wording {
  /** BCP 47: the language of these sentences. */
  readonly lang: string
  /** How the label of a passage names its speaker; nobody's name is null. */
  readonly voiceLabel: (kind: LayerKind, voice: string | null) => string
  readonly editorialLabel: string
  readonly aboutAuthorLabel: string
  /** Said where a passage ends, for whoever does not see its edge. */
  readonly passageEnd: (kind: LayerKind) => string
  readonly editorialEnd: string
  readonly aboutAuthorEnd: string
  readonly insertionStart: (kind: LayerKind, voice: string | null) => string
  readonly insertionEnd: string
  /** Stands in for a hidden passage. */
  readonly stub: (kind: LayerKind, voice: string | null, paragraphs: number) => string
  readonly from: string
  readonly originLost: string
  readonly uncertainStart: string
  readonly uncertainEnd: string
  readonly lost: Readonly<Record<LostThing, string>>
  readonly lostInline: Readonly<Record<LostThing, string>>
  /** In the place of a picture that is not there, with what it shows, as far as anybody says so. */
  readonly pictureMissing: (alt: string) => string
  readonly asFound: string
  readonly mended: (url: string) => string
  readonly noteStatus: Readonly<Record<FootnoteStatus, string>>
  readonly noteName: (label: string) => string
  readonly backToMarker: (label: string, nth: number, of: number) => string
  readonly notes: string
  readonly aboutEdition: string
  readonly chainOfHands: string
  readonly role: Readonly<Record<Hand['role'], string>>
  readonly source: string
  readonly thisEdition: string
  readonly editorsMarks: string
  readonly intervention: Readonly<Record<Intervention['kind'], string>>
  readonly credits: string
  readonly leftOut: string
  readonly layers: string
  readonly contents: string
  readonly part: (n: number) => string
  /** A date as people say it, no more exact than it was written. */
  readonly date: (iso: string) => string
  /** What the file holds of the article: the labels of its layers. */
  readonly holds: (labels: readonly string[]) => string
  /** What a publisher's catalogue says about reading it with other means than the eyes. */
  readonly accessibilitySummary: string
}
