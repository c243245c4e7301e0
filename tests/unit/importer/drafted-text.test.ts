import { expect, it } from 'vitest'
import { assign } from '#core/importer'
import { draftedFrom, draftOf, written } from './build-draft.ts'

it('what a commentator says in brackets stays in the line', () => {
  const draft = draftOf([['The harbour froze [not quite. Ed.] in March.', {}]])
  const [whole] = draft.segments
  if (whole === undefined) throw new Error('There is no segment.')
  const parts = [
    { ...whole, to: 17 },
    { ...whole, key: 's18', from: 18, to: 34, class: 'commentary' as const, voice: 'Ed.' },
    { ...whole, key: 's35', from: 35 },
  ]
  expect(written({ ...draft, segments: parts }).text).toBe(
    'The harbour froze :insertion[\\[not quite. Ed.\\]]{layer="comments"} in March.',
  )
})

it('paragraphs of one voice are one passage, with the borders that nobody marked', () => {
  const { text, front } = written(
    draftOf([
      ['It froze.', {}],
      ['Comment by Ann: hardly.', { class: 'commentary', voice: 'Ann' }],
      ['And not for long.', { class: 'commentary', voice: 'Ann', uncertain: ['end'] }],
      ['Then it thawed.', {}],
    ]),
  )
  expect(text).toBe(
    'It froze.\n\n:::commentary{end="uncertain"}\nComment by Ann: hardly.\n\nAnd not for long.\n:::\n\nThen it thawed.',
  )
  expect(front).toContain('label: Comments\n    voice: Ann')
})

it('a label whose link is gone becomes the title of what it led to', () => {
  const { text } = written(
    draftOf([
      ['It froze.', {}],
      ['Background: the old harbour at:', { class: 'background', lost: 'link' }],
      ['It was built in 1890.', { class: 'background' }],
    ]),
  )
  expect(text).toContain(':::background[Background: the old harbour at:]{origin="lost"}\nIt was')
})

it('what belongs to the page is a credit or an omission', () => {
  const { front, text } = written(
    draftOf([
      ['Home | About', { class: 'furniture' }],
      ['The Harbour', { class: 'heading' }],
      ['Posted by Ann', { class: 'metadata' }],
      ['It froze.', {}],
      ['Share', { class: 'furniture' }],
      ['Reply', { class: 'furniture' }],
    ]),
  )
  expect(text).toBe('It froze.')
  expect(front).toContain('title: The Harbour\n')
  expect(front).toContain(
    'credits:\n  - text: The Harbour\n    what: the title\n  - text: Posted by Ann',
  )
  expect(front).toContain('  - text: Share Reply\n')
})

it('footnotes are linked however the text writes them', () => {
  const note = { class: 'footnote-definition', state: 'whole' } as const
  const { front, text } = written(
    draftOf([
      ['It froze[1] and thawed[2] and froze¹.', {}],
      ['[1] In March.', { ...note, label: '1' }],
      ['2) In April.', { ...note, label: '2', state: 'cut-off' }],
    ]),
  )
  expect(text).toBe('It froze[^1] and thawed[^2] and froze¹.\n\n[^1]: In March.\n\n[^2]: In April.')
  expect(front).toMatch(
    /"2":\n {4}status: cut-off\n {4}notation:\n {6}marker: "\[2\]"\n {6}definition: 2\)/u,
  )
})

it('a note that no marker leads to stays in the text', () => {
  const { text } = written(
    draftOf([
      ['It froze.', {}],
      ['[1] In March.', { class: 'footnote-definition', label: '1', state: 'whole' }],
    ]),
  )
  expect(text).toBe('It froze.\n\n\\[1] In March.')
})

it('an address that no link may have stays words', () => {
  const draft = draftOf([['Press here, or here.', {}]])
  const [fragment] = draft.material.fragments
  if (fragment === undefined) throw new Error('There is no fragment.')
  const marks = [
    { from: 6, to: 10, type: 'link' as const, value: 'javascript:alert(1)' },
    { from: 15, to: 19, type: 'link' as const, value: 'https://a.example/"><b>' },
  ]
  const material = { ...draft.material, fragments: [{ ...fragment, marks }] }
  expect(written({ ...draft, material }).text).toBe(
    'Press here, or [here](https://a.example/%22%3E%3Cb%3E).',
  )
})

