/**
 * What the importer knows at each step: a file as it came → *material* → *separation* → *draft*.
 *
 * Everything is plain data that survives `structuredClone`. Every stretch of text is a pair of UTF-16
 * offsets into one string, `Material.text`, and stretches stand in the order of that string. So
 * nothing can be lost, doubled or moved: what is no segment's is white space.
 */

/** A stretch of `Material.text`: from inclusive, to exclusive, in UTF-16 code units. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export type MaterialFormat = 'text' | 'markdown' | 'html' | 'epub' | 'docx'

/** One file, or one paste, as one text, with what its markup said about stretches of it. */
export interface Material {
  readonly format: MaterialFormat
  /**
   * Text and Markdown: verbatim, decoded, line ends as `\n`, NUL as U+FFFD; in Markdown references to
   * characters (`&#8220;`) are these characters. Others: the visible text in document order, white
   * space collapsed, blocks divided by blank lines.
   */
  readonly text: string
  /** In order, without overlap; between them is white space only. */
  readonly fragments: readonly Fragment[]
  readonly about: AboutMaterial
  /** What could not be read, or not whole. */
  readonly notices: readonly Notice[]
  /** In Markdown, what stood in the file where `text` has the character that was meant; in order. */
  readonly resolved?: readonly ResolvedReference[]
}

/** A reference to a character, as it stood in the file. */
export interface ResolvedReference extends Stretch {
  readonly written: string
}

/** What the file says of itself outside its visible text: head, properties, package. Null where it does not. */
export interface AboutMaterial {
  readonly title: string | null
  readonly authors: readonly string[]
  readonly translators?: readonly string[]
  /** What a page calls its site. */
  readonly site?: string | null
  /** Who put it where it was found, if that is said and somebody else wrote it. */
  readonly postedBy?: string | null
  /** When he did, as found, where that is not when it was published. */
  readonly postedOn?: string | null
  /** As found; not necessarily ISO 8601. */
  readonly published: string | null
  readonly url: string | null
  /** BCP 47. */
  readonly lang: string | null
}

/** One block of the input, the smallest thing that its markup (or its blank lines) divides. */
export interface Fragment extends Stretch {
  readonly kind:
    | 'paragraph'
    | 'heading'
    | 'list-item'
    | 'table-row'
    | 'caption'
    | 'code'
    | 'front-matter'
    | 'link-definition'
    | 'footnote-definition'
    | 'control'
  /** Of a heading 1–6, of a list item and of paragraphs that go on in one how deep it is nested; else 0. */
  readonly depth: number
  /** Of a list item, the number that a page sets before it though it is no word of the text. */
  readonly number?: number | null
  /** How many quotations it stands in: `<blockquote>`, `>` of Markdown and e-mail. */
  readonly quoted: number
  /** CSS pixels or, in text, columns by which it is set in, where that is known. */
  readonly indent: number
  /** The elements around it, innermost first; null in text without markup. */
  readonly within: Container | null
  /** In order of `from`; may nest. */
  readonly marks: readonly Mark[]
  /** A rule (`<hr>`, `---`) stands between it and the fragment before. */
  readonly afterRule?: boolean
}

/** An element around fragments. Fragments of the same element share the same object. */
export interface Container {
  /** Name of the element, lower case: `aside`, `nav`, `td`. */
  readonly name: string
  /** Words of class, id, role, itemprop and rel, lower case. */
  readonly hints: readonly string[]
  /** Foreground, background and border as CSS wrote them, where this element sets one. */
  readonly look: Look | null
  readonly lang: string | null
  readonly parent: Container | null
  /** Who speaks in it, where the markup says so: author of a comment in Word, `<Aside name="…">`. */
  readonly voice?: string | null
}

export interface Look {
  readonly colour: string | null
  readonly background: string | null
  readonly isBoxed: boolean
}

