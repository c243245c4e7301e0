import type { AboutMaterial, Material, MaterialFormat, Notice } from '../model.ts'
import { clean, decode, decodeUtf16 } from './decode.ts'
import { detectFormat, looksLikeMarkdown } from './detect-format.ts'
import { compose } from './fragments.ts'
import { withInnerAnchorsOnly } from './html/links.ts'
import { readHtml } from './html/read-html.ts'
import { ImportError } from './import-error.ts'
import { isKeptMail, readKeptMail } from './kept-mail.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import type { Limits } from './limits.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { isNoText } from './not-text.ts'
import { readDocx } from './packages/docx.ts'
import { readEpub } from './packages/epub.ts'
import { openPackage } from './packages/zip.ts'
import { paceOf } from './pace.ts'
import type { Pace, PaceOptions } from './pace.ts'
import { isSourceOfPage } from './pasted-html.ts'
import { splitPlainText } from './plain-text.ts'
import { pageInArchive } from './web-archive.ts'

/** What a person brings: a file, or what stood on the clipboard. */
export type MaterialInput =
  | {
      readonly type: 'file'
      readonly bytes: Uint8Array
      readonly name: string | null
      readonly mediaType: string | null
      /** Where somebody says what it is; else its content and its name do. */
      readonly format?: MaterialFormat | null
    }
  | { readonly type: 'paste'; readonly text: string; readonly html: string | null }

export interface ReadOptions extends PaceOptions {
  readonly limits?: Limits
}

/**
 * Reads what somebody brings as one text with what its markup says of it. Nothing visible is left out,
 * nothing is run or fetched, and the time grows with the length alone.
 *
 * @throws ImportError and nothing else; its `id` has a sentence in the catalogue.
 */
export async function readMaterial(
  input: MaterialInput,
  options: ReadOptions = {},
): Promise<Material> {
  const limits = options.limits ?? DEFAULT_LIMITS
  const pace = paceOf(options)
  await pace.step(0)
  const material =
    input.type === 'paste'
      ? await readPaste(input, limits, pace)
      : await readFile(input, limits, pace)
  if (material.text === '') throw new ImportError('nothing-in-it')
  if (material.text.length > limits.characters) throw tooLarge(limits.characters)
  await pace.step(1)
  return material
}

function tooLarge(limit: number): ImportError {
  return new ImportError('too-large', String(Math.round(limit / (1024 * 1024))))
}

async function readPaste(
  { text, html }: { readonly text: string; readonly html: string | null },
  limits: Limits,
  pace: Pace,
): Promise<Material> {
  if (text.length + (html?.length ?? 0) > limits.bytes) throw tooLarge(limits.bytes)
  if (html !== null && html.trim() !== '') {
    const page = clean(html)
    const material = await readText('html', page.text, page.notices, limits, pace)
    if (material.text !== '') return material
  }
  const { text: words, notices } = clean(text)
  if (isSourceOfPage(words)) {
    const material = await readText('html', words, [...notices, READ_AS_PAGE], limits, pace)
    if (material.text !== '') return material
  }
  return readText(looksLikeMarkdown(words) ? 'markdown' : 'text', words, notices, limits, pace)
}

async function readFile(
  file: Extract<MaterialInput, { type: 'file' }>,
  limits: Limits,
  pace: Pace,
): Promise<Material> {
  const { bytes, name, mediaType } = file
  if (bytes.length === 0) throw new ImportError('nothing-in-it', name)
  if (bytes.length > limits.bytes) throw tooLarge(limits.bytes)
  const format = file.format ?? detectFormat(bytes, name, mediaType)
  if (format === 'text' && isKeptMail(bytes)) {
    const { text, isHtml } = readKeptMail(bytes)
    const cleaned = clean(text)
    return readText(isHtml ? 'html' : 'text', cleaned.text, cleaned.notices, limits, pace)
  }
  switch (format) {
    case 'text':
    case 'markdown':
    case 'html': {
      const first = decode(bytes, format)
      const decoded = isNoText(first.text) ? decodeUtf16(bytes) : first
      if (decoded === null) throw new ImportError('not-text', name)
      const { text, notices } = decoded
      const isSaid = file.format === format
      return !isSaid && format === 'text' && isSourceOfPage(text)
        ? readText('html', text, [...notices, READ_AS_PAGE], limits, pace)
        : readText(format, text, notices, limits, pace)
    }
    case 'web-archive': {
      const page = pageInArchive(bytes)
      if (page === null) throw new ImportError('no-page-in-it', name)
      const { text, notices } = decode(page.bytes, 'html', page.charset)
      return readText('html', text, notices, limits, pace, page.url)
    }
    case 'epub':
    case 'docx': {
      const unpack = openPackage(bytes, limits, pace.part(0, 0.9))
      // A package without a name says itself what it is.
      const isBook = format === 'epub' || unpack.has('META-INF/container.xml')
      const read = isBook ? readEpub : readDocx
      const content = await read(unpack, limits, pace.part(0, 0.9))
      return {
        format: isBook ? 'epub' : 'docx',
        ...compose(content.pieces),
        about: content.about,
        notices: content.notices,
      }
    }
  }
}

async function readText(
  format: 'text' | 'markdown' | 'html',
  text: string,
  notices: readonly Notice[],
  limits: Limits,
  pace: Pace,
  /** Where it stood, if the file says so outside the text. */
  url: string | null = null,
): Promise<Material> {
  if (format === 'html') {
    const content = await readHtml(text, { limits, pace })
    return {
      format,
      ...compose(withInnerAnchorsOnly(content.pieces, url ?? content.about.url)),
      about: { ...content.about, url: content.about.url ?? url },
      notices: [...notices, ...content.notices],
    }
  }
  if (text.length > limits.characters) throw tooLarge(limits.characters)
  if (format === 'markdown') {
    const content = await readMarkdown(text, limits, pace)
    return {
      format,
      text: content.fragments.length === 0 ? '' : content.text,
      fragments: content.fragments,
      ...(content.resolved.length === 0 ? {} : { resolved: content.resolved }),
      about: content.about ?? NOTHING_KNOWN,
      notices: [...notices, ...content.notices],
    }
  }
  const fragments = splitPlainText(text, limits).map((fragment) => ({ ...fragment, within: null }))
  return {
    format,
    text: fragments.length === 0 ? '' : text,
    fragments,
    about: NOTHING_KNOWN,
    notices,
  }
}

const READ_AS_PAGE: Notice = { id: 'read-as-page', about: null }

const NOTHING_KNOWN: AboutMaterial = {
  title: null,
  authors: [],
  published: null,
  url: null,
  lang: null,
}
