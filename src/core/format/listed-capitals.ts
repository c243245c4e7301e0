import {
  looksLikeAddress,
  type Article,
  type Block,
  type Heading,
  type Inline,
  type Passage,
} from '#core/article'
import { CapitalsList, isCapitalsKey } from './capitals.ts'

/*
 * Which capitals can be left to the list in the front matter: those words that, wherever they are
 * listed and found, are in capitals with this plain form. A word that is in capitals here and left
 * alone there has to be marked where it stands.
 */

interface Unlisted {
  /** The article with its listed capitals as ordinary text. */
  readonly article: Article
  readonly capitals: ReadonlyMap<string, string>
}

export function withoutListedCapitals(article: Article): Unlisted {
  const runs = runsOf(article)
  let capitals = candidates(runs)
  // Taking one word off the list can uncover a shorter one inside it, hence the rounds.
  for (;;) {
    const list = new CapitalsList(capitals)
    const wrong = new Set<string>()
    for (const run of runs) compare(run, list, capitals, wrong)
    if (wrong.size === 0) break
    capitals = new Map([...capitals].filter(([found]) => !wrong.has(found)))
  }
  return { article: mapRuns(article, (run) => plainRun(run, capitals)), capitals }
}

/** Neighbouring texts and capitals: what the list is applied to as one text. */
type Run = readonly Inline[]

function candidates(runs: readonly Run[]): ReadonlyMap<string, string> {
  const plainForms = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const inline of runs.flat()) {
    if (
      inline.type !== 'capitals' ||
      !isCapitalsKey(inline.found) ||
      /\s(?! )\s|[^\S ]/u.test(inline.found)
    )
      continue
    if ((plainForms.get(inline.found) ?? inline.plain) !== inline.plain) ambiguous.add(inline.found)
    plainForms.set(inline.found, inline.plain)
  }
  const refused = ['__proto__', 'constructor', 'prototype', ...ambiguous]
  return new Map(
    [...plainForms]
      .filter(([found]) => !refused.includes(found))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Adds to `wrong` the listed words that the list would find where they are not, or miss where they are. */
function compare(
  run: Run,
  list: CapitalsList,
  capitals: ReadonlyMap<string, string>,
  wrong: Set<string>,
): void {
  const text = plainRun(run, capitals)
  const actual = spans(run, (found) => capitals.has(found))
  const expected = spans(
    text.flatMap((inline): Run => (inline.type === 'text' ? list.cut(inline.value) : [inline])),
    (found) => capitals.has(found),
  )
  for (const [at, found] of actual) if (expected.get(at) !== found) wrong.add(found)
  for (const [at, found] of expected) if (actual.get(at) !== found) wrong.add(found)
}

function spans(run: Run, isListed: (found: string) => boolean): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let offset = 0
  for (const inline of run) {
    if (inline.type === 'capitals' && isListed(inline.found)) found.set(offset, inline.found)
    offset += lengthOf(inline)
  }
  return found
}

function lengthOf(inline: Inline): number {
  if (inline.type === 'text') return inline.value.length
  return inline.type === 'capitals' ? inline.found.length : 1
}

function plainRun(run: Run, capitals: ReadonlyMap<string, string>): readonly Inline[] {
  const merged: Inline[] = []
  for (const inline of run) {
    const last = merged.at(-1)
    const value =
      inline.type === 'text'
        ? inline.value
        : inline.type === 'capitals' && capitals.get(inline.found) === inline.plain
          ? inline.found
          : null
    if (value === null) merged.push(inline)
    else if (last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + value }
    else merged.push({ type: 'text', value })
  }
  return merged
}

function runsOf(article: Article): readonly Run[] {
  const runs: Run[] = []
  mapRuns(article, (run) => {
    runs.push(run)
    return run
  })
  return runs
}

/** Rebuilds the article with `map` applied to every sequence of inlines that the list is applied to. */
function mapRuns(article: Article, map: (run: Run) => readonly Inline[]): Article {
  const inlines = (all: readonly Inline[]): readonly Inline[] => map(all.map(nested))
  const nested = (inline: Inline): Inline => {
    if (!('children' in inline) || inline.type === 'editorial' || inline.type === 'lost')
      return inline
    const isAddress =
      (inline.type === 'link' || inline.type === 'mended') &&
      looksLikeAddress(wordsOf(inline.children))
    return isAddress ? inline : { ...inline, children: inlines(inline.children) }
  }
  const heading = (thing: Heading): Heading => ({ ...thing, children: inlines(thing.children) })
  const block = (thing: Block): Block => {
    switch (thing.type) {
      case 'heading':
        return heading(thing)
      case 'paragraph':
        return { ...thing, children: inlines(thing.children) }
      case 'blockquote':
        return { ...thing, children: thing.children.map(block) }
      case 'list':
        return { ...thing, items: thing.items.map((item) => item.map(block)) }
      case 'table':
        return { ...thing, rows: thing.rows.map((row) => row.map(inlines)) }
      case 'figure':
        return { ...thing, caption: inlines(thing.caption) }
      case 'code':
      case 'thematicBreak':
      case 'lost':
        return thing
    }
  }
  const passage = (thing: Passage): Passage =>
    thing.layer === 'editorial'
      ? thing
      : { ...thing, title: inlines(thing.title), blocks: thing.blocks.map(block) }
  return {
    ...article,
    sections: article.sections.map((section) => ({
      heading: section.heading === null ? null : heading(section.heading),
      passages: section.passages.map(passage),
    })),
    footnotes: article.footnotes.map((footnote) => ({
      ...footnote,
      blocks: footnote.blocks.map(block),
    })),
  }
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.type === 'text' ? inline.value : inline.type === 'capitals' ? inline.found : '',
    )
    .join('')
}
