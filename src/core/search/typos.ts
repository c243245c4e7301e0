import type { SearchIndex } from './search-index.ts'
import type { WordMatch } from './word-borders.ts'

/** Every word of a text, and where it stands. */
export interface Vocabulary {
  readonly words: readonly KnownWord[]
}

interface KnownWord {
  readonly word: string
  /** One bit for each letter it has, to tell most words apart without comparing them. */
  readonly letters: number
  readonly places: number[]
}

const vocabularies = new WeakMap<SearchIndex, Vocabulary>()

/** So many words are noted at a time. */
const slice = 4000

/** Collects the words of an index, once; pauses (yields) between slices. */
export function* readVocabulary(index: SearchIndex): Generator<void, Vocabulary> {
  const known = vocabularies.get(index)
  if (known !== undefined) return known
  const byWord = new Map<string, KnownWord>()
  let sincePause = 0
  for (const { 0: word, index: at } of index.text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const noted = byWord.get(word)
    if (noted === undefined) byWord.set(word, { word, letters: lettersOf(word), places: [at] })
    else noted.places.push(at)
    sincePause += 1
    if (sincePause < slice) continue
    sincePause = 0
    yield
  }
  const vocabulary = { words: [...byWord.values()] }
  vocabularies.set(index, vocabulary)
  return vocabulary
}

/** The words that `term` may have been meant to be, where it is long enough to be told from others. */
export function similarWords(
  { words }: Vocabulary,
  term: string,
  match: WordMatch,
): readonly KnownWord[] {
  const most = editsAllowed(term.length)
  if (most === 0) return []
  const letters = lettersOf(term)
  return words.filter(({ word, letters: own }) => {
    if (word.length < term.length - most) return false
    if (match === 'whole' && word.length > term.length + most) return false
    if (countBits(letters & ~own) > most) return false
    return isWithin(term, word, most, match === 'whole')
  })
}

/** How many letters may be wrong, missing, too many or exchanged in a word of this length. */
export function editsAllowed(length: number): 0 | 1 | 2 {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/**
 * Whether `most` edits make `term` into `word`, or into a beginning of it. Counts as Damerau and
 * Levenshtein do (optimal string alignment).
 */
function isWithin(term: string, word: string, most: number, whole: boolean): boolean {
  const width = term.length
  const reach = Math.min(word.length, width + most)
  let before: number[] = []
  let last = Array.from({ length: width + 1 }, (_, column) => column)
  if (whole === false && width <= most) return true
  for (let row = 1; row <= reach; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= width; column += 1) {
      const isSame = word.charCodeAt(row - 1) === term.charCodeAt(column - 1)
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isExchanged =
        row > 1 &&
        column > 1 &&
        word.charCodeAt(row - 1) === term.charCodeAt(column - 2) &&
        word.charCodeAt(row - 2) === term.charCodeAt(column - 1)
      if (isExchanged) edits = Math.min(edits, (before[column - 2] ?? 0) + 1)
      current.push(edits)
      least = Math.min(least, edits)
    }
    const edits = current[width] ?? Infinity
    if (edits <= most && (!whole || row === word.length)) return true
    if (least > most) return false
    before = last
    last = current
  }
  return false
}

/** Letters beyond a to z share the bits, so that different words may look alike but never the reverse. */
function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index += 1)
    letters |= 1 << ((word.charCodeAt(index) - 0x61) & 31)
  return letters
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
