import { strToU8, Unzip, UnzipInflate, UnzipPassThrough, zipSync, type Zippable } from 'fflate'
import { decode, joined, LARGEST_TEXT } from './inflate.ts'

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

/**
 * The inverse of `packFolder`, for a file from anywhere: two names are looked for, at the top or in one
 * folder, and nothing else is unpacked. The names of entries lead nowhere: they are only compared.
 */
export function unpackFolder(bytes: Uint8Array): FolderReading {
  const found = new Map<Name, { readonly chunks: Uint8Array[]; size: number; isDone: boolean }>()
  let slug = ''
  let entries = 0
  let fault: 'damaged' | 'too-large' | null = null
  const unzip = new Unzip((file) => {
    entries += 1
    const [, folder = '', name] = /^(?:([^/\\.][^/\\]{0,200})\/)?([^/\\]+)$/u.exec(file.name) ?? []
    const wanted = NAMES.find((one) => one === name)
    if (wanted === undefined || found.has(wanted) || entries > MOST_ENTRIES) return
    const content = { chunks: new Array<Uint8Array>(), size: 0, isDone: false }
    found.set(wanted, content)
    if (wanted === 'article.md') slug = folder
    file.ondata = (error, chunk, final) => {
      if (error !== null) {
        fault ??= 'damaged'
        return
      }
      content.size += chunk.length
      content.isDone ||= final
      if (content.size <= LARGEST_TEXT) content.chunks.push(chunk)
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
  const textOf = (name: Name) => {
    const content = found.get(name)
    if (content === undefined) return null
    if (!content.isDone) return { ok: false, reason: 'damaged' } as const
    return decode(joined(content.chunks, content.size))
  }
  const markdown = textOf('article.md')
  const source = textOf('source.txt')
  if (markdown === null) return { ok: false, reason: 'no-article' }
  if (!markdown.ok) return { ok: false, reason: markdown.reason }
  if (source?.ok === false) return { ok: false, reason: source.reason }
  return { ok: true, folder: { slug, markdown: markdown.text, source: source?.text ?? null } }
}
