/*
 * Reposts made by chance: a language, a form of remark, a way of setting it, a page around it. What is whose
 * is known for each, because it was made so.
 */

export interface MadeRepost {
  readonly html: string
  readonly text: string
  /** Paragraphs, each with a word in it that no other has. */
  readonly paragraphs: readonly MadeParagraph[]
  /** How it was made, for whoever reads a failure. */
  readonly how: string
}

export interface MadeParagraph {
  readonly who: 'author' | 'commentator'
  readonly word: string
}

interface Language {
  readonly lang: string
  readonly sentences: readonly string[]
  readonly title: string
  readonly byline: string
  readonly date: string
  /** BLOG is a name, TEXT what it says. */
  readonly remarks: readonly string[]
  readonly blog: string
}

const LANGUAGES: readonly Language[] = [
  {
    lang: 'en',
    sentences: [
      'The ferry left at six.',
      'Nobody on the pier was surprised.',
      'My grandmother kept the keys in a tin box, and she never told us why.',
      'In those days the road ended at the mill.',
      '“We shall see,” said the priest.',
      'The council met twice that winter, and twice it went home without a vote.',
      'Was it worth the trouble?',
    ],
    title: 'A winter in the valley',
    byline: 'by Ida Quill',
    date: 'May 4, 2015',
    remarks: [
      'Comment by BLOG: TEXT',
      '[BLOG: TEXT]',
      'BLOG comment: TEXT',
      'BLOG’s note: TEXT',
      'Editor’s note: TEXT',
      '[Ed.: TEXT]',
      'Note from BLOG: TEXT',
    ],
    blog: 'The Dock Watch',
  },
  {
    lang: 'de',
    sentences: [
      'Die Fähre fuhr um sechs.',
      'Niemand am Steg wunderte sich darüber.',
      'Meine Großmutter verwahrte die Schlüssel in einer Blechdose, und sie sagte nie, warum.',
      '„Wir werden sehen“, sagte der Pfarrer.',
      'War es die Mühe wert?',
    ],
    title: 'Die langsame Fähre',
    byline: 'von Ida Quell',
    date: '4. Mai 2015',
    remarks: [
      'Kommentar von BLOG: TEXT',
      '[BLOG: TEXT]',
      'Kommentar des Blogs BLOG: TEXT',
      'Anm. d. Red.: TEXT',
    ],
    blog: 'Hafenwacht',
  },
  {
    lang: 'fr',
    sentences: [
      'Le bac partait à six heures.',
      'Personne sur le quai ne fut surpris.',
      'Ma grand-mère gardait les clés dans une boîte, et elle ne nous a jamais dit pourquoi.',
      '« Nous verrons », dit le curé.',
      'Cela en valait-il la peine ?',
    ],
    title: 'Le bac lent',
    byline: 'par Hélène Morand',
    date: 'le 4 mai 2015',
    remarks: [
      'Commentaire de BLOG : TEXT',
      'Commentaire du blog BLOG : TEXT',
      '[BLOG : TEXT]',
      'NDLR : TEXT',
    ],
    blog: 'Rives',
  },
  {
    lang: 'ru',
    sentences: [
      'Паром отходил в шесть.',
      'Никто на пристани не удивился.',
      'Бабушка хранила ключи в жестяной коробке и никогда не говорила почему.',
      '«Посмотрим», — сказал священник.',
      'Стоило ли оно того?',
    ],
    title: 'Медленный паром',
    byline: 'Автор: Ида Перова',
    date: '4 мая 2015',
    remarks: ['Комментарий от BLOG: TEXT', '[BLOG: TEXT]', 'Прим. ред.: TEXT'],
    blog: 'Причал',
  },
]

/** How a page sets a remark. */
const SETTINGS: readonly ((remark: string) => string)[] = [
  (remark) => `<p>${remark}</p>`,
  (remark) => `<p><em>${remark}</em></p>`,
  (remark) => `<p><strong>${remark}</strong></p>`,
  (remark) => `<p><span style="color: #c00">${remark}</span></p>`,
  (remark) => `<p><font color="#0000ff">${remark}</font></p>`,
  (remark) => `<p><small>${remark}</small></p>`,
  (remark) => `<blockquote><p>${remark}</p></blockquote>`,
  (remark) => `<div style="border: 1px solid #999; background: #eee"><p>${remark}</p></div>`,
  (remark) => `<p class="note">${remark}</p>`,
]

