import type { Mark } from '../../model.ts'
import { append } from '../fragments.ts'
import type { Row, RowPiece } from '../html/rows.ts'
import { withPictures } from '../html/rows.ts'
import { wordsInBlock } from '../html/words-in-block.ts'
import type { OpenMark } from '../html/words-in-block.ts'
import type { MarkupHandler } from '../markup.ts'
import { openContainers } from './docx-containers.ts'
import type { Story, StoryContext } from './docx-context.ts'
import { countDrawings } from './docx-drawings.ts'
import { addressIn, addressOf, readFields } from './docx-fields.ts'
import { noteNumbers } from './docx-notes.ts'
import type { NoteKind } from './docx-notes.ts'
import { endsInRule, pieceOf, startParagraph } from './docx-paragraph.ts'
import type { Paragraph } from './docx-paragraph.ts'
import { isIgnored, openMarks } from './docx-run.ts'
import { signOf } from './docx-symbols.ts'
import { NO_LOOK, overLook, withLook } from './docx-styles.ts'

/** A longer text in a marker's place is no marker. */
const LONGEST_LABEL = 12

/** Reads the flow of one file of a document: text, notes or comments. */
export function readStory(context: StoryContext): {
  readonly handler: MarkupHandler
  readonly finish: () => Story
} {
  const pieces: RowPiece[] = []
  const parts: { id: string; pieces: RowPiece[] }[] = []
  const numbers = noteNumbers()
  const paragraphs: Paragraph[] = []
  const rows: Row[] = []
  const containers = openContainers()
  const links: (OpenMark | null)[] = []
  const fields = readFields()
  let runLook = NO_LOOK
  let isInRunProperties = false
  let isInParagraphProperties = false
  let isText = false
  let isCode = false
  /** Within what was deleted, or moved elsewhere, with changes tracked: it is no longer in the text. */
  let deleted = 0
  let deletions = 0
  /** Who put in what is being read, with changes tracked; the innermost last. */
  const inserting: (string | null)[] = []
  let fallback = 0
  const drawings = countDrawings()
  let unknownSigns = 0
  let isAfterRule = false
  /** The content control that begins is the document's table of contents. */
  let isContents = false
  /** A marker that the writer chose is the text that follows: `*`. */
  let ownMarker: ((label: string) => void) | null = null
  /** An element of properties that says how something was, or how what is not read is set. */
  let ignored: string | null = null
  let part: { id: string; pieces: RowPiece[] } | null = null

  const target = () => part?.pieces ?? pieces
  const top = () => paragraphs.at(-1)
  const addText = (text: string) => {
    const words = top()?.words
    if (words === undefined || fallback > 0) return
    if (deleted > 0) {
      deletions += 1
      return
    }
    if (fields.isTaken(text)) return
    const look = overLook(top()?.style?.look ?? NO_LOOK, runLook)
    if (look.isHidden === true) {
      hiddenWords()?.add(text)
      return
    }
    // What the whole paragraph is set in is its container's look.
    const isBold = runLook.isBold ?? (isHeading() ? null : look.isBold)
    const shown = { ...look, background: runLook.background, isBold }
    const marks = openMarks(words, shown, inserting.at(-1) ?? null)
    const label = labelIn(text)
    const marker = label === null ? null : words.open(label.type, label.label)
    words.add(label === null ? text : label.label)
    if (marker !== null) words.close(marker)
    if (label !== null) words.add(text.trimStart().slice(label.label.length))
    for (const mark of marks.toReversed()) words.close(mark)
  }
  const hiddenWords = () => {
    const paragraph = top()
    if (paragraph !== undefined) paragraph.hidden ??= wordsInBlock()
    return paragraph?.hidden
  }
  const isHeading = () => top()?.style?.name.startsWith('heading') === true

  const addMarker = (kind: NoteKind, attributes: ReadonlyMap<string, string>) => {
    const words = top()?.words
    const id = attributes.get('w:id')
    if (words === undefined || id === undefined || fallback > 0) return
    if (deleted > 0) {
      numbers.setDeleted(kind, id)
      return
    }
    if (/^(?:1|true|on)$/.test(attributes.get('w:customMarkFollows') ?? '')) {
      ownMarker = (label) => numbers.setOwn(kind, id, label)
      return
    }
    const label = numbers.labelOf(kind, id)
    const marks = [words.open('noteref', label), words.open('superscript', null)]
    words.add(`[${label}]`)
    for (const mark of marks.toReversed()) if (mark !== null) words.close(mark)
  }
  /** A marker that the writer chose, in the text or where its note begins. */
  const labelIn = (
    text: string,
  ): { readonly type: Mark['type']; readonly label: string } | null => {
    const written = text.trim()
    if (ownMarker !== null && written !== '') {
      const label = written.slice(0, LONGEST_LABEL)
      ownMarker(label)
      ownMarker = null
      return { type: 'noteref', label }
    }
    const label = part === null || part.pieces.length > 0 ? undefined : context.notes.get(part.id)
    const isBeginning = label !== undefined && top()?.words.isEmpty() === true
    return isBeginning && written.startsWith(label) ? { type: 'syntax', label } : null
  }
  const startLink = (url: string | null) => {
    links.push(url === null ? null : (top()?.words.open('link', url) ?? null))
  }
  const addNumber = () => {
    const words = top()?.words
    const label = part === null ? undefined : context.notes.get(part.id)
    if (words === undefined || label === undefined || !words.isEmpty()) return
    const mark = words.open('syntax', label)
    words.add(`[${label}]`)
    if (mark !== null) words.close(mark)
    words.add(' ')
  }

  // Each is taken once, however many references it has: a small file could ask for millions.
  const comments = new Map(context.comments)
  const pushWords = (paragraph: Paragraph, outer: RowPiece[]) => {
    const { text, marks } = paragraph.words.take()
    if (text === '') return
    const all = [...drawings.carried(), ...marks]
    outer.push({ ...pieceOf(paragraph, text, all, context.role), afterRule: isAfterRule })
    isAfterRule = false
  }
  const endParagraph = () => {
    const left = fields.endLine()
    if (left !== '') addText(left)
    const paragraph = paragraphs.pop()
    if (paragraph === undefined) return
    const outer = top()?.inner ?? target()
    pushWords(paragraph, outer)
    drawings.carry(paragraph.words)
    if (endsInRule(paragraph)) isAfterRule = true
    const hidden = paragraph.hidden?.take().text ?? ''
    if (hidden !== '') outer.push(pieceOf(paragraph, hidden, [], context.role, true))
    append(outer, paragraph.inner)
    for (const id of paragraph.comments) {
      append(outer, comments.get(id) ?? [])
      comments.delete(id)
    }
  }

  const onOpen = (name: string, attributes: ReadonlyMap<string, string>) => {
    const paragraph = top()
    if (ignored !== null) return
    if (isIgnored(name, isInParagraphProperties)) {
      ignored = name
      return
    }
    if (isInRunProperties) {
      if (name === 'w:rStyle') {
        runLook = overLook(
          context.styles.get(attributes.get('w:val') ?? '')?.look ?? NO_LOOK,
          runLook,
        )
      } else runLook = withLook(runLook, name, attributes)
      return
    }
    if (isInParagraphProperties && paragraph !== undefined) {
      if (name === 'w:pStyle')
        paragraph.style = context.styles.get(attributes.get('w:val') ?? '') ?? {
          name: (attributes.get('w:val') ?? '').toLowerCase(),
          look: NO_LOOK,
        }
      else paragraph.look = withLook(paragraph.look, name, attributes)
      return
    }
    switch (name) {
      case 'w:p':
        paragraphs.push(startParagraph(rows.at(-1) ?? null, containers.innermost()))
        break
      case 'w:pPr':
        isInParagraphProperties = true
        break
      case 'w:r':
        runLook = NO_LOOK
        break
      case 'w:rPr':
        isInRunProperties = true
        break
      case 'w:t':
      case 'm:t':
      case 'w:delText':
        isText = true
        break
      case 'w:instrText':
        isCode = true
        break
      case 'w:tab':
      case 'w:ptab':
        addText(' ')
        break
      case 'w:br':
      case 'w:cr':
        // Two breaks in a row are how a paragraph ends in what was copied from a page.
        if (paragraph !== undefined && fallback === 0 && deleted === 0) {
          if (paragraph.words.breakLine())
            pushWords(paragraph, paragraphs.at(-2)?.inner ?? target())
        }
        break
      case 'w:noBreakHyphen':
        addText('\u2011')
        break
      case 'w:softHyphen':
        addText('\u00ad')
        break
      case 'w:sym': {
        const sign = signOf(attributes.get('w:font') ?? '', attributes.get('w:char') ?? '')
        if (sign === null && fallback === 0 && deleted === 0) unknownSigns += 1
        addText(sign ?? '\ufffd')
        break
      }
      case 'v:rect':
        if (/^(?:t|true)$/.test(attributes.get('o:hr') ?? '') && paragraph !== undefined) {
          pushWords(paragraph, paragraphs.at(-2)?.inner ?? target())
          isAfterRule = true
          drawings.setRead()
        }
        break
      case 'w:footnoteReference':
        addMarker('footnote', attributes)
        break
      case 'w:endnoteReference':
        addMarker('endnote', attributes)
        break
      case 'w:footnoteRef':
      case 'w:endnoteRef':
        addNumber()
        break
      case 'w:commentReference': {
        const id = attributes.get('w:id')
        if (id !== undefined) paragraph?.comments.push(id)
        break
      }
      case 'w:bookmarkStart': {
        const place = attributes.get('w:name')
        if (place !== undefined) paragraph?.words.point(place)
        break
      }
      case 'w:hyperlink': {
        const url = context.links.get(attributes.get('r:id') ?? '') ?? null
        startLink(addressOf(url, attributes.get('w:anchor') ?? null))
        break
      }
      case 'w:fldSimple':
        startLink(addressIn(attributes.get('w:instr') ?? ''))
        break
      case 'w:fldChar':
        fields.onBorder(attributes.get('w:fldCharType') ?? '', paragraph?.words)
        break
      case 'w:ins':
        inserting.push(attributes.get('w:author') ?? null)
        break
      case 'w:del':
      case 'w:moveFrom':
        deleted += 1
        break
      case 'mc:Fallback':
        fallback += 1
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        if (fallback === 0) drawings.start()
        break
      case 'wp:docPr':
      case 'v:shape':
        if (fallback === 0)
          drawings.describe(attributes.get(name === 'v:shape' ? 'alt' : 'descr') ?? '')
        break
      case 'w:tbl':
        if (rows.length > 0) rows.forEach((row) => (row.isBroken = true))
        containers.push('table', [])
        break
      case 'w:tr':
        rows.push({ cells: 0, isBroken: false })
        containers.push('tr', [])
        break
      case 'w:tc': {
        const row = rows.at(-1)
        if (row !== undefined) row.cells += 1
        containers.push('td', [])
        break
      }
      case 'w:docPartGallery':
        isContents = attributes.get('w:val') === 'Table of Contents'
        break
      case 'w:sdtContent':
        containers.push('sdt', isContents ? ['toc'] : [])
        isContents = false
        break
      case 'w:txbxContent':
        drawings.setRead()
        containers.push('aside', ['textbox'], { isBoxed: true })
        break
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        startPart(name.slice(2), attributes)
        break
      default:
    }
  }

  const startPart = (name: string, attributes: ReadonlyMap<string, string>) => {
    const id = attributes.get('w:id') ?? ''
    // Separators and continuation notices are drawn, not read.
    const isReal = (attributes.get('w:type') ?? 'normal') === 'normal'
    part = { id, pieces: [] }
    if (isReal) parts.push(part)
    const voice = name === 'comment' ? (attributes.get('w:author') ?? null) : null
    containers.push(name, [name], { voice })
  }

  const onClose = (name: string) => {
    if (ignored !== null) {
      if (name === ignored) ignored = null
      return
    }
    // In a list of properties `w:del` and the like are properties.
    if (isInRunProperties && name !== 'w:rPr') return
    if (isInParagraphProperties && name !== 'w:pPr') return
    switch (name) {
      case 'w:p':
        endParagraph()
        break
      case 'w:pPr':
        isInParagraphProperties = false
        break
      case 'w:rPr':
        isInRunProperties = false
        break
      case 'w:r':
        runLook = NO_LOOK
        break
      case 'w:t':
      case 'm:t':
      case 'w:delText':
        isText = false
        break
      case 'w:instrText':
        isCode = false
        break
      case 'w:hyperlink':
      case 'w:fldSimple': {
        const mark = links.pop()
        if (mark !== undefined && mark !== null) top()?.words.close(mark)
        break
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        // A box of words is read, and so is not left out.
        if (fallback === 0) drawings.end(deleted > 0, top()?.words)
        break
      case 'w:ins':
        inserting.pop()
        break
      case 'w:del':
      case 'w:moveFrom':
        deleted -= 1
        break
      case 'mc:Fallback':
        fallback -= 1
        break
      case 'w:tr':
        rows.pop()
        containers.pop()
        break
      case 'w:tbl':
      case 'w:tc':
      case 'w:txbxContent':
      case 'w:sdtContent':
        containers.pop()
        break
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        part = null
        containers.pop()
        break
      default:
    }
  }
  const onText = (text: string) => {
    if (isText) addText(text)
    else if (isCode) fields.addCode(text)
  }

  return {
    handler: { onOpen, onClose, onText },
    finish: () => {
      // On a note, or on nothing that is left.
      for (const comment of comments.values()) append(pieces, comment)
      const { labels, deleted: deletedNotes } = numbers
      const last = pieces.at(-1)
      if (last !== undefined) pieces[pieces.length - 1] = withPictures(last, drawings.carried())
      const pictures = drawings.left()
      return { pieces, parts, labels, deletedNotes, unknownSigns, pictures, deletions }
    },
  }
}
