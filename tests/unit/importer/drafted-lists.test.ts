import { expect, it } from 'vitest'
import { assign } from '#core/importer'
import { draftedFrom, written } from './build-draft.ts'
import { book, paragraph, run, word } from './read/packages.ts'

const LONG = 'The harbour froze in March, and nobody could say when it would thaw again.'

async function listIn(name: string, content: string | Uint8Array): Promise<string> {
  const { text } = written(await draftedFrom(name, content))
  return text
    .split('\n')
    .filter((line) => /^\s*(?:[-*]|\d+[.)])\s/u.test(line))
    .join('\n')
}

const NESTED = `- Boats
  - with sails
    - two
  - with oars
- Sledges`

it.each([
  ['a.md', `# The ice\n\n${LONG}\n\n${NESTED}\n\n${LONG}\n`],
  [
    'a.html',
    `<article><h1>The ice</h1><p>${LONG}</p><ul><li>Boats<ul><li>with sails<ul><li>two</li></ul></li>
    <li>with oars</li></ul></li><li>Sledges</li></ul><p>${LONG}</p></article>`,
  ],
])('a list in a list stays in it: %s', async (name, content) => {
  expect(await listIn(name, content)).toBe(NESTED)
})

it('in a book and in a document of Word, too', async () => {
  const item = (level: number, words: string) =>
    paragraph(run(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
  const body = [
    paragraph(run(LONG)),
    item(0, 'Boats'),
    item(1, 'with sails'),
    item(2, 'two'),
    item(1, 'with oars'),
    item(0, 'Sledges'),
    paragraph(run(LONG)),
  ]
  expect(await listIn('a.docx', word(body.join('')))).toBe(NESTED)
  const chapter = `<p>${LONG}</p><ul><li><p>Boats</p><ul><li>with sails<ul><li>two</li></ul></li><li>with oars</li></ul></li><li>Sledges</li></ul>`
  expect(await listIn('a.epub', book({ 'one.xhtml': chapter }))).toBe(NESTED)
})

it('what a page counts stays counted, from the number that it says', async () => {
  const ordered = `<ol start="4"><li>Boats<ol type="a"><li>with sails</li><li>with oars</li></ol></li><li>Sledges</li></ol>`
  const list = '4. Boats\n   - with sails\n   - with oars\n5. Sledges'
  const page = `<article><h1>The ice</h1><p>${LONG}</p>${ordered}<p>${LONG}</p></article>`
  expect(await listIn('a.html', page)).toBe(list)
  expect(await listIn('a.md', `# The ice\n\n${LONG}\n\n${list}\n\n${LONG}\n`)).toBe(list)
})

it('two lists, one below the other, each begin with their own first number', async () => {
  const page = `<article><h1>The ice</h1><p>${LONG}</p><ol><li>Boats</li></ol><ol><li>Sledges</li></ol><p>${LONG}</p></article>`
  expect(await listIn('a.html', page)).toMatch(/^1[.)] Boats\n1[.)] Sledges$/u)
})

it('the second paragraph of an item stays in it', async () => {
  const { text } = written(
    await draftedFrom(
      'a.html',
      `<article><h1>The ice</h1><p>${LONG}</p><ul><li><p>Boats.</p><p>They lay in it.</p></li><li>Sledges</li></ul><p>${LONG}</p></article>`,
    ),
  )
  expect(text).toContain('- Boats.\n\n  They lay in it.\n- Sledges\n')
})

it('an item that somebody else says falls out of the list, and nothing is lost', async () => {
  const draft = await draftedFrom('a.md', `# The ice\n\n${LONG}\n\n${NESTED}\n\n${LONG}\n`)
  const two = draft.segments.find(({ from, to }) =>
    draft.material.text.slice(from, to).includes('two'),
  )
  const { text } = written(assign(draft, [two?.key ?? ''], 'commentary'))
  expect(text).toMatch(
    /- Boats\n\n? {2}- with sails\n\n:::commentary\n[-*] two\n:::\n\n- with oars\n- Sledges/u,
  )
})

it('a list nested without end is read in time, and no deeper than a page can show', async () => {
  const depth = 40
  const page = `<article><h1>The ice</h1><p>${LONG}</p>${`<ul><li>${LONG} It did.`.repeat(depth)}${'</li></ul>'.repeat(depth)}<p>${LONG}</p></article>`
  const { text } = written(await draftedFrom('a.html', page))
  expect(text.match(/- The harbour/gu)).toHaveLength(depth)
})

const pageOf = (middle: string) =>
  `<article><h1>The ice</h1><p>${LONG}</p>${middle}<p>${LONG}</p></article>`

it('a list behind a numbered one keeps its first item', async () => {
  const numbers = '<ol><li>Boats</li><li>Sledges</li></ol>'
  const bullets = '<ul><li>Nets</li><li>Lines</li></ul>'
  expect(await listIn('a.html', pageOf(numbers + bullets))).toBe(
    '1. Boats\n2. Sledges\n- Nets\n- Lines',
  )
  const markdown = `# The ice\n\n${LONG}\n\n- Nets\n\n1. Boats\n2. Sledges\n\n* Lines\n* Hooks\n`
  expect(await listIn('a.md', markdown)).toBe('- Nets\n1. Boats\n2. Sledges\n- Lines\n- Hooks')
})

it.each(['start="0"', 'start="-3"', 'reversed', 'reversed start="7"'])(
  'a list whose numbers cannot be kept has none: %s',
  async (counted) => {
    const list = `<ol ${counted}><li>Boats</li><li>Sledges</li></ol>`
    expect(await listIn('a.html', pageOf(list))).toBe('- Boats\n- Sledges')
  },
)
