import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  articleSegments,
  coarseSegments,
  libraryCard,
  originalLayer,
  trustLayerId,
  wordsByLayer,
  type Segment,
} from '#core/article'
import { drawMarks, drawVoices, layOutWords, LENGTH, shareRead } from '#core/strip'
import { article, articleFolders } from '../format/fixtures.ts'
import { articleIn } from '../../support/export.ts'

const [a, b] = [trustLayerId('a'), trustLayerId('b')]

const segments = fc.array(
  fc.record({
    layer: fc.constantFrom(a, b, trustLayerId('c')),
    words: fc.integer({ min: 1, max: 400 }),
  }),
  { maxLength: 60 },
)

const wordsOf = (list: readonly Segment[]) => {
  const totals = new Map<string, number>()
  for (const { layer, words } of list) totals.set(layer, (totals.get(layer) ?? 0) + words)
  return totals
}

/** What a path draws: its strokes along the text. */
const strokes = (d: string) =>
  [...d.matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)/g)].map(([, from, to]) => [Number(from), Number(to)])

describe('the lengths of an article', () => {
  it.each(articleFolders)('have the words that the facts count, in %s', (folder) => {
    const one = articleIn(folder)
    const lengths = articleSegments(one)
    const counted = new Map([...wordsByLayer(one)].filter(([, words]) => words > 0))
    expect(wordsOf(lengths)).toEqual(counted)
    expect(wordsOf(libraryCard(one).segments)).toEqual(counted)
  })

  it('follow the order of reading, with inserted words where they stand', () => {
    const one = article(
      'One two :insertion[three]{layer="first"} four.\n\n:::background\nFive six.\n:::\n\n:::editorial\nNot counted.\n:::\n\nSeven.\n',
    )
    expect(articleSegments(one).map(({ layer, words }) => [layer, words])).toEqual([
      ['original', 2],
      ['first', 1],
      ['original', 1],
      ['background', 2],
      ['original', 1],
    ])
  })

  it('leave out what the editor says of lost places, also inside quotations', () => {
    const one = article('> Two words.\n>\n> ::lost[What the editor knows]{what="text"}\n')
    expect(wordsOf(articleSegments(one))).toEqual(new Map([['original', 2]]))
  })

  it('keep every voice’s share when they are drawn coarsely', () => {
    fc.assert(
      fc.property(segments, fc.integer({ min: 1, max: 20 }), (list, steps) => {
        const coarse = coarseSegments(list, steps)
        expect(wordsOf(coarse)).toEqual(wordsOf(list))
        expect(coarse.length).toBeLessThanOrEqual(Math.max(steps * 3, steps))
      }),
    )
  })
})

describe('the line of words', () => {
  it('counts what a layer says before a place as one would by hand, and finds the way back', () => {
    fc.assert(
      fc.property(segments, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const line = layOutWords(list)
        const speakers = list.flatMap(({ layer, words }) => Array<string>(words).fill(layer))
        expect(line.total).toBe(speakers.length)
        const place = Math.round(share * line.total)
        const said = speakers.slice(0, place).filter((speaker) => speaker === a).length
        expect(line.saidBefore(a, place)).toBe(said)
        const back = line.placeAfter(a, said)
        expect(back).toBeLessThanOrEqual(place)
        expect(line.saidBefore(a, back)).toBe(said)
        if (place < line.total) expect(line.stretchAt(place)?.layer).toBe(speakers[place])
      }),
    )
  })

  it('never falls while one goes on, and ends at the whole', () => {
    fc.assert(
      fc.property(segments, (list) => {
        const line = layOutWords(list)
        let before = 0
        for (let place = 0; place <= line.total; place += 7) {
          const share = shareRead(line, a, { place, edge: null })
          expect(share).toBeGreaterThanOrEqual(before)
          expect(share).toBeLessThanOrEqual(1)
          before = share
        }
        if (line.totalOf(a) > 0)
          expect(shareRead(line, a, { place: line.total, edge: null })).toBe(1)
      }),
    )
  })

  it('is at nothing where the page begins and at the whole where it ends', () => {
    const line = layOutWords([{ layer: a, words: 10 }])
    expect(shareRead(line, a, { place: 3, edge: 'start' })).toBe(0)
    expect(shareRead(line, a, { place: 3, edge: 'end' })).toBe(1)
    expect(shareRead(line, b, { place: 3, edge: null })).toBe(0)
  })
})

describe('the drawing', () => {
  it('has a stroke as long as what is said, from end to end', () => {
    const drawn = drawVoices(
      [
        { layer: a, words: 10 },
        { layer: b, words: 30 },
        { layer: a, words: 10 },
      ],
      'down',
      (layer) => (layer === a ? [4] : [1, 7]),
    )
    expect(drawn.map(({ layer, d }) => [layer, strokes(d)])).toEqual([
      [
        'a',
        [
          [0, 200],
          [800, LENGTH],
        ],
      ],
      [
        'b',
        [
          [200, 800],
          [200, 800],
        ],
      ],
    ])
  })

  it('has as many paths as voices, however long the book', () => {
    const book = Array.from({ length: 5000 }, (_, index) => ({
      layer: index % 2 === 0 ? a : b,
      words: 90,
    }))
    expect(drawVoices(book, 'down', () => [4])).toHaveLength(2)
  })

  it('draws a hundred thousand marks as few strokes as can be told apart', () => {
    const places = Array.from({ length: 100_000 }, (_, index) => index)
    const d = drawMarks(places, 100_000, 'down', [0, 8])
    expect(d.match(/M/g)?.length).toBeLessThanOrEqual(2001)
    expect(drawMarks([50], 100, 'down', [0, 8])).toBe('M0 500H8')
    expect(drawMarks([], 0, 'across', [0, 8])).toBe('')
  })

  it('draws every article whole', () => {
    for (const folder of articleFolders) {
      const one = articleIn(folder)
      const line = layOutWords(articleSegments(one))
      const original = originalLayer(one.layers)
      expect(original === null ? 0 : line.totalOf(original)).toBeGreaterThan(0)
      const all = drawVoices(line.stretches, 'down', () => [4]).flatMap(({ d }) => strokes(d))
      const covered = all.reduce((sum, [from = 0, to = 0]) => sum + to - from, 0)
      expect(covered).toBeCloseTo(LENGTH, 1)
    }
  })
})
