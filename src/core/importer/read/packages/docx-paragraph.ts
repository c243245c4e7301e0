import type { Container, Fragment, Mark } from '../../model.ts'
import type { Row, RowPiece } from '../html/rows.ts'
import type { WordsInBlock } from '../html/words-in-block.ts'
import { NO_LOOK, overLook } from './docx-styles.ts'
import type { DocxLook, DocxStyle } from './docx-styles.ts'

/** What a file of a document is made of; null for the text itself. */
export type StoryRole = 'footnote' | 'endnote' | 'comment' | null

/** A paragraph while it is read; a text box in it has paragraphs of its own. */
export interface Paragraph {
  readonly words: WordsInBlock
  style: DocxStyle | null
  look: DocxLook
  readonly comments: string[]
  /** Paragraphs of boxes anchored in it: they follow it. */
  readonly inner: RowPiece[]
  readonly row: Row | null
  readonly cell: number
  readonly around: Container | null
}

/** What is read of a paragraph, once it is over. */
export function pieceOf(
  paragraph: Paragraph,
  text: string,
  marks: readonly Mark[],
  role: StoryRole,
): RowPiece {
  const style = paragraph.style?.name ?? ''
  const look = overLook(paragraph.style?.look ?? NO_LOOK, paragraph.look)
  const heading = /^heading ?([1-6])$/.exec(style)?.[1]
  const level =
    heading !== undefined
      ? Number(heading)
      : style === 'title'
        ? 1
        : style === 'subtitle'
          ? 2
          : (look.outline ?? 0)
  const list = look.list ?? 0
  const kind: Fragment['kind'] =
    role === 'footnote' || role === 'endnote'
      ? 'footnote-definition'
      : level > 0
        ? 'heading'
        : style === 'caption'
          ? 'caption'
          : /^(?:html preformatted|code|source code|plain text)$/.test(style)
            ? 'code'
            : list > 0
              ? 'list-item'
              : 'paragraph'
  const container: Container = {
    name: 'p',
    hints: [...new Set([...style.split(/\s+/), style.replace(/\s+/g, '-')])].filter(
      (hint) => hint !== '',
    ),
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
