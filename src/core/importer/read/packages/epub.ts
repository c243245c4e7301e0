import type { AboutMaterial, Container, Mark, Notice } from '../../model.ts'
import { decode } from '../decode.ts'
import type { Piece } from '../fragments.ts'
import { withInnerAnchorsOnly } from '../html/links.ts'
import { readHtml } from '../html/read-html.ts'
import { ImportError } from '../import-error.ts'
import { refuseTooMany } from '../limits.ts'
import type { Limits } from '../limits.ts'
import type { Pace } from '../pace.ts'
import { aboutBook } from './epub-about.ts'
import { directoryOf, resolvePath } from './paths.ts'
import { readElements } from './xml.ts'
import type { XmlElement } from './xml.ts'
import type { Package } from './zip.ts'

export interface PackageContent {
  readonly pieces: readonly Piece[]
  readonly about: AboutMaterial
  readonly notices: readonly Notice[]
}

interface Chapter {
  readonly path: string
  readonly pieces: readonly Piece[]
}

/** More than a number is text that only stands where a page begins. */
const LONGEST_NUMBER = 20

/** The chapters of a book in the order in which they are read, as one text. */
export async function readEpub(book: Package, limits: Limits, pace: Pace): Promise<PackageContent> {
  await refuseIfLocked(book, pace)
  const opfPath = await packageDocument(book, pace)
  const opf = await book.read(opfPath)
  if (opf === null) throw new ImportError('package-part-missing', opfPath)
  const elements = await readElements(opf, pace)
  const paths = spineOf(elements, opfPath)
  const contents = contentsOf(elements, opfPath)
  const chapters: Chapter[] = []
  const notices: Notice[] = []
  let characters = 0
  let pictures = 0
  for (const [at, path] of paths.entries()) {
    const part = pace.part(at / paths.length, (at + 1) / paths.length)
    const bytes = await book.read(path)
    if (bytes === null) {
      notices.push({ id: 'part-unreadable', about: path })
      continue
    }
    const { text, notices: told } = decode(bytes, 'epub')
    const content = await readHtml(text, { limits, pace: part, isXhtml: true })
    const pieces = withPageBreaks(content.pieces)
    chapters.push({ path, pieces: path === contents ? asContents(pieces) : pieces })
    refuseTooMany(
      chapters.reduce((sum, { pieces }) => sum + pieces.length, 0),
      limits,
    )
    characters += content.pieces.reduce((sum, piece) => sum + piece.text.length, 0)
    if (characters > limits.characters)
      throw new ImportError('too-large', String(Math.round(limits.characters / (1024 * 1024))))
    for (const notice of [...told, ...content.notices]) {
      if (notice.id === 'pictures-left-out') pictures += Number(notice.about)
      else if (!notices.some(({ id }) => id === notice.id)) notices.push(notice)
    }
  }
  if (chapters.length === 0) throw new ImportError('package-part-missing', paths[0] ?? opfPath)
  if (pictures > 0) notices.push({ id: 'pictures-left-out', about: String(pictures) })
  return { pieces: joinChapters(chapters), about: aboutBook(elements), notices }
}

/** Fonts may be scrambled; chapters that are locked cannot be read by anybody but their shop's readers. */
async function refuseIfLocked(book: Package, pace: Pace): Promise<void> {
  const encryption = await book.read('META-INF/encryption.xml')
  if (encryption === null) return
  const locked = (await readElements(encryption, pace)).some(
    ({ name, attributes }) =>
      name === 'CipherReference' && /\.x?html?$/i.test(attributes.get('URI') ?? ''),
  )
  if (locked) throw new ImportError('package-protected')
}

async function packageDocument(book: Package, pace: Pace): Promise<string> {
  const container = await book.read('META-INF/container.xml')
  if (container === null) throw new ImportError('package-part-missing', 'META-INF/container.xml')
  const path = (await readElements(container, pace))
    .find(({ name }) => name === 'rootfile')
    ?.attributes.get('full-path')
  if (path === undefined) throw new ImportError('package-part-missing', 'OPF')
  return resolvePath('', path)
}

