import { directionOf, type Article, type Layer, type Passage, type Section } from '#core/article'
import { blockMarkup, headingMarkup, remark } from './block-markup.ts'
import { inlineMarkup, inLanguage } from './inline-markup.ts'
import { element, escaped } from './markup-text.ts'
import { layerOf, type Setting } from './setting.ts'
import type { Wording } from './wording.ts'

export function sectionMarkup(section: Section, setting: Setting): string {
  const { heading, passages } = section
  const parts = [
    ...(heading === null ? [] : [headingMarkup(heading, heading.depth, setting)]),
    ...passages.map((passage) => passageMarkup(passage, setting)),
  ]
  return element('section', {}, parts.join('\n'))
}

function passageMarkup(passage: Passage, setting: Setting): string {
  const { article, wording, dialect } = setting
  const layer = passage.layer === 'editorial' ? null : layerOf(article, passage.layer)
  const speaker = speakerOf(passage, article, wording)
  const id = setting.idOf(passage.id)
  const attributes = {
    id,
    class: 'passage',
    'data-layer': passage.layer,
    ...inLanguage(passage.lang, setting),
  }
  const blocks = blockMarkup(
    passage.blocks,
    setting,
    passage.lang === null ? article.dir : directionOf(passage.lang),
  )
  // Only where something can be switched is there anything to stand in for.
  const stub =
    layer === null || dialect === 'epub'
      ? ''
      : element(
          'p',
          { class: 'stub', 'data-stub': layer.id, ...inLanguage(wording.lang, setting) },
          escaped(wording.stub(layer.kind, layer.voice, passage.blocks.length)),
        )
  if (speaker === null) return element('div', attributes, blocks) + stub
  const label = `${id}.voice`
  const { origin, uncertain } = passage
  const parts = [
    element(
      'p',
      { class: 'voice', id: label, ...inLanguage(wording.lang, setting) },
      escaped(speaker.label),
    ),
    uncertain.includes('start') ? remark(wording.uncertainStart, setting) : '',
    passage.title.length === 0
      ? ''
      : element('p', { class: 'passage-title' }, inlineMarkup(passage.title, setting)),
    origin === null
      ? ''
      : origin.type === 'lost'
        ? remark(wording.originLost, setting)
        : element(
            'p',
            { class: 'remark' },
            `${escaped(wording.from)} ${element('a', { href: origin.url }, escaped(origin.url))}`,
          ),
    blocks,
    uncertain.includes('end') ? remark(wording.uncertainEnd, setting) : '',
    element(
      'p',
      { class: 'passage-end', ...inLanguage(wording.lang, setting) },
      escaped(speaker.end),
    ),
  ]
  const kind = passage.role === 'about-author' ? 'about-author' : (layer?.kind ?? 'editorial')
  return (
    element(
      dialect === 'epub' ? 'aside' : 'div',
      {
        ...attributes,
        role: dialect === 'epub' ? null : 'group',
        'aria-labelledby': label,
        'data-kind': kind,
        'data-tone': layer === null ? null : toneOf(layer, article),
      },
      parts.filter((part) => part !== '').join('\n'),
    ) + stub
  )
}

/** Two commentators must not look alike. */
function toneOf(layer: Layer, article: Article): number {
  return article.layers.filter(({ kind }) => kind === layer.kind).indexOf(layer) + 1
}

/** Who speaks, and how it is said that he has ended; null for the author, who needs no label. */
export function speakerOf(
  passage: Passage,
  article: Article,
  wording: Wording,
): { readonly label: string; readonly end: string } | null {
  if (passage.role === 'about-author')
    return { label: wording.aboutAuthorLabel, end: wording.aboutAuthorEnd }
  if (passage.layer === 'editorial')
    return { label: wording.editorialLabel, end: wording.editorialEnd }
  const { kind, voice } = layerOf(article, passage.layer)
  return kind === 'original'
    ? null
    : { label: wording.voiceLabel(kind, voice), end: wording.passageEnd(kind) }
}
