import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Article, Inline, LayerId, PlaceId, TextBlock } from '#core/article'
import { blockText, joinBlocks, layerBlocks } from '#core/article'

// Ids are minted by the parser; here they are written by hand.
const place = (id: string) => id as PlaceId
const layer = (id: string) => id as LayerId
const text = (value: string): Inline => ({ type: 'text', value })
const original = layer('original')
const comments = layer('comments')

const sentence = {
  type: 'paragraph',
  id: place('he-said'),
  children: [
    text('He said'),
    { type: 'footnoteReference', id: place('ref-1'), label: '1', footnote: place('note-1') },
    text(' that '),
    { type: 'capitals', found: 'ROME', plain: 'Rome' },
    { type: 'insertion', layer: comments, children: [text(' (as if!)')] },
    { type: 'editorial', children: [text(' [sic]')] },
    text(' was '),
    { type: 'emphasis', children: [text('lost')] },
    { type: 'lost', level: 'inline', id: null, what: 'link', children: [text('gone')] },
    text('.'),
  ],
} as const

const article = {
  layers: [
    { id: original, kind: 'original', label: 'Original text', voice: 'A', shown: true },
    { id: comments, kind: 'commentary', label: 'Comments', voice: 'B', shown: true },
  ],
  sections: [
    {
      heading: { type: 'heading', id: place('rome'), depth: 2, children: [text('Rome')] },
      passages: [
        {
          id: place('first'),
          layer: original,
          role: 'text',
          title: [],
          origin: null,
          uncertain: [],
          lang: null,
          blocks: [
            sentence,
            {
              type: 'blockquote',
              id: place('q'),
              children: [{ type: 'code', id: place('code'), lang: null, value: 'x' }],
            },
            {
              type: 'table',
              id: place('table'),
              align: [],
              rows: [
                [[text('a')], [text('b')]],
                [[text('c')], []],
              ],
            },
          ],
        },
        {
          id: place('second'),
          layer: comments,
          role: 'text',
          title: [text('Comment by B:')],
          origin: null,
          uncertain: [],
          lang: null,
          blocks: [{ type: 'paragraph', id: place('no'), children: [text('No.')] }],
        },
      ],
    },
  ],
  footnotes: [
    {
      id: place('note-1'),
      label: '1',
      status: 'whole',
      remark: null,
      layer: original,
      lang: null,
      blocks: [{ type: 'paragraph', id: place('note-1.a'), children: [text('A letter.')] }],
    },
  ],
} as const satisfies Pick<Article, 'layers' | 'sections' | 'footnotes'>

const whole: Article = {
  slug: 'rome' as Article['slug'],
  title: 'Rome',
  summary: '',
  lang: 'en',
  dir: 'ltr',
  authors: [],
  hands: [],
  series: null,
  source: { title: 'Rome', url: 'https://example.org/', published: null, rights: '' },
  credits: [],
  omissions: [],
  names: [],
  aliases: {},
  ...article,
}

describe("a layer's text", () => {
  test('is what its voice says, as found, without markers and the editor’s words', () => {
    expect(layerBlocks(whole, original)).toEqual([
      { block: 'rome', text: 'Rome' },
      { block: 'he-said', text: 'He said that ROME was lost.' },
      { block: 'code', text: 'x' },
      { block: 'table', text: 'a\tb\nc\t' },
      { block: 'note-1.a', text: 'A letter.' },
    ])
  })

  test('has what was inserted into another voice’s sentence', () => {
    expect(layerBlocks(whole, comments)).toEqual([
      { block: 'he-said', text: ' (as if!)' },
      { block: 'second', text: 'Comment by B:' },
      { block: 'no', text: 'No.' },
    ])
    expect(blockText(sentence, original)).toBe('He said that ROME was lost.')
    expect(blockText(sentence, original, comments)).toBe(' (as if!)')
  })

  test('leads from an offset to a block and back', () => {
    const { text: words, pointAt, offsetOf } = joinBlocks(layerBlocks(whole, comments))
    expect(words).toBe(' (as if!)\nComment by B:\nNo.')
    expect(pointAt(words.indexOf('No.'))).toEqual({ block: 'no', offset: 0 })
    expect(offsetOf({ block: place('no'), offset: 2 })).toBe(words.length - 1)
    expect(offsetOf({ block: place('nowhere'), offset: 2 })).toBeNull()
    expect(joinBlocks([]).pointAt(0)).toBeNull()
  })

  test('cuts a stretch at the borders of blocks', () => {
    const { spansOf, text: words } = joinBlocks(layerBlocks(whole, comments))
    expect(spansOf(5, words.length)).toEqual([
      { block: 'he-said', start: 5, end: 9 },
      { block: 'second', start: 0, end: 13 },
      { block: 'no', start: 0, end: 3 },
    ])
    expect(spansOf(9, 10)).toEqual([])
  })

  test('is covered by its points and spans exactly once', () => {
    const blocks = fc
      .array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 8 })
      .map((texts) =>
        texts.map((words, index): TextBlock => ({ block: place(`b${index}`), text: words })),
      )
    fc.assert(
      fc.property(blocks, fc.nat(100), fc.nat(100), (list, a, b) => {
        const joined = joinBlocks(list)
        for (let offset = 0; offset <= joined.text.length; offset += 1) {
          const point = joined.pointAt(offset)
          expect(point === null ? null : joined.offsetOf(point)).toBe(offset)
        }
        const start = Math.min(a, b, joined.text.length)
        const end = Math.min(Math.max(a, b), joined.text.length)
        const painted = joined
          .spansOf(start, end)
          .map((span) =>
            list.find(({ block }) => block === span.block)?.text.slice(span.start, span.end),
          )
          .join('')
        // All characters but the line breaks between blocks.
        let expected = ''
        for (let offset = start; offset < end; offset += 1) {
          const point = joined.pointAt(offset)
          const block = list.find((candidate) => candidate.block === point?.block)
          if (point !== null && block !== undefined) expected += block.text.charAt(point.offset)
        }
        expect(painted).toBe(expected)
      }),
    )
  })
})
