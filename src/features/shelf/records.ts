import type { LibraryCard } from '#core/article'
import type { Draft, Material } from '#core/importer'

/** A text on the way to an article, as a list shows it. */
export interface DraftCard {
  readonly id: string
  readonly title: string
  /** Milliseconds since 1970. */
  readonly changed: number
  /** Characters, about the bytes that it takes. */
  readonly size: number
  /** How often it has been kept; earlier releases did not count. */
  readonly revision?: number
}

/** An article of the reader's own, as a list shows it. */
export interface OwnArticleCard {
  readonly id: string
  /** As in its front matter. */
  readonly title: string
  readonly hands: readonly string[]
  /** Milliseconds since 1970. */
  readonly added: number
  readonly size: number
  /** The draft that it was made of, for reviewing it again; null where there is none. */
  readonly draft: string | null
  /** What its card and its map need, made when it was added. */
  readonly facts: LibraryCard | null
}

export interface OwnFolder {
  readonly id: string
  readonly markdown: string
  readonly source: string | null
}

/** A draft as it is kept, and which revision of it that is. */
export interface KeptDraft {
  readonly draft: Draft
  readonly revision: number
}

/** A draft without the input, which never changes and is kept once. */
export interface DraftRecord {
  readonly id: string
  readonly draft: Omit<Draft, 'material'>
}

export interface MaterialRecord {
  readonly id: string
  readonly material: Material
}

/** Everything of one article, as it is taken out and put back. */
export interface RemovedArticle {
  readonly card: OwnArticleCard
  readonly folder: OwnFolder
  readonly draft: WholeDraft | null
}

/** The same of a draft alone. */
export interface RemovedDraft extends WholeDraft {
  /** The article that was made of it. */
  readonly article: string | null
}

/** Everything of one draft. */
export interface WholeDraft {
  readonly card: DraftCard
  readonly record: DraftRecord
  readonly material: MaterialRecord
}
