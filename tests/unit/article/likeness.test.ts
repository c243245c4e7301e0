import { describe, expect, it } from 'vitest'
import { likeness, mostAlike } from '#core/article'

const ids = [
  'energy',
  'american-interests',
  'u-s-diplomacy',
  'note-46',
  'the-alliance-in-the-long-term',
]
const nearest = (wanted: string) => mostAlike(wanted, ids, (id) => id, 0.5)

describe('how alike two names are', () => {
  it('is one for the same, nothing for strangers, and the same both ways', () => {
    expect(likeness('energy', 'energy')).toBe(1)
    expect(likeness('energy', 'wolf')).toBe(0)
    expect(likeness('energgy', 'energy')).toBe(likeness('energy', 'energgy'))
    expect(likeness('', '')).toBe(0)
  })

  it('does not look at case and punctuation', () => {
    expect(likeness('U.S. Diplomacy', 'u-s-diplomacy')).toBe(1)
  })

  it('takes no longer for a very long name than for a long one', () => {
    expect(likeness('a'.repeat(1_000_000), 'aa')).toBe(1)
  })
})

describe('the name most like another', () => {
  it.each([
    ['energgy', 'energy'],
    ['enrgy', 'energy'],
    ['american-interest', 'american-interests'],
    ['the-alliance-in-the-lo', 'the-alliance-in-the-long-term'],
    ['US-diplomacy', 'u-s-diplomacy'],
  ])('for “%s” is “%s”', (wanted, id) => {
    expect(nearest(wanted)).toBe(id)
  })

  it.each(['', '%', 'zzz', 'x'.repeat(5000)])('is none for “%s”', (wanted) => {
    expect(nearest(wanted)).toBeNull()
  })
})
