/**
 * What an article is: the words, who said them, and what is known to be missing.
 *
 * Everything here is plain read-only data that survives `JSON.stringify`. The names of blocks and
 * inlines are those of mdast where mdast has the thing. Text is always *the text as found*: what a
 * layer changes about its looks (capitals, hidden markers) is described beside it, never applied.
 */

declare const kind: unique symbol
/** A string that one room mints and all others trust. */
export type Id<Name extends string> = string & { readonly [kind]: Name }

/** The folder's name, and the article's name in an address. */
export type ArticleSlug = Id<'ArticleSlug'>
export type LayerId = Id<'LayerId'>
/** The id of a section, passage, block, footnote or marker: a place. It is the element's id on the page and the fragment of a link. */
export type PlaceId = Id<'PlaceId'>

/**
 * - `original`: the author's own words; there is exactly one such layer
 * - `commentary`: one commentator's remarks (two commentators are two layers)
 * - `background`: what somebody pasted in to explain
 * - `footnotes`: the footnote markers in the text; the id is always `footnotes`
 * - `capitals`: words that a later hand set in capitals; the id is always `capitals`
 *
 * The last two change how text looks and never which text there is.
 */
export type LayerKind = 'original' | 'commentary' | 'background' | 'footnotes' | 'capitals'

export interface Layer {
  readonly id: LayerId
  readonly kind: LayerKind
  /** What its switch is called, e.g. "Background inserts". */
  readonly label: string
  /** Who speaks in it; null where nobody knows. */
  readonly voice: string | null
  /** Whether it is shown when a link says nothing about layers. */
  readonly shown: boolean
}

/** The reserved layer of a passage that the editor of this edition wrote. It has no switch. */
export type EditorialLayer = 'editorial'

/** One of those through whose hands the text went, oldest first. */
export interface Hand {
  readonly role: 'author' | 'translator' | 'commentator' | 'publisher' | 'poster' | 'editor'
  readonly name: string
  /** What this hand did, in the editor's words. */
  readonly did: string | null
  /** ISO 8601, as exact as known: `2013`, `2013-06` , `2013-06-23` or `2013-06-23T14:00`. */
  readonly date: string | null
  readonly url: string | null
}

export interface Series {
  readonly title: string
  readonly part: number
  /** Said in the editor's words, e.g. that parts 1 and 2 are not at hand. */
  readonly note: string | null
}

/** Words of the source that stand in no passage because the page says the same thing elsewhere: a byline, a date line. */
export interface Credit {
  /** As found. */
  readonly text: string
  /** What they are, in the editor's words. */
  readonly what: string
}

/** Words of the source that were left out, named, with the reason. */
export interface Omission {
  /** As found. */
  readonly text: string
  /** What they are, in the editor's words. */
  readonly what: string
  readonly why: string
}

/**
 * A name that the text mentions, for the index. Who or what is meant is the editor's knowledge; where
 * it is mentioned follows from the text.
 */
export interface Name {
  /** As it stands in the index, without capitals of a later hand. */
  readonly name: string
  readonly kind: 'person' | 'place' | 'organisation' | 'work'
  /** Other words of the text that mean it: "Iranian". The name itself counts always. */
  readonly forms: readonly string[]
}

export interface Source {
  /** The title as found. */
  readonly title: string
  /** Where the text came from; null where it has no address: a letter, a paste. */
  readonly url: string | null
  /** ISO 8601 date of that publication, or null. */
  readonly published: string | null
  /** Whose the words are, in the editor's words. */
  readonly rights: string
  /** How the source writes the marker and the definition of a footnote, `#` standing for its label; absent: `[#]` for both. */
  readonly notation?: Notation
}

/** What stands in the source for a marker, and at the beginning of a footnote. */
export interface Notation {
  readonly marker: string
  readonly definition: string
}

export interface Article {
  readonly slug: ArticleSlug
  /** The title in plain case, for the page and its cards. */
  readonly title: string
  /** Two or three neutral sentences of the editor's: for cards and shared links. */
  readonly summary: string
  /** BCP 47. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly authors: readonly string[]
  readonly hands: readonly Hand[]
  readonly series: Series | null
  readonly source: Source
  readonly layers: readonly Layer[]
  /** In the order of the front matter; names in capitals are mentions whether they are listed or not. */
  readonly names: readonly Name[]
  readonly sections: readonly Section[]
  /** In the order of the source; lost ones stand where they would have stood. */
  readonly footnotes: readonly Footnote[]
  readonly credits: readonly Credit[]
  readonly omissions: readonly Omission[]
  /** Former ids: a link to the key goes to the value. */
  readonly aliases: Readonly<Record<string, PlaceId>>
}

/** A heading and what follows it up to the next one. The text before the first heading is a section without one. */
export interface Section {
  readonly heading: Heading | null
  readonly passages: readonly Passage[]
}

export interface Heading {
  readonly type: 'heading'
  readonly id: PlaceId
  readonly depth: 2 | 3 | 4
  readonly children: readonly Inline[]
}

