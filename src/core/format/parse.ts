import type { Article, ArticleSlug } from '#core/article'
import { directionOf } from '#core/article'
import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { CapitalsList, isCapitalsKey, isPlainForm } from './capitals.ts'
import { readFootnotes } from './footnotes.ts'
import { readFrontMatter } from './front-matter.ts'
import type { FrontMatterReading } from './front-matter.ts'
import { mintIds, withIds } from './ids.ts'
import type { Identified } from './ids.ts'
import { readMarkdown } from './markdown.ts'
import { Messages, sentences } from './messages.ts'
import type { FilePoint, Message } from './messages.ts'
import { mintLayer, mintPlace, mintSlug } from './mint.ts'
import { readSections } from './passages.ts'
import { checkNames } from './names.ts'
import { Reading } from './reading.ts'

export interface ParseOptions {
  /** The name of the article's folder. */
  readonly slug: string
  /** What the file is called in messages. */
  readonly file?: string
}

/** An article with where in the file each of its places stands. */
interface Placed {
  readonly article: Article
  readonly points: ReadonlyMap<string, FilePoint>
}

export type ParseResult =
  | ({ readonly ok: true; readonly warnings: readonly Message[] } & Placed)
  | {
      readonly ok: false
      readonly messages: readonly Message[]
      /** What was read all the same, where nothing that is wrong can have cost it a word; else null. */
      readonly words: Placed | null
    }

/** Reads an article. Everything that is wrong with it is told at once. */
export function parseArticle(markdown: string, options: ParseOptions): ParseResult {
  const messages = new Messages(options.file ?? `${options.slug}/article.md`)
  const source = normalizeLineEnds(markdown)
  const damaged = source.indexOf('\uFFFD')
  const root = readMarkdown(source)
  if (root === null) {
    messages.tell(sentences.tooDeep(), undefined)
    return { ok: false, messages: messages.all, words: null }
  }
  const front = frontMatterOf(root, messages)
  const reading = new Reading({
    source,
    messages,
    capitals: new CapitalsList(checkedCapitals(front, messages)),
    layers: front.layers,
    definitions: linkDefinitions(root),
  })
  if (damaged >= 0) messages.tell(sentences.damagedText(), reading.lines.pointAt(damaged))
  checkLayers(front, messages)
  const errors = messages.errors
  const sections = readSections(root, reading)
  const definitions = footnoteDefinitions(root)
  const footnotes = readFootnotes(definitions, front, reading)
  const hasAllWords = messages.errors === errors && front.facts !== null && front.layers !== null
  checkHeadingSteps(root, messages)
  if (definitions.length > 0 && front.layers?.every((layer) => layer.kind !== 'footnotes'))
    messages.tell(sentences.noLayerOfKind('footnotes'), front.at(['layers']))
  const unnamed: Article = {
    ...articleFacts(front, mintSlug(options.slug)),
    sections,
    footnotes,
  }
  const { ids, clashes } = mintIds(unnamed, reading.explicitIds)
  for (const thing of clashes)
    messages.tell(sentences.duplicateId(ids.get(thing) ?? ''), reading.points.get(thing))
  checkPlaces(unnamed, new Set<string>(ids.values()), front, reading)
  checkNames(unnamed, front, messages)
  const all = messages.all
  const read = { article: withIds(unnamed, ids), points: pointsById(ids, reading.points) }
  return messages.errors > 0
    ? { ok: false, messages: all, words: hasAllWords ? read : null }
    : { ok: true, warnings: all, ...read }
}

/** The byte order mark and Windows line ends belong to the file, not to the text. */
function normalizeLineEnds(markdown: string): string {
  return markdown.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
}

function frontMatterOf(root: Root, messages: Messages): FrontMatterReading {
  const first = root.children[0]
  if (first?.type === 'yaml') return readFrontMatter(first.value, 2, messages)
  messages.tell(sentences.frontMatterMissing(), undefined)
  return { facts: null, layers: null, at: () => ({ line: 1, column: 1 }), keysOf: () => [] }
}

