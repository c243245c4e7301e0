/** How much of a word must be given: any part of it, its beginning, or all of it. */
export type WordMatch = 'anywhere' | 'beginning' | 'whole'

const wordCharacter = /[\p{L}\p{N}\p{M}\p{Cs}]/u

/** Whether the character at an index belongs to a word; false outside the text. */
function isInWord(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  return wordCharacter.test(text.charAt(index))
}

/** Whether [start, end) begins and ends where `match` wants a word to. Signs are no words and have no borders. */
export function keepsBorders(text: string, start: number, end: number, match: WordMatch): boolean {
  if (match === 'anywhere') return true
  if (isInWord(text, start) && isInWord(text, start - 1)) return false
  return match === 'beginning' || !isInWord(text, end - 1) || !isInWord(text, end)
}

/** Whether nothing but spaces and signs stands in [start, end). */
export function hasNoWord(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) if (isInWord(text, index)) return false
  return true
}
