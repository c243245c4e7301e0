import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Place } from '#core/anchoring'
import { formatPlace, longestQuote, parsePlace } from '#core/anchoring'

const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const nameOrNone = fc.option(
  words.filter((name) => name !== ''),
  { nil: null },
)

const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant<Place>({ type: 'top' }),
  fc.record({ type: fc.constant('element' as const), id: words.filter((id) => id !== '') }),
  fc.record({
    type: fc.constant('quote' as const),
    exact: words.filter((exact) => exact.trim() !== ''),
    prefix: words,
    suffix: words,
    until: words,
    layer: nameOrNone,
    near: nameOrNone,
  }),
)

describe('the fragment of an address', () => {
  test('gives back every place that was written', () => {
    fc.assert(
      fc.property(place, (written) => {
        expect(parsePlace(formatPlace(written))).toEqual(written)
      }),
    )
  })

  test('names an element by its id alone', () => {
    expect(formatPlace({ type: 'element', id: 'note-42' })).toBe('#note-42')
    expect(parsePlace('#comments.as-mentioned')).toEqual({
      type: 'element',
      id: 'comments.as-mentioned',
    })
    expect(parsePlace('#%D7%A9%D7%9C%D7%95%D7%9D')).toEqual({ type: 'element', id: 'שלום' })
  })

  test('names words with what stands around them', () => {
    const written: Place = {
      type: 'quote',
      exact: 'the tide (and the wind)!',
      prefix: 'against ',
      suffix: ' they rowed.',
      until: '',
      layer: 'original',
      near: 'the-harbour',
    }
    const hash = formatPlace(written)
    expect(hash).toBe(
      '#exact=the%20tide%20%28and%20the%20wind%29%21&prefix=against%20&suffix=%20they%20rowed%2E&layer=original&near=the-harbour',
    )
    expect(parsePlace(hash)).toEqual(written)
  })

  test('contains nothing at which a chat program ends a link or begins emphasis', () => {
    fc.assert(
      fc.property(place, (written) => {
        expect(formatPlace(written)).toMatch(/^(?:#[\w%&=.-]*[\w%&=])?$/)
        expect(formatPlace(written)).not.toMatch(/[_*~!'()]/)
      }),
    )
  })

  test('is read without an error whatever it says', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `#exact=${text}`),
      fc.stringMatching(/^#(?:exact|prefix|near|%|&|=|amp;|:~:|[\uD800-\uDFFF])*$/),
    )
    fc.assert(
      fc.property(garbage, (hash) => {
        expect(() => formatPlace(parsePlace(hash))).not.toThrow()
      }),
    )
  })

  test.each([
    ['#', { type: 'top' }],
    ['', { type: 'top' }],
    ['#:~:text=somewhere', { type: 'top' }],
    ['#a-section:~:text=somewhere', { type: 'element', id: 'a-section' }],
    ['#__proto__', { type: 'element', id: '__proto__' }],
    ['#%', { type: 'element', id: '%' }],
    ['#100%25%', { type: 'element', id: '100%%' }],
    ['#exact=', { type: 'top' }],
    ['#exact=%20&near=a-section', { type: 'element', id: 'a-section' }],
  ] satisfies [string, Place][])('reads %j', (hash, expected) => {
    expect(parsePlace(hash)).toEqual(expected)
  })

  test('survives being escaped for HTML once too often', () => {
    expect(parsePlace('#exact=tide&amp;prefix=the%20&amp;layer=original')).toMatchObject({
      exact: 'tide',
      prefix: 'the ',
      layer: 'original',
    })
  })

  test('drops half characters and cuts a quotation at its limit', () => {
    expect(parsePlace('#exact=a\uD83Db')).toMatchObject({ exact: 'ab' })
    expect(formatPlace({ type: 'element', id: '\uDC00a' })).toBe('#a')
    expect(parsePlace(`#exact=${'a'.repeat(100_000)}`)).toMatchObject({
      exact: 'a'.repeat(longestQuote),
    })
    // The limit falls into the middle of a character of two code units.
    expect(parsePlace(`#exact=${encodeURIComponent(`a${'😀'.repeat(200)}`)}`)).toMatchObject({
      exact: `a${'😀'.repeat(149)}`,
    })
    expect(parsePlace(`#${'&'.repeat(100_000)}`)).toBeDefined()
  })
})
