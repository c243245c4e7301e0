import { describe, expect, it } from 'vitest'
import type { Block, Inline } from '#core/article'
import { blockInlines } from '#core/article'
import { article, brokenRules } from './fixtures.ts'

const passages = (text: string, extra?: string) =>
  article(text, extra).sections.flatMap((section) => section.passages)
const firstBlock = (text: string, extra?: string): Block => passages(text, extra)[0]!.blocks[0]!
const firstLine = (text: string, extra?: string): readonly Inline[] =>
  blockInlines(firstBlock(text, extra))

describe('voices', () => {
  it('takes what stands outside a container for the author’s own', () => {
    const found = passages('One.\n\nTwo.\n\n:::commentary{layer="second"}\nThree.\n:::\n\nFour.\n')
    expect(found.map(({ layer, blocks }) => [layer, blocks.length])).toEqual([
      ['original', 2],
      ['second', 1],
      ['original', 1],
    ])
  })

  it('lets a layer be left out where there is only one of its kind', () => {
    expect(passages(':::background\nWords.\n:::\n')[0]!.layer).toBe('background')
  })

  it('keeps title, origin, uncertain borders and language of a passage', () => {
    const text =
      ':::background[Background: *see*]{origin="lost" end="uncertain" lang="de"}\nWorte.\n:::\n'
    expect(passages(text)[0]).toMatchObject({
      title: [{ type: 'text' }, { type: 'emphasis' }],
      origin: { type: 'lost' },
      uncertain: ['end'],
      lang: 'de',
    })
  })

  it('gives editorial passages and words about the author their own place', () => {
    const found = passages(':::editorial\nOurs.\n:::\n\n:::about-author\nTheirs.\n:::\n')
    expect(found.map(({ layer, role }) => [layer, role])).toEqual([
      ['editorial', 'text'],
      ['original', 'about-author'],
    ])
  })

  it('begins a section at every heading of the text, and at none inside a passage', () => {
    const { sections } = article(
      'Before.\n\n## One\n\n:::background\n### Inside\n:::\n\n### Two\n',
      '',
    )
    expect(sections.map((section) => section.heading?.depth ?? null)).toEqual([null, 2, 3])
  }, 5000)
})

describe('colons', () => {
  it.each([
    'at 10:30 sharp',
    'Iran:Israel',
    'слово:другое',
    'a:b:c',
    'see :that',
    ':d :) 8:-)',
    'x:y{z}',
    ':sic is a word',
  ])('leaves “%s” as it is', (text) => {
    expect(firstLine(text)).toEqual([{ type: 'text', value: text }])
  })

  it('does not take an unknown directive with words for text', () => {
    expect(brokenRules('The score was 3:one[2].')).toEqual(['unknown-directive'])
    expect(firstLine('The score was 3\\:one\\[2].')).toEqual([
      { type: 'text', value: 'The score was 3:one[2].' },
    ])
  })
})

describe('capitals', () => {
  const list = 'capitals:\n  SKERRY: Skerry\n  SKERRY POINT: Skerry Point\n  HOLM’S: Holm’s\n'
  const found = (text: string) =>
    firstLine(text, list).flatMap((inline) =>
      inline.type === 'capitals' ? [[inline.found, inline.plain]] : [],
    )

  it('are found as whole words, the longest name first', () => {
    expect(found('SKERRY POINT, SKERRY-bound, SKERRYMORE, HOLM’S SKERRY’S')).toEqual([
      ['SKERRY POINT', 'Skerry Point'],
      ['SKERRY', 'Skerry'],
      ['HOLM’S', 'Holm’s'],
    ])
  })

  it('are found over a line end and a no-break space', () => {
    expect(found('At SKERRY\nPOINT and SKERRY\u00a0POINT.')).toEqual([
      ['SKERRY POINT', 'Skerry Point'],
      ['SKERRY\u00a0POINT', 'Skerry\u00a0Point'],
    ])
  })

  it('are left alone in code, in addresses and in our own words', () => {
    expect(found('`SKERRY` https://a.example/SKERRY :editorial[SKERRY]')).toEqual([])
    expect(JSON.stringify(article('<https://a.example/SKERRY>', list))).not.toContain('plain')
  })

  it('are found in titles, notes, headings and the words of others', () => {
    const text = '## SKERRY\n\n:::background[SKERRY]\nSKERRY[^1]\n:::\n\n[^1]: SKERRY *SKERRY*\n'
    expect(JSON.stringify(article(text, list)).match(/"plain":"Skerry"/gu)).toHaveLength(5)
  })
})

