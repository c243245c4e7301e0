import {
  blockInlines,
  type Block,
  type Figure,
  type Footnote,
  type Inline,
  type Passage,
} from '#core/article'
import { speakerOf } from './passage-markup.ts'
import { layerOf, type Edition } from './setting.ts'

/**
 * The article as plain text: a line for each paragraph, and before and after every passage that is not
 * the author's whose words it is. Notes stand at the end.
 */
export function writePlainText(edition: Edition): string {
  const { article, wording, url } = edition
  const { source } = article
  const paragraphs = [
    article.title,
    [article.authors.join(', '), source.published === null ? '' : wording.date(source.published)]
      .filter(Boolean)
      .join(' · '),
    wording.holds(article.layers.map(({ label }) => label)),
    ...article.sections.flatMap(({ heading, passages }) => [
      ...(heading === null ? [] : [`\n${inlineText(heading.children, edition)}`]),
      ...passages.flatMap((passage) => passageText(passage, edition)),
    ]),
    ...(article.footnotes.length > 0 ? [`\n${wording.notes}`] : []),
    ...article.footnotes.map((note) => noteText(note, edition)),
    `\n${wording.aboutEdition}`,
    source.rights,
    source.url === null ? '' : `${wording.source}: ${source.url}`,
    `${wording.thisEdition}: ${url}`,
  ]
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}

function passageText(passage: Passage, edition: Edition): readonly string[] {
  const { article, wording } = edition
  const speaker = speakerOf(passage, article, wording)
  const blocks = passage.blocks.map((block) => blockTextOf(block, edition))
  if (speaker === null) return blocks
  const { origin, uncertain } = passage
  return [
    `[${speaker.label}:]`,
    ...(uncertain.includes('start') ? [`[${wording.uncertainStart}]`] : []),
    inlineText(passage.title, edition),
    ...(origin === null
      ? []
      : [origin.type === 'lost' ? `[${wording.originLost}]` : `[${wording.from} ${origin.url}]`]),
    ...blocks,
    ...(uncertain.includes('end') ? [`[${wording.uncertainEnd}]`] : []),
    `[${speaker.end}.]`,
  ]
}

function noteText(note: Footnote, edition: Edition): string {
  const status = [edition.wording.noteStatus[note.status], note.remark ?? '']
    .filter(Boolean)
    .join(' ')
  const words = [
    ...note.blocks.map((block) => blockTextOf(block, edition)),
    ...(status === '' ? [] : [`[${status}]`]),
  ]
  return `[${note.label}] ${words.join('\n')}`
}

function blockTextOf(block: Block, edition: Edition): string {
  const inside = (blocks: readonly Block[]) =>
    blocks.map((inner) => blockTextOf(inner, edition)).join('\n')
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children, edition)
    case 'blockquote':
      return indented('> ', inside(block.children))
    case 'list':
      return block.items
        .map((item, index) => {
          const sign = block.ordered ? `${block.start + index}. ` : '– '
          return sign + inside(item).replaceAll('\n', `\n${' '.repeat(sign.length)}`)
        })
        .join('\n')
    case 'code':
      return block.value
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => inlineText(cell, edition)).join('\t'))
        .join('\n')
    case 'figure':
      return [`[${pictureWords(block, edition)}]`, inlineText(blockInlines(block), edition)]
        .filter(Boolean)
        .join('\n')
    case 'thematicBreak':
      return '* * *'
    case 'lost':
      return `⟨${[edition.wording.lost[block.what], inlineText(block.children, edition)].filter(Boolean).join(' ')}⟩`
  }
}

function pictureWords({ src, alt }: Figure, { wording }: Edition): string {
  return src === '' ? wording.pictureMissing(alt) : alt
}

function indented(sign: string, text: string): string {
  return text.replaceAll(/^/gm, sign)
}

function inlineText(inlines: readonly Inline[], edition: Edition): string {
  return inlines.map((inline) => words(inline, edition)).join('')
}

function words(inline: Inline, edition: Edition): string {
  const { article, wording } = edition
  const inside = () => ('children' in inline ? inlineText(inline.children, edition) : '')
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return inline.value
    case 'break':
      return '\n'
    case 'capitals':
      return inline.found
    case 'footnoteReference':
      return `[${inline.label}]`
    case 'link':
      return withAddress(inside(), inline.url.startsWith('#') ? null : edition.resolve(inline.url))
    case 'mended':
      return `${inside()} [${inline.note ?? wording.mended(inline.url)} <${inline.url}>]`
    case 'insertion': {
      const { kind, voice } = layerOf(article, inline.layer)
      return wording.insertionStart(kind, voice) + inside() + wording.insertionEnd
    }
    case 'editorial':
      return `[${inside()}]`
    case 'sic':
      return `${inside()} [${inline.note ?? wording.asFound}]`
    case 'lost':
      return `⟨${inside() || wording.lostInline[inline.what]}⟩`
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'foreign':
      return inside()
  }
}

/** The address behind the words, unless the words are the address. */
function withAddress(shown: string, url: string | null): string {
  const bare = (address: string) =>
    address.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '')
  return url === null || bare(url) === bare(shown) ? shown : `${shown} <${url}>`
}