/** A run of blocks in one layer: what a switch hides, and what has one speaker. */
export interface Passage {
  readonly id: PlaceId
  readonly layer: LayerId | EditorialLayer
  /** `about-author`: what somebody says about the author, neither the author's own text nor a comment. */
  readonly role: 'text' | 'about-author'
  /** Its title as found in the source, e.g. "Background Information: ORIGIN OF WAHHABISM at:"; empty when there is none. */
  readonly title: readonly Inline[]
  /** Where the passage came from, if it says so. `lost`: it said so once, and the address did not survive. */
  readonly origin: { readonly type: 'url'; readonly url: string } | { readonly type: 'lost' } | null
  /** Borders that nothing in the source marks: the editor's judgement. */
  readonly uncertain: readonly ('start' | 'end')[]
  /** BCP 47 and direction where they differ from the article's. */
  readonly lang: string | null
  readonly blocks: readonly Block[]
}

export type Block =
  | Paragraph
  | Heading
  | { readonly type: 'blockquote'; readonly id: PlaceId; readonly children: readonly Block[] }
  | List
  | {
      readonly type: 'code'
      readonly id: PlaceId
      readonly lang: string | null
      readonly value: string
    }
  | Table
  | Figure
  | { readonly type: 'thematicBreak'; readonly id: PlaceId }
  | Lost<'block'>

export interface Paragraph {
  readonly type: 'paragraph'
  readonly id: PlaceId
  readonly children: readonly Inline[]
}

export interface List {
  readonly type: 'list'
  readonly id: PlaceId
  readonly ordered: boolean
  /** The first number of an ordered list. */
  readonly start: number
  readonly items: readonly (readonly Block[])[]
}

export interface Table {
  readonly type: 'table'
  readonly id: PlaceId
  readonly align: readonly ('left' | 'right' | 'center' | null)[]
  /** Rows of cells; the first row is the head. */
  readonly rows: readonly (readonly (readonly Inline[])[])[]
}

export interface Figure {
  readonly type: 'figure'
  readonly id: PlaceId
  /** A file in the article's folder, e.g. `map.png`; in a built page its address. Empty: the picture is not there. */
  readonly src: string
  /** In CSS pixels, so that the page can keep its place; known once the build has read the file. */
  readonly size?: { readonly width: number; readonly height: number }
  readonly alt: string
  readonly caption: readonly Inline[]
}

/** A place where the source lost something. Its words are the editor's. */
export interface Lost<Level extends 'block' | 'inline'> {
  readonly type: 'lost'
  readonly level: Level
  /** Blocks have an id; inside a line there is none. */
  readonly id: PlaceId | null
  readonly what: 'link' | 'insert' | 'note' | 'text'
  /** What the editor knows about it; empty when the bare statement is enough. */
  readonly children: readonly Inline[]
}

export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'delete'; readonly children: readonly Inline[] }
  | { readonly type: 'inlineCode'; readonly value: string }
  | { readonly type: 'break' }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | FootnoteReference
  /** A few words of another layer inside a sentence. */
  | { readonly type: 'insertion'; readonly layer: LayerId; readonly children: readonly Inline[] }
  /** The editor's words inside somebody else's. */
  | { readonly type: 'editorial'; readonly children: readonly Inline[] }
  /** An error of the source, kept. `note`: what is odd, in the editor's words, or null. */
  | { readonly type: 'sic'; readonly note: string | null; readonly children: readonly Inline[] }
  /** A link whose address was damaged: the children are the words as found, `url` is the mended address. */
  | {
      readonly type: 'mended'
      readonly url: string
      readonly note: string | null
      readonly children: readonly Inline[]
    }
  | Lost<'inline'>
  /** One word or name that a later hand set in capitals: `found` = "ISRAEL’S", `plain` = "Israel’s"; they differ in case only and are equally long. */
  | { readonly type: 'capitals'; readonly found: string; readonly plain: string }
  /** Words in another language. */
  | { readonly type: 'foreign'; readonly lang: string; readonly children: readonly Inline[] }

export interface FootnoteReference {
  readonly type: 'footnoteReference'
  /** The marker's own id: `ref-42`, and `ref-42-2` for the second marker of the same note. */
  readonly id: PlaceId
  /** The number or sign as found: "42". */
  readonly label: string
  /** The id of the footnote: `note-42`. */
  readonly footnote: PlaceId
}

/**
 * - `whole`: as complete as the source has it
 * - `cut-off`: breaks off
 * - `short-form`: points to a fuller reference that is not in this text
 * - `lost`: neither its text nor its marker survives; `blocks` is empty
 */
export type FootnoteStatus = 'whole' | 'cut-off' | 'short-form' | 'lost'

export interface Footnote {
  readonly id: PlaceId
  /** The number or sign as found: "42". */
  readonly label: string
  readonly status: FootnoteStatus
  /** What the editor says about its state, or null. */
  readonly remark: string | null
  /** How the source writes the marker and the beginning of this one, letter by letter, where that is not what `Source.notation` says. */
  readonly notation?: Notation
  /** Whose note it is. */
  readonly layer: LayerId
  /** BCP 47 where it differs from the article's. */
  readonly lang: string | null
  readonly blocks: readonly Block[]
}
