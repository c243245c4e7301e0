import {
  nearlySameWords,
  sameWords,
  shortestFuzzyContext,
  toPattern,
  type Candidate,
  type MatchHints,
  type Pattern,
} from './candidates.ts'
import type { Quote } from './selector.ts'
import { similarity } from './similarity.ts'

/*
 * The approximate matcher. All offsets and texts in this file are folded ones.
 *
 * A wrong place is worse than none: a fuzzy search always finds something, and readers believe what
 * is marked. So candidates are gathered generously (`candidates.ts`) and let through a narrow gate:
 *
 * - The same words with a neighbour that agrees are the place.
 * - The same words among strangers are the place only if they are many (`distinctive`): a sentence
 *   that moved, not a name that also occurs elsewhere.
 * - Edited words need a neighbour that agrees. Without one, only their spelling may differ:
 *   a sentence with other words or other numbers in it is another sentence, however alike.
 * - Edited words are refused where both neighbours now touch: the quote was cut out between them,
 *   and what resembles it elsewhere is its twin.
 * - Two candidates that are equally good are none, unless the hint tells which.
 */

/** A neighbour agrees if this much of it stands there. Unrelated English text of 32 letters agrees to some 0.4. */
const agreement = 0.6
/** Of a long quote this much must be left, and of a neighbour `weakAgreement`. */
const longQuote = { length: 40, similarity: 0.7, weakAgreement: 0.5 }
/** So many letters are not repeated by chance: longer than most titles and turns of phrase. */
const distinctive = 48
/**
 * Short quotes are everywhere, the more so if they may be edited: both neighbours are heard.
 */
const shortQuote = {
  length: 32,
  similarity: 0.6,
  same: { most: 0.65, least: 0.45 },
  edited: { most: 0.75, least: 0.5 },
}
/** Scores closer than this cannot tell two places apart. */
const clearLead = 0.03
export interface Match {
  readonly start: number
  readonly end: number
  readonly similarity: number
  /** Whether a neighbour agrees, or none was known. */
  readonly inContext: boolean
  readonly rivals: number
}

/** Finds the one place that the quote can mean, or null. */
export function matchQuote(text: string, quote: Quote, hints: MatchHints): Match | null {
  const pattern = toPattern(quote)
  if (pattern.exact === '') return null

  const same = sameWords(text, pattern, hints)
  const wasCutOut = isCutOut(text, pattern)
  const passes = (candidate: Candidate) =>
    isPlausible(text, pattern, candidate, hints) &&
    !(wasCutOut && (candidate.similarity < 1 || pattern.exact.length < distinctive))
  const certain = choose(
    same.filter((candidate) => agrees(candidate) && passes(candidate)),
    hints,
    pattern,
  )
  if (certain !== null) return certain
  const edited = nearlySameWords(text, pattern, hints)
  return choose([...same, ...edited].filter(passes), hints, pattern)
}

/** Whether a neighbour agrees, or none is known. */
function agrees({ contexts: [better = 1] }: Candidate): boolean {
  return better >= agreement
}

/** The gate. */
function isPlausible(
  text: string,
  pattern: Pattern,
  candidate: Candidate,
  { near }: MatchHints,
): boolean {
  const { length } = pattern.exact
  const { similarity: likeness, contexts } = candidate
  const [better = null, worse = better] = contexts
  if (better === null || worse === null) {
    if (likeness === 1) return true
    const isExpectedHere = near !== null && Math.abs(candidate.start - near) <= length
    return (
      (length >= distinctive || isExpectedHere) && differsInSpellingOnly(text, pattern, candidate)
    )
  }
  if (length < shortQuote.length) {
    const { most, least } = likeness === 1 ? shortQuote.same : shortQuote.edited
    return likeness >= shortQuote.similarity && better >= most && worse >= least
  }
  if (better >= agreement || (likeness === 1 && length >= distinctive)) return true
  if (
    better >= longQuote.weakAgreement &&
    length >= longQuote.length &&
    likeness >= longQuote.similarity
  )
    return true
  return length >= distinctive && differsInSpellingOnly(text, pattern, candidate)
}

/** Whether every word is still the same word, though perhaps with a letter wrong; numbers have no spelling. */
function differsInSpellingOnly(text: string, pattern: Pattern, { start, end }: Candidate): boolean {
  const words = text.slice(start, end).split(' ')
  const expected = pattern.exact.split(' ')
  if (words.length !== expected.length) return false
  return expected.every((word, index) => {
    const other = words[index] ?? ''
    if (word === other) return true
    if (/\p{N}/u.test(word + other) || word.length < 4) return false
    return (
      Math.abs(word.length - other.length) <= 2 &&
      similarity(other, word) >= 0.66 &&
      similarity(word, other) >= 0.66
    )
  })
}

/** Whether what stood before the quote and what stood after it now touch. */
function isCutOut(text: string, { prefix, suffix }: Pattern): boolean {
  const tail = prefix.slice(-16)
  const head = suffix.slice(0, 16)
  if (tail.length < shortestFuzzyContext || head.length < shortestFuzzyContext) return false
  return text.includes(`${tail} ${head}`) || text.includes(tail + head)
}

/** The best candidate, if it is clearly better than all others or the hint decides. */
function choose(
  candidates: readonly Candidate[],
  hints: MatchHints,
  pattern: Pattern,
): Match | null {
  const ranked = candidates.toSorted((a, b) => b.score - a.score)
  const leader = ranked[0]
  if (leader === undefined) return null
  const equals = ranked.filter((candidate) => leader.score - candidate.score < clearLead)
  const rivals = equals.filter((candidate) => !overlap(candidate, leader))
  if (rivals.length === 0) return toMatch(leader, 0)

  // Without neighbours it was never said which one is meant: as browsers do, take the first, and say so.
  const { near } = hints
  if (near === null)
    return leader.contexts.length === 0
      ? toMatch(
          equals.reduce((first, other) => (other.start < first.start ? other : first)),
          rivals.length,
        )
      : null
  const byDistance = equals.toSorted((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near))
  const [closest] = byDistance
  const next = byDistance.find((candidate) => closest !== undefined && !overlap(candidate, closest))
  if (closest === undefined || next === undefined) return null
  const isClear =
    Math.abs(next.start - near) >= 2 * Math.abs(closest.start - near) + pattern.exact.length ||
    leader.contexts.length === 0
  return isClear ? toMatch(closest, rivals.length) : null
}

function overlap(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end
}

function toMatch(candidate: Candidate, rivals: number): Match {
  return {
    start: candidate.start,
    end: candidate.end,
    similarity: candidate.similarity,
    inContext: agrees(candidate),
    rivals,
  }
}
