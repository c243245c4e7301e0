import { looksLikeAddress, type Inline } from '#core/article'

/*
 * Words that a later hand set in capitals. The front matter lists each of them with its plain form;
 * here they are found in running text: whole words only, the longest name first.
 *
 * A word reaches over apostrophes (ISRAEL’S is one word) but not over hyphens. Between the words of
 * a name any white space will do, and the plain form takes over what was found there, so that the
 * two stay equally long.
 */

type CapitalsInline = Extract<Inline, { readonly type: 'capitals' }>
type TextInline = Extract<Inline, { readonly type: 'text' }>

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu

interface Token {
  readonly text: string
  readonly start: number
}

interface Entry {
  readonly tokens: readonly string[]
  readonly plain: string
}

/** Whether the two differ in case only, and equally long: what the reader switches between must not move a letter. */
export function isPlainForm(plain: string, found: string): boolean {
  return plain !== found && plain.length === found.length && plain.toUpperCase() === found
}

export class CapitalsList {
  readonly #byFirstWord = new Map<string, Entry[]>()

  constructor(entries: Iterable<readonly [found: string, plain: string]>) {
    for (const [found, plain] of entries) {
      const tokens = splitKey(found)
      const first = tokens?.[0]
      if (tokens === null || first === undefined) continue
      const entry = { tokens, plain: collapse(plain) }
      const entries = this.#byFirstWord.get(first)
      if (entries === undefined) this.#byFirstWord.set(first, [entry])
      else entries.push(entry)
    }
    for (const entries of this.#byFirstWord.values())
      entries.sort((a, b) => b.tokens.length - a.tokens.length)
  }

  get isEmpty(): boolean {
    return this.#byFirstWord.size === 0
  }

  /** The text, cut where listed words stand. */
  cut(text: string): readonly (TextInline | CapitalsInline)[] {
    if (this.isEmpty || text === '') return text === '' ? [] : [{ type: 'text', value: text }]
    const words: readonly Token[] = [...text.matchAll(WORD)].map((match) => ({
      text: match[0],
      start: match.index,
    }))
    const pieces: (TextInline | CapitalsInline)[] = []
    let done = 0
    for (let index = 0; index < words.length; index += 1) {
      const hit = this.#matchAt(text, words, index)
      const word = words[index]
      if (hit === null || word === undefined || isInAddress(text, word.start)) continue
      if (word.start > done) pieces.push({ type: 'text', value: text.slice(done, word.start) })
      const found = text.slice(word.start, hit.end)
      pieces.push({ type: 'capitals', found, plain: withSpacesOf(hit.plain, found) })
      done = hit.end
      index += hit.words - 1
    }
    if (done < text.length) pieces.push({ type: 'text', value: text.slice(done) })
    return pieces
  }

  #matchAt(
    text: string,
    words: readonly Token[],
    index: number,
  ): { end: number; words: number; plain: string } | null {
    const first = words[index]
    if (first === undefined) return null
    for (const entry of this.#byFirstWord.get(first.text) ?? []) {
      const length = (entry.tokens.length + 1) / 2
      const last = words[index + length - 1]
      if (last === undefined) continue
      let fits = true
      for (let step = 1; step < length && fits; step += 1) {
        const left = words[index + step - 1]
        const right = words[index + step]
        fits =
          left !== undefined &&
          right !== undefined &&
          right.text === entry.tokens[2 * step] &&
          collapse(text.slice(left.start + left.text.length, right.start)) ===
            entry.tokens[2 * step - 1]
      }
      if (fits) return { end: last.start + last.text.length, words: length, plain: entry.plain }
    }
    return null
  }
}

/** Words and what stands between them, by turns; null where the key does not begin and end with a word. */
function splitKey(found: string): readonly string[] | null {
  const tokens: string[] = []
  let done = 0
  for (const match of found.matchAll(WORD)) {
    if (match.index > 0 && done === 0) return null
    if (tokens.length > 0) tokens.push(collapse(found.slice(done, match.index)))
    tokens.push(match[0])
    done = match.index + match[0].length
  }
  return tokens.length === 0 || done < found.length ? null : tokens
}

export function isCapitalsKey(found: string): boolean {
  return splitKey(found) !== null
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

/** The plain form with the white space that was found. */
function withSpacesOf(plain: string, found: string): string {
  const spaces = found.match(/\s+/gu) ?? []
  let index = 0
  return plain.replace(/ /gu, () => spaces[index++] ?? ' ')
}

/** How far back an address is looked for; addresses in plain text are short, and a limit keeps this linear. */
const LONGEST_ADDRESS = 300

/** Whether the word is part of an address that stands in the text as it is. */
function isInAddress(text: string, start: number): boolean {
  let from = start
  while (from > 0 && start - from < LONGEST_ADDRESS && !/\s/u.test(text.charAt(from - 1))) from -= 1
  const upTo = text.slice(from, start)
  return /(?:https?:\/\/|www\.)/iu.test(upTo) || looksLikeAddress(text.slice(from, start + 1))
}
