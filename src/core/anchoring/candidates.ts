import { fold } from '#core/article'
import type { Quote } from './selector.ts'
import { nearMatches, similarity } from './similarity.ts'

/*
 * Where a quote may be meant: gathered generously, and within limits of work. Whether it is meant there
 * is decided in `match-quote.ts`. All offsets and texts in this file are folded ones.
 */

/** Of any edited quote at least this much must be left, and a neighbour must agree. */
const leastSimilarity = 0.5
/** Shorter neighbours than this agree to the letter or not at all: something like them is everywhere. */
export const shortestFuzzyContext = 8

/** Limits of the work done for one quote, so that a hopeless one costs little in a long book. */
const mostExactScored = 64
const seeds = { most: 64, fewest: 12 }
/** All seeds together read so many letters of the text: some 40 ms. */
const mostLettersRead = 40_000_000
const mostHitsPerSeed = 256
const mostWindows = 16
const mostMatchesPerWindow = 8

export interface MatchHints {
  /** Where the quote is expected. */
  readonly near: number | null
  /** Nothing before this offset counts. */
  readonly from: number
}

/** A quote made ready for matching in a folded text. */
export interface Pattern {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Whether the quote is known to begin, and to end, at a word's border. */
  readonly startsWord: boolean
  readonly endsWord: boolean
}

export interface Candidate {
  readonly start: number
  readonly end: number
  /** How much of the quote is there. */
  readonly similarity: number
  /** How much of each known neighbour is there, the better one first. */
  readonly contexts: readonly number[]
  readonly score: number
}

/** The quote as it is looked for. */
export function toPattern({ exact, prefix, suffix }: Quote): Pattern {
  const before = fold(prefix).text
  const words = fold(exact).text
  const after = fold(suffix).text
  return {
    exact: words.trim(),
    prefix: before.trim(),
    suffix: after.trim(),
    startsWord: before !== '' && !(endsInWord(before) && startsInWord(words)),
    endsWord: after !== '' && !(endsInWord(words) && startsInWord(after)),
  }
}

function endsInWord(text: string): boolean {
  return /[\p{L}\p{N}\p{M}]$/u.test(text)
}

function startsInWord(text: string): boolean {
  return /^[\p{L}\p{N}\p{M}]/u.test(text)
}

/** Whether the border at `offset` lies between two words. */
function isBorder(text: string, offset: number): boolean {
  return !(
    endsInWord(text.slice(Math.max(0, offset - 2), offset)) &&
    startsInWord(text.slice(offset, offset + 2))
  )
}

/** Every place with the very words of the quote; of many, those whose neighbours look best at a glance. */
export function sameWords(text: string, pattern: Pattern, hints: MatchHints): readonly Candidate[] {
  const { exact, prefix, suffix } = pattern
  const places: { readonly start: number; readonly glance: number }[] = []
  for (
    let start = text.indexOf(exact, hints.from);
    start !== -1;
    start = text.indexOf(exact, start + 1)
  ) {
    const end = start + exact.length
    if (pattern.startsWord && !isBorder(text, start)) continue
    if (pattern.endsWord && !isBorder(text, end)) continue
    const distance = hints.near === null ? start : Math.abs(start - hints.near)
    const glance =
      sharedEnd(text.slice(Math.max(0, start - prefix.length - 2), start).trimEnd(), prefix) +
      sharedStart(text.slice(end, end + suffix.length + 2).trimStart(), suffix) -
      distance / (text.length + 1)
    places.push({ start, glance })
  }
  return places
    .toSorted((a, b) => b.glance - a.glance)
    .slice(0, mostExactScored)
    .map(({ start }) => toCandidate(text, pattern, start, start + exact.length, 1))
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length))
    length += 1
  return length
}

function sharedEnd(a: string, b: string): number {
  let length = 0
  while (
    length < a.length &&
    length < b.length &&
    a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)
  )
    length += 1
  return length
}

