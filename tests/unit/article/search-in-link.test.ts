import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatLayers, formatSearch, parseLayers, parseSearch } from '#core/article'
import { article } from '../format/fixtures.ts'

const { layers } = article('Words.\n')

it('what is searched for comes back out of its link, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const query = formatSearch(typed)
      expect(parseSearch(query)).toBe(typed.trim())
      expect(query).toMatch(/^$|^\?q=[^()"'!*~_\s]*$/)
    }),
  )
})

it('stands beside the layers and changes nothing about them', () => {
  const visible = layers.slice(0, 2).map(({ id }) => id)
  const query = formatSearch('Caspian & “Sea”', formatLayers(visible, layers))
  expect(parseLayers(query, layers).visible).toEqual(visible)
  expect(parseSearch(query)).toBe('Caspian & “Sea”')
  expect(parseSearch(formatLayers(visible, layers))).toBe('')
})

it('never fails, and is never longer than an address should be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (garbage) => {
      expect(parseSearch(`?q=${garbage}`).length).toBeLessThanOrEqual(200)
    }),
  )
  expect(parseSearch(`?q=${'x'.repeat(5000)}`)).toHaveLength(200)
})
