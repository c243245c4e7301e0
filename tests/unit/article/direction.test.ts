import { describe, expect, it, test } from 'vitest'
import { directionOf, directionOfWords, withoutDirectionSigns } from '#core/article'

describe('the direction of a language', () => {
  it.each([
    'ar',
    'AR-eg',
    'fa',
    'he',
    'iw',
    'ur-PK',
    'yi',
    'ckb',
    'az-Arab',
    'uz-arab-AF',
    'ms-Arab',
  ])('is from right to left for %s', (lang) => {
    expect(directionOf(lang)).toBe('rtl')
  })

  it.each(['en', 'de', 'ru', 'az', 'az-Latn', 'ar-Latn', 'fa-Cyrl', 'zh-Hant', 'arn', 'fas-x', ''])(
    'is from left to right for “%s”',
    (lang) => {
      expect(directionOf(lang)).toBe('ltr')
    },
  )
})

describe('the direction of words', () => {
  it.each([
    ['The lamp', 'ltr'],
    ['Лампа', 'ltr'],
    ['المصباح القديم', 'rtl'],
    ['המנורה', 'rtl'],
    ['NATO قالت إنها لا تعرف شيئا عن المصباح', 'rtl'],
    ['He said «المصباح» and went home', 'ltr'],
    ['سجل الميناء، ص 4. https://board.example/a-long-address', 'rtl'],
    ['1998 (١٢)', null],
    ['a أ', null],
    ['', null],
  ] as const)('“%s” is %s', (words, direction) => {
    expect(directionOfWords(words)).toBe(direction)
  })
})

test('a name keeps its words and loses the signs that turn others round', () => {
  expect(withoutDirectionSigns('\u202Eevil\u202C \u2067and\u2069 \u200Fgood')).toBe(
    'evil and \u200Fgood',
  )
})
