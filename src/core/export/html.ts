import { base64 } from './base64.ts'
import { colophonMarkup, notesMarkup, titleMarkup } from './frame-markup.ts'
import { element, escaped } from './markup-text.ts'
import { sectionMarkup } from './passage-markup.ts'
import { placesIn } from './selection.ts'
import type { Edition, Setting } from './setting.ts'
import { pageStyle } from './html-style.ts'

/**
 * The article as one page that needs nothing else: no script, no network, images inside. Its layers
 * are switched by check boxes that the style sheet looks after.
 */
export function writeHtml(edition: Edition): string {
  const { article, wording } = edition
  const setting = settingOf(edition)
  const head = [
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width"/>',
    element('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }),
    element('title', {}, escaped(article.title)),
    element('meta', { name: 'author', content: article.authors.join(', ') }),
    element('meta', { name: 'description', content: article.summary }),
    element('link', { rel: 'canonical', href: edition.url }),
    `<style>\n${pageStyle(article)}\n</style>`,
  ]
  const switches = article.layers.map(({ id, label }) =>
    element('label', {}, `<input type="checkbox" id="show-${id}" checked=""/>${escaped(label)}`),
  )
  const body = [
    titleMarkup(setting),
    element(
      'fieldset',
      { class: 'switches', lang: wording.lang, dir: 'ltr' },
      element('legend', {}, escaped(wording.layers)) + switches.join('\n'),
    ),
    element(
      'main',
      {},
      article.sections.map((section) => sectionMarkup(section, setting)).join('\n'),
    ),
    notesMarkup(setting),
    colophonMarkup(setting),
  ]
  return `<!doctype html>\n${element(
    'html',
    { lang: article.lang, dir: article.dir },
    `\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body.join('\n')}\n</body>\n`,
  )}\n`
}

function settingOf(edition: Edition): Setting {
  const { article } = edition
  const places = placesIn([article.sections, article.footnotes])
  return {
    ...edition,
    dialect: 'html',
    idOf: (place) => place,
    hrefOf: (place) => {
      const target = article.aliases[place] ?? place
      return places.has(target) ? `#${target}` : null
    },
    imageOf: (src) => {
      const image = edition.images.find((candidate) => candidate.src === src)
      return image === undefined ? null : `data:${image.mediaType};base64,${base64(image.bytes)}`
    },
  }
}