function checkedCapitals(
  front: FrontMatterReading,
  messages: Messages,
): readonly (readonly [string, string])[] {
  const entries = Object.entries(front.facts?.capitals ?? {})
  const good = entries.filter(([found, plain]) => {
    if (!isCapitalsKey(found))
      messages.tell(sentences.capitalsKey(found), front.at(['capitals', found]))
    else if (plain === found)
      messages.tell(sentences.capitalsSame(found), front.at(['capitals', found]))
    else if (!isPlainForm(plain, found))
      messages.tell(sentences.capitalsDiffer(found, plain), front.at(['capitals', found]))
    else return true
    return false
  })
  if (entries.length > 0 && front.layers?.every((layer) => layer.kind !== 'capitals'))
    messages.tell(sentences.noLayerOfKind('capitals'), front.at(['capitals']))
  return good
}

function checkLayers(front: FrontMatterReading, messages: Messages): void {
  if (front.layers === null) return
  const seen = new Set<string>()
  for (const [index, layer] of front.layers.entries()) {
    if (seen.has(layer.id))
      messages.tell(sentences.repeatedLayer(layer.id), front.at(['layers', index]))
    seen.add(layer.id)
  }
  const originals = front.layers.filter((layer) => layer.kind === 'original').length
  if (originals !== 1) messages.tell(sentences.originalLayers(originals), front.at(['layers']))
}

/** Headings of the document itself go down one step at a time; those inside quotes, lists and notes follow their own order. */
function checkHeadingSteps(root: Root, messages: Messages): void {
  let depth = 1
  const check = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type === 'containerDirective') check(node.children)
      if (node.type !== 'heading' || node.depth < 2 || node.depth > 4) continue
      if (node.depth > depth + 1)
        messages.tell(sentences.headingJump(depth, node.depth), node.position?.start)
      depth = node.depth
    }
  }
  check(root.children)
}

function linkDefinitions(root: Root): ReadonlyMap<string, string> {
  const urls = new Map<string, string>()
  visit(root, 'definition', (node) => {
    if (!urls.has(node.identifier)) urls.set(node.identifier, node.url)
  })
  return urls
}

function footnoteDefinitions(root: Root): readonly FootnoteDefinition[] {
  const found: FootnoteDefinition[] = []
  visit(root, 'footnoteDefinition', (node) => {
    found.push(node)
  })
  return found
}

function checkPlaces(
  article: Article,
  places: ReadonlySet<string>,
  front: FrontMatterReading,
  reading: Reading,
): void {
  for (const [alias, target] of Object.entries(article.aliases)) {
    if (places.has(alias))
      reading.messages.tell(sentences.aliasShadowsId(alias), front.at(['aliases', alias]))
    if (!places.has(target))
      reading.messages.tell(sentences.aliasTarget(alias, target), front.at(['aliases', alias]))
  }
  for (const { place, at } of reading.links) {
    if (!places.has(place) && !Object.hasOwn(article.aliases, place))
      reading.messages.tell(sentences.linkTarget(place), at)
  }
}

function pointsById(
  ids: ReadonlyMap<Identified, string>,
  points: ReadonlyMap<Identified, FilePoint>,
): ReadonlyMap<string, FilePoint> {
  const byId = new Map<string, FilePoint>()
  for (const [thing, id] of ids) {
    const point = points.get(thing)
    if (point !== undefined) byId.set(id, point)
  }
  return byId
}

/** What the front matter says; where it cannot be read, an article that will not be given to anybody. */
function articleFacts(
  { facts, keysOf }: FrontMatterReading,
  slug: ArticleSlug,
): Omit<Article, 'sections' | 'footnotes'> {
  if (facts === null) {
    const source = { title: '', url: '', published: null, rights: '' }
    return {
      slug,
      title: '',
      summary: '',
      lang: 'en',
      dir: 'ltr',
      authors: [],
      hands: [],
      series: null,
      source,
      layers: [],
      names: [],
      credits: [],
      omissions: [],
      aliases: {},
    }
  }
  const { title, summary, lang, authors, hands, series, credits, omissions } = facts
  const { notation, ...source } = facts.source
  return {
    slug,
    title,
    summary,
    lang,
    dir: facts.dir ?? directionOf(lang),
    authors,
    hands,
    series,
    source: notation === undefined ? source : { ...source, notation },
    layers: facts.layers.map((layer) => ({ ...layer, id: mintLayer(layer.id) })),
    names: keysOf(['names']).flatMap((name) => {
      const known = facts.names[name]
      return known === undefined ? [] : [{ name, ...known }]
    }),
    credits,
    omissions,
    aliases: Object.fromEntries(
      Object.entries(facts.aliases).map(([alias, id]) => [alias, mintPlace(id)]),
    ),
  }
}
