import { expect, test } from 'vitest'
import { counted, minutes } from '#words/common'
import { voiceName } from '#words/overview'

test('numbers are grouped as English does, and counted in two forms', () => {
  expect(counted(1, 'word', 'words')).toBe('1 word')
  expect(counted(999, 'word', 'words')).toBe('999 words')
  for (const n of [1000, 12_345, 999_999, 1_000_000, 1_234_567]) {
    expect(counted(n, 'word', 'words')).toBe(`${n.toLocaleString('en')} words`)
  }
})

test('what takes several hours to read is said in hours', () => {
  expect(minutes(1)).toBe('1 minute to read')
  expect(minutes(89)).toBe('89 minutes to read')
  expect(minutes(3850)).toBe('about 64 hours to read')
})

test('a layer that is called by who speaks in it names nobody twice', () => {
  expect(voiceName('Comments by editor', 'editor')).toBe('Comments by editor')
  expect(voiceName('Comments', 'Ana Reyes')).toBe('Comments · Ana Reyes')
  expect(voiceName('Comments', null)).toBe('Comments')
})
