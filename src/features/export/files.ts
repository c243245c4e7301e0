import type { Article, LayerId } from '#core/article'
import {
  fileName,
  figuresOf,
  imageName,
  mergePassages,
  selectLayers,
  withImageNames,
  writeEpub,
  writeHtml,
  writeJson,
  writePlainText,
  zip,
  type Edition,
  type ImageFile,
} from '#core/export'
import type { FileFormat } from '#words/export'
import { wording } from './wording.ts'

export interface FileOrder {
  readonly article: Article
  readonly format: FileFormat
  readonly layers: readonly LayerId[]
  readonly footnotes: boolean
  readonly url: string
}

const EXTENSIONS: Readonly<Record<FileFormat, string>> = {
  html: 'html',
  epub: 'epub',
  markdown: 'md',
  text: 'txt',
  json: 'json',
}
const TYPES: Readonly<Record<FileFormat, string>> = {
  html: 'text/html',
  epub: 'application/epub+zip',
  markdown: 'text/markdown;charset=utf-8',
  text: 'text/plain;charset=utf-8',
  json: 'application/json',
}

/** What the file will be called. Markdown holds no images, so with images it comes as a folder, packed. */
export function nameOf({ article, format, layers }: FileOrder): string {
  const isPacked = format === 'markdown' && picturesOf(article).length > 0
  return fileName(article, layers, isPacked ? 'zip' : EXTENSIONS[format])
}

/** Formats that can be copied as well. */
export function isText(format: FileFormat): boolean {
  return format === 'markdown' || format === 'text' || format === 'json'
}

/** The file as text, for the clipboard. */
export async function writeText(order: FileOrder): Promise<string> {
  const { article, format, url } = order
  const selected = selectLayers(article, order)
  switch (format) {
    case 'markdown': {
      const { serializeArticle } = await import('#core/format/writer')
      return serializeArticle(mergePassages(withImageNames(selected)))
    }
    case 'json':
      return writeJson(selected, url)
    case 'html':
      return writeHtml(editionOf(order, await loadImages(selected)))
    case 'text':
    case 'epub':
      return writePlainText(editionOf(order, []))
  }
}

/** The file itself; `now` is when it was made. Rejects with `ImageMissing` where an image cannot be had. */
export async function makeFile(order: FileOrder, now: Date): Promise<Blob> {
  const { article, format } = order
  const selected = selectLayers(article, order)
  if (format === 'epub') {
    return blobOf(writeEpub(editionOf(order, await loadImages(selected)), now), TYPES.epub)
  }
  const text = await writeText(order)
  const images = format === 'markdown' ? await loadImages(selected) : []
  if (picturesOf(article).length === 0 || format !== 'markdown') return blobOf(text, TYPES[format])
  const folder = article.slug
  const files = images.map(({ src, bytes }) => ({
    path: `${folder}/${imageName(src)}`,
    content: bytes,
    isStored: true,
  }))
  const packed = zip([{ path: `${folder}/article.md`, content: text }, ...files], now)
  return blobOf(packed, 'application/zip')
}

function editionOf(order: FileOrder, images: readonly ImageFile[]): Edition {
  return {
    article: selectLayers(order.article, order),
    url: order.url,
    resolve: (url) => (URL.canParse(url, order.url) ? new URL(url, order.url).href : url),
    wording,
    images,
  }
}

export class ImageMissing extends Error {}

/** The addresses of its images; a figure whose picture is missing has none. */
function picturesOf(article: Article): readonly string[] {
  return figuresOf(article)
    .map(({ src }) => src)
    .filter((src) => src !== '')
}

async function loadImages(article: Article): Promise<readonly ImageFile[]> {
  const sources = [...new Set(picturesOf(article))]
  return Promise.all(
    sources.map(async (src) => {
      const response = await fetch(src).catch(() => null)
      if (response?.ok !== true) throw new ImageMissing(src)
      const bytes = new Uint8Array(await response.arrayBuffer())
      const mediaType = response.headers.get('Content-Type')?.split(';')[0] ?? 'image/png'
      return { src, mediaType, bytes }
    }),
  )
}

function blobOf(content: string | Uint8Array, type: string): Blob {
  return new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type })
}
