import { firstIndex } from '#core/article'
import type { Container, Fragment, Mark, Material } from '../model.ts'
import { fold, isIdeograph } from './fold.ts'

/** A fragment with what the passes ask of it again and again. */
export interface Part {
  readonly at: number
  readonly fragment: Fragment
  /** Its text without syntax. */
  readonly words: string
  /** The first and the last of them, folded, for cues that open or close. */
  readonly opening: string
  readonly closing: string
  /** Where in the material a character of `words` stands. */
  readonly placeOf: (offset: number) => number
  /** How much it says: characters, those of scripts without spaces counted thrice. */
  readonly weight: number
  /** How much of its text is link, 0 to 1. */
  readonly linked: number
  /** Whether one mark of this type holds all its letters. */
  readonly isAll: (type: Mark['type']) => boolean
  /** Sentences, rather than an entry, a label or a button. */
  readonly isProse: boolean
  /** Prose, or one short sentence that is whole. */
  readonly isSaid: boolean
}

const OPENING = 240
const CLOSING = 80

export function partsOf(material: Material): readonly Part[] {
  return material.fragments.map((fragment, at) => partOf(material.text, fragment, at))
}

function partOf(text: string, fragment: Fragment, at: number): Part {
  const { words, placeOf } = withoutSyntax(text, fragment)
  const weight = weigh(words)
  const linked = words.trim() === '' ? 0 : Math.min(1, covered(fragment, 'link') / letters(words))
  const prose = isProse(fragment, words, weight, linked)
  return {
    at,
    fragment,
    words,
    opening: fold(words.slice(0, OPENING)),
    closing: fold(words.slice(-CLOSING)),
    placeOf,
    weight,
    linked,
    isAll: (type) => weight > 0 && covered(fragment, type) >= 0.9 * letters(words),
    isProse: prose,
    isSaid: prose || isSentence(fragment, words, weight, linked),
  }
}

function withoutSyntax(text: string, fragment: Fragment): Pick<Part, 'words' | 'placeOf'> {
  const syntax = fragment.marks.filter((mark) => mark.type === 'syntax')
  if (syntax.length === 0) {
    return { words: text.slice(fragment.from, fragment.to), placeOf: (n) => fragment.from + n }
  }
  const kept: { readonly from: number; readonly at: number }[] = []
  const pieces: string[] = []
  let [from, at] = [fragment.from, 0]
  const keep = (to: number): void => {
    if (to <= from) return
    kept.push({ from, at })
    pieces.push(text.slice(from, to))
    at += to - from
  }
  for (const mark of syntax) {
    keep(mark.from)
    from = Math.max(from, mark.to)
  }
  keep(fragment.to)
  return { words: pieces.join(''), placeOf: (offset) => placeIn(kept, offset, fragment.to) }
}

function placeIn(
  kept: readonly { readonly from: number; readonly at: number }[],
  offset: number,
  end: number,
): number {
  const next = firstIndex(kept, ({ at }) => at > offset)
  const span = kept[Math.max(0, next - 1)]
  return span === undefined ? end : Math.min(end, span.from + offset - span.at)
}

/** How many characters of a fragment marks of a type cover; what stands in two of them counts once. */
function covered(fragment: Fragment, type: Mark['type']): number {
  let [sum, reached] = [0, fragment.from]
  for (const mark of fragment.marks) {
    if (mark.type !== type || mark.to <= reached) continue
    sum += mark.to - Math.max(mark.from, reached)
    reached = mark.to
  }
  return sum
}

const letters = (words: string): number => Math.max(1, words.trim().length)

/** Counts at most what a judgement needs, so that a single line of megabytes costs no more. */
function weigh(words: string): number {
  let [weight, inspected] = [0, 0]
  for (const character of words) {
    if (inspected++ === 2000) return weight + words.length - 2000
    if (character.trim() !== '') weight += isIdeograph(character) ? 3 : 1
    else weight += 1
  }
  return weight
}

const SENTENCE_END =
  /(?:[.!?…。！？؟।][)"”»’'\]]?\s?\[?\d{1,3}\]?|[.!?…。！？؟।:;)”"»’'\]」』*]|[¹²³⁰⁴-⁹†‡])$/u
const INNER_STOP = /[.!?;,。，、！？；：؟،।](?:\s|$|["”»’)\]]|[\u3000-\u9fff])/u

function isProse(fragment: Fragment, words: string, weight: number, linked: number): boolean {
  if (
    fragment.kind !== 'paragraph' &&
    fragment.kind !== 'list-item' &&
    fragment.kind !== 'table-row'
  ) {
    return false
  }
  if (weight < 60 || linked > 0.5) return false
  const trimmed = words.slice(-OPENING).trimEnd()
  const stops = INNER_STOP.test(words.slice(0, 2 * OPENING))
  return (stops && SENTENCE_END.test(trimmed)) || weight > 240
}

/** "The well ran dry." Names, dates and buttons have no such end, or too few words. */
function isSentence(fragment: Fragment, words: string, weight: number, linked: number): boolean {
  if (fragment.kind !== 'paragraph' || linked > 0.5 || weight > 240) return false
  const line = words.trim()
  return (
    /^["“„«»'‘¿¡([—–-]{0,2}\s?["“„«]?[\p{Lu}\p{Lo}]/u.test(line) &&
    /[.!?…。！？؟।]["”»’)]?(?:\[?\d{1,3}\]?|[¹²³⁰⁴-⁹†‡*])?$/u.test(line) &&
    (isIdeograph(line[0]) ? line.length > 5 : line.split(/\s+/u, 3).length === 3)
  )
}

/** `entry-content`, and also `entry` and `content`. */
export function wordsOfHints(element: Container): readonly string[] {
  return element.hints.flatMap((hint) => [hint, ...hint.split(/[^\p{L}\p{N}]+/u)]).filter(Boolean)
}
