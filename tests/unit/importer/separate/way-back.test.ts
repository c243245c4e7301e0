import { expect, test } from 'vitest'
import { draftedFrom, written } from '../build-draft.ts'
import { faultIn, tell, voicesOf } from './telling.ts'

const prose =
  'The ferries stopped in May, and nobody was told. The council said that it would look into it.'

test.each(['↩', '↑', '^', '[back]', 'Back to text'])(
  'the way back from a note is part of the page, not of the note: %s',
  async (back) => {
    const told = await tell(
      `<body><p>${prose}<sup><a id="r1" href="#n1">1</a></sup></p><p>${prose}</p><h2>Notes</h2>` +
        `<ol><li id="n1">The Harbour Review, May 2011. <a href="#r1">${back}</a></li></ol></body>`,
      'a.html',
    )
    expect(faultIn(told)).toBeNull()
    expect(voicesOf(told).slice(-2)).toEqual([
      'footnote-definition (1): The Harbour Review, May 2011.',
      `furniture: ${back}`,
    ])
  },
)

test.each([
  ['The Harbour Review, May 2011. ↩', ['The Harbour Review, May 2011.', '↩']],
  ['The Harbour Review, May 2011. ^', ['The Harbour Review, May 2011.', '^']],
  ['The Harbour Review, page 3^', ['The Harbour Review, page 3^']],
])('an arrow is the way back also where its link is lost: %s', async (note, parts) => {
  const told = await tell(
    `<body><p>${prose}<sup><a href="#n1">1</a></sup></p><p>${prose}</p><h2>Notes</h2>` +
      `<ol><li id="n1"><a id="x"></a>${note}</li></ol></body>`,
    'a.html',
  )
  expect(faultIn(told)).toBeNull()
  const found = voicesOf(told).slice(-parts.length)
  expect(found.map((line) => line.replace(/^[^:]*: /u, ''))).toEqual(parts)
  expect(found.filter((line) => line.startsWith('footnote-definition'))).toHaveLength(1)
})

test.each([
  '↑ The Harbour Review.',
  '<b>^</b> The Harbour Review.',
  '<a href="#r1">↑</a> The Harbour Review.',
])('an arrow at the beginning of a note is none of its words: %s', async (note) => {
  const draft = await draftedFrom(
    'a.html',
    `<body><p>${prose}<sup><a id="r1" href="#n1">1</a></sup></p><p>${prose}</p><h2>Notes</h2>` +
      `<ol><li id="n1">${note}</li></ol></body>`,
  )
  expect(written(draft).text).toContain('[^1]: The Harbour Review.')
})
