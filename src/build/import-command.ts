import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import {
  doubts,
  draftArticle,
  ImportError,
  readMaterial,
  separate,
  startDraft,
  titleOfDraft,
} from '#core/importer'
import type { Draft, Material, MaterialFormat, SegmentClass, Separation } from '#core/importer'
import { sentences } from '#words/importer-article'
import * as importer from '#words/importer'
import { cueSentence } from '#words/importer-cues'
import * as words from '#words/importer-command'
import { isFolderName } from './folder-name.ts'

/** What is made of a file, for whatever its caller prints or writes. */
type Imported =
  | {
      readonly ok: true
      /** Every block with its class, as other programs read it. */
      readonly json: () => string
      /** The same for a person: what is in doubt first. */
      readonly summary: () => string
      /** The folder of the article, with what the check says about it. */
      readonly folder: (slug: string) => Promise<ArticleFolder>
    }
  | { readonly ok: false; readonly why: string }

interface ArticleFolder {
  readonly article: string
  readonly source: string
  readonly messages: readonly string[]
  /** Whether a site would be built with it. */
  readonly isInOrder: boolean
}

const FORMATS: ReadonlyMap<string, MaterialFormat> = new Map([
  ['txt', 'text'],
  ['md', 'markdown'],
  ['html', 'html'],
  ['epub', 'epub'],
  ['docx', 'docx'],
])

/** Names of the classes in the interchange format that importers are compared by. */
const CLASSES: Readonly<Record<SegmentClass, string>> = {
  original: 'original',
  commentary: 'commentary',
  background: 'background',
  quote: 'quote',
  heading: 'heading',
  'footnote-definition': 'footnote-def',
  'about-author': 'bio',
  metadata: 'meta',
  furniture: 'chrome',
}

/** @param format as on the command line; null where the file itself is to tell. */
export async function importFile(file: {
  readonly bytes: Uint8Array
  readonly name: string
  readonly format: string | null
}): Promise<Imported> {
  const format = file.format === null ? null : FORMATS.get(file.format)
  if (format === undefined) {
    return { ok: false, why: unknownFormat(file.format ?? '') }
  }
  try {
    const { bytes, name } = file
    const material = await readMaterial({ type: 'file', bytes, name, mediaType: null, format })
    const separation = separate(material)
    return {
      ok: true,
      json: () => JSON.stringify({ blocks: blocksOf(material, separation) }),
      summary: () => summaryOf(startDraft(material, separation), separation.missing),
      folder: (slug) => folderOf(startDraft(material, separation), slug),
    }
  } catch (reason) {
    if (!(reason instanceof ImportError)) throw reason
    const sentence = importer.failures[reason.id] ?? importer.unexpectedFailure
    return { ok: false, why: words.refused(file.name, sentence(reason.about ?? '')) }
  }
}

function unknownFormat(format: string): string {
  return words.unknownFormat(format, [...FORMATS.keys()].join(', '))
}

function blocksOf(material: Material, { segments, references }: Separation) {
  const written = writtenText(material)
  let next = 0
  return segments.map((segment) => {
    const refs: { readonly label: string; readonly def: number | null }[] = []
    for (; (references[next]?.from ?? Infinity) < segment.to; next += 1) {
      const reference = references[next]
      if (reference === undefined || reference.from < segment.from) continue
      refs.push({ label: reference.label, def: reference.definition })
    }
    const text = material.text.slice(segment.from, segment.to)
    const raw = written(segment.from, segment.to)
    return {
      class: CLASSES[segment.class],
      text,
      ...(raw === text ? {} : { raw }),
      ...(segment.label === null ? {} : { label: segment.label }),
      ...(refs.length === 0 ? {} : { refs }),
      voice: segment.voice,
      confidence: segment.confidence,
      cue: cueSentence(segment.cue.id, segment.cue.found),
    }
  })
}

/** Stretches as they stood in the file, asked for in their order. */
function writtenText({ text, resolved = [] }: Material): (from: number, to: number) => string {
  let next = 0
  return (from, to) => {
    let written = ''
    let at = from
    for (; (resolved[next]?.from ?? Infinity) < to; next += 1) {
      const reference = resolved[next]
      if (reference === undefined || reference.from < from) continue
      written += text.slice(at, reference.from) + reference.written
      at = reference.to
    }
    return written + text.slice(at, to)
  }
}

function summaryOf(draft: Draft, missing: readonly string[]): string {
  const { segments, references, mended, about, material } = draft
  const inDoubt = new Set(doubts(draft))
  const order = new Map([...inDoubt].map((key, at) => [key, at]))
  const lines = segments.map((segment, at) => {
    const excerpt = material.text.slice(segment.from, segment.to).replace(/\s+/g, ' ')
    const is = [
      importer.classNames[segment.class] ?? segment.class,
      ...(segment.voice === null ? [] : [segment.voice]),
      words.confidences[segment.confidence] ?? segment.confidence,
    ].join(', ')
    const why = cueSentence(segment.cue.id, segment.cue.found)
    const said = `${String(at + 1).padStart(5)}  ${is}: ${why}\n       ${shortened(excerpt)}`
    return { key: segment.key, said }
  })
  const first = lines
    .filter(({ key }) => inDoubt.has(key))
    .toSorted((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0))
  const linked = references.filter(({ definition }) => definition !== null).length
  const head = [
    titleOfDraft(draft) ?? words.untitled,
    about.authors.join(', '),
    about.published,
    about.url,
  ]
  return [
    head.filter((part) => part !== null && part !== '').join(' · '),
    ...material.notices.map(({ id, about: told }) => importer.notices[id]?.(told ?? '') ?? id),
    '',
    words.blocksAndDoubts(segments.length, first.length),
    ...first.map(({ said }) => said),
    ...(references.length === 0 && missing.length === 0
      ? []
      : ['', words.notes(linked, references.length - linked, missing.join(', '))]),
    ...mended.map(({ from, to, url }) => words.mended(material.text.slice(from, to), url)),
    '',
    words.allBlocks,
    ...lines.map(({ said }) => said),
  ].join('\n')
}

