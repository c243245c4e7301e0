import type { Article } from '#core/article'
import { directionOf } from '#core/article'
import { stringify } from 'yaml'

/** The facts about an article as YAML. What is not known, or follows by itself, is left out. */
export function writeFrontMatter(article: Article, capitals: ReadonlyMap<string, string>): string {
  const {
    title,
    summary,
    lang,
    dir,
    series,
    authors,
    hands,
    source,
    layers,
    names,
    footnotes,
    credits,
    omissions,
    aliases,
  } = article
  const facts = {
    title,
    summary,
    lang,
    ...(dir === directionOf(lang) ? {} : { dir }),
    ...(series === null ? {} : { series: known(series) }),
    authors,
    ...(hands.length === 0 ? {} : { hands: hands.map(known) }),
    source: known(source),
    layers: layers.map(({ id, kind, label, voice, shown }) => ({
      ...(kind === 'footnotes' || kind === 'capitals' ? {} : { id }),
      kind,
      label,
      ...(voice === null ? {} : { voice }),
      ...(shown ? {} : { shown }),
    })),
    // Maps keep the order of their entries; an object would sort labels that are numbers.
    ...whereAny('capitals', capitals),
    ...whereAny(
      'names',
      new Map(
        names.map(({ name, kind, forms }) => [
          name,
          { kind, ...(forms.length === 0 ? {} : { forms }) },
        ]),
      ),
    ),
    ...whereAny(
      'footnotes',
      new Map(
        footnotes
          .map(
            ({ label, status, remark, lang: noteLang, notation = null }) =>
              [
                label,
                known({
                  status: status === 'whole' ? null : status,
                  remark,
                  lang: noteLang,
                  notation,
                }),
              ] as const,
          )
          .filter(([, said]) => Object.keys(said).length > 0),
      ),
    ),
    ...(credits.length === 0 ? {} : { credits }),
    ...(omissions.length === 0 ? {} : { omissions }),
    ...whereAny('aliases', new Map(Object.entries(aliases))),
  }
  return stringify(facts, { lineWidth: 0, schema: 'core', aliasDuplicateObjects: false }).trimEnd()
}

function known(facts: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
}

function whereAny(key: string, entries: ReadonlyMap<string, unknown>): Record<string, unknown> {
  return entries.size === 0 ? {} : { [key]: entries }
}
