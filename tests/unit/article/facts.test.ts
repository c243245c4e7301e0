import { describe, expect, it } from 'vitest'
import {
  articleFacts,
  layerFacts,
  libraryCard,
  outline,
  readingMinutes,
  wordsByLayer,
} from '#core/article'
import { article } from '../format/fixtures.ts'

const told = (text: string, extra = '') => layerFacts(article(text, extra))
const layer = (text: string, id: string, extra = '') =>
  told(text, extra).find((facts) => facts.id === id)

describe('the outline', () => {
  it('has every section with a heading, in order, with its depth and its plain title', () => {
    const found = outline(
      article(
        'Before.\n\n## The *lamp* of SKERRY[^1]\n\nWords.\n\n### :editorial[Oil]\n\nWords.\n\n[^1]: Note.\n',
        'capitals: { SKERRY: Skerry }\n',
      ),
    )
    expect(found.map(({ depth, title }) => [depth, title])).toEqual([
      [2, 'The lamp of Skerry'],
      [3, 'Oil'],
    ])
  })

  it('names the layers that speak in a section beside the original, in the order of the layers', () => {
    const [one, two] = outline(
      article(
        '## One\n\nWords :insertion[no]{layer="second"}.\n\n:::background\nB\n:::\n\n:::commentary{layer="first"}\nC\n:::\n\n:::editorial\nE\n:::\n\n## Two\n\nWords.\n',
      ),
    )
    expect(one?.layers).toEqual(['first', 'second', 'background'])
    expect(two?.layers).toEqual([])
  })
})

describe('what is told of a layer', () => {
  it('counts passages and insertions, markers, and words in capitals', () => {
    const text =
      'SKERRY and THE KEEPER.[^1] Again[^1] :insertion[no]{layer="first"}.\n\n:::commentary{layer="first"}\nOne\n\nTwo\n:::\n\nEnd.\n\n[^1]: Note[^1].\n'
    const extra = 'capitals: { SKERRY: Skerry, THE KEEPER: the keeper }\n'
    expect(layer(text, 'original', extra)?.places).toBe(2)
    expect(layer(text, 'first', extra)?.places).toBe(2)
    expect(layer(text, 'second', extra)?.places).toBe(0)
    expect(layer(text, 'capitals', extra)?.places).toBe(3)
    // A marker inside a note is no marker of the text.
    expect(layer(text, 'footnotes', extra)?.places).toBe(2)
  })

  it('gives each voice its share of all words, together the whole, and none to looks', () => {
    const facts = told(
      'one two three four five six\n\n:::background\nseven eight\n:::\n\n:::editorial\nnot counted at all\n:::\n',
    )
    expect(facts.find(({ id }) => id === 'original')?.share).toBeCloseTo(0.75)
    expect(facts.find(({ id }) => id === 'background')?.share).toBeCloseTo(0.25)
    expect(facts.find(({ id }) => id === 'footnotes')?.share).toBeNull()
    expect(facts.find(({ id }) => id === 'capitals')?.share).toBeNull()
    expect(facts.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1)
  })

  it('is zero, not nonsense, where nobody says a word', () => {
    expect(layer('***\n', 'original')?.share).toBe(0)
  })
})

describe('the words of a layer', () => {
  it('are those of the innermost speaker; the editor’s and lost ones are nobody’s', () => {
    const words = wordsByLayer(
      article(
        'one two :insertion[three four]{layer="second"} five :editorial[no] :lost[no]{what="link"}\n\n:::commentary[six seven]{layer="first"}\n> eight\n\n- nine\n:::\n',
      ),
    )
    expect(Object.fromEntries(words)).toEqual({ original: 3, second: 2, first: 4 })
  })
})

describe('the reading time', () => {
  const long = 'word '.repeat(238 * 3)

  it('is that of the layers shown by default', () => {
    const hidden = `Words.\n\n:::commentary{layer="first"}\n${long}\n:::\n`
    expect(readingMinutes(article(long))).toBe(3)
    expect(readingMinutes(article(hidden))).toBe(3)
    const off = article(hidden)
    const layers = off.layers.map((one) => (one.id === 'first' ? { ...one, shown: false } : one))
    expect(readingMinutes({ ...off, layers })).toBe(1)
  })

  it('is never less than a minute', () => {
    expect(readingMinutes(article('One.\n'))).toBe(1)
  })
})

describe('what a page and a card carry', () => {
  it('is plain data, and small', () => {
    const found = article('## One\n\nWords[^1].\n\n[^1]: Note.\n', 'aliases: { old: one }\n')
    const facts = articleFacts(found)
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
    expect(facts).toMatchObject({ slug: 'test', hasNotes: true, aliases: { old: 'one' } })
    expect(JSON.stringify(facts)).not.toContain('Words')
    const card = libraryCard(found)
    expect(JSON.parse(JSON.stringify(card))).toEqual(card)
    expect(card).toMatchObject({ title: 'A test', authors: ['Somebody'], minutes: 1 })
  })
})
