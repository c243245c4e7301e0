import { expect, it } from 'vitest'
import { draftedFrom, written } from './build-draft.ts'
import { book, paragraph, run, word } from './read/packages.ts'

const LONG =
  'The harbour froze in March, and nobody could say when it would thaw again. It did in May.'
const MAP = ':::figure{src="lost" alt="A map of the ice"}\nThe harbour in March.\n:::'

async function textOf(name: string, content: string | Uint8Array): Promise<string> {
  return written(await draftedFrom(name, content)).text
}

function page(middle: string): string {
  return `<html><body><article><h1>The ice</h1><p>${LONG}</p>${middle}<p>${LONG}</p></article></body></html>`
}

const IMAGE = '<img src="map.png" alt="A map of the ice" width="600">'

it.each([
  `<figure>${IMAGE}<figcaption>The harbour in March.</figcaption></figure>`,
  `<figure><figcaption>The harbour in March.</figcaption><p>${IMAGE}</p></figure>`,
  `<div class="wp-caption"><a href="map.png">${IMAGE}</a><p class="wp-caption-text">The harbour in March.</p></div>`,
])('a picture leaves its caption, and what it shows, in its place: %s', async (figure) => {
  expect(await textOf('a.html', page(figure))).toBe(`${LONG}\n\n${MAP}\n\n${LONG}`)
})

it('in books and in documents of Word, too', async () => {
  const figure = `<figure>${IMAGE.replace('>', '/>')}<figcaption>The harbour in March.</figcaption></figure>`
  const chapter = `<p>${LONG}</p>${figure}<p>${LONG}</p>`
  expect(await textOf('a.epub', book({ 'one.xhtml': chapter }))).toBe(
    `${LONG}\n\n${MAP}\n\n${LONG}`,
  )
  const drawing =
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="A map of the ice"/></wp:inline></w:drawing></w:r>'
  const styles = '<w:style w:styleId="C"><w:name w:val="caption"/></w:style>'
  const body =
    paragraph(run(LONG)) +
    paragraph(drawing) +
    paragraph(run('The harbour in March.'), '<w:pStyle w:val="C"/>') +
    paragraph(run(LONG))
  expect(await textOf('a.docx', word(body, { styles }))).toBe(`${LONG}\n\n${MAP}\n\n${LONG}`)
})

it('a picture without a caption says what it shows, behind the paragraph in which it stands', async () => {
  const figure = ':::figure{src="lost" alt="A map of the ice"}\n:::'
  const text = `${LONG}\n\n${figure}\n\n${LONG}`
  expect(await textOf('a.html', page(`<p>${IMAGE}</p>`))).toBe(text)
  expect(
    await textOf('a.md', `# The ice\n\n${LONG}\n\n![A map of the ice](map.png)\n\n${LONG}\n`),
  ).toBe(text)
  expect(
    await textOf('a.html', page(IMAGE).replace(`<p>${LONG}</p></article>`, '</article>')),
  ).toBe(`${LONG}\n\n${figure}`)
})

it('a caption whose picture shows what nobody says stays a caption', async () => {
  const figure =
    '<figure><img src="map.png"><figcaption>The harbour in March.</figcaption></figure>'
  expect(await textOf('a.html', page(figure))).toContain(
    ':::figure{src="lost"}\nThe harbour in March.\n:::',
  )
})

it.each([
  '<div class="share-buttons"><img src="x.png" alt="Tell your friends"></div>',
  '<img src="x.png" alt="Ornament" width="16" height="16">',
  '<img src="x.png" alt="">',
])('pictures of the page are none of the text: %s', async (picture) => {
  expect(await textOf('a.html', page(picture))).toBe(`${LONG}\n\n${LONG}`)
})

it('a picture of a sign that could be written is that sign', async () => {
  const smile = '<p>It thawed <img class="emoji" alt="🙂" width="16" src="x.png"> in May.</p>'
  expect(await textOf('a.html', page(smile))).toContain('It thawed 🙂 in May.')
})
