import {
  blockInlines,
  inlineWords,
  ownDirection,
  type Block,
  type Direction,
  type Figure,
  type Heading,
  type Inline,
  type Table,
} from '#core/article'
import { inlineMarkup, inLanguage, ours } from './inline-markup.ts'
import { element, escaped } from './markup-text.ts'
import type { Setting } from './setting.ts'

/** `around` is the direction of what they stand in. */
export function blockMarkup(
  blocks: readonly Block[],
  setting: Setting,
  around: Direction = setting.article.dir,
): string {
  return blocks.map((block) => markup(block, setting, around)).join('\n')
}

function markup(block: Block, setting: Setting, around: Direction): string {
  const id = block.id === null ? null : setting.idOf(block.id)
  const dir = ownDirection(inlineWords(blockInlines(block)), around)
  const within = dir ?? around
  switch (block.type) {
    case 'paragraph':
      return element('p', { id, dir }, inlineMarkup(block.children, setting))
    case 'heading':
      return headingMarkup(block, Math.max(block.depth, 3), setting, around)
    case 'blockquote':
      return element('blockquote', { id, dir }, blockMarkup(block.children, setting, within))
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        { id, dir, start: block.ordered && block.start !== 1 ? block.start : null },
        block.items.map((item) => element('li', {}, blockMarkup(item, setting, within))).join('\n'),
      )
    case 'code':
      return element(
        'pre',
        { id, lang: 'zxx', dir: around === 'ltr' ? null : 'ltr' },
        element('code', {}, escaped(block.value)),
      )
    case 'table':
      return tableMarkup(block, setting, dir)
    case 'figure': {
      const src = setting.imageOf(block.src)
      const image =
        src === null
          ? element('p', {}, missingPicture(block, setting))
          : element('img', {
              src,
              alt: block.alt,
              width: block.size?.width,
              height: block.size?.height,
            })
      const caption =
        block.caption.length === 0
          ? ''
          : element('figcaption', { dir }, inlineMarkup(block.caption, setting))
      return element('figure', { id }, image + caption)
    }
    case 'thematicBreak':
      return element('hr', { id })
    case 'lost': {
      const more = inlineMarkup(block.children, setting)
      const statement = ours(setting.wording.lost[block.what], setting)
      return element('p', { id, class: 'lost' }, `⟨${statement}${more && ` ${more}`}⟩`)
    }
  }
}

/** What stands where no image can be shown. */
function missingPicture({ src, alt }: Figure, setting: Setting): string {
  return src === '' ? ours(setting.wording.pictureMissing(alt), setting) : escaped(alt)
}

export function headingMarkup(
  heading: Heading,
  level: number,
  setting: Setting,
  around: Direction = setting.article.dir,
): string {
  return element(
    `h${level}`,
    { id: setting.idOf(heading.id), dir: ownDirection(inlineWords(heading.children), around) },
    inlineMarkup(heading.children, setting),
  )
}

function tableMarkup(table: Table, setting: Setting, dir: Direction | null): string {
  const [head = [], ...body] = table.rows
  const row = (name: 'th' | 'td', cells: readonly (readonly Inline[])[]) =>
    element(
      'tr',
      {},
      cells
        .map((cell, column) =>
          element(
            name,
            { scope: name === 'th' ? 'col' : null, class: alignment(table.align[column]) },
            inlineMarkup(cell, setting),
          ),
        )
        .join(''),
    )
  return element(
    'table',
    { id: setting.idOf(table.id), dir },
    element('thead', {}, row('th', head)) +
      (body.length === 0
        ? ''
        : element('tbody', {}, body.map((cells) => row('td', cells)).join('\n'))),
  )
}

function alignment(align: Table['align'][number] | undefined): string | null {
  return align === null || align === undefined ? null : `align-${align}`
}

/** A paragraph of this edition's own. */
export function remark(words: string, setting: Setting, name = 'remark'): string {
  return element('p', { class: name, ...inLanguage(setting.wording.lang, setting) }, escaped(words))
}
