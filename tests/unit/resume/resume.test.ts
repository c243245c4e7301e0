import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arrived,
  atRest,
  firstWords,
  parseKeptPlace,
  READING,
  RETURNED,
  sentenceAt,
  serializeKeptPlace,
} from '#core/resume'

const kept = {
  exact: 'Words.',
  prefix: 'before ',
  suffix: ' after',
  layer: 'original',
  block: 'p-1',
  section: 'One',
  share: 0.5,
}

describe('a kept place', () => {
  it('is read as it was written', () => {
    expect(parseKeptPlace(serializeKeptPlace(kept))).toEqual(kept)
  })

  it.each([
    '',
    'null',
    '[]',
    '17',
    '{',
    '{"exact":""}',
    '{"exact":"a","layer":"b"}',
    '{"exact":1,"layer":"b","block":"c"}',
    JSON.stringify({ ...kept, exact: 'x'.repeat(100_000) }),
  ])('that cannot be read is none: %.40s', (json) => {
    expect(parseKeptPlace(json)).toBeNull()
  })

  it('keeps what can be read of it', () => {
    expect(
      parseKeptPlace(JSON.stringify({ ...kept, share: 17, prefix: null, section: {} })),
    ).toEqual({ ...kept, share: 0, prefix: '', section: '' })
  })

  it('never breaks, whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        parseKeptPlace(json)
      }),
    )
  })
})

describe('the sentence around a place', () => {
  const text = 'One block.\nFirst sentence. “Second one?” Third, which goes on.\nThe next block'
  const at = (offset: number) => {
    const { start, end } = sentenceAt(text, offset)
    return text.slice(start, end)
  }

  it.each([
    ['block', 'One block.'],
    ['sentence', 'First sentence. “Second one?” Third, which goes on.'],
    ['Second', '“Second one?” Third, which goes on.'],
    ['goes', 'Third, which goes on.'],
    ['The', 'The next block'],
    ['next', 'The next block'],
  ])('begins where it begins, and stays in its block: %s', (word, expected) => {
    expect(at(text.indexOf(word))).toBe(expected)
  })

  it('holds words, wherever it is asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bb', ' ', '. ', '؟ ', '\n', 'é')),
        fc.nat(),
        (parts, n) => {
          const words = parts.join('')
          const offset = words === '' ? 0 : n % words.length
          const { start, end } = sentenceAt(words, offset)
          expect(start).toBeLessThanOrEqual(end)
          expect(words.slice(start, end)).not.toContain('\n')
        },
      ),
    )
  })

  it('is named by its first words', () => {
    expect(firstWords('Short.')).toBe('Short.')
    expect(firstWords(`${'word '.repeat(8).trim()}, ${'more '.repeat(20)}`)).toBe(
      'word word word word word word word word, more …',
    )
    expect([...firstWords('字'.repeat(100))]).toHaveLength(50)
  })
})

describe('reading', () => {
  const windowHeight = 800
  const rests = (course: Parameters<typeof atRest>[0], tops: readonly number[]) => {
    let now = course
    return tops.map((top) => {
      const { course: next, isRead } = atRest(now, { top, windowHeight })
      now = next
      return isRead
    })
  }

  it('is to rest anywhere past the first screen', () => {
    expect(rests(READING, [0, 300, 800, 5000, 900])).toEqual([false, false, true, true, true])
  })

  it('after a return begins when the page is moved on, and not by resting there', () => {
    expect(rests(RETURNED, [3000, 3000, 3010, 3060, 3000])).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })

  it('after a detour begins a window’s height from where that led', () => {
    expect(rests(arrived(), [3000, 3300, 2700, 3800, 3000])).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })
})
