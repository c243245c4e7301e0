import { expect, test } from 'vitest'
import { counted } from '#words/common'

test('numbers are grouped as English does, and counted in two forms', () => {
  expect(counted(1, 'word', 'words')).toBe('1 word')
  expect(counted(999, 'word', 'words')).toBe('999 words')
  for (const n of [1000, 12_345, 999_999, 1_000_000, 1_234_567]) {
    expect(counted(n, 'word', 'words')).toBe(`${n.toLocaleString('en')} words`)
  }
})
