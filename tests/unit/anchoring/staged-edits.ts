/*
 * Texts edited on purpose, with the truth kept: where each stretch of the old text is in the new.
 */

/** Random numbers that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface Edited {
  readonly text: string
  /** Where a stretch of the old text is now; null when nothing of it is left. */
  readonly locate: (
    start: number,
    end: number,
  ) => { readonly start: number; readonly end: number } | null
}

interface Piece {
  /** Where it stood in the old text; null when it is new. */
  readonly origin: { readonly start: number; readonly end: number } | null
  readonly words: string
}

function pieces(text: string): readonly Piece[] {
  return [...text.matchAll(/\s+|\S+/g)].map((match) => ({
    origin: { start: match.index, end: match.index + match[0].length },
    words: match[0],
  }))
}

function join(edited: readonly Piece[]): Edited {
  const places: {
    readonly origin: { readonly start: number; readonly end: number }
    readonly start: number
    readonly end: number
  }[] = []
  let text = ''
  for (const { origin, words } of edited) {
    if (origin !== null && words.trim() !== '')
      places.push({ origin, start: text.length, end: text.length + words.length })
    text += words
  }
  return {
    text,
    locate(start, end) {
      const inside = places.filter(({ origin }) => origin.start < end && origin.end > start)
      const first = inside[0]
      const last = inside[inside.length - 1]
      return first === undefined || last === undefined
        ? null
        : { start: first.start, end: last.end }
    },
  }
}

/** Of the words, `rate` are edited: a third each left out, replaced by another of the text, and followed by another. */
export function editWords(text: string, rate: number, random: () => number): Edited {
  const vocabulary = text.match(/\S+/g) ?? []
  const another = () => vocabulary[Math.floor(random() * vocabulary.length)] ?? ''
  const edited: Piece[] = []
  for (const piece of pieces(text)) {
    if (piece.words.trim() === '' || random() >= rate) {
      edited.push(piece)
      continue
    }
    const kind = random()
    if (kind < 1 / 3) continue
    if (kind < 2 / 3) edited.push({ origin: piece.origin, words: another() })
    else edited.push(piece, { origin: null, words: ` ${another()}` })
  }
  return join(edited)
}

/** Of the letters, `rate` are mistyped: left out, doubled, or another one. */
export function mistype(text: string, rate: number, random: () => number): Edited {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz'
  const slip = (letter: string) => {
    if (!/\p{L}/u.test(letter) || random() >= rate) return letter
    const kind = random()
    if (kind < 1 / 3) return ''
    return kind < 2 / 3 ? letter + letter : alphabet.charAt(Math.floor(random() * alphabet.length))
  }
  return changeWords(text, (word) => [...word].map(slip).join(''))
}

/** Every word is passed through `change`; a word that becomes empty leaves its place. */
export function changeWords(text: string, change: (word: string) => string): Edited {
  return join(
    pieces(text).map(({ origin, words }) => ({
      origin,
      words: words.trim() === '' ? words : change(words),
    })),
  )
}

/** The stretch is left out. */
export function leaveOut(text: string, start: number, end: number): Edited {
  return join(
    pieces(text).filter(
      ({ origin }) => origin === null || origin.end <= start || origin.start >= end,
    ),
  )
}

/** Whole words, from `shortest` to `longest` of them. */
export function pickQuote(
  text: string,
  shortest: number,
  longest: number,
  random: () => number,
): { readonly start: number; readonly end: number } {
  const words = [...text.matchAll(/\S+/g)]
  const count = shortest + Math.floor(random() * (longest - shortest + 1))
  const first = Math.floor(random() * (words.length - count))
  const start = words[first]?.index ?? 0
  const last = words[first + count - 1]
  return { start, end: (last?.index ?? 0) + (last?.[0].length ?? 0) }
}
