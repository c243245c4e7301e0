import { strToU8, Unzip, UnzipInflate, UnzipPassThrough, zipSync, type Zippable } from 'fflate'
import { decode, joined, LARGEST_TEXT, type Unpacked } from './inflate.ts'

/** What is in the folder of an article: what a publisher drops into the site. */
export interface Folder {
  /** The name of the folder. */
  readonly slug: string
  /** `article.md` */
  readonly markdown: string
  /** `source.txt`; null where there is none, as behind a link. */
  readonly source: string | null
}

/** The folder as one file. `time` is when it was packed: the same for both, so that the same gives the same bytes. */
export function packFolder({ slug, markdown, source }: Folder, time: Date): Uint8Array {
  const files: Zippable = {
    [`${slug}/article.md`]: [strToU8(markdown), { level: 9, mtime: time }],
    ...(source === null
      ? {}
      : { [`${slug}/source.txt`]: [strToU8(source), { level: 9, mtime: time }] }),
  }
  return zipSync(files)
}

export type FolderReading =
  | { readonly ok: true; readonly folder: Folder }
  | { readonly ok: false; readonly reason: 'no-article' | 'damaged' | 'too-large' }

/** Bytes that go in at once, and entries that are looked at. */
const SLICE = 4096
const MOST_ENTRIES = 200

const NAMES = ['article.md', 'source.txt'] as const
type Name = (typeof NAMES)[number]

interface Entry {
  /** The folder that it stands in; empty at the top. */
  readonly folder: string
  readonly chunks: Uint8Array[]
  size: number
  isDone: boolean
}

type Fault = Extract<FolderReading, { readonly ok: false }>['reason']

/**
 * The inverse of `packFolder`, for a file from anywhere: two names are looked for, at the top or in one
 * folder, and nothing else is unpacked. The names of entries lead nowhere: they are only compared.
 */
export function unpackFolder(bytes: Uint8Array): FolderReading {
  const found: Record<Name, Entry[]> = { 'article.md': [], 'source.txt': [] }
  let entries = 0
  let total = 0
  let fault: Fault | null = null
  const unzip = new Unzip((file) => {
    entries += 1
    // Each one costs the unpacking more than the one before.
    if (entries > MOST_ENTRIES) fault ??= 'no-article'
    const [, folder = '', name] = /^(?:([^/\\.][^/\\]{0,200})\/)?([^/\\]+)$/u.exec(file.name) ?? []
    const wanted = NAMES.find((one) => one === name)
    if (wanted === undefined || fault !== null) return
    // The first article counts, and of its sources, which may come before it, the one beside it.
    if (wanted === 'article.md' && found[wanted].length > 0) return
    if (found[wanted].some((entry) => entry.folder === folder)) return
    const content: Entry = { folder, chunks: [], size: 0, isDone: false }
    found[wanted].push(content)
    file.ondata = (error, chunk, final) => {
      if (error !== null) {
        fault ??= 'damaged'
        return
      }
      content.size += chunk.length
      total += chunk.length
      content.isDone ||= final
      const fits = content.size <= LARGEST_TEXT && total <= 2 * LARGEST_TEXT
      if (fits) content.chunks.push(chunk)
      else fault ??= 'too-large'
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
      if (fault !== null) return { ok: false, reason: fault }
    }
  } catch {
    return { ok: false, reason: 'damaged' }
  }
  const [article] = found['article.md']
  if (article === undefined) return { ok: false, reason: 'no-article' }
  const beside = found['source.txt'].find(({ folder }) => folder === article.folder)
  const markdown = textOf(article)
  const source = beside === undefined ? null : textOf(beside)
  if (!markdown.ok) return { ok: false, reason: markdown.reason }
  if (source?.ok === false) return { ok: false, reason: source.reason }
  return {
    ok: true,
    folder: { slug: article.folder, markdown: markdown.text, source: source?.text ?? null },
  }
}

function textOf({ chunks, size, isDone }: Entry): Unpacked {
  return isDone ? decode(joined(chunks, size)) : { ok: false, reason: 'damaged' }
}
