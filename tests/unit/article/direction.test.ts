import { describe, expect, it } from 'vitest'
import { directionOf } from '#core/article'

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
