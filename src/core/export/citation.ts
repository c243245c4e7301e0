import { blockInlines, inlineWords, type Article, type PlaceId } from '#core/article'

/** What is cited: an article in this edition, or one of its notes. */
export interface Cited {
  readonly title: string
  readonly authors: readonly Name[]
  readonly lang: string
  /** Of the source, as exact as known: year, month, day. Empty where nobody knows. */
  readonly published: readonly number[]
  /** Where the text came from. */
  /** Null where it has no address. */
  readonly source: string | null
  /** The place in this edition. */
  readonly url: string
  readonly note: { readonly label: string; readonly text: string } | null
  /** The day on which it was looked up. */
  readonly accessed: readonly [year: number, month: number, day: number]
}

/** As found, and taken apart only where there is no doubt how. */
export type Name =
  { readonly family: string; readonly given: string } | { readonly literal: string }

/** What a citation says in our words. */
export interface CitationWording {
  /** “First posted at”, before the address of the source. */
  readonly postedAt: string
  /** “Note 42”. */
  readonly noteName: (label: string) => string
  readonly accessed: (date: string) => string
  readonly date: (iso: string) => string
}

export interface CitationOptions {
  /** The address of the article's page, without a fragment. */
  readonly url: string
  readonly accessed: Cited['accessed']
  /** Which note; null for the article. */
  readonly note: PlaceId | null
}

/** Throws where the article has no such note. */
export function citedOf(article: Article, options: CitationOptions): Cited {
  const note = article.footnotes.find(({ id }) => id === options.note)
  if (options.note !== null && note === undefined) {
    throw new RangeError(`The article has no note “${options.note}”.`)
  }
  return {
    title: article.title,
    authors: article.authors.map(nameOf),
    lang: article.lang,
    published: (article.source.published ?? '')
      .slice(0, 10)
      .split('-')
      .filter((part) => /^\d+$/.test(part))
      .map(Number),
    source: article.source.url,
    url: note === undefined ? options.url : `${options.url}#${encodeURIComponent(note.id)}`,
    note:
      note === undefined
        ? null
        : {
            label: note.label,
            text: inlineWords(note.blocks.flatMap(blockInlines)).replaceAll(/\s+/g, ' ').trim(),
          },
    accessed: options.accessed,
  }
}

/**
 * Two capitalised words in Latin letters are a given name and a family name. Anything else (one word,
 * three, another script, an institution) could be anything, and stays as it is.
 */
function nameOf(name: string): Name {
  const [, given, family] =
    /^(\p{Lu}[\p{Ll}\p{M}’'-]*\.?) (\p{Lu}[\p{L}\p{M}’'-]*)$/u.exec(name) ?? []
  const isLatin = /^[\p{Script=Latin}\p{P}\s]+$/u.test(name)
  return given === undefined || family === undefined || !isLatin
    ? { literal: name }
    : { family, given }
}

export function nameInFull(name: Name): string {
  return 'literal' in name ? name.literal : `${name.given} ${name.family}`
}

/** `2013-06-23`, or as much of it as there is. */
export function isoDate(parts: readonly number[], separator = '-'): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join(separator)
}

/** Where the text came from, in words; null where it has no address. */
export function postedAt(cited: Cited, wording: CitationWording): string | null {
  return cited.source === null ? null : `${wording.postedAt}: ${cited.source}`
}
