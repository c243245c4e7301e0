import type { AboutMaterial } from '../../model.ts'
import type { XmlElement } from './xml.ts'

const MOST_AUTHORS = 20

/** What a book says of itself, in the words of EPUB 2 (attributes) or EPUB 3 (elements that refine others). */
export function aboutBook(elements: readonly XmlElement[]): AboutMaterial {
  const refinements = refinementsIn(elements)
  const said = (name: string): readonly Said[] =>
    elements
      .filter((element) => element.name === name && element.parent === 'metadata')
      .map(({ text, attributes }) => ({
        text: text.replace(/\s+/g, ' ').trim(),
        is: (property: string) =>
          attributes.get(`opf:${property}`) ??
          refinements.get(`#${attributes.get('id') ?? ''} ${property}`) ??
          null,
      }))
      .filter(({ text }) => text !== '')
  const titles = said('title')
  const creators = said('creator')
  const translators = [...creators, ...said('contributor')].filter(
    ({ is }) => is('role')?.toLowerCase() === 'trl',
  )
  const dates = said('date')
  const authors = creators.filter(({ is }) => WRITERS.has(is('role')?.toLowerCase() ?? 'aut'))
  const addresses = [...said('source'), ...said('identifier')]
  const title = titles.find(({ is }) => is('title-type') === 'main') ?? titles[0]
  const published =
    dates.find(({ is }) => is('event')?.endsWith('publication') === true) ??
    dates.find(({ is }) => is('event') !== 'modification') ??
    dates[0]
  return {
    title: title?.text ?? null,
    authors: [...new Set((authors.length > 0 ? authors : creators).map(({ text }) => text))].slice(
      0,
      MOST_AUTHORS,
    ),
    ...(translators.length === 0
      ? {}
      : { translators: translators.map(({ text }) => text).slice(0, MOST_AUTHORS) }),
    published: published?.text ?? null,
    url: addresses.find(({ text }) => /^https?:\/\//i.test(text))?.text ?? null,
    lang: said('language')[0]?.text ?? null,
  }
}

interface Said {
  readonly text: string
  /** Its role, its kind; null where the book does not say. */
  readonly is: (property: string) => string | null
}

/** Roles of those who wrote a book; the others translated, edited or made it. */
const WRITERS: ReadonlySet<string> = new Set(['aut', 'cre', 'author'])

/** `<meta refines="#id" property="role">aut</meta>` by `#id role`. */
function refinementsIn(elements: readonly XmlElement[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { name, attributes, text } of elements) {
    const of = attributes.get('refines')
    const property = attributes.get('property')
    if (name !== 'meta' || of === undefined || property === undefined) continue
    const key = `${of} ${property}`
    if (!found.has(key)) found.set(key, text.trim())
  }
  return found
}
