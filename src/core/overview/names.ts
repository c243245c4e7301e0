import { meets, nameFinder, normalForm, readSpoken } from '#core/article'
import type { Article, Name, Stretch } from '#core/article'
import { Gathering, type Entry } from './mentions.ts'

export interface NamedEntry extends Entry {
  /** Null where the article does not say it. */
  readonly kind: Name['kind'] | null
}

/**
 * The index of names: those that the front matter lists, and every word that a later hand set in
 * capitals and that is part of no listed name. In alphabetical order.
 */
export function namesOf(article: Article): readonly NamedEntry[] {
  const find = nameFinder(article.names)
  const gathering = new Gathering()
  for (const spoken of readSpoken(article)) {
    const found = new Map<string, Stretch[]>()
    const put = (name: string, stretch: Stretch) => {
      const stretches = found.get(name)
      if (stretches === undefined) found.set(name, [stretch])
      else stretches.push(stretch)
    }
    const listed = find(spoken)
    for (const { name, start, end } of listed) put(name, { start, end })
    for (const stretch of spoken.capitals) {
      for (const { start, end } of unlisted(spoken.text, stretch, listed))
        put(withoutPossessive(normalForm(spoken.text.slice(start, end)), spoken.lang), {
          start,
          end,
        })
    }
    for (const [name, stretches] of found) gathering.add(name, spoken, stretches)
  }
  const kinds = new Map(article.names.map(({ name, kind }) => [name, kind]))
  const { compare } = new Intl.Collator(article.lang)
  return gathering
    .entries(article)
    .map((entry) => ({ ...entry, kind: kinds.get(entry.name) ?? null }))
    .toSorted((one, other) => compare(one.name, other.name))
}

/** What listed names leave of a name in capitals: all of it, or of two joined by a hyphen the other. */
function unlisted(text: string, capitals: Stretch, listed: readonly Stretch[]): readonly Stretch[] {
  const isFree = (stretch: Stretch) => !listed.some((other) => meets(other, stretch))
  if (isFree(capitals)) return [capitals]
  const parts = text.slice(capitals.start, capitals.end).matchAll(/[^\p{Pd}]+/gu)
  return [...parts]
    .map(({ 0: part, index }) => {
      const start = capitals.start + index
      return { start, end: start + part.length }
    })
    .filter(isFree)
}

function withoutPossessive(name: string, lang: string): string {
  return /^en\b/iu.test(lang) ? name.replace(/['’]s$/u, '') : name
}
