import { expect, it } from 'vitest'
import { draftedFrom, written } from './build-draft.ts'

const LONG = 'The harbour froze in March, and nobody could say when it would thaw again. It did.'
const NUMBER = '<span role="doc-pagebreak">12</span>'

async function drafted(middle: string) {
  const page = `<article><h1>The ice</h1><p>${LONG}</p>${middle}<p>${LONG}</p></article>`
  const draft = await draftedFrom('a.html', page)
  const left = draft.segments
    .filter(({ class: is }) => is === 'furniture')
    .map(({ from, to }) => draft.material.text.slice(from, to))
  return { left, text: written(draft).text.split(LONG)[1]?.trim() }
}

it.each([
  [`<h2>Boats ${NUMBER} of the north</h2>`, '## Boats of the north'],
  [`<h2>${NUMBER} Boats</h2>`, '## Boats'],
  [`<ul><li>Boats ${NUMBER} of the north</li><li>Nets</li></ul>`, '- Boats of the north\n- Nets'],
  [`<p>Boats of ours ${NUMBER} in the north.</p>`, 'Boats of ours in the north.'],
])('the number of a printed page is told, and divides nothing: %s', async (html, text) => {
  expect(await drafted(html)).toEqual({ left: ['12'], text })
})

it('however many pages a paragraph goes over, each number is told', async () => {
  const { left } = await drafted(`<p>${`Boats of ours ${NUMBER} in the north. `.repeat(150)}</p>`)
  expect(left).toHaveLength(150)
})
