import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAuthors, parseAuthors } from '#features/importer'

describe('authors on one line', () => {
  it.each([
    ['Ilse Varn, Tom Oake', ['Ilse Varn', 'Tom Oake']],
    ['Tom Oake, Jr., Ilse Varn', ['Tom Oake, Jr.', 'Ilse Varn']],
    ['Ilse Varn, PhD', ['Ilse Varn, PhD']],
    ['Varn, Ilse; Oake, Tom', ['Varn, Ilse', 'Oake, Tom']],
    ['Town records, volume three;', ['Town records, volume three']],
    [' , ', []],
  ])('are told apart in “%s”', (typed, authors) => {
    expect(parseAuthors(typed)).toEqual(authors)
  })

  it('come back as they were, whatever commas their names have', () => {
    const name = fc
      .stringMatching(/^[A-Za-z]{1,6}(?:,? [A-Za-z.]{1,4}){0,2}$/)
      .filter((text) => text === text.trim())
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), (authors) => {
        expect(parseAuthors(formatAuthors(authors))).toEqual(authors)
      }),
    )
  })
})
