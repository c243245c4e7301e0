import { expect, test } from 'vitest'
import { faultIn, tell } from './telling.ts'

/** Who speaks, and in which class, one line for each segment; and what is known of the text. */
async function read(name: string, text: string) {
  const told = await tell(text, name)
  expect(faultIn(told)).toBeNull()
  const { segments, about } = told.separation
  const spoken = segments
    .filter(({ class: is }) => is !== 'metadata' && is !== 'furniture')
    .map(({ class: is, voice }) => (voice === null ? is : `${is} (${voice})`))
  return { spoken, about }
}

const TOLD =
  'The ferry stopped in the year in which the bridge was opened, and for a long time nobody in the two villages wanted to say whose fault it was. I have asked all who were still alive.'
const LETTER =
  'The ferry will not run after Sunday. I have carried your corn and your dead for forty years, and I ask for nothing but that the landing stage be left as it is. I say it once more: leave the stage alone, whatever the county may tell you of its state, and whatever it may offer you for the wood of it.'
const page = (body: string) =>
  `<html><head><title>The ferry</title><meta name="author" content="Ines Hall"></head><body><article><h1>The ferry</h1><p class="byline">By Ines Hall</p><p>${TOLD}</p>${body}</article></body></html>`

test.each([
  ['On 7 June 1998 at 10:30, Per Sand wrote:'],
  ['At 10:30 the ferryman wrote:'],
  ['In June 1998, Per Sand wrote:'],
])('an article that quotes a letter stays its author’s: %s', async (line) => {
  const { spoken, about } = await read(
    'a.html',
    page(`<p>${line}</p><blockquote><p>${LETTER}</p></blockquote>`),
  )
  expect(spoken).toEqual(expect.arrayContaining(['original', 'quote']))
  expect(spoken.join()).not.toMatch(/commentary|\(/u)
  expect(about).toMatchObject({ title: 'The ferry', authors: ['Ines Hall'], published: null })
})

test('an article in Markdown that quotes a letter stays its author’s', async () => {
  const { spoken, about } = await read(
    'a.md',
    `---\ntitle: The ferry\nauthor: Ines Hall\n---\n\n# The ferry\n\n${TOLD}\n\nAt 10:30 on 7 June 1998, Per Sand wrote:\n\n> ${LETTER}\n>\n> Think of it.\n`,
  )
  expect(spoken).toEqual(['original', 'quote', 'quote'])
  expect(about).toMatchObject({ title: 'The ferry', authors: ['Ines Hall'] })
})

test('a line in prose that names an address begins no mail', async () => {
  const { spoken, about } = await read(
    'a.txt',
    `The ferry\n\nBy Ines Hall\n\n${TOLD}\n\nPer Sand (per@example.org) wrote on 7 June 1998:\n\n"The ferry will not run after Sunday, and I ask that the stage be left."\n\nI have read it to them all, and they said nothing.\n`,
  )
  expect(spoken.join()).not.toContain('commentary')
  expect(spoken.join()).not.toContain('Per')
  expect(about).toMatchObject({ title: 'The ferry', authors: ['Ines Hall'] })
})

test('what a mail program has set around a quotation is a mail without an address, too', async () => {
  const { spoken, about } = await read(
    'a.html',
    `<html><body><div><p>Thank you, I did not know that at all.</p></div><div class="gmail_quote"><div>On Sun, Jun 7, 1998 at 9:00 AM, Per Sand wrote:</div><blockquote><p>${LETTER}</p></blockquote></div></body></html>`,
  )
  expect(spoken).toEqual(['commentary', 'original'])
  expect(about.authors).toEqual(['Per Sand'])
})

const HEAD = 'From: Per Sand\nTo: all villagers\nSubject: The stage\nDate: 7 June 1998'

test.each([
  ['announced', `${TOLD}\n\nThere was a letter, too. It read:`],
  ['in the middle of an essay', `${TOLD}\n\n${TOLD}\n\n${TOLD} There was a letter, too.`],
  ['below little', 'There was a letter, too, and I found it.'],
])('a letter that is %s leaves the essay its author’s', async (_, above) => {
  const { spoken, about } = await read(
    'a.txt',
    `The ferry of the north\n\n${above}\n\n${HEAD}\n\nThe ferry will not run. Leave the stage.\n\n${TOLD}\n\n${TOLD}\n`,
  )
  expect(new Set(spoken)).toEqual(new Set(['original']))
  expect(about).toMatchObject({ title: 'The ferry of the north', authors: [], published: null })
})

test.each([
  [`<p>${HEAD.replaceAll('\n', '<br>')}</p>`],
  [
    `<table>${HEAD.split('\n')
      .map((line) => `<tr><td>${line.replace(': ', ':</td><td>')}</td></tr>`)
      .join('')}</table>`,
  ],
  [`<blockquote><p>${HEAD.replaceAll('\n', '<br>')}</p><p>${LETTER}</p></blockquote>`],
])('a page that shows a letter is not the letter’s: %s', async (head) => {
  const { spoken, about } = await read(
    'a.html',
    page(`${head}<p>The ferry will not run. Leave the stage as it is.</p><p>${TOLD}</p>`),
  )
  expect(spoken.join()).not.toMatch(/commentary|Sand/u)
  expect(spoken[0]).toBe('original')
  expect(about).toMatchObject({ title: 'The ferry', authors: ['Ines Hall'] })
})

test('a mail by nobody whom its lines name is his whom its front matter names', async () => {
  const { about } = await read(
    'a.md',
    `---\ntitle: The ferry\nauthor: Ines Hall\n---\n\n${TOLD}\n\nPer Sand <per@example.org> wrote:\n\n> It will not run.\n\nIt did run, for another year, and then for one more. I have seen it.\n`,
  )
  expect(about.authors).toEqual(['Ines Hall'])
})
