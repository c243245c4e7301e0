/** Farther back than this nobody looks for the beginning of a sentence; in UTF-16 code units. */
const FARTHEST = 500
/** As much of it as tells it from others. */
const LONGEST = 120

/** After a full stop of some script, with what closes a quotation, and before white space. */
const ENDS = /[.!?…؟۔।。！？]["'”’»)\]\u200E\u200F]*\s+/gu

/**
 * The beginning of the sentence around an offset of a text whose blocks are parted by line breaks:
 * from its first letter on, as much of it as is needed to know it again. Abbreviations may end it
 * early or begin it late; it only has to hold words that stand there.
 */
export function sentenceAt(
  text: string,
  offset: number,
): { readonly start: number; readonly end: number } {
  const blockStart = text.lastIndexOf('\n', offset - 1) + 1
  const from = Math.max(blockStart, offset - FARTHEST)
  let start = from
  for (const match of text.slice(from, offset).matchAll(ENDS)) {
    const end = from + match.index + match[0].length
    if (end <= offset) start = end
  }
  // Cut in the middle of a very long one, it begins with the line itself.
  if (start === from && from > blockStart) start = offset
  while (start < text.length && /\s/.test(text.charAt(start)) && text.charAt(start) !== '\n')
    start += 1
  const line = text.indexOf('\n', start)
  const blockEnd = line === -1 ? text.length : line
  const end = Math.min(blockEnd, start + LONGEST)
  return { start, end: end < blockEnd ? wholeWords(text, start, end) : end }
}

function wholeWords(text: string, start: number, end: number): number {
  const space = text.lastIndexOf(' ', end)
  return space > start + LONGEST / 2 ? space : end
}

/** In characters. */
const FIRST = 48

/** The first words, to know the place again by. */
export function firstWords(words: string): string {
  const plain = words.replaceAll(/\s+/g, ' ').trim()
  const characters = [...plain]
  if (characters.length <= FIRST) return plain
  const cut = characters.slice(0, FIRST).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > FIRST / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/u, '')} …`
}
