import { meets, readSpoken } from '#core/article'
import type { Article, Stretch } from '#core/article'
import { Gathering, type Entry } from './mentions.ts'

/** The years that the text names, and decades ("1990s"), in their order. */
export function yearsOf(article: Article): readonly Entry[] {
  const gathering = new Gathering()
  for (const spoken of readSpoken(article)) {
    const found = new Map<string, Stretch[]>()
    for (const { year, ...stretch } of yearsIn(spoken.text, spoken.addresses)) {
      const stretches = found.get(year)
      if (stretches === undefined) found.set(year, [stretch])
      else stretches.push(stretch)
    }
    for (const [year, stretches] of found) gathering.add(year, spoken, stretches)
  }
  return gathering.entries(article).toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

/** Four digits of any script that stand alone: no part of a longer number and no amount. */
const FOUR_DIGITS = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}$€£¥#])`,
    // "24.12.1998" and "24/12/1998" are dates; "1.2500" and "3,1415" are not.
    String.raw`(?:(?<=\p{Nd}[./]\p{Nd}{1,2}[./])|(?<!\p{Nd}[.,:'’]))`,
    String.raw`(\p{Nd}{4})(s?)`,
    String.raw`(?![\p{L}\p{N}%°€£$])(?![.,:]\p{Nd})(?!\s(?:km|kg|m|ft|t)\b)`,
  ].join(''),
  'giu',
)

/** What says of the number after it that it is one of pages, volumes, articles or issues. */
const COUNTING = [
  /(?<![\p{L}\p{N}.])(?:pp?\.?|pages?|vol\.?|art\.|nos\.)$/iu,
  // The German page; a small one is a word's end, and that of "U.S." is a country's.
  /(?<![\p{L}.])S\.$/u,
  /№$/u,
  /(?<!\p{L})ص$/u,
  // "The answer was no. 2009 changed that" and "Did it? No. 2009 …" end a sentence.
  /(?:^|[,;:([\p{Nd}])\s*no\.$/iu,
  /(?:^|[^?!…\s]\s+)No\.$/u,
]

/** More than these characters in front of a number say nothing about it. */
const LEAD = 80

/** Whether the number at `start` counts something: "pp. 1138-1156", "No. 2001". */
function isCounted(text: string, start: number): boolean {
  const lead = text
    .slice(Math.max(0, start - LEAD), start)
    .replace(/\p{Nd}+\s*[-–—]\s*$/u, '')
    .trimEnd()
  return COUNTING.some((sign) => sign.test(lead))
}

/** Whatever looks like an address, also where it is no link. */
const ADDRESS = /\S*(?::\/\/|www\.|@)\S*/giu

interface FoundYear extends Stretch {
  readonly year: string
}

/** The years from 1000 to 2099 in a text, outside the addresses in it. */
export function yearsIn(text: string, addresses: readonly Stretch[] = []): readonly FoundYear[] {
  const outside = [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const closed = [...addresses, ...outside]
  const found: FoundYear[] = []
  for (const match of text.matchAll(FOUR_DIGITS)) {
    const [whole, digits = '', plural = ''] = match
    const [start, end] = [match.index, match.index + whole.length]
    const year = valueOf(digits)
    if (year < 1000 || year > 2099) continue
    if (isCounted(text, start)) continue
    if (closed.some((address) => meets(address, { start, end }))) continue
    found.push({ year: `${year}${plural.toLowerCase()}`, start, end })
  }
  return found
}

/** Decimal digits stand in Unicode in runs of ten, each of which begins with the zero. */
function valueOf(digits: string): number {
  let value = 0
  for (const digit of digits) {
    let zero = digit.codePointAt(0) ?? 0
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9)
      zero -= 1
    value = value * 10 + (digit.codePointAt(0) ?? 0) - zero
  }
  return value
}