function toCandidate(
  text: string,
  pattern: Pattern,
  start: number,
  end: number,
  likeness: number,
): Candidate {
  const { prefix, suffix } = pattern
  const room = (length: number) => Math.ceil(length * 1.25) + 4
  const before =
    prefix === ''
      ? null
      : neighbour(
          text.slice(Math.max(0, start - room(prefix.length)), start).trimEnd(),
          prefix,
          'end',
        )
  const after =
    suffix === ''
      ? null
      : neighbour(text.slice(end, end + room(suffix.length)).trimStart(), suffix, 'start')
  return {
    start,
    end,
    similarity: likeness,
    contexts: [before, after].filter((context) => context !== null).toSorted((a, b) => b - a),
    // The words themselves weigh half; the neighbours, being farther, less. Two that agree beat one.
    score: 0.5 * likeness + 0.25 * (before ?? 0) + 0.25 * (after ?? 0),
  }
}

function neighbour(text: string, context: string, side: 'start' | 'end'): number {
  if (context.length >= shortestFuzzyContext) return similarity(text, context)
  return (side === 'end' ? text.endsWith(context) : text.startsWith(context)) ? 1 : 0
}

/** Places that share pieces with the quote and its neighbours, each searched for the best likeness. */
export function nearlySameWords(
  text: string,
  pattern: Pattern,
  hints: MatchHints,
): readonly Candidate[] {
  const { exact } = pattern
  const slack = 24 + Math.ceil(exact.length / 4)
  const found = new Map<string, Candidate>()
  for (const expected of expectedStarts(text, pattern, hints)) {
    const windowStart = Math.max(hints.from, expected - slack)
    const window = text.slice(windowStart, expected + exact.length + 2 * slack)
    const matches = nearMatches(window, exact, leastSimilarity).slice(0, mostMatchesPerWindow)
    const stretches = [
      ...matches.map((match) => ({
        start: windowStart + match.start,
        end: windowStart + match.end,
      })),
      ...betweenNeighbours(text, pattern, windowStart, window.length),
    ]
    for (const stretch of stretches) {
      const { start, end } = alignToNeighbours(text, pattern, stretch.start, stretch.end)
      if (end <= start || start < hints.from || end - start > 2 * exact.length + slack) continue
      const key = `${start}-${end}`
      if (found.has(key)) continue
      const words = text.slice(start, end)
      // Both ways: the quote must be there, and not much else.
      const likeness = Math.min(similarity(words, exact), similarity(exact, words))
      if (likeness >= leastSimilarity)
        found.set(key, toCandidate(text, pattern, start, end, likeness))
    }
  }
  return [...found.values()]
}

/**
 * Where the quote may begin, most promising first: pieces of the quote and its neighbours are looked
 * up in the text, and each hit votes for the beginning that it implies. Pieces rather than words,
 * so that typing errors and scripts without spaces cost little.
 */
function expectedStarts(text: string, pattern: Pattern, hints: MatchHints): readonly number[] {
  const { exact, prefix, suffix } = pattern
  const whole = [prefix, exact, suffix].filter((part) => part !== '').join(' ')
  const exactStart = prefix === '' ? 0 : prefix.length + 1
  const seedLength = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(whole) ? 4 : 8
  const affordable = Math.floor(mostLettersRead / (text.length + 1))
  const count = Math.min(seeds.most, Math.max(seeds.fewest, affordable))
  const stride = Math.max(2, Math.ceil(whole.length / count))

  const votes: number[] = []
  for (let offset = 0; offset + seedLength <= whole.length; offset += stride) {
    const seed = whole.slice(offset, offset + seedLength)
    const hits: number[] = []
    let hit = text.indexOf(seed, hints.from)
    while (hit !== -1 && hits.length <= mostHitsPerSeed) {
      hits.push(hit - offset + exactStart)
      hit = text.indexOf(seed, hit + 1)
    }
    // A piece that is everywhere says nothing about where.
    if (hits.length <= mostHitsPerSeed) votes.push(...hits)
  }
  votes.sort((a, b) => a - b)

  const width = 16 + Math.ceil(exact.length / 4)
  const windows: { readonly start: number; readonly votes: number }[] = []
  for (let first = 0, last = 0; first < votes.length; first += 1) {
    const start = votes[first] ?? 0
    while (last < votes.length && (votes[last] ?? 0) <= start + width) last += 1
    windows.push({ start, votes: last - first })
  }
  const { near } = hints
  windows.sort(
    (a, b) =>
      b.votes - a.votes ||
      (near === null ? a.start - b.start : Math.abs(a.start - near) - Math.abs(b.start - near)),
  )
  const starts: number[] = []
  for (const { start } of windows) {
    if (starts.length === mostWindows) break
    if (starts.every((chosen) => Math.abs(chosen - start) > width)) starts.push(start)
  }
  return starts
}