it('a heading with nothing but notes under it leaves that place to the heading of the page', () => {
  const { front, text } = written(
    draftOf([
      ['It froze[1] in March.', {}],
      ['Notes', { class: 'heading' }],
      ['[1] In 1911.', { class: 'footnote-definition', label: '1' }],
    ]),
  )
  expect(front).toContain('  - text: Notes\n    what: the heading over the notes')
  expect(text).not.toContain('## Notes')
})

it('a marker in the place of a note’s own label leads nowhere', () => {
  const draft = draftOf([
    ['It froze[1] again.', {}],
    ['1. as a clerk says', { class: 'footnote-definition', label: '1' }],
    ['who was not there', { class: 'footnote-definition', label: '1' }],
  ])
  const [, first] = draft.segments
  const from = first?.from ?? 0
  const reference = { from, to: from + 2, label: '1', definition: 2 }
  const { text } = written({ ...draft, references: [...draft.references, reference] })
  expect(text).toContain('[^1]: as a clerk says')
  expect(text).toContain('who was not there')
})

const LONG = 'The harbour froze in March, and nobody could say when it would thaw again.'

it('a table of Markdown stays one, with the way its columns are set', async () => {
  const table = '| Year | Toll |\n|------|-----:|\n| 1911 | 12[^1] |\n| 1912 | 9 \\| 10 |'
  const draft = await draftedFrom(
    'a.md',
    `# The toll\n\n${LONG}\n\n${table}\n\n${LONG}\n\n[^1]: By hand.`,
  )
  expect(written(draft).text).toContain(
    '| Year | Toll |\n| - | -: |\n| 1911 | 12[^1] |\n| 1912 | 9 \\| 10 |\n',
  )
  const row = draft.segments.find(({ from, to }) =>
    draft.material.text.slice(from, to).includes('1911'),
  )
  // Where somebody else says one of its rows, it falls apart, and nothing is lost.
  const apart = written(assign(draft, [row?.key ?? ''], 'commentary')).text
  expect(apart).not.toContain('| - |')
  for (const words of ['Year', '1911', '1912']) expect(apart).toContain(words)
})

it('rows of a page are a table, each cell where it was, also an empty one', async () => {
  const rows = [
    ['Year', 'Toll', 'By'],
    ['1911', '', 'hand | eye'],
    ['', '9', 'word'],
    ['1912', '9'],
  ].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  const draft = await draftedFrom(
    'a.html',
    `<article><p>${LONG}</p><table>${rows.join('')}</table><p>${LONG}</p></article>`,
  )
  expect(written(draft).text).toContain(
    [
      '| Year | Toll | By |',
      '| - | - | - |',
      '| 1911 | | hand \\| eye |',
      '| | 9 | word |',
      '| 1912 | 9 | |',
    ].join('\n'),
  )
})

it('every field of the head of a post is a credit, and the translator one of its hands', async () => {
  const text = `# The ice\n\n${LONG}\n\n${LONG}\n`
  const yaml = `---
title: The ice
author:
  name: Ann Lee
  url: https://ann.example/
translator: Tom Dahl and Eva Roe
tags: [ice, boats]
date: 2020-03-04
params:
  source: https://a.example/ice
---
`
  const toml = `+++
title = "The ice"
date = 2020-03-04
[params]
  author = "Ann Lee"
  tags = [
    "ice",
    "boats",
  ]
  translator = "Tom Dahl and Eva Roe"
  source = "https://a.example/ice"
[menu.main]
  title = "Menu"
  name = "Main"
+++
`
  const drafts = await Promise.all([yaml, toml].map((head) => draftedFrom('a.md', head + text)))
  for (const draft of drafts) {
    expect(draft.about).toMatchObject({
      title: 'The ice',
      authors: ['Ann Lee'],
      translators: ['Tom Dahl', 'Eva Roe'],
      published: '2020-03-04',
      url: 'https://a.example/ice',
    })
    const { front } = written(draft)
    expect(front).toContain('  - role: translator\n    name: Tom Dahl\n')
    expect(front).toMatch(/ {2}- text: .?translator.*\n {4}what: translated by\n/u)
    expect(front).toMatch(/ {2}- text: .?tags.*boats.*\n {4}what: what the page says/u)
  }
})
