import { expect, it } from 'vitest'
import { draftedFrom, written } from './build-draft.ts'
import { paragraph, run, word } from './read/packages.ts'

const LONG = 'The harbour froze in March, and nobody could say when it would thaw again. It did.'

async function blocks(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  return written(await draftedFrom(name, content)).text.split('\n\n')
}

const pageOf = (middle: string) =>
  `<article><h1>The ice</h1><p>${LONG}</p><p>${middle}</p><p>${LONG}</p></article>`

it.each([
  ['300 km<sup>2</sup> and 10<sup>6</sup> stones', '300 km² and 10⁶ stones'],
  ['CO<sub>2</sub>, H<sub>2</sub>O and x<sub>max</sub>', 'CO₂, H₂O and xₘₐₓ'],
  ['x<sup>n+1</sup> and x<sup>Q</sup>', 'xⁿ⁺¹ and x^(Q)'],
  ['10<sup><i>n</i></sup> boats', '10ⁿ boats'],
  ['the 4<sup>th</sup> day, M<sup>me</sup> Winter', 'the 4th day, Mme Winter'],
  ['a claim<sup>[citation needed]</sup> of ours', 'a claim\\[citation needed] of ours'],
])('what is set high or low keeps its meaning: %s', async (html, words) => {
  expect((await blocks('a.html', pageOf(`It had ${html} in it.`)))[1]).toBe(
    `It had ${words} in it.`,
  )
  const markdown = `# The ice\n\n${LONG}\n\nIt had ${html} in it.\n\n${LONG}\n`
  if (!html.includes('['))
    expect((await blocks('a.md', markdown))[1]).toBe(`It had ${words} in it.`)
})

it('in a document of Word, too', async () => {
  const set = (words: string, how: string) => run(words, `<w:vertAlign w:val="${how}"/>`)
  const body =
    paragraph(run(LONG)) +
    paragraph(
      run('It had 10') + set('6', 'superscript') + run(' parts of H') + set('2', 'subscript'),
    ) +
    paragraph(run(LONG))
  expect((await blocks('a.docx', word(body)))[1]).toBe('It had 10⁶ parts of H₂')
})

it('the marker of a note stays a marker', async () => {
  const note = '<p><sup>1</sup> The Harbour Review, May 1850, page 12.</p>'
  const page = pageOf('It had 10<sup>6</sup> stones in it.<sup>1</sup>').replace(
    '</article>',
    `<h2>Notes</h2>${note}</article>`,
  )
  expect((await blocks('a.html', page))[1]).toBe('It had 10⁶ stones in it.[^1]')
})
