import { foldForChoice, type Entry, type PreparedEntry } from './entries.ts'

/** A stretch of a label, in UTF-16 code units. */
interface Mark {
  readonly start: number
  readonly end: number
}

export interface Ranked<E extends Entry> {
  readonly entry: E
  /** The letters of the label that were typed, in order. */
  readonly marks: readonly Mark[]
}

export interface RankedGroup<E extends Entry> {
  readonly name: string
  readonly items: readonly Ranked<E>[]
}

interface Fit {
  readonly score: number
  readonly marks: readonly Mark[]
}

interface Limits {
  /** Of each group. */
  readonly perGroup: number
}

/**
 * The entries that fit what is typed, the best first, under their groups; a group stands where its
 * best entry puts it. Every word that is typed has to fit, in any order. What was chosen lately comes
 * first among equals and, where nothing is typed, altogether.
 */
export function rankEntries<E extends Entry>(
  prepared: readonly PreparedEntry<E>[],
  typed: string,
  recent: { readonly ids: readonly string[]; readonly name: string },
  { perGroup }: Limits,
): readonly RankedGroup<E>[] {
  const tokens = foldForChoice(typed)
    .text.split(' ')
    .filter((token) => token !== '')
  if (tokens.length === 0) return untyped(prepared, recent, perGroup)
  const whole = tokens.join(' ')
  const fits: { readonly ranked: Ranked<E>; readonly score: number }[] = []
  for (const candidate of prepared) {
    const fit = fitOf(candidate, tokens, whole)
    if (fit === null) continue
    const bonus = recent.ids.includes(candidate.entry.id) ? RECENT : 0
    fits.push({
      ranked: { entry: candidate.entry, marks: fit.marks },
      score: fit.score + bonus,
    })
  }
  // Sorting is stable: equals stay in the order in which they were given.
  return grouped(
    fits.toSorted((a, b) => b.score - a.score).map(({ ranked }) => ranked),
    perGroup,
  )
}

function untyped<E extends Entry>(
  prepared: readonly PreparedEntry<E>[],
  recent: { readonly ids: readonly string[]; readonly name: string },
  perGroup: number,
): readonly RankedGroup<E>[] {
  const all = prepared.map(({ entry }) => ({ entry, marks: [] }))
  const chosen = recent.ids.flatMap((id) => all.find(({ entry }) => entry.id === id) ?? [])
  const others = all.filter(({ entry }) => !recent.ids.includes(entry.id))
  const rest = grouped(others, perGroup)
  return chosen.length === 0
    ? rest
    : [{ name: recent.name, items: chosen.slice(0, perGroup) }, ...rest]
}

function grouped<E extends Entry>(
  ranked: readonly Ranked<E>[],
  perGroup: number,
): readonly RankedGroup<E>[] {
  const groups = new Map<string, Ranked<E>[]>()
  for (const one of ranked) {
    const items = groups.get(one.entry.group) ?? []
    groups.set(one.entry.group, items)
    if (items.length < perGroup) items.push(one)
  }
  return [...groups].map(([name, items]) => ({ name, items }))
}

/*
 * How well a typed word fits, from the whole label down to letters that only follow each other. The
 * distances matter more than the numbers: no sum of worse fits may pass a better one.
 */
const SAME = 400
const BEGINS = 60
const WORD = 100
const WORD_BEGINS = 80
const INSIDE = 45
const SCATTERED = 25
const BESIDE = 0.5
const RECENT = 6
/** How much of the label was typed counts up to so much. */
const SHARE = 15

function fitOf(
  { label, beside }: PreparedEntry<Entry>,
  tokens: readonly string[],
  whole: string,
): Fit | null {
  const { text } = label
  const found: Mark[] = []
  let score = 0
  let letters = 0
  for (const token of tokens) {
    const inLabel = fitInWords(text, token) ?? scattered(text, token)
    const inBeside = fitInWords(beside, token)
    const besideScore = inBeside === null ? 0 : inBeside.score * BESIDE
    if (inLabel === null && inBeside === null) return null
    if (inLabel !== null && inLabel.score >= besideScore) {
      score += inLabel.score
      found.push(...inLabel.marks)
      letters += token.length
    } else score += besideScore
  }
  score /= tokens.length
  if (text === whole) score += SAME
  else if (text.startsWith(whole)) score += BEGINS
  else if (tokens.length > 1 && text.includes(whole)) score += BEGINS / 2
  score += (SHARE * Math.min(letters, text.length)) / Math.max(text.length, 1)
  return { score, marks: joined(found).map(({ start, end }) => label.unfold(start, end)) }
}

/** The best place where the word stands as it is typed. */
function fitInWords(text: string, token: string): Fit | null {
  let best: Fit | null = null
  for (let at = text.indexOf(token); at !== -1; at = text.indexOf(token, at + 1)) {
    const end = at + token.length
    const score = isInWord(text, at) ? INSIDE : isInWord(text, end) ? WORD_BEGINS : WORD
    if (best === null || score > best.score) best = { score, marks: [{ start: at, end }] }
    if (score === WORD) break
  }
  return best
}

/** Whether the letters on both sides of an offset belong to one word. */
function isInWord(text: string, offset: number): boolean {
  return offset > 0 && isLetter(text.charAt(offset - 1)) && isLetter(text.charAt(offset))
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character)
}

/** A number that is not there is another number, and two letters follow each other everywhere. */
const SHORTEST_SCATTERED = 3

/**
 * The letters of the word one after the other with others between: from the beginnings of words as far
 * as they go, and never so far apart that nobody would see it.
 */
function scattered(text: string, token: string): Fit | null {
  if (token.length < SHORTEST_SCATTERED || /\d/.test(token)) return null
  let best: Fit | null = null
  for (let start = text.indexOf(token.charAt(0)); start !== -1;) {
    for (const leaps of isInWord(text, start) ? [] : [true, false]) {
      const fit = scatteredFrom(text, token, start, leaps)
      if (fit !== null && (best === null || fit.score > best.score)) best = fit
    }
    start = text.indexOf(token.charAt(0), start + 1)
  }
  return best
}

function scatteredFrom(
  text: string,
  token: string,
  start: number,
  /** Whether the beginning of a later word is rather meant than a letter inside this one. */
  leaps: boolean,
): Fit | null {
  const places = [start]
  let gaps = 0
  for (let letter = 1; letter < token.length; letter += 1) {
    const wanted = token.charAt(letter)
    const last = places.at(-1) ?? start
    if (text.charAt(last + 1) === wanted) {
      places.push(last + 1)
      continue
    }
    const leap = leaps ? wordBeginning(text, wanted, last + 1) : null
    const next = leap ?? text.indexOf(wanted, last + 1)
    if (next === -1) return null
    gaps += isInWord(text, next) ? next - last - 1 : 1
    places.push(next)
  }
  if (gaps > token.length) return null
  const score = SCATTERED - (SCATTERED * gaps) / (2 * token.length)
  return { score, marks: places.map((place) => ({ start: place, end: place + 1 })) }
}

/** How far ahead of a letter the beginning of a word counts as the next. */
const NEXT_WORD = 24

function wordBeginning(text: string, wanted: string, from: number): number | null {
  const until = Math.min(text.length, from + NEXT_WORD)
  for (let at = from; at < until; at += 1)
    if (text.charAt(at) === wanted && !isInWord(text, at)) return at
  return null
}

/** In order, without overlaps. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const result: Mark[] = []
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last === undefined || mark.start > last.end) result.push(mark)
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) }
  }
  return result
}
