import { directionOf, type Inline } from '#core/article'
import { element, escaped, type Attributes } from './markup-text.ts'
import { named } from './selection.ts'
import { layerOf, type Setting } from './setting.ts'

export function inlineMarkup(inlines: readonly Inline[], setting: Setting): string {
  return inlines.map((inline) => markup(inline, setting)).join('')
}

function markup(inline: Inline, setting: Setting): string {
  const { wording, dialect } = setting
  const inside = () => ('children' in inline ? inlineMarkup(inline.children, setting) : '')
  switch (inline.type) {
    case 'text':
      return escaped(inline.value)
    case 'inlineCode':
      return element('code', {}, escaped(inline.value))
    case 'break':
      return '<br/>'
    case 'emphasis':
      return element('em', {}, inside())
    case 'strong':
      return element('strong', {}, inside())
    case 'delete':
      return element('del', {}, inside())
    case 'link':
      return link(inline.url, inside(), setting)
    case 'footnoteReference': {
      const href = setting.hrefOf(inline.footnote)
      const attributes = {
        id: setting.idOf(inline.id),
        href,
        role: 'doc-noteref',
        'epub:type': dialect === 'epub' ? 'noteref' : null,
        'aria-label': wording.noteName(inline.label),
      }
      // U+2060 forbids a line break, so that a marker never begins a line.
      return element(
        'sup',
        { class: 'marker' },
        `\u2060${element('a', attributes, escaped(inline.label))}`,
      )
    }
    case 'insertion': {
      const { id, kind, voice } = layerOf(setting.article, inline.layer)
      return element(
        'span',
        { class: 'insertion', 'data-layer': id, 'data-kind': kind },
        ours(wording.insertionStart(kind, voice), setting) +
          inside() +
          ours(wording.insertionEnd, setting),
      )
    }
    case 'editorial':
      return element('span', { class: 'editorial' }, `[${inside()}]`)
    case 'sic':
      return inside() + ours(` (${inline.note ?? wording.asFound})`, setting)
    case 'mended':
      return (
        link(inline.url, inside(), setting) +
        ours(` (${inline.note ?? wording.mended(inline.url)})`, setting)
      )
    case 'lost':
      return element(
        'span',
        { class: 'lost' },
        `⟨${inline.children.length > 0 ? inside() : ours(wording.lostInline[inline.what], setting)}⟩`,
      )
    case 'capitals':
      // Where a switch can take the capitals away, the file holds the word and the style sheet sets it.
      return dialect === 'html'
        ? element('span', { class: 'capitals' }, escaped(inline.plain))
        : escaped(inline.found)
    case 'foreign':
      return element('span', inLanguage(inline.lang, setting), inside())
  }
}

/** Words of this edition's inside somebody else's. */
export function ours(words: string, setting: Setting): string {
  return element(
    'span',
    { class: 'ours', ...inLanguage(setting.wording.lang, setting) },
    escaped(words),
  )
}

export function inLanguage(lang: string | null, { dialect }: Setting): Attributes {
  if (lang === null) return {}
  return { lang, 'xml:lang': dialect === 'epub' ? lang : null, dir: directionOf(lang) }
}

function link(url: string, inside: string, setting: Setting): string {
  const href = url.startsWith('#') ? setting.hrefOf(named(url)) : setting.resolve(url)
  return href === null ? inside : element('a', { href }, inside)
}
