import fc from 'fast-check'
import type { Article, Block, Footnote, Inline, Layer, Passage, Section } from '#core/article'
import { assignIds } from '#core/format'

/*
 * Any article that somebody could have written: every kind of block and inline, in every layer, with
 * words full of characters that mean something in Markdown. What Markdown cannot say (a line that
 * begins with a space, two emphases touching) is not generated.
 */

type PlaceId = Section['passages'][number]['id']
type LayerId = Layer['id']
const unnamed = '' as PlaceId
const layerId = (id: string) => id as LayerId

const layers: readonly Layer[] = [
  { id: layerId('original'), kind: 'original', label: 'Original', voice: 'A', shown: true },
  { id: layerId('first'), kind: 'commentary', label: 'First', voice: null, shown: true },
  { id: layerId('second'), kind: 'commentary', label: 'Second', voice: 'B', shown: false },
  { id: layerId('background'), kind: 'background', label: 'Background', voice: null, shown: true },
  { id: layerId('footnotes'), kind: 'footnotes', label: 'Markers', voice: null, shown: true },
  { id: layerId('capitals'), kind: 'capitals', label: 'Capitals', voice: null, shown: true },
]

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,6}$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'IRAN',
      'OIL',
      'слово:другое',
      '10:30',
      'Iran:Israel',
      '灯塔',
      'مصباح',
      'x_y_z',
      'a\u00a0b',
      '🙂',
    ),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9:*_[\]{}#`<>&~|\\!+.@/"'()=$^-]{1,6}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '1.',
      '-',
      '+',
      '#',
      '##',
      '>',
      '```',
      ':::',
      '::lost',
      ':sic[x]',
      '[^1]',
      '[^1]:',
      '<b>',
      '&amp;',
      '---',
      '===',
      'http://a.example',
      'www.a.example',
      'a@b.example',
      '![x](y)',
      '[x]: y',
      '|',
      '\\',
      '{#id}',
    ),
  },
)
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '))
const address = fc.constantFrom(
  'https://a.example/',
  'http://b.example/x?y=1&z=(2)#q',
  'mailto:a@b.example',
)
const text = words.map((value): Inline => ({ type: 'text', value }))
const editorsNote = fc.option(words, { nil: null })

/** What stands in a line; a break only where a line may end. */
function line(breaks: readonly Inline[]): fc.Arbitrary<readonly Inline[]> {
  return fc.letrec<{ inline: Inline; inlines: readonly Inline[] }>((tie) => ({
    inline: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc
        .constantFrom('code', 'a b', 'x`y', '[^9]')
        .map((value): Inline => ({ type: 'inlineCode', value })),
      fc.constantFrom<Inline>(
        { type: 'capitals', found: 'IRAN', plain: 'Iran' },
        { type: 'capitals', found: 'GREAT SEA', plain: 'Great Sea' },
        { type: 'capitals', found: 'OIL', plain: 'oil' },
      ),
      fc.constantFrom('1', '2', 'x').map((label): Inline => ({
        type: 'footnoteReference',
        id: unnamed,
        label,
        footnote: label as PlaceId,
      })),
      ...breaks.map((one) => fc.constant(one)),
      fc.record({
        type: fc.constantFrom('emphasis', 'strong', 'delete'),
        children: tie('inlines'),
      }) as fc.Arbitrary<Inline>,
      fc.record({ type: fc.constant('link' as const), url: address, children: fc.tuple(text) }),
      fc.record({
        type: fc.constant('insertion' as const),
        layer: fc.constantFrom(layerId('first'), layerId('background')),
        children: tie('inlines'),
      }),
      fc.record({ type: fc.constant('editorial' as const), children: tie('inlines') }),
      fc.record({ type: fc.constant('sic' as const), note: editorsNote, children: tie('inlines') }),
      fc.record({
        type: fc.constant('foreign' as const),
        lang: fc.constantFrom('de', 'zh-Hant'),
        children: tie('inlines'),
      }),
      fc.record({
        type: fc.constant('mended' as const),
        url: fc.constant('https://a.example/'),
        note: editorsNote,
        children: fc.tuple(text),
      }),
      fc.record({
        type: fc.constant('lost' as const),
        level: fc.constant('inline' as const),
        id: fc.constant(null),
        what: fc.constantFrom('link' as const, 'note' as const),
        children: fc.oneof(fc.constant([]), fc.tuple(text)),
      }),
    ),
    inlines: fc.array(tie('inline'), { minLength: 1, maxLength: 4 }).map(separated),
  })).inlines
}

/** Puts a word between things, so that no two texts and no two marks touch. */
function separated(all: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [{ type: 'text', value: 'so ' }]
  for (const one of all) {
    if (one.type === 'text') continue
    result.push(fresh(one), { type: 'text', value: ' then ' })
  }
  const end = all.find((one) => one.type === 'text')
  const last = result.pop()
  return last?.type !== 'text'
    ? result
    : [...result, { type: 'text', value: last.value + (end?.type === 'text' ? end.value : 'end') }]
}

/** Ids belong to objects, so none may stand in two places. */
function fresh(one: Inline): Inline {
  return structuredClone(one)
}

const inlines = line([{ type: 'break' }])
const onOneLine = line([])

