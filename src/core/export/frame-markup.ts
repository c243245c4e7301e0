import { interventions, type Footnote, type PlaceId } from '#core/article'
import { blockMarkup } from './block-markup.ts'
import { inLanguage } from './inline-markup.ts'
import { element, escaped } from './markup-text.ts'
import type { Setting } from './setting.ts'

/** Head, notes and foot of a file: what stands around the text. */

export function titleMarkup(setting: Setting): string {
  const { article, wording, url } = setting
  const { series, source } = article
  const hands = article.hands.map((hand) =>
    element(
      'li',
      {},
      [
        element('span', { class: 'role' }, escaped(wording.role[hand.role])),
        hand.url === null ? escaped(hand.name) : link(hand.url, hand.name),
        ...(hand.did === null ? [] : [escaped(hand.did)]),
        ...(hand.date === null ? [] : [escaped(wording.date(hand.date))]),
      ].join(' · '),
    ),
  )
  const lines = [
    ...(series === null
      ? []
      : [
          element(
            'p',
            { class: 'series' },
            [series.title, wording.part(series.part), series.note ?? '']
              .filter(Boolean)
              .map(escaped)
              .join(' · '),
          ),
        ]),
    element('h1', {}, escaped(article.title)),
    element('p', { class: 'authors' }, escaped(article.authors.join(', '))),
    ...(source.published === null
      ? []
      : [element('p', { class: 'date' }, escaped(wording.date(source.published)))]),
    ...(hands.length === 0
      ? []
      : [element('ol', { class: 'hands', 'aria-label': wording.chainOfHands }, hands.join('\n'))]),
    element(
      'p',
      { class: 'holds', ...inLanguage(wording.lang, setting) },
      escaped(wording.holds(article.layers.map(({ label }) => label))),
    ),
    element('p', { class: 'edition' }, `${escaped(wording.thisEdition)}: ${link(url, url)}`),
  ]
  return element('header', { class: 'title-page' }, lines.join('\n'))
}

export function notesMarkup(setting: Setting): string {
  const { article, wording } = setting
  if (article.footnotes.length === 0) return ''
  const markers = markersByNote(setting)
  const items = article.footnotes.map((note) =>
    noteMarkup(note, markers.get(note.id) ?? [], setting),
  )
  return element(
    'section',
    {
      class: 'endnotes',
      role: 'doc-endnotes',
      'epub:type': setting.dialect === 'epub' ? 'endnotes' : null,
      'aria-labelledby': 'notes.heading',
    },
    element('h2', { id: 'notes.heading' }, escaped(wording.notes)) +
      element('ol', {}, items.join('\n')),
  )
}

function noteMarkup(note: Footnote, markers: readonly PlaceId[], setting: Setting): string {
  const { wording, dialect } = setting
  const isNumber = /^\d{1,9}$/.test(note.label)
  const status = [wording.noteStatus[note.status], note.remark ?? ''].filter(Boolean).join(' ')
  const ways = markers.map((marker, index) =>
    element(
      'a',
      {
        href: setting.hrefOf(marker),
        role: 'doc-backlink',
        'epub:type': dialect === 'epub' ? 'backlink' : null,
        'aria-label': wording.backToMarker(note.label, index + 1, markers.length),
      },
      `↩${markers.length > 1 ? element('sup', {}, String(index + 1)) : ''}`,
    ),
  )
  return element(
    'li',
    {
      id: setting.idOf(note.id),
      value: isNumber ? Number(note.label) : null,
      class: isNumber ? null : 'signed',
      'epub:type': dialect === 'epub' ? 'endnote' : null,
    },
    [
      isNumber ? '' : element('span', { class: 'sign' }, escaped(note.label)),
      element('div', inLanguage(note.lang, setting), blockMarkup(note.blocks, setting)),
      status === '' ? '' : element('p', { class: 'remark' }, escaped(status)),
      ways.length === 0 ? '' : element('p', { class: 'ways' }, ways.join(' ')),
    ].join(''),
  )
}

export function colophonMarkup(setting: Setting): string {
  const { article, wording } = setting
  const marks = interventions(article)
  const quoted = (words: string) => element('q', inLanguage(article.lang, setting), escaped(words))
  const list = (heading: string, items: readonly string[]) =>
    items.length === 0
      ? ''
      : element('h3', {}, escaped(heading)) +
        element('ul', {}, items.map((item) => element('li', {}, item)).join('\n'))
  const parts = [
    element('h2', { id: 'colophon.heading' }, escaped(wording.aboutEdition)),
    element('p', {}, escaped(article.source.rights)),
    article.source.url === null
      ? ''
      : element(
          'p',
          {},
          `${escaped(wording.source)}: ${link(article.source.url, article.source.url)}`,
        ),
    list(
      wording.editorsMarks,
      marks.map((mark) =>
        [
          element(
            'a',
            { href: setting.hrefOf(mark.place) },
            escaped(wording.intervention[mark.kind]),
          ),
          mark.words === '' ? '' : quoted(mark.words),
          escaped(mark.note ?? ''),
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ),
    list(
      wording.credits,
      article.credits.map((credit) => `${escaped(credit.what)}: ${quoted(credit.text)}`),
    ),
    list(
      wording.leftOut,
      article.omissions.map(
        ({ what, why, text }) => `${escaped(what)} (${escaped(why)}): ${quoted(text)}`,
      ),
    ),
  ]
  return element(
    'section',
    { class: 'colophon', 'aria-labelledby': 'colophon.heading' },
    parts.join('\n'),
  )
}

function link(url: string, words: string): string {
  return element('a', { href: url }, escaped(words))
}

/** Markers may stand anywhere, in titles, captions and other notes; so look at everything. */
function markersByNote({ article }: Setting): ReadonlyMap<PlaceId, readonly PlaceId[]> {
  const markers = new Map<PlaceId, PlaceId[]>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isMarker(value)) {
      const known = markers.get(value.footnote)
      if (known === undefined) markers.set(value.footnote, [value.id])
      else known.push(value.id)
    } else Object.values(value).forEach(visit)
  }
  visit(article.sections)
  visit(article.footnotes)
  return markers
}

function isMarker(value: object): value is { readonly id: PlaceId; readonly footnote: PlaceId } {
  return 'type' in value && value.type === 'footnoteReference'
}
