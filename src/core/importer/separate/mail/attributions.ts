import {
  ATTRIBUTION_WORDS,
  DATE_SIGNS,
  IN_MESSAGE,
  NAME_PARTICLES,
  OF,
  WROTE,
  WROTE_IN,
} from '../cues/mail.ts'
import { dateIn, hasDate, isDateWord } from '../dates.ts'
import { fold, isIdeograph, isLetter } from '../fold.ts'
import { phrasesOf } from '../phrases.ts'
import { senderIn } from './names.ts'

/** A line that says who wrote the words behind it: "On Monday, Ada Brand wrote:". */
export interface Attribution {
  readonly sender: string | null
  /** What says when, as it stands there; null where nothing does. */
  readonly date: string | null
  /**
   * `addressed`: it has an address, as mail programs write it; `dated`: it has a date or the time of day;
   * `named`: a name and a verb. Whoever quotes may write the last two, in whatever he writes.
   */
  readonly style: 'addressed' | 'dated' | 'named'
}

const VERBS = phrasesOf(WROTE).toSorted((a, b) => b.length - a.length)
const SMALL = new Set(phrasesOf(ATTRIBUTION_WORDS).flatMap((phrase) => phrase.split(' ')))
const ADDRESS = /[<([]{0,2}(?:mailto:)?[\w.+=-]{1,64}@[\w.-]{1,90}[>)\]]{0,2}/gu
const ADDRESS_ONCE = new RegExp(ADDRESS.source, 'u')
const TIME = /(?:^|\D)\d{1,2}[:h.]\d{2}(?:\D|$)/u
/** Programs that end such a line without a colon, for a reference to the message follows. */
const REFERRING = phrasesOf(WROTE_IN)
const MESSAGE = new RegExp(`^(?:${phrasesOf(IN_MESSAGE).join('|')}) <?\\S{1,160}?>?,? `, 'iu')
/** Marks of direction, which programs set around names of the other direction. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const LONGEST = 320

/** Whether a line is nothing but "wrote:", the end of an attribution that was wrapped. */
export function isOnlyVerb(line: string): boolean {
  const folded = fold(plain(line)).replace(/\s?:$/u, '')
  return line.length < 40 && /[:：]\s*$/u.test(line) && VERBS.includes(folded)
}

/** What a line says of who wrote what follows; null where it says nothing of the kind. */
export function attributionIn(line: string): Attribution | null {
  if (line.length > LONGEST) return null
  // "In article <4d3f@news.example.org>, …": the address of a message is nobody's.
  const text = plain(line).replace(MESSAGE, '')
  const folded = fold(text)
  if (!folded.endsWith(':') && !REFERRING.some((words) => folded.includes(words))) return null
  const verb = verbIn(folded)
  const address = ADDRESS_ONCE.exec(text)
  const isDated = hasDate(text) || TIME.test(text)
  if (verb === null && (address === null || !isDated)) return null
  // A sentence that happens to end so has told something before.
  if (/\p{Ll}{3}[.!?] \p{Lu}/u.test(text.replace(ADDRESS, ''))) return null
  const sender = senderOf(text, verb, address)
  if (sender === null) return null
  const style = address !== null ? 'addressed' : isDated ? 'dated' : 'named'
  return { sender, date: isDated ? dateIn(text.replace(ADDRESS, '')) : null, style }
}

function plain(line: string): string {
  return line
    .replace(DIRECTIONS, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[*_]{1,3}|[*_]{1,3}$/gu, '')
}

interface Place {
  readonly from: number
  readonly to: number
}

/** The verb that stands last. */
function verbIn(folded: string): Place | null {
  let best: Place | null = null
  for (const verb of VERBS) {
    const from = folded.lastIndexOf(verb)
    const to = from + verb.length
    if (from < 0 || (best !== null && to <= best.to)) continue
    const isWord = isIdeograph(verb[0]) || (!isLetter(folded[from - 1]) && !isLetter(folded[to]))
    if (isWord) best = { from, to }
  }
  return best
}

