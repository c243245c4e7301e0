import { describe, expect, test } from 'vitest'
import {
  around,
  faultIn,
  fragmentWith,
  marksIn,
  outline,
  read,
  spoken,
  wordsOf,
} from './reading.ts'

describe('blocks', () => {
  test('headings, lists, quotations, code and rules are told apart, and every character is kept', async () => {
    const material = await read(
      'markdown',
      [
        '# The Harbour #',
        '',
        'Ice came in',
        'the night.',
        '',
        'Underlined',
        '----------',
        '',
        '- one',
        '- two',
        '  goes on',
        '',
        '  still two',
        '  1. inner',
        '',
        '> quoted',
        '> > twice',
        '',
        '```js',
        '# no heading',
        '```',
        '',
        '***',
        '',
        'After it.',
      ].join('\n'),
    )
    expect(faultIn(material)).toBeNull()
    expect(
      material.fragments.map((fragment) => [
        fragment.kind,
        fragment.depth,
        fragment.quoted,
        spoken(material, fragment).trim(),
      ]),
    ).toEqual([
      ['heading', 1, 0, 'The Harbour'],
      ['paragraph', 0, 0, 'Ice came in\nthe night.'],
      ['heading', 2, 0, 'Underlined'],
      ['list-item', 1, 0, 'one'],
      ['list-item', 1, 0, 'two\n  goes on'],
      ['paragraph', 1, 0, 'still two'],
      ['list-item', 2, 0, 'inner'],
      ['paragraph', 0, 1, 'quoted'],
      ['paragraph', 0, 2, 'twice'],
      ['code', 0, 0, '# no heading'],
      ['paragraph', 0, 0, 'After it.'],
    ])
    expect(fragmentWith(material, 'After').afterRule).toBe(true)
  })

  test('an answer right below a quotation is no part of it, a line that goes on with it is', async () => {
    const material = await read(
      'markdown',
      '> The ice was thick.\n> Nobody came.\nThat is not true.\n\n> The ice came in the night, and nobody who was there had seen\nit before.',
    )
    expect(material.fragments.map(({ quoted }) => quoted)).toEqual([1, 0, 1])
  })

  test('the head of a post tells title, authors and date', async () => {
    const material = await read(
      'markdown',
      '---\ntitle: "The Harbour"\nauthor: >\n  Ann Lee (Hull),\n  Bob Moor\ndate: 2020-02-03\ncanonical_url: https://example.org/harbour\nlang: en\n---\nIce.',
    )
    expect(material.about).toEqual({
      title: 'The Harbour',
      authors: ['Ann Lee', 'Bob Moor'],
      published: '2020-02-03',
      url: 'https://example.org/harbour',
      lang: 'en',
    })
    expect(material.fragments.map(({ kind }) => kind)).toEqual(['front-matter', 'paragraph'])
  })

  test('definitions of notes and of links are blocks of their own', async () => {
    const material = await read(
      'markdown',
      'Ice.[^1] See [the town][town].\n\n[^1]: It was thick.\n\n    So they said.\n[^b]: Another.\n\n[town]: https://example.org "Town"\n',
    )
    expect(outline(material)).toEqual([
      'paragraph: Ice.[^1] See [the town][town].',
      'footnote-definition: [^1]: It was thick.',
      'footnote-definition: So they said.',
      'footnote-definition: [^b]: Another.',
      'link-definition: [town]: https://example.org "Town"',
    ])
    expect(marksIn(material, 'See')).toEqual([
      'noteref 1: [^1]',
      'link https://example.org: the town',
    ])
  })

  test('whatever is set in below a note is the note’s', async () => {
    const material = await read(
      'markdown',
      '[^1]: A note.\n\n    - a list\n\n    > a quotation\n\n    ```\n    code\n    ```\n\nThe text.',
    )
    expect(material.fragments.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 4 }, () => 'footnote-definition'),
      'paragraph',
    ])
  })

  test('a table is its rows', async () => {
    const material = await read('markdown', '| Month | Ice |\n|---|:-:|\n| May | none |\n')
    expect(material.fragments.map((fragment) => fragment.kind)).toEqual(['table-row', 'table-row'])
    expect(faultIn(material)).toBeNull()
  })

  test('what stands in elements and directives knows them; their tags are syntax', async () => {
    const material = await read(
      'markdown',
      [
        '<aside class="note editor">',
        '',
        'The editor says this.',
        '',
        '</aside>',
        '',
        '<blockquote>Quoted <p>twice</p></blockquote>',
        '',
        '<Remark name="Bob">',
        '  Bob says this.',
        '</Remark>',
        '',
        ':::tip',
        'A tip.',
        ':::',
        '',
        'The writer says this.',
      ].join('\n'),
    )
    expect(faultIn(material)).toBeNull()
    expect(around(material, 'editor says')).toEqual(['aside'])
    expect(fragmentWith(material, 'editor says').within?.hints).toEqual(['note', 'editor'])
    expect(fragmentWith(material, 'Quoted').quoted).toBe(1)
    expect(fragmentWith(material, 'twice').quoted).toBe(1)
    expect(fragmentWith(material, 'Bob says').within?.voice).toBe('Bob')
    expect(fragmentWith(material, 'A tip').within?.hints).toEqual(['tip'])
    expect(around(material, 'The writer')).toEqual([])
    expect(material.fragments.map((fragment) => spoken(material, fragment).trim())).toEqual([
      'The editor says this.',
      'Quoted',
      'twice',
      'Bob says this.',
      'A tip.',
      'The writer says this.',
    ])
  })
})