/** What now stands between the neighbours, if both are nearly intact: the place of a quote however much it was edited. */
function betweenNeighbours(
  text: string,
  { exact, prefix, suffix }: Pattern,
  windowStart: number,
  windowLength: number,
): readonly { readonly start: number; readonly end: number }[] {
  if (prefix.length < shortestFuzzyContext || suffix.length < shortestFuzzyContext) return []
  const outerStart = Math.max(0, windowStart - prefix.length)
  const outer = text.slice(outerStart, windowStart + windowLength + suffix.length)
  const stretches = []
  for (const before of nearMatches(outer, prefix, 0.8).slice(0, 3))
    for (const after of nearMatches(outer, suffix, 0.8).slice(0, 3)) {
      const length = after.start - before.end
      if (length >= exact.length / 2 && length <= exact.length * 2)
        stretches.push({ start: outerStart + before.end, end: outerStart + after.start })
    }
  return stretches
}

/** Moves the ends of a fuzzy match to where the neighbours end and begin, or else to the border of a word: edits at the edge of a quote leave its ends in the air. */
function alignToNeighbours(
  text: string,
  pattern: Pattern,
  roughStart: number,
  roughEnd: number,
): { readonly start: number; readonly end: number } {
  const { exact, prefix, suffix } = pattern
  const reach = Math.min(24, Math.ceil(exact.length / 2) + 4)
  let start = roughStart
  let end = roughEnd
  if (prefix.length >= shortestFuzzyContext) {
    const from = Math.max(0, roughStart - prefix.length - reach)
    const ends = nearMatches(text.slice(from, roughStart + reach), prefix, 0.75).map(
      (match) => from + match.end,
    )
    start = nearest(ends, roughStart, reach)
  }
  if (suffix.length >= shortestFuzzyContext) {
    const from = Math.max(0, roughEnd - reach)
    const starts = nearMatches(
      text.slice(from, roughEnd + suffix.length + reach),
      suffix,
      0.75,
    ).map((match) => from + match.start)
    end = nearest(starts, roughEnd, reach)
  }
  if (pattern.startsWord) start = wordBorder(text, start)
  if (pattern.endsWord) end = wordBorder(text, end)
  while (start < end && text.charAt(start) === ' ') start += 1
  while (end > start && text.charAt(end - 1) === ' ') end -= 1
  return { start, end }
}

function nearest(places: readonly number[], to: number, within: number): number {
  let best = to
  let distance = within + 1
  for (const place of places)
    if (Math.abs(place - to) < distance) {
      best = place
      distance = Math.abs(place - to)
    }
  return best
}

/** The nearest border of a word; in scripts without spaces, where there is none near, the offset itself. */
function wordBorder(text: string, offset: number): number {
  for (let distance = 0; distance < 16; distance += 1) {
    if (offset - distance >= 0 && isBorder(text, offset - distance)) return offset - distance
    if (offset + distance <= text.length && isBorder(text, offset + distance))
      return offset + distance
  }
  return offset
}
