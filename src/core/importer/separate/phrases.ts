import { fold, isIdeograph, isLetter } from './fold.ts'

/*
 * Lists of phrases, asked in constant time however long they grow: a line is looked up, never searched
 * for each phrase in turn.
 */

/** The phrases of a list that is written with `|` and line breaks between them. */
export function phrasesOf(list: string): readonly string[] {
  return list
    .split(/[|\n]/u)
    .map((phrase) => fold(phrase).trim())
    .filter((phrase) => phrase !== '')
}

/** Phrases by their first two characters, longest first. */
export type Beginnings<Entry> = ReadonlyMap<string, readonly Beginning<Entry>[]>

export interface Beginning<Entry> {
  readonly phrase: string
  readonly entry: Entry
}

const key = (text: string, from: number): string => text.slice(from, from + 2)

export function beginningsOf<Entry>(
  phrases: readonly (readonly [phrase: string, entry: Entry])[],
): Beginnings<Entry> {
  const found = new Map<string, Beginning<Entry>[]>()
  for (const [phrase, entry] of phrases) {
    // What is a single character long may be followed by anything.
    const at = phrase.length === 1 ? phrase : key(phrase, 0)
    found.set(at, [...(found.get(at) ?? []), { phrase, entry }])
  }
  for (const list of found.values()) list.sort((a, b) => b.phrase.length - a.phrase.length)
  return found
}

/** All phrases that `text` continues with at `from`, the longest first. */
export function beginningsAt<Entry>(
  beginnings: Beginnings<Entry>,
  text: string,
  from: number,
): readonly Beginning<Entry>[] {
  const two = beginnings.get(key(text, from)) ?? []
  const one = beginnings.get(text.slice(from, from + 1)) ?? []
  return [...two, ...one].filter(({ phrase }) => text.startsWith(phrase, from))
}

/** Whether a phrase that begins at `from` ends where a word ends. */
export function endsAsWord(text: string, from: number, phrase: string): boolean {
  const last = phrase.at(-1)
  const next = text[from + phrase.length]
  return !isLetter(last) || !isLetter(next) || isIdeograph(last) || isIdeograph(next)
}

const NO_WORD = /[^\p{L}\p{N}\p{M}'@%&.()/:-]+/gu
const EDGES = /^[\s.:()/'-]+|[\s.:()/'-]{1,20}$/gu
const COUNTS = /(?:^|\s)[\d.,]{1,9}k?(?=\s|$)|\(\d{1,9}\)|[\d.,]{1,9}$/gu

/** A short line as a phrase: folded, without arrows, counts and punctuation at its ends. */
export function asPhrase(line: string): string {
  const plain = fold(line.slice(0, 120)).replace(NO_WORD, ' ').trim()
  return plain
    .replace(COUNTS, ' ')
    .replace(EDGES, '')
    .replace(/ {2,9}/gu, ' ')
    .trim()
}

export function phraseSet(list: string): ReadonlySet<string> {
  return new Set(phrasesOf(list).map(asPhrase))
}