/** The name stands before the address; without one, behind the verb or before it. */
function senderOf(
  text: string,
  verb: Place | null,
  address: RegExpExecArray | null,
): string | null {
  if (address !== null) {
    const behind = text.slice(address.index + address[0].length)
    const inBrackets = /^ ?\(([^()@]{2,80})\)/u.exec(behind)?.[1]
    if (inBrackets !== undefined) return senderIn(inBrackets)
    const before = text.slice(0, address.index)
    const isBehindVerb = verb !== null && verb.to <= address.index
    const named = nameAtEnd(isBehindVerb ? before.slice(verb.to) : before, true)
    return named ?? senderIn(address[0])
  }
  if (verb === null) return null
  return nameAtStart(text.slice(verb.to)) ?? nameAtEnd(text.slice(0, verb.from), false)
}

const SEPARATOR = /[,;|、，]\s?| - | – |\s?[<>()]\s?/u

/** `isSure`: an address stands behind it, so that no date does: "Ada Day <ada@example.org>". */
function nameAtEnd(text: string, isSure: boolean): string | null {
  const quoted = /"([^"]{2,80})"\s?$/u.exec(text)?.[1]
  if (quoted !== undefined) return senderIn(quoted)
  return chunksOf(text)
    .toReversed()
    .reduce<string | null>((name, chunk) => name ?? nameIn(chunk, isSure), null)
}

function nameAtStart(text: string): string | null {
  return chunksOf(text.replace(/[:：]\s*$/u, '')).reduce<string | null>(
    (name, chunk) => name ?? nameIn(chunk, false),
    null,
  )
}

/** The words between commas, and those between a date or a time and what follows. */
function chunksOf(text: string): readonly string[] {
  return DATES.reduce((words, date) => words.replace(date, ';'), text).split(SEPARATOR)
}

const DATES = [
  new RegExp(`(?<!\\d)\\d{1,2}\\.? (?:${OF} )?\\p{L}{2,12}\\.?,? (?:${OF} )?\\d{4}(?!\\d)`, 'gu'),
  /(?<!\d)\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}(?!\d)/gu,
  /(?<!\d)\d{1,2}[.:h]\d{2}(?!\d)/gu,
  ...DATE_SIGNS,
]

/** What is left of some words without the date at their beginning and their end: a name, or nothing. */
function nameIn(chunk: string, keepsEnd: boolean): string | null {
  const words = chunk.split(/\s+/u).filter((word) => word !== '')
  let [from, to] = [0, words.length]
  while (from < to && isNoName(words[from] ?? '', from === 0)) from += 1
  while (!keepsEnd && to > from && isNoName(words[to - 1] ?? '', false)) to -= 1
  const name = words.slice(from, to)
  const isName =
    name.length > 0 && name.length <= 7 && name.every((word) => !/[!?…]$|^https?:/u.test(word))
  return isName && /\p{L}/u.test(name.join('')) ? senderIn(name.join(' ')) : null
}

/** A number, a month, a day, or a small word between them. A name has a capital, and may be a small word. */
function isNoName(word: string, isFirst: boolean): boolean {
  const folded = fold(word).replace(/^[\s.,:;()[\]-]+|[\s.,:;()[\]-]{1,9}$/gu, '')
  if (folded === '' || /^[\d.:/+-]+\p{L}{0,3}$/u.test(folded)) return true
  if (/^(?:gmt|utc)?[+-]\d/u.test(folded)) return true
  // "v", "р.", "niedz.", "jún.": names are not written so.
  if (/^(?:\p{Ll}\.?|\p{Ll}{2,7}\.)$/u.test(word)) return true
  const isName = !isFirst && PARTICLES.has(folded) && /^\p{Lu}\p{Ll}/u.test(word)
  return !isName && (SMALL.has(folded) || isDateWord(folded))
}

const PARTICLES = new Set(phrasesOf(NAME_PARTICLES))
