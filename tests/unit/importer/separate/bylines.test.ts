import { describe, expect, test } from 'vitest'
import { tell } from './telling.ts'

const PROSE =
  'The ferry leaves at six, and nobody is in a hurry, for it takes forty minutes to cross the sound in all weathers.'

async function aboutOf(text: string, name = 'text.txt') {
  return (await tell(text, name)).separation.about
}

describe('a byline in the text', () => {
  test.each([
    ['By Nora Lind', 'Nora Lind'],
    ['Words by Nora Lind', 'Nora Lind'],
    ['Written by: Nora Lind', 'Nora Lind'],
    ['Von Nora Lind', 'Nora Lind'],
    ['Text: Nora Lind', 'Nora Lind'],
    ['par Nora Lind', 'Nora Lind'],
    ['Écrit par Nora Lind', 'Nora Lind'],
    ['Por Nora Lind', 'Nora Lind'],
    ['di Nora Lind', 'Nora Lind'],
    ['door Nora Lind', 'Nora Lind'],
    ['Av Nora Lind', 'Nora Lind'],
    ['Tekst: Nora Lind', 'Nora Lind'],
    ['Autor: Nora Lind', 'Nora Lind'],
    ['Автор: Нора Линд', 'Нора Линд'],
    ['Текст: Нора Линд', 'Нора Линд'],
    ['Írta: Lind Nóra', 'Lind Nóra'],
    ['Yazan: Nora Lind', 'Nora Lind'],
    ['بقلم نورا ليند', 'نورا ليند'],
    ['بقلم: نورا ليند', 'نورا ليند'],
    ['מאת נורה לינד', 'נורה לינד'],
    ['מאת: נורה לינד', 'נורה לינד'],
    ['作者：林娜', '林娜'],
    ['文／林娜', '林娜'],
    ['著者：林ナラ', '林ナラ'],
    ['글: 린드', '린드'],
  ])('%s', async (line, name) => {
    const about = await aboutOf(`The slow ferry\n${line}\n\n${PROSE}\n\n${PROSE}\n`)
    expect(about.authors).toEqual([name])
  })
})

describe('who posted a text, and when', () => {
  test.each([
    ['Posted by Village Pump on 4 May 2015', 'Village Pump'],
    ['Posted by Village Pump on May 4, 2015 at 9:00 am', 'Village Pump'],
    ['Posted by Village Pump, 4 May 2015', 'Village Pump'],
    ['Posted by: Village Pump | 4 May 2015', 'Village Pump'],
    ['Posted by Village Pump at 21:00', 'Village Pump'],
    ['Eingestellt von Dorfbrunnen am 4. Mai 2015', 'Dorfbrunnen'],
    ['Veröffentlicht von Dorfbrunnen am 04.05.2015', 'Dorfbrunnen'],
    ['Publié par La Fontaine le 4 mai 2015', 'La Fontaine'],
    ['Publicado por La Fuente el 4 de mayo de 2015', 'La Fuente'],
    ['Pubblicato da La Fontana il 4 maggio 2015', 'La Fontana'],
    ['Geplaatst door De Bron op 4 mei 2015', 'De Bron'],
    ['Опубликовал Сельский колодец 4 мая 2015', 'Сельский колодец'],
  ])('%s', async (line, name) => {
    const about = await aboutOf(`The slow ferry\nBy Nora Lind\n${line}\n\n${PROSE}\n\n${PROSE}\n`)
    expect(about.authors).toEqual(['Nora Lind'])
    expect(about.postedBy).toBe(name)
  })
})

const page = (head: string, lines: string) =>
  `<!doctype html><html><head>${head}</head><body><article><h1>The slow ferry</h1>${lines}<p>${PROSE}</p><p>${PROSE}</p><p>${PROSE}</p></article></body></html>`

describe('what a page names as its author in its head', () => {
  test.each([
    ['<title>The slow ferry – Village Pump</title><meta name="author" content="Village Pump">'],
    ['<title>Village Pump: The slow ferry</title><meta name="author" content="Village Pump">'],
    [
      '<title>The slow ferry</title><meta property="og:site_name" content="Village Pump"><meta name="author" content="village pump">',
    ],
  ])('is who posted it, where that is the site and the text has a byline: %s', async (head) => {
    const about = await aboutOf(page(head, '<p class="byline">by Nora Lind</p>'), 'page.html')
    expect(about.authors).toEqual(['Nora Lind'])
    expect(about.postedBy?.toLowerCase()).toBe('village pump')
  })

  test('gives way to the byline where a line says that it posted the text', async () => {
    const head = '<title>The slow ferry</title><meta name="author" content="Village Pump">'
    const lines =
      '<p class="byline">by Nora Lind</p><p class="meta">Posted by Village Pump on 4 May 2015</p>'
    const about = await aboutOf(page(head, lines), 'page.html')
    expect(about).toMatchObject({ authors: ['Nora Lind'], postedBy: 'Village Pump' })
  })

  test('is the author where nobody else is named, or where it is no site', async () => {
    const own = '<title>The slow ferry – Nora Lind</title><meta name="author" content="Nora Lind">'
    expect((await aboutOf(page(own, ''), 'page.html')).authors).toEqual(['Nora Lind'])
    const other = '<title>The slow ferry – Pump</title><meta name="author" content="Nora Lind">'
    const about = await aboutOf(page(other, '<p class="byline">By Kim Ode</p>'), 'page.html')
    expect(about.authors).toEqual(['Nora Lind'])
  })
})

describe('names with a conjunction in them', () => {
  test.each([
    ['By Antoni Serra i Vidal', ['Antoni Serra i Vidal']],
    ['Por Rui Mota e Sousa', ['Rui Mota e Sousa']],
    ['Por Pilar Soto y Ruiz', ['Pilar Soto y Ruiz']],
    ['Por Pilar Soto y Rui Mota', ['Pilar Soto', 'Rui Mota']],
    [
      'By Nora Lind, Pilar Soto y Ruiz and Rui Mota',
      ['Nora Lind', 'Pilar Soto y Ruiz', 'Rui Mota'],
    ],
  ])('%s', async (line, names) => {
    const about = await aboutOf(`The slow ferry\n${line}\n\n${PROSE}\n\n${PROSE}\n`)
    expect(about.authors).toEqual(names)
  })
})

test('a date in Arabic digits behind a name is none of it, and stays as it is written', async () => {
  const about = await aboutOf(`العبارة\nبقلم: نورا ليند ٢٠١٥/٠٥/٠٣\n\n${PROSE}\n\n${PROSE}\n`)
  expect(about).toMatchObject({ authors: ['نورا ليند'], published: '٢٠١٥/٠٥/٠٣' })
})