export interface Mark extends Stretch {
  readonly type:
    | 'emphasis'
    | 'strong'
    | 'delete'
    | 'code'
    | 'superscript'
    | 'subscript'
    | 'link'
    | 'colour'
    /** A place that links may lead to; may be empty. */
    | 'anchor'
    /** A picture that is not kept; empty. Its value is what it shows, in the words of the input. */
    | 'picture'
    /** A footnote marker that the markup itself declares: `[^1]`, `_ftnref1`, `doc-noteref`. */
    | 'noteref'
    /** Put in by somebody with changes tracked. Its value is his name. */
    | 'inserted'
    /** Syntax that is no text: `**`, `](…)`, `> `. */
    | 'syntax'
  /** Address of a link, colour, name of an anchor, label of a marker. */
  readonly value: string | null
}

export interface Notice {
  readonly id: NoticeId
  /** What is filled into its sentence: a name of a file, a number. */
  readonly about: string | null
}

export type NoticeId =
  | 'encoding-guessed'
  | 'read-as-page'
  | 'characters-replaced'
  | 'cut-at-limit'
  | 'part-unreadable'
  | 'pictures-left-out'
  | 'drawn-words-left-out'
  | 'nesting-flattened'
  | 'deletions-left-out'

// ── Who is speaking ──────────────────────────────────────────────────────────

export const SEGMENT_CLASSES = [
  'original',
  'commentary',
  'background',
  'quote',
  'heading',
  'footnote-definition',
  'about-author',
  'metadata',
  'furniture',
] as const
export type SegmentClass = (typeof SEGMENT_CLASSES)[number]

export type Confidence = 'sure' | 'likely' | 'guess'

/** Why a segment is what it is. The sentence stands in the catalogue, by `id`. */
export interface Cue {
  readonly id: string
  /** What is filled into its sentence, mostly words as found: "Comment by …:". */
  readonly found: string | null
}

/** What one voice says without a break: never part of two fragments. */
export interface Segment extends Stretch {
  readonly class: SegmentClass
  /** Who speaks, as found; null where it is the author or nobody knows. */
  readonly voice: string | null
  readonly confidence: Confidence
  readonly cue: Cue
  /** Borders of a run of the same voice that nothing marks. */
  readonly uncertain: readonly ('start' | 'end')[]
  /** A label whose content did not survive the copying. */
  readonly lost: 'link' | 'insert' | 'note' | null
  /** Of a footnote definition; null where it goes on from the segment before. */
  readonly label: string | null
  /** Of a footnote definition: `cut-off` breaks off, `short` points elsewhere ("Ibid., 14"). */
  readonly state: 'whole' | 'cut-off' | 'short' | null
}

/** A footnote marker in the text. */
export interface Reference extends Stretch {
  readonly label: string
  /** Index into `Separation.segments`; null where the definition is missing. */
  readonly definition: number | null
}

/** An address that was damaged in the copying. */
export interface MendedAddress extends Stretch {
  readonly url: string
}

export interface Separation {
  readonly segments: readonly Segment[]
  readonly references: readonly Reference[]
  readonly mended: readonly MendedAddress[]
  /** Labels between the first and the last that stand nowhere: "46". */
  readonly missing: readonly string[]
  /** From metadata and the text itself; null where nothing says so. */
  readonly about: AboutMaterial
}

// ── What a person makes of it ────────────────────────────────────────────────

/** A segment as the person left it. */
export interface DraftSegment extends Segment {
  /** Stays the same through all changes but splitting and joining. */
  readonly key: string
  /** A person has decided: no longer in doubt. */
  readonly isSettled: boolean
}

export interface DraftSection {
  /** Key of the segment that it begins with. */
  readonly at: string
  readonly title: string
}

export interface Draft {
  readonly material: Material
  readonly segments: readonly DraftSegment[]
  readonly references: readonly Reference[]
  readonly mended: readonly MendedAddress[]
  readonly about: AboutMaterial
  /** Editorial headings; those that the text has itself are segments. */
  readonly sections: readonly DraftSection[]
}
