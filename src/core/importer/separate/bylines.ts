import { AND, AND_IN_NAMES, AUTHORED, PUT_UP } from './cues/bylines.ts'
import { dateIn } from './dates.ts'
import { fold } from './fold.ts'
import { labelOf } from './labels.ts'
import { beginningsAt, beginningsOf, endsAsWord, phrasesOf } from './phrases.ts'
import type { Beginnings } from './phrases.ts'

const listOf = (words: string): Beginnings<null> =>
  beginningsOf(phrasesOf(words).map((phrase) => [phrase, null] as const))
const OPENINGS = { author: listOf(AUTHORED), poster: listOf(PUT_UP) } as const

/** Between a name and the date behind it. */
const LEADING_TO_DATE =
  /[\s,;|·•(–—-]{1,4}(?:(?:on|at|am|um|le|el|il|em|op|den|the|à|a las|alle|lúc|о|в|dia|dne|dnia|kl|klo|tarihinde|في|ב)\.?)?[\s,]{0,3}$/iu
const TIME = /\s\d{1,2}[:.h]\d{2}/u

const BETWEEN_NAMES = new RegExp(`, | & |、| (?:${phrasesOf(AND).join('|')}) `, 'u')
const IN_NAMES = new RegExp(` (?:${phrasesOf(AND_IN_NAMES).join('|')}) `, 'u')

/** "Ana Costa e Rui Silva" are two, "Rui Costa e Silva" is one. */
function namesAround(words: string): readonly string[] {
  const names = words.split(IN_NAMES)
  return names.every((name) => name.trim().includes(' ')) ? names : [words]
}

/** Whom the first line names that says who wrote, or who posted; none where none does. */
export function namesBehind(
  who: keyof typeof OPENINGS,
  lines: readonly string[],
  title: string | null,
): readonly string[] {
  for (const line of lines) {
    const rest = behindOpening(OPENINGS[who], line)
    if (rest === null) continue
    const name = nameIn(withoutTitle(rest, title))
    // Words that end as a sentence does are none.
    if (/\p{Ll}{4}[.!?]$/u.test(name)) continue
    if (name.length > 1 && name.length < 60)
      return name.split(BETWEEN_NAMES).flatMap(namesAround).slice(0, 8)
  }
  return []
}

/** What stands behind the words that announce a name; null where a line does not begin with them. */
function behindOpening(openings: Beginnings<null>, line: string): string | null {
  const words = line.trim()
  const end = opens(openings, fold(words.slice(0, 120)))
  if (end > 0) return words.slice(end)
  // Behind brackets and emphasis.
  const label = labelOf(line)
  if (label?.cue.class !== 'metadata') return null
  const found = fold(label.found).replace(/^[\W_]{1,4}/u, '')
  return opens(openings, found) > 0 ? line.slice(label.end) : null
}

/** How long the words are with which a line announces a name; 0 where there are none. */
function opens(openings: Beginnings<null>, folded: string): number {
  const found = beginningsAt(openings, folded, 0).find(({ phrase }) =>
    endsAsWord(folded, 0, phrase),
  )
  return found?.phrase.length ?? 0
}

function nameIn(words: string): string {
  const line = words.replace(/^[\s:：/／*_]{1,6}/u, '').slice(0, 160)
  const date = dateIn(line)
  const at = date === null ? -1 : line.indexOf(date)
  const dated = at > 0 ? line.slice(0, at) : line
  const time = TIME.exec(dated)
  const named = time === null ? dated : dated.slice(0, time.index + 1)
  const isCut = named.length < line.length
  return (
    (isCut ? named.replace(LEADING_TO_DATE, '') : named)
      .split(/ {2}|\t| [|·•»–—-] |\s(?=\S{1,12}[:：])|, ?\d|\(| on (?=\p{Lu})|\d/u, 1)[0]
      ?.replace(/[\s:：,;*_]{1,6}$/u, '')
      .trim() ?? ''
  )
}

/** Some pages repeat the title right behind the name. */
function withoutTitle(words: string, title: string | null): string {
  const at = title === null ? -1 : words.toLowerCase().indexOf(title.toLowerCase())
  return at > 0 ? words.slice(0, at) : words
}