function spineOf(elements: readonly XmlElement[], opfPath: string): readonly string[] {
  const folder = directoryOf(opfPath)
  const items = new Map<string, string>()
  for (const { name, attributes } of elements) {
    const id = attributes.get('id')
    const href = attributes.get('href')
    if (name !== 'item' || id === undefined || href === undefined || items.has(id)) continue
    const type = attributes.get('media-type') ?? ''
    if (/html|^text\/xml$|dtbook/.test(type) || /\.x?html?$/i.test(href))
      items.set(id, resolvePath(folder, href))
  }
  const paths = elements
    .filter(({ name }) => name === 'itemref')
    .map(({ attributes }) => items.get(attributes.get('idref') ?? ''))
    .filter((path) => path !== undefined)
  return [...new Set(paths.length > 0 ? paths : items.values())]
}

/** Where the book has its contents, and the lists of its pages and parts, for a reading system to show. */
function contentsOf(elements: readonly XmlElement[], opfPath: string): string | null {
  const href = elements
    .find(
      ({ name, attributes }) =>
        name === 'item' && (attributes.get('properties') ?? '').split(/\s+/).includes('nav'),
    )
    ?.attributes.get('href')
  return href === undefined ? null : resolvePath(directoryOf(opfPath), href)
}

/** All of them within a list of contents, whatever their elements say. */
function asContents(pieces: readonly Piece[]): readonly Piece[] {
  const lists = new Map<Container | null, Container>()
  return pieces.map((piece) => {
    const { within } = piece
    const known = lists.get(within)
    const list = known ?? { name: 'nav', hints: ['toc'], look: null, lang: null, parent: within }
    if (known === undefined) lists.set(within, list)
    return { ...piece, within: list }
  })
}

/** Where a page of the printed book began, its number may stand as a block of its own: it is not the text's. */
function withPageBreaks(pieces: readonly Piece[]): readonly Piece[] {
  const isBreak = (element: Container | null | undefined) =>
    element?.hints.some((hint) => hint === 'pagebreak' || hint === 'doc-pagebreak') === true
  return pieces.map((piece) =>
    piece.text.length <= LONGEST_NUMBER && (isBreak(piece.within) || isBreak(piece.within?.parent))
      ? { ...piece, kind: 'control' }
      : piece,
  )
}

/**
 * One text of all chapters. Each has ids of its own, so those that occur in several get the chapter's
 * number, and links between chapters become links within the text.
 */
function joinChapters(chapters: readonly Chapter[]): readonly Piece[] {
  const owners = new Map<string, Set<number>>()
  chapters.forEach(({ pieces }, chapter) => {
    for (const { marks } of pieces) {
      for (const { type, value } of marks) {
        if (type !== 'anchor' || value === null) continue
        const all = owners.get(value) ?? new Set()
        owners.set(value, all.add(chapter))
      }
    }
  })
  const numbers = new Map(chapters.map(({ path }, chapter) => [path, chapter]))
  const placeOf = (chapter: number, id: string) =>
    (owners.get(id)?.size ?? 0) > 1 ? `${chapter + 1}-${id}` : id
  const joined = chapters.flatMap(({ path, pieces }, chapter) => {
    const folder = directoryOf(path)
    const adjust = (mark: Mark): Mark => {
      if (mark.value === null) return mark
      if (mark.type === 'anchor') return { ...mark, value: placeOf(chapter, mark.value) }
      if (
        mark.type !== 'link' ||
        !mark.value.includes('#') ||
        /^[a-z][a-z0-9+.-]*:/i.test(mark.value)
      )
        return mark
      const hash = mark.value.indexOf('#')
      const target =
        hash === 0 ? chapter : numbers.get(resolvePath(folder, mark.value.slice(0, hash)))
      return target === undefined
        ? mark
        : { ...mark, value: `#${placeOf(target, mark.value.slice(hash + 1))}` }
    }
    return pieces.map((piece) => ({ ...piece, marks: piece.marks.map(adjust) }))
  })
  return withInnerAnchorsOnly(joined, '')
}
