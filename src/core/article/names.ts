import type { Article, Name } from './model.ts'
import { readSpoken } from './spoken.ts'
import type { Spoken, Stretch } from './spoken.ts'

/** Where a voice mentions a listed name. */
export interface FoundName extends Stretch {
  readonly name: string
  /** The form that stands there, with single spaces. */
  readonly form: string
}

/**
 * What finds the listed names in what somebody says: wherever one of their forms stands as whole
 * words, the longest first. A part of a longer word, of a longer name or of an address is no mention.
 */
export function nameFinder(names: readonly Name[]): (spoken: Spoken) => readonly FoundName[] {
  const owners = new Map(
    names.flatMap(({ name, forms }) =>
      [name, ...forms].map((form) => [normalForm(form), name] as const),
    ),
  )
  if (owners.size === 0) return () => []
  const pattern = patternOf([...owners.keys()])
  return ({ text, addresses }) =>
    [...text.matchAll(pattern)].flatMap((match): readonly FoundName[] => {
      const form = normalForm(match[0])
      const name = owners.get(form)
      const stretch = { start: match.index, end: match.index + match[0].length }
      if (name === undefined || addresses.some((address) => meets(address, stretch))) return []
      return [{ name, form, ...stretch }]
    })
}

/** The names and forms, as the list has them, by which the article mentions somebody or something. */
export function standingForms(article: Article): ReadonlySet<string> {
  if (article.names.length === 0) return new Set()
  const find = nameFinder(article.names)
  const found = new Set(
    readSpoken(article).flatMap((spoken) => find(spoken).map(({ form }) => form)),
  )
  const listed = article.names.flatMap(({ name, forms }) => [name, ...forms])
  return new Set(listed.filter((form) => found.has(normalForm(form))))
}

/** Between the words of a name any white space will do. */
export function normalForm(form: string): string {
  return form.trim().replace(/\s+/gu, ' ')
}

export function meets(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end
}

/** Scripts that write no space between words: there, a name ends where its letters end. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function patternOf(forms: readonly string[]): RegExp {
  const alternatives = forms
    .toSorted((one, other) => other.length - one.length)
    .map((form) => {
      const words = form.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replaceAll(' ', '\\s+')
      const [first = '', last = ''] = [[...form][0], [...form].at(-1)]
      const begins = UNSPACED.test(first) ? '' : '(?<![\\p{L}\\p{M}\\p{N}])'
      const ends = UNSPACED.test(last) ? '' : '(?![\\p{L}\\p{M}\\p{N}])'
      return begins + words + ends
    })
  return new RegExp(alternatives.join('|'), 'gu')
}