/** How a page holds an article. */
const HOLDERS: readonly ((blocks: readonly string[]) => string)[] = [
  (blocks) => `<article>${blocks.join('')}</article>`,
  (blocks) => `<div class="post"><div class="entry-content">${blocks.join('')}</div></div>`,
  (blocks) => blocks.join(''),
  (blocks) => `<main><section>${blocks.join('')}</section></main>`,
  (blocks) => `<table><tr><td>${blocks.join('')}</td></tr></table>`,
  (blocks) => `<div id="content">${blocks.map(withBreaks).join('\n')}</div>`,
  (blocks) => `<div id="content">${blocks.map(inRow).join('')}</div>`,
]

const withBreaks = (block: string) => block.replace(/^<p>(.*)<\/p>$/u, '$1<br><br>')
const inRow = (block: string) => `<div class="row"><div class="col">${block}</div></div>`

const MENU =
  '<div class="menu"><ul><li><a href="/">Home</a></li><li><a href="/all">Archive</a></li></ul></div>'
const FOOT =
  '<div class="related"><h3>Related</h3><ul><li><a href="/3">On bridges, and what they cost</a></li></ul></div><div id="comments"><h3>1 comment</h3><p>Bob says: I was there too, and it was all quite different.</p></div><div class="footer"><p>© 2015 Some site. All rights reserved.</p></div>'

/** The repost of a number: always the same one. */
export function madeRepost(number: number): MadeRepost {
  const chance = chancesOf(number)
  const pick = <One>(list: readonly One[]): One => {
    const one = list[Math.floor(chance() * list.length)]
    if (one === undefined) throw new Error('Nothing to choose from.')
    return one
  }
  const language = pick(LANGUAGES)
  const letters = language.lang === 'ru' ? 'бвгдклмнпр' : 'bdgklmnprt'
  const vowels = language.lang === 'ru' ? 'аоуи' : 'aoui'
  const paragraphs: MadeParagraph[] = []
  const say = (who: MadeParagraph['who']): string => {
    const count = paragraphs.length
    const syllable = (n: number) => `${letters[n % 10] ?? ''}${vowels[n % 4] ?? ''}`
    const word = `${syllable(count)}${syllable(count * 7 + 3)}${syllable(Math.floor(count / 10) + 1)}z`
    paragraphs.push({ who, word })
    const [first = '', ...rest] = Array.from({ length: 1 + Math.floor(chance() * longest) }, () =>
      pick(language.sentences),
    )
    return [first.replace(/(?=[^\p{L}]*$)/u, ` ${word}`), ...rest].join(' ')
  }
  const longest = pick([1, 2, 5])
  const remark = pick(language.remarks)
  const setting = pick(SETTINGS)
  const holder = pick(HOLDERS)
  const lines: string[] = [language.title]
  const blocks: string[] = [pick(['h1', 'h2'])].map(
    (name) => `<${name}>${language.title}</${name}>`,
  )
  for (const line of [language.byline, language.date]) {
    if (chance() < 0.4) continue
    lines.push(line)
    blocks.push(`<p>${line}</p>`)
  }
  const length = 3 + Math.floor(chance() * 9)
  const commented = new Set([0, 1].map(() => 1 + Math.floor(chance() * (length - 1))))
  for (let n = 0; n < length; n++) {
    const own = say('author')
    lines.push(own)
    blocks.push(`<p>${own}</p>`)
    if (!commented.has(n)) continue
    const words = remark.replace('BLOG', language.blog).replace('TEXT', say('commentator'))
    lines.push(words)
    blocks.push(setting(words))
  }
  const isFramed = chance() < 0.5
  const body = `${isFramed ? MENU : ''}${holder(blocks)}${isFramed ? FOOT : ''}`
  return {
    html: `<!DOCTYPE html><html lang="${language.lang}"><head><meta charset="utf-8"><title>${language.title}</title></head><body>${body}</body></html>`,
    text: lines.join('\n\n'),
    paragraphs,
    how: `${number}: ${remark}, ${setting('…')}, ${holder(['<p>…</p>'])}, ${longest}`,
  }
}

/** Numbers from 0 to 1 that look like chance (xorshift). */
function chancesOf(seed: number): () => number {
  let state = (seed * 7919 + 13) >>> 0
  const next = () => {
    state = (state ^ (state << 13)) >>> 0
    state = (state ^ (state >>> 17)) >>> 0
    state = (state ^ (state << 5)) >>> 0
    return state / 2 ** 32
  }
  for (let n = 0; n < 5; n++) next()
  return next
}
