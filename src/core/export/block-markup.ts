import type { Block, Figure, Heading, Inline, Table } from '#core/article'
import { inlineMarkup, inLanguage, ours } from './inline-markup.ts'
import { element, escaped } from './markup-text.ts'
import type { Setting } from './setting.ts'

export function blockMarkup(blocks: readonly Block[], setting: Setting): string {
  return blocks.map((block) => markup(block, setting)).join('\n')
}

function markup(block: Block, setting: Setting): string {
  const id = block.id === null ? null : setting.idOf(block.id)
  switch (block.type) {
    case 'paragraph':
      return element('p', { id }, inlineMarkup(block.children, setting))
    case 'heading':
      return headingMarkup(block, Math.max(block.depth, 3), setting)
    case 'blockquote':
      return element('blockquote', { id }, blockMarkup(block.children, setting))
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        { id, start: block.ordered && block.start !== 1 ? block.start : null },
        block.items.map((item) => element('li', {}, blockMarkup(item, setting))).join('\n'),
      )
    case 'code':
      return element('pre', { id, lang: 'zxx' }, element('code', {}, escaped(block.value)))
    case 'table':
      return tableMarkup(block, setting)
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
          : element('figcaption', {}, inlineMarkup(block.caption, setting))
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

export function headingMarkup(heading: Heading, level: number, setting: Setting): string {
  return element(
    `h${level}`,
    { id: setting.idOf(heading.id) },
    inlineMarkup(heading.children, setting),
  )
}

function tableMarkup(table: Table, setting: Setting): string {
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
    { id: setting.idOf(table.id) },
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
