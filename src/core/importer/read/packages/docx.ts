import type { AboutMaterial, Notice } from '../../model.ts'
import { append } from '../fragments.ts'
import type { Piece } from '../fragments.ts'
import { withInnerAnchorsOnly } from '../html/links.ts'
import { joinRows } from '../html/rows.ts'
import type { RowPiece } from '../html/rows.ts'
import { ImportError } from '../import-error.ts'
import { refuseTooMany } from '../limits.ts'
import type { Limits } from '../limits.ts'
import type { Pace } from '../pace.ts'
import { readDocxStyles } from './docx-styles.ts'
import { withForeignHands } from './docx-insertions.ts'
import { readStory } from './docx-story.ts'
import type { Story, StoryContext } from './docx-context.ts'
import type { PackageContent } from './epub.ts'
import { directoryOf, resolvePath } from './paths.ts'
import { readElements, readXml } from './xml.ts'
import type { Package } from './zip.ts'

/**
 * A document of Word as one text: its paragraphs, behind each the comments on it, at the end the notes
 * with their numbers. What was deleted with changes tracked is no longer in the text, and that is told.
 */
export async function readDocx(file: Package, limits: Limits, pace: Pace): Promise<PackageContent> {
  const mainPath = await mainDocument(file, pace)
  const main = await file.read(mainPath)
  if (main === null) throw new ImportError('package-damaged', mainPath)
  const folder = directoryOf(mainPath)
  const notices: Notice[] = []
  const relations = await relationsOf(file, mainPath, pace)
  const pathOf = (name: string) => resolvePath(folder, relations.parts.get(name) ?? `${name}.xml`)
  const part = async (name: string): Promise<Uint8Array | null> => {
    const path = pathOf(name)
    if (!file.has(path)) return null
    const bytes = await file.read(path)
    if (bytes === null) notices.push({ id: 'part-unreadable', about: path })
    return bytes
  }
  const read = async (bytes: Uint8Array, context: StoryContext, from: number, to: number) => {
    const story = readStory(context)
    const { isFlattened } = await readXml(bytes, story.handler, limits.nesting, pace.part(from, to))
    if (isFlattened && !notices.some(({ id }) => id === 'nesting-flattened')) {
      notices.push({ id: 'nesting-flattened', about: null })
    }
    return story.finish()
  }

  const styles = await readDocxStyles(await part('styles'), pace)
  const plain: StoryContext = {
    styles,
    links: new Map(),
    notes: new Map(),
    comments: new Map(),
    role: null,
  }
  const linksOf = async (name: string) => (await relationsOf(file, pathOf(name), pace)).links

  const commentsPart = await part('comments')
  const comments =
    commentsPart === null
      ? []
      : (
          await read(
            commentsPart,
            { ...plain, links: await linksOf('comments'), role: 'comment' },
            0,
            0.1,
          )
        ).parts
  const text = await read(
    main,
    {
      ...plain,
      links: relations.links,
      comments: byId(comments),
    },
    0.1,
    0.8,
  )
  const pieces: RowPiece[] = [...text.pieces]
  let { pictures, deletions, unknownSigns } = text
  refuseTooMany(pieces.length, limits)
  for (const kind of ['footnote', 'endnote'] as const) {
    const labels = text.labels[kind]
    const notes = await part(`${kind}s`)
    if (notes === null) continue
    const story = await read(
      notes,
      { ...plain, links: await linksOf(`${kind}s`), notes: labels, role: kind },
      0.8,
      1,
    )
    pictures += story.pictures
    deletions += story.deletions
    unknownSigns += story.unknownSigns
    // In the order of their numbers, which is not always the order of the file.
    const notesById = byId(story.parts)
    for (const id of labels.keys()) append(pieces, notesById.get(id) ?? [])
    for (const [id, note] of notesById) {
      if (labels.has(id)) continue
      if (text.deletedNotes[kind].has(id)) deletions += 1
      else {
        // Nothing in the text leads to it, and it is words of it all the same, but not of the note before.
        append(
          pieces,
          note.map((piece): RowPiece => ({ ...piece, kind: 'paragraph' })),
        )
      }
    }
  }
  if (unknownSigns > 0) notices.push({ id: 'characters-replaced', about: String(unknownSigns) })
  if (deletions > 0) notices.push({ id: 'deletions-left-out', about: String(deletions) })
  if (pictures > 0) notices.push({ id: 'pictures-left-out', about: String(pictures) })
  const about = await aboutDocument(file, pace)
  return { pieces: innerLinks(joinRows(withForeignHands(pieces, about.authors))), about, notices }
}

/** Notes or comments by their id; what has the id of another is put behind it. */
function byId(parts: Story['parts']): ReadonlyMap<string, readonly RowPiece[]> {
  const all = new Map<string, RowPiece[]>()
  for (const { id, pieces } of parts) {
    const before = all.get(id)
    if (before === undefined) all.set(id, [...pieces])
    else append(before, pieces)
  }
  return all
}

function innerLinks(pieces: readonly Piece[]): readonly Piece[] {
  return withInnerAnchorsOnly(pieces, '')
}

async function mainDocument(file: Package, pace: Pace): Promise<string> {
  const relations = await file.read('_rels/.rels')
  if (relations !== null) {
    const target = (await readElements(relations, pace))
      .find(({ attributes }) => (attributes.get('Type') ?? '').endsWith('/officeDocument'))
      ?.attributes.get('Target')
    const path = target === undefined ? null : resolvePath('', target)
    if (path !== null && /(?:^|\/)document\d*\.xml$/.test(path) && file.has(path)) return path
  }
  if (file.has('word/document.xml')) return 'word/document.xml'
  throw new ImportError('unknown-format')
}

interface Relations {
  /** Addresses of links by the id of their relation. */
  readonly links: ReadonlyMap<string, string>
  /** Names of other files by what they are: programs may call `styles` "styles2.xml". */
  readonly parts: ReadonlyMap<string, string>
}

async function relationsOf(file: Package, path: string, pace: Pace): Promise<Relations> {
  const folder = directoryOf(path)
  const name = path.slice(folder.length).replace(/^\//, '')
  const bytes = await file.read(resolvePath(folder, `_rels/${name}.rels`))
  const links = new Map<string, string>()
  const parts = new Map<string, string>()
  for (const { attributes } of bytes === null ? [] : await readElements(bytes, pace)) {
    const id = attributes.get('Id')
    const type = attributes.get('Type') ?? ''
    const target = attributes.get('Target') ?? ''
    const kind = type.slice(type.lastIndexOf('/') + 1)
    if (kind === 'hyperlink') {
      if (id !== undefined) links.set(id, target)
    } else if (target !== '' && !parts.has(kind)) parts.set(kind, target)
  }
  return { links, parts }
}

async function aboutDocument(file: Package, pace: Pace): Promise<AboutMaterial> {
  const core = await file.read('docProps/core.xml')
  const elements = core === null ? [] : await readElements(core, pace)
  const said = (name: string) => {
    const text = elements.find((element) => element.name === name)?.text.trim()
    return text === undefined || text === '' ? null : text
  }
  const author = said('creator')
  return {
    title: said('title'),
    authors:
      author === null
        ? []
        : author
            .split(';')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
    published: said('created'),
    url: null,
    lang: said('language'),
  }
}