describe('footnotes', () => {
  it('belong to the layer that first refers to them, also out of another note', () => {
    const text =
      ':::commentary{layer="first"}\nWords[^a]\n:::\n\nWords[^b]\n\n[^a]: See[^c].\n\n[^b]: B.[^c]\n\n[^c]: C.\n'
    expect(article(text).footnotes.map(({ label, layer }) => [label, layer])).toEqual([
      ['a', 'first'],
      ['b', 'original'],
      ['c', 'first'],
    ])
  })

  it('may refer to each other in a circle', () => {
    const { footnotes } = article('Words[^1]\n\n[^1]: See[^2].\n\n[^2]: See[^1] and[^2].\n')
    expect(footnotes.map(({ id }) => id)).toEqual(['note-1', 'note-2'])
  })

  it('keep the place of a lost one among their numbers', () => {
    const text = 'Words[^9][^11]\n\n[^9]: Nine.\n\n[^11]: Eleven.\n'
    const facts =
      'footnotes:\n  "10": { status: lost, remark: Gone. }\n  "11": { status: cut-off, lang: de }\n'
    expect(
      article(text, facts).footnotes.map(({ label, status, lang }) => [label, status, lang]),
    ).toEqual([
      ['9', 'whole', null],
      ['10', 'lost', null],
      ['11', 'cut-off', 'de'],
    ])
  })
})

describe('front matter', () => {
  it('takes the direction from the language, and lets it be set', () => {
    expect(article('Words.').dir).toBe('ltr')
    expect(article('Words.', 'dir: rtl\n').dir).toBe('rtl')
  })

  it('refuses aliases, tags and keys that would poison an object', () => {
    expect(brokenRules('Words.', 'series: &a { title: T, part: 1 }\n')).toEqual([
      'front-matter-syntax',
    ])
    expect(brokenRules('Words.', 'series: !!js/function "x"\n')).toContain('front-matter-syntax')
    expect(brokenRules('Words.', 'aliases: { __proto__: a, constructor: b }\n')).toEqual([
      'front-matter-unknown-key',
      'front-matter-unknown-key',
    ])
  })

  it('lists names in its own order, also those that are numbers', () => {
    const { names } = article(
      'Orwell wrote 1984.',
      'names:\n  Orwell: { kind: person }\n  "1984": { kind: work }\n  7: { kind: work }\n',
    )
    expect(names.map(({ name }) => name)).toEqual(['Orwell', '1984', '7'])
  })

  it('is checked together with the text, so that everything is told at once', () => {
    expect(brokenRules('Words <b>and</b>[^1] :red[more].', 'colour: red\n')).toEqual([
      'front-matter-unknown-key',
      'raw-html',
      'raw-html',
      'undefined-footnote',
      'unknown-directive',
    ])
  })
})

describe('blocks', () => {
  it('give every row of a table as many cells as its head', () => {
    const table = firstBlock('| a | b |\n| :- | - |\n| c |\n')
    expect(table).toMatchObject({
      align: ['left', null],
      rows: [
        [{}, {}],
        [[{ value: 'c' }], []],
      ],
    })
  })

  it('read a soft line end as a space, and a hard one as a break', () => {
    expect(firstLine('one\ntwo\\\nthree')).toEqual([
      { type: 'text', value: 'one two' },
      { type: 'break' },
      { type: 'text', value: 'three' },
    ])
  })

  it('read a file with a byte order mark and Windows line ends like any other', () => {
    expect(article('\ufeffOne.\r\n\r\nTwo.\r\n'.replace('\ufeff', ''))).toEqual(
      article('One.\n\nTwo.\n'),
    )
  })
})

it('a figure may say that its picture is lost, and then has a caption, or says what it showed', () => {
  expect(firstBlock(':::figure{src="lost" alt="A map"}\nThe harbour.\n:::\n')).toMatchObject({
    type: 'figure',
    src: '',
    alt: 'A map',
    caption: [{ type: 'text', value: 'The harbour.' }],
  })
  expect(firstBlock(':::figure{src="lost"}\nThe harbour.\n:::\n')).toMatchObject({ alt: '' })
  expect(brokenRules(':::figure{src="lost"}\n:::\n')).toEqual(['image-alt'])
})
