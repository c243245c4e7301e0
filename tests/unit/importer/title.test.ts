import { expect, test } from 'vitest'
import { draftArticle, startDraft, titleOfDraft } from '#core/importer'
import { sentences } from '#words/importer-article'
import { tell } from './separate/telling.ts'

const prose =
  'The ferries stopped in May[1], and nobody was told. The council said that it would look into it.'
const note = '[1] The Harbour Review, May 2011.'

/** What a file is called wherever it is shown, and in its article. */
async function titlesOf(text: string, name = 'a.txt') {
  const { material, separation } = await tell(text, name)
  const draft = startDraft(material, separation)
  const { article } = draftArticle(draft, { slug: 'any', sentences })
  expect(titleOfDraft(draft) ?? sentences.untitled).toBe(article.title)
  return article.title
}

test.each([
  ['capitals in a line of their own', `FERRIES OF THE NORTH\n\n${prose}\n\n${prose}\n\n${note}`],
  ['capitals over a single paragraph', `FERRIES OF THE NORTH\n\n${prose}`],
])('the first line of a text is its title: %s', async (_name, text) => {
  expect(await titlesOf(text)).toBe('FERRIES OF THE NORTH')
})

test.each([
  ['a short line over a paragraph', `Ferries of the north\n\n${prose}\n\n${note}`],
  ['a short line over a single paragraph', `Ferries of the north\n\n${prose}`],
  ['a short line right over a paragraph', `Ferries of the north\n${prose}\n\n${prose}`],
])('the first line of a text is its title: %s', async (_name, text) => {
  expect(await titlesOf(text)).toBe('Ferries of the north')
})

test('a text that opens with a paragraph is called by its first words, without markers', async () => {
  const title = await titlesOf(`${prose}\n\n${prose}\n\n${note}`)
  expect(title).toMatch(/^The ferries stopped in May, and nobody was told\./u)
})

test('a heading that the text opens with is the title everywhere, a later one nowhere', async () => {
  expect(await titlesOf(`## On ferries\n\n${prose}\n\n## Later\n\n${prose}`, 'a.md')).toBe(
    'On ferries',
  )
  expect(await titlesOf(`${prose}\n\n## Later\n\n${prose}`, 'a.md')).toMatch(/^The ferries/u)
})

const page = (head: string, body: string) =>
  `<html><head>${head}</head><body><header><a href="/">North Watch</a></header><main>${body}<p>${prose}</p><p>${prose}</p></main></body></html>`

test.each([
  ['with the same words', '<title>River tolls | North Watch</title>', 'River tolls'],
  ['with other words', '<title>Tolls | North Watch</title>', 'River tolls and who pays'],
  [
    'with other words, and a site that is named',
    '<title>Tolls | North Watch</title><meta property="og:site_name" content="North Watch">',
    'River tolls and who pays',
  ],
])('a page is called by its own heading, not by its tab: %s', async (_name, head, heading) => {
  expect(await titlesOf(page(head, `<h1>${heading}</h1>`), 'a.html')).toBe(heading)
})

test('without a heading of its own a page is called as its head says, without the site', async () => {
  const site = '<meta property="og:site_name" content="North Watch">'
  expect(
    await titlesOf(page(`<title>River tolls | North Watch</title>${site}`, ''), 'a.html'),
  ).toBe('River tolls')
  expect(await titlesOf(page(`<title>The North Watch</title>${site}`, ''), 'a.html')).toBe(
    'The North Watch',
  )
})

test.each([
  ['behind a bar', 'The ice | Harbour News', '<h1><a href="/ice">The ice</a></h1>'],
  ['behind a dash', 'The ice – Harbour News', '<h1>Harbour News</h1><h2>The ice</h2>'],
  ['in front', 'Harbour News: The ice – Opinion', '<h1>The ice – Opinion</h1>'],
])('the name of the site is no part of a title: %s', async (_name, head, heading) => {
  const page = `<html><head><title>${head}</title></head><body><div>${heading}<p>${prose}</p><p>${prose}</p></div></body></html>`
  expect(await titlesOf(page, 'a.html')).toMatch(/^The ice(?: – Opinion)?$/u)
})

test('a title that no heading repeats stays whole', async () => {
  const page = `<html><head><title>Ice – and boats</title></head><body><p>${prose}</p><p>${prose}</p></body></html>`
  expect(await titlesOf(page, 'a.html')).toBe('Ice – and boats')
})

test('a mail without a subject is not called as whom it greets', async () => {
  const mail = `Dear all,\n\nThe ferries stopped in May.\n\n> Nobody was told.\n\nSo they say.\n`
  expect(await titlesOf(mail)).toBe('The ferries stopped in May.')
})
