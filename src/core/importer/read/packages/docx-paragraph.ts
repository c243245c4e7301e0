import type { Container, Fragment, Mark } from '../../model.ts'
import type { Row, RowPiece } from '../html/rows.ts'
import { wordsInBlock } from '../html/words-in-block.ts'
import type { WordsInBlock } from '../html/words-in-block.ts'
import { NO_LOOK, overLook } from './docx-styles.ts'
import type { DocxLook, DocxStyle } from './docx-styles.ts'

/** What a file of a document is made of; null for the text itself. */
export type StoryRole = 'footnote' | 'endnote' | 'comment' | null

/** A paragraph while it is read; a text box in it has paragraphs of its own. */
export interface Paragraph {
  readonly words: WordsInBlock
  /** What is set so that nobody sees it; null where nothing is. */
  hidden: WordsInBlock | null
  style: DocxStyle | null
  look: DocxLook
  readonly comments: string[]
  /** Paragraphs of boxes anchored in it: they follow it. */
  readonly inner: RowPiece[]
  readonly row: Row | null
  readonly cell: number
  readonly around: Container | null
}

/** A paragraph begins in this cell of this row, within these elements. */
export function startParagraph(row: Row | null, around: Container | null): Paragraph {
  return {
    words: wordsInBlock(),
    hidden: null,
    style: null,
    look: NO_LOOK,
    comments: [],
    inner: [],
    row,
    cell: row?.cells ?? 0,
    around,
  }
}

/** What is read of a paragraph, once it is over. */
export function pieceOf(
  paragraph: Paragraph,
  text: string,
  marks: readonly Mark[],
  role: StoryRole,
  isHidden = false,
): RowPiece {
  const style = paragraph.style?.name ?? ''
  const look = lookOf(paragraph)
  const level = levelOf(paragraph)
  // The styles that Word has for lists say by their name alone how deep they are.
  const named = Number(/^list (?:bullet|number) ([2-5])$/.exec(style)?.[1] ?? 0)
  const list = look.list === 0 ? 0 : Math.max(look.list ?? 0, named)
  const kind: Fragment['kind'] =
    role === 'footnote' || role === 'endnote'
      ? 'footnote-definition'
      : level > 0
        ? 'heading'
        : style === 'caption'
          ? 'caption'
          : /^(?:html preformatted|preformatted text|code|source code|plain text)$/.test(style)
            ? 'code'
            : list > 0
              ? 'list-item'
              : 'paragraph'
  const container: Container = {
    name: 'p',
    hints: [
      ...new Set([
        ...(isHidden ? ['hidden'] : []),
        ...style.split(/\s+/),
        style.replace(/\s+/g, '-'),
      ]),
    ].filter((hint) => hint !== ''),
    look:
      look.background === null &&
      look.isBoxed !== true &&
      (paragraph.style?.look.colour ?? null) === null
        ? null
        : {
            colour: paragraph.style?.look.colour ?? null,
            background: look.background,
            isBoxed: look.isBoxed === true,
          },
    lang: null,
    parent: paragraph.around,
  }
  return {
    text,
    kind,
    marks,
    within: container,
    afterRule: false,
    depth: level > 0 && kind === 'heading' ? level : kind === 'list-item' ? list : 0,
    quoted: /quote|citation|zitat|citaat|quotation/.test(style) ? 1 : 0,
    indent: look.indent ?? 0,
    row: paragraph.row,
    cell: paragraph.cell,
  }
}

/** Whether a rule stands below it: a border there and nowhere else. Below a heading it is the heading's own. */
export function endsInRule(paragraph: Paragraph): boolean {
  const look = lookOf(paragraph)
  return look.isRuled === true && look.isBoxed !== true && levelOf(paragraph) === 0
}

function lookOf(paragraph: Paragraph): DocxLook {
  return overLook(paragraph.style?.look ?? NO_LOOK, paragraph.look)
}

/** Of a heading from 1, else 0. */
function levelOf(paragraph: Paragraph): number {
  const style = paragraph.style?.name ?? ''
  const heading = /^heading ?([1-6])$/.exec(style)?.[1]
  if (heading !== undefined) return Number(heading)
  if (style === 'title') return 1
  return style === 'subtitle' ? 2 : (lookOf(paragraph).outline ?? 0)
}