const LONGEST_EXCERPT = 100

function shortened(words: string): string {
  if (words.length <= LONGEST_EXCERPT) return words
  // Half of a character is none.
  return `${words.slice(0, LONGEST_EXCERPT).replace(/[\ud800-\udbff]$/, '')}…`
}

/** The parser is only loaded here: whoever asks for data does not wait for it. */
async function folderOf(draft: Draft, slug: string): Promise<ArticleFolder> {
  const { assignIds, checkArticle, formatMessage, serializeArticle } = await import('#core/format')
  const { article, source } = draftArticle(draft, { slug, sentences })
  const markdown = serializeArticle(assignIds(article))
  const { messages } = checkArticle({ markdown, source, slug })
  const isInOrder = messages.every(({ severity }) => severity !== 'error')
  return { article: markdown, source, messages: messages.map(formatMessage), isInOrder }
}

interface Told {
  /** What was asked for, for the standard output. */
  readonly out: string
  /** What a person should know. */
  readonly error: string
  /** 0: done; 1: nothing was written, or the check of what was written has found errors; 2: asked for wrongly. */
  readonly exitCode: 0 | 1 | 2
}

/** What `FILE` is called where the text comes from the standard input. */
const STANDARD_INPUT = '-'

/**
 * `npm run import` as its arguments say it: reads the file, writes the folder where that is wished, and
 * says the rest. Never writes over an article, and no half of one.
 */
export async function importCommand(
  args: readonly string[],
  readStandardInput: () => Promise<Uint8Array> = () => buffer(process.stdin),
): Promise<Told> {
  const asked = readArguments(args)
  if ('why' in asked) return { ...failed(`${asked.why}\n${words.usage}`), exitCode: 2 }
  if (asked.help) return { out: words.usage, error: '', exitCode: 0 }
  const { file, format, out, json } = asked
  const slug = out === null ? '' : path.basename(path.resolve(out))
  if (out !== null && !isFolderName(slug)) return { ...failed(words.folderName(slug)), exitCode: 2 }
  const taken = out === null ? undefined : FILES.find((name) => existsSync(path.join(out, name)))
  if (out !== null && taken !== undefined) return failed(words.folderTaken(out, taken))
  let bytes: Uint8Array
  try {
    bytes = await (file === STANDARD_INPUT ? readStandardInput() : readFile(file))
  } catch (error) {
    return failed(codeOf(error) === 'EISDIR' ? words.isFolder(file) : words.noSuchFile(file))
  }
  const imported = await importFile({
    bytes: new Uint8Array(bytes),
    name: path.basename(file),
    format,
  })
  if (!imported.ok) return failed(imported.why)
  const printed = json ? imported.json() : out === null ? imported.summary() : ''
  if (out === null) return { out: printed, error: '', exitCode: 0 }
  const folder = await imported.folder(slug)
  try {
    await write(path.resolve(out), { 'source.txt': folder.source, 'article.md': folder.article })
  } catch (error) {
    return failed(words.notWritable(out, codeOf(error)))
  }
  const error = [...folder.messages, words.written(out)].join('\n\n')
  return { out: printed, error, exitCode: folder.isInOrder ? 0 : 1 }
}

const FILES = ['article.md', 'source.txt'] as const

/** Both files or none. */
async function write(
  folder: string,
  files: Readonly<Record<(typeof FILES)[number], string>>,
): Promise<void> {
  await makeFolder(folder)
  const ours: string[] = []
  const add = async (name: (typeof FILES)[number]) => {
    const file = path.join(folder, name)
    const opened = await open(file, 'wx')
    // From here on it is ours, also where the disk is full before its last word.
    ours.push(file)
    try {
      await opened.writeFile(files[name])
    } finally {
      await opened.close()
    }
  }
  try {
    await add('article.md')
    await add('source.txt')
  } catch (error) {
    await Promise.all(ours.map((file) => rm(file, { force: true })))
    throw error
  }
}

/** Step by step: Node's own way of making parents never ends where a file system takes no folder (`/proc`). */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const code = codeOf(error)
    const parent = path.dirname(folder)
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (code !== 'ENOENT' || existsSync(parent)) throw error
    await makeFolder(parent)
    await mkdir(folder)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

function failed(sentence: string): Told {
  return { out: '', error: sentence, exitCode: 1 }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        format: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const [file = '', ...more] = positionals
    const { help, json, format = null, out = null } = values
    if (!help && file === '') return { why: words.noFile }
    if (more.length > 0) return { why: words.manyFiles(positionals.length) }
    if (format !== null && !FORMATS.has(format)) return { why: unknownFormat(format) }
    return { file, help, json, format, out }
  } catch (error) {
    // Node says which flag it is, in its first sentence.
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    return { why: `${first.replace(/\.$/, '')}.` }
  }
}
