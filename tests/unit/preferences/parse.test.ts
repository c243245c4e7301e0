import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CHOICES,
  initialPreferences,
  parsePreferences,
  RANGES,
  type Preferences,
} from '#core/preferences'

const chosen: Preferences = {
  theme: 'sepia',
  face: 'legible',
  size: 27,
  leading: 1.9,
  measure: 48,
  isJustified: true,
  isHyphenated: true,
  colours: 'okabe-ito',
  singleKeys: false,
  noteOpening: 'click',
  view: 'margin',
}
const names = Object.keys(chosen) as readonly (keyof Preferences)[]

const within = ({ from, to }: { readonly from: number; readonly to: number }) =>
  fc.double({ min: from, max: to, noNaN: true })
const anyPreferences: fc.Arbitrary<Preferences> = fc.record({
  theme: fc.constantFrom(...CHOICES.theme),
  face: fc.constantFrom(...CHOICES.face),
  size: fc.option(within(RANGES.size), { nil: null }),
  leading: within(RANGES.leading),
  measure: within(RANGES.measure),
  isJustified: fc.boolean(),
  isHyphenated: fc.boolean(),
  colours: fc.constantFrom(...CHOICES.colours),
  singleKeys: fc.boolean(),
  noteOpening: fc.constantFrom(...CHOICES.noteOpening),
  view: fc.constantFrom(...CHOICES.view),
})

/** Values that no field takes: no number of them is in any range. */
const broken: readonly unknown[] = [
  '',
  'night',
  'SEPIA',
  100,
  -1,
  0,
  1.199,
  2.001,
  90.001,
  1e300,
  '27',
  'true',
  [],
  ['sepia'],
  {},
  { theme: 'dark' },
]

describe('what was written down', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        expect(parsePreferences(JSON.stringify(preferences))).toEqual({
          preferences,
          isWhole: true,
        })
      }),
    )
  })

  test('differs from the initial preferences in every field of this test', () => {
    for (const name of names) expect(chosen[name], name).not.toEqual(initialPreferences[name])
    expect(names.toSorted()).toEqual(Object.keys(initialPreferences).toSorted())
  })

  test.each(names)('by an older version has no %s, which is no fault', (name) => {
    const { [name]: _, ...others } = chosen
    expect(parsePreferences(JSON.stringify(others))).toEqual({
      preferences: { ...chosen, [name]: initialPreferences[name] },
      isWhole: true,
    })
  })

  test.each(names)('with a broken %s falls back in that alone', (name) => {
    for (const value of broken) {
      expect(
        parsePreferences(JSON.stringify({ ...chosen, [name]: value })),
        JSON.stringify(value),
      ).toEqual({
        preferences: { ...chosen, [name]: initialPreferences[name] },
        isWhole: false,
      })
    }
  })

  test('is not read beyond its ends', () => {
    for (const name of ['size', 'leading', 'measure'] as const) {
      const { from, to } = RANGES[name]
      const read = (value: number) => parsePreferences(JSON.stringify({ [name]: value }))
      expect(read(from).preferences[name]).toBe(from)
      expect(read(to).preferences[name]).toBe(to)
      expect(read(from - 0.001)).toEqual({ preferences: initialPreferences, isWhole: false })
      expect(read(to + 0.001)).toEqual({ preferences: initialPreferences, isWhole: false })
    }
  })

  test.each([
    ['nothing', ''],
    ['half of it', '{"theme":"da'],
    ['a list', '[{"theme":"dark"}]'],
    ['null', 'null'],
    ['a number', '7'],
    ['a word', '"dark"'],
  ])('as %s is passed over', (_, json) => {
    expect(parsePreferences(json)).toEqual({ preferences: initialPreferences, isWhole: false })
  })

  test('as a prototype changes nothing', () => {
    expect(
      parsePreferences('{"__proto__":{"theme":"dark"},"constructor":null}').preferences,
    ).toEqual(initialPreferences)
  })

  test('by anybody gives preferences that can be written and read again', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .dictionary(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), fc.constantFrom(...broken)))
        .map((record) => JSON.stringify(record)),
    )
    fc.assert(
      fc.property(anything, (json) => {
        const { preferences } = parsePreferences(json)
        expect(parsePreferences(JSON.stringify(preferences))).toEqual({
          preferences,
          isWhole: true,
        })
      }),
      { numRuns: 500 },
    )
  })
})