const { block } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inlines.map((children): Block => ({ type: 'paragraph', id: unnamed, children })),
    fc
      .constantFrom('a\n\nb', '```\nx\n```', '', ':::x\n')
      .chain((value) =>
        fc
          .constantFrom('js', null)
          .map((lang): Block => ({ type: 'code', id: unnamed, lang, value })),
      ),
    fc.constant(0).map((): Block => ({ type: 'thematicBreak', id: unnamed })),
    onOneLine.chain((caption) =>
      fc
        .constantFrom({ src: 'a.png', alt: 'A “map”' }, { src: '', alt: 'A map' })
        .map((picture): Block => ({ type: 'figure', id: unnamed, ...picture, caption })),
    ),
    onOneLine.map((children): Block => ({
      type: 'lost',
      level: 'block',
      id: unnamed,
      what: 'insert',
      children,
    })),
    fc
      .array(fc.array(onOneLine, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((rows): Block => ({ type: 'table', id: unnamed, align: ['left', null], rows })),
    tie('blocks').map((children): Block => ({ type: 'blockquote', id: unnamed, children })),
    fc.record({
      type: fc.constant('list' as const),
      id: fc.constant(unnamed),
      ordered: fc.boolean(),
      start: fc.constant(1),
      items: fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
    }),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
}))
const blocks = fc.array(block, { minLength: 1, maxLength: 3 })

const originalPassage = blocks.map((all): Passage => passage('original', all))
const otherPassage = fc
  .record({
    layer: fc.constantFrom('first', 'second', 'background', 'editorial'),
    title: fc.oneof(fc.constant([]), onOneLine),
    origin: fc.constantFrom<Passage['origin']>(
      null,
      { type: 'lost' },
      { type: 'url', url: 'https://a.example/' },
    ),
    uncertain: fc.constantFrom<Passage['uncertain']>([], ['start'], ['start', 'end']),
    lang: fc.constantFrom(null, 'de'),
    all: blocks,
  })
  .map(({ layer, title, origin, uncertain, lang, all }): Passage => ({
    ...passage(layer, all),
    title,
    origin,
    uncertain,
    lang,
  }))

function passage(layer: string, all: readonly Block[]): Passage {
  return {
    id: unnamed,
    layer: layer === 'editorial' ? layer : layerId(layer),
    role: 'text',
    title: [],
    origin: null,
    uncertain: [],
    lang: null,
    blocks: all,
  }
}

const section = fc
  .record({
    heading: onOneLine,
    original: originalPassage,
    others: fc.array(otherPassage, { maxLength: 2 }),
  })
  .map(({ heading, original, others }): Section => ({
    heading: { type: 'heading', id: unnamed, depth: 2, children: heading },
    passages: [original, ...others],
  }))

const facts = fc.record({
  title: words,
  summary: words,
  authors: fc.array(words, { maxLength: 2 }),
  credits: fc.array(fc.record({ text: words, what: words }), { maxLength: 2 }),
  // Every article has these words in its opening.
  names: fc.constantFrom<Article['names']>(
    [],
    [{ name: 'Note x', kind: 'work', forms: [] }],
    [
      { name: 'Notice', kind: 'person', forms: ['Note x', 'Note 1:'] },
      { name: 'Note', kind: 'place', forms: [] },
    ],
    // An object would put the numbers first.
    [
      { name: 'Note x', kind: 'person', forms: [] },
      { name: '1984', kind: 'work', forms: ['Note 2'] },
      { name: '7', kind: 'work', forms: ['Note 1'] },
    ],
  ),
})

/** Articles in which each of the footnotes 1, 2 and x is referred to, first of all by the original text. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    facts,
    sections: fc.array(section, { minLength: 1, maxLength: 3 }),
    notes: fc.array(blocks, { minLength: 3, maxLength: 3 }),
  })
  .map(({ facts: { title, summary, authors, credits, names }, sections, notes }) => {
    const labels = ['1', '2', 'x']
    const opening: Section = {
      heading: null,
      passages: [
        passage('original', [
          {
            type: 'paragraph',
            id: unnamed,
            children: labels.flatMap((label): Inline[] => [
              { type: 'text', value: `Note ${label}:` },
              { type: 'footnoteReference', id: unnamed, label, footnote: label as PlaceId },
            ]),
          },
        ]),
      ],
    }
    const footnotes = labels.map((label, index): Footnote => ({
      id: label as PlaceId,
      label,
      status: 'whole',
      remark: null,
      layer: layerId('original'),
      lang: null,
      blocks: notes[index] ?? [],
      ...(label === 'x' ? { notation: { marker: '(#)', definition: 'x #' } } : {}),
    }))
    const article: Article = {
      slug: 'any' as Article['slug'],
      title,
      summary,
      lang: 'en',
      dir: 'ltr',
      authors,
      hands: [],
      series: null,
      source: {
        title,
        url: names.length > 0 ? 'https://a.example/' : null,
        published: null,
        rights: 'None.',
      },
      layers,
      names,
      sections: [opening, ...sections],
      footnotes,
      credits,
      omissions: [],
      aliases: {},
    }
    return assignIds(structuredClone(article))
  })
