import { expect, test } from 'vitest'
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
