import type { MaterialFormat } from '../model.ts'
import { ImportError } from './import-error.ts'
import { isWebArchive } from './web-archive.ts'

/** What a file is; a page that is saved as one file is read as the page in it. */
export type FileFormat = MaterialFormat | 'web-archive'

const BY_ENDING: ReadonlyMap<string, FileFormat> = new Map<string, FileFormat>([
  ['txt', 'text'],
  ['text', 'text'],
  ['log', 'text'],
  ['eml', 'text'],
  ['md', 'markdown'],
  ['mdx', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['mkd', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['mht', 'web-archive'],
  ['mhtml', 'web-archive'],
  ['epub', 'epub'],
  ['docx', 'docx'],
])

const BY_MEDIA_TYPE: ReadonlyMap<string, FileFormat> = new Map<string, FileFormat>([
  ['text/plain', 'text'],
  ['message/rfc822', 'text'],
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['multipart/related', 'web-archive'],
  ['application/epub+zip', 'epub'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
])

/**
 * What a file is: its content decides between packages and text, its name between kinds of text.
 *
 * @throws ImportError where it is something that holds no text, or none that is read.
 */
export function detectFormat(
  bytes: Uint8Array,
  name: string | null,
  mediaType: string | null,
): FileFormat {
  const ending = /\.([a-z]{2,8})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? ''
  const said =
    BY_ENDING.get(ending) ??
    BY_MEDIA_TYPE.get((mediaType ?? '').split(';')[0]?.trim().toLowerCase() ?? '')
  const start = String.fromCharCode(...bytes.subarray(0, 1024))
  if (start.startsWith('{\\rtf')) throw new ImportError('rtf', name)
  if (start.startsWith('%PDF-')) throw new ImportError('pdf', name)
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new ImportError('old-word', name)
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) {
    if (start.includes('mimetypeapplication/epub+zip')) return 'epub'
    if (start.includes('mimetypeapplication/vnd.oasis.opendocument'))
      throw new ImportError('open-document', name)
    return said === 'epub' ? 'epub' : 'docx'
  }
  if (said === 'epub' || said === 'docx') throw new ImportError('package-damaged', name)
  if (said !== undefined) return said
  if (isWebArchive(start)) return 'web-archive'
  if (isBinary(start)) throw new ImportError('unknown-format', name)
  if (looksLikeHtml(start)) return 'html'
  // Its signs are ASCII, so that the encoding does not matter.
  return looksLikeMarkdown(asciiOf(bytes.subarray(0, LONGEST_SAMPLE))) ? 'markdown' : 'text'
}

/** Pictures, programs, sound: what no text begins with. */
function isBinary(start: string): boolean {
  if (
    /^(?:\u0089PNG|GIF8|\u00ff\u00d8\u00ff|RIFF|\u007fELF|\u001f\u008b|Rar!|7z\u00bc|ID3|OggS|MZ\u0090)/.test(
      start,
    )
  )
    return true
  const isUtf16 = /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start)
  const controls = start.replace(/[^\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g, '').length
  return !isUtf16 && controls > start.length * 0.1
}

function looksLikeHtml(start: string): boolean {
  return /^\s{0,200}(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<\?xml[^>]{0,200}>\s{0,99}<(?:!doctype html|html)|<meta\s|<!--\s?saved from)/i.test(
    start,
  )
}

const LONGEST_SAMPLE = 64 * 1024

function asciiOf(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 4096) {
    text += String.fromCharCode(...bytes.subarray(from, from + 4096))
  }
  return text.replace(/\r\n?/g, '\n')
}

/** Signs of Markdown that plain text does not have, or not so many of. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/\]\(https?:\/\//g, 2],
  [/^#{1,6} \S/gm, 2],
  [/^\[\^[^\s\]]{1,40}\]: /gm, 1],
  [/^```/gm, 2],
  [/\*\*\S[^*\n]{0,200}\*\*/g, 3],
  [/^\[[^\]\n]{1,80}\]: https?:\/\//gm, 2],
]

/** Whether somebody who pasted this, or left its name without an ending, wrote Markdown. */
export function looksLikeMarkdown(text: string): boolean {
  const sample = text.slice(0, LONGEST_SAMPLE)
  if (/^---\n(?:[\w-]{1,40}:[^\n]{0,1000}\n){1,60}---\n/.test(sample)) return true
  return SIGNS.some(([sign, enough]) => [...sample.matchAll(sign)].length >= enough)
}