describe('HTML between Markdown', () => {
  test('is set in without becoming code, and its paragraphs end with those of Markdown', async () => {
    const material = await read(
      'markdown',
      '<div class="box">\n    <p>In the box</p>\n\n    Still in it\n</div>\n\n<p>Never closed\n\nOutside\n\n    code\n',
    )
    expect(
      material.fragments.map((fragment) => [fragment.kind, spoken(material, fragment).trim()]),
    ).toEqual([
      ['paragraph', 'In the box'],
      ['paragraph', 'Still in it'],
      ['paragraph', 'Never closed'],
      ['paragraph', 'Outside'],
      ['code', 'code'],
    ])
    expect(around(material, 'Still')).toEqual(['div'])
    expect(around(material, 'Outside')).toEqual([])
  })

  test('comments and scripts are syntax, what follows them on a line is not', async () => {
    const material = await read(
      'markdown',
      'Ice\n\n<!--\nno\n--> came\n\n<script>\nno()\n</script>\n\n<!--more--> at night',
    )
    expect(material.fragments.map((fragment) => spoken(material, fragment).trim())).toEqual([
      'Ice',
      'came',
      'at night',
    ])
    expect(faultIn(material)).toBeNull()
  })
})

describe('words', () => {
  test.each([
    ['*a* and **b** and ***c***', ['emphasis: a', 'strong: b', 'emphasis: **c**', 'strong: c']],
    ['_**Note:** x_ y', ['emphasis: **Note:** x', 'strong: Note:']],
    ['snake_case_name and 2*3*4', ['emphasis: 3']],
    ['~~gone~~ and `*code*` and ``a`b``', ['delete: gone', 'code: *code*', 'code: a`b']],
    ['[a *b*](https://e.org/x_(y) "t") end', ['link https://e.org/x_(y): a *b*', 'emphasis: b']],
    [
      'https://e.org/a_b_c. And <https://e.org>',
      ['link https://e.org/a_b_c: https://e.org/a_b_c', 'link https://e.org: https://e.org'],
    ],
    ['<a href="https://e.org"><b>x</b></a>', ['link https://e.org: <b>x</b>', 'strong: x']],
    ['<span style="color: red">x</span><sup>2</sup>', ['colour red: x', 'superscript: 2']],
    ['\\*no\\* [no] (no) a < b', []],
    ['**“你好。”**他说', ['strong: “你好。”']],
  ])('%s', async (source, marks) => {
    const material = await read('markdown', `Words ${source}`)
    expect(marksIn(material, 'Words')).toEqual(marks)
    expect(faultIn(material)).toBeNull()
  })

  test('a mark may go over several lines of a quotation', async () => {
    const material = await read('markdown', '> see [the\n> town](https://e.org) *now\n> then*')
    expect(marksIn(material, 'see')).toEqual([
      'link https://e.org: the\n> town',
      'emphasis: now\n> then',
    ])
  })

  test('references to characters are these characters, and never syntax', async () => {
    const material = await read(
      'markdown',
      '&#8220;Ice&#8221; *&amp;* snow&nbsp;fell &bogus; &lt;b&gt;\n\n&nbsp;\n\n[a](b) `&amp;`\n\n    &amp;',
    )
    expect(outline(material)).toEqual([
      'paragraph: “Ice” *&* snow\u00a0fell &bogus; <b>',
      'paragraph: [a](b) `&amp;`',
      'code: &amp;',
    ])
    expect(marksIn(material, 'Ice')).toEqual(['emphasis: &'])
    expect(marksIn(material, '[a]')).toEqual(['link b: a', 'code: &amp;'])
    expect(faultIn(material)).toBeNull()
  })

  test('pictures are syntax, and are told', async () => {
    const material = await read('markdown', 'Ice ![a boat](boat.png) here')
    const [fragment] = material.fragments
    expect(fragment && spoken(material, fragment)).toBe('Ice  here')
    expect(material.notices).toEqual([{ id: 'pictures-left-out', about: '1' }])
  })

  test('what is not closed is text', async () => {
    const material = await read(
      'markdown',
      '<!-- never closed\n\n<script>alert(1)</script>\n\n[a](b *c `d <e',
    )
    expect(faultIn(material)).toBeNull()
    expect(wordsOf(material, material.fragments.at(-1) ?? { from: 0, to: 0 })).toContain(
      '[a](b *c `d <e',
    )
  })
})
