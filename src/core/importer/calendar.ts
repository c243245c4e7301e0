/*
 * Dates as people write them, in the languages that the importer knows cues of. The names of the months
 * come from the platform, so that no list of them has to be kept.
 */

const LANGUAGES =
  'en de fr es it pt pt-BR nl ru uk pl cs sk sv da nb fi hu ro el tr ar ar-LB ar-DZ ar-MA he id ca bg'.split(
    ' ',
  )
/** Between the parts of a date: "12 de abril de 2016", "May 4th, 2015". */
const SMALL = new Set(
  'de del of den d l the st nd rd th er re ème a º ª г р roku m anno em в'.split(' '),
)
const LONGEST = 160

let names: ReadonlyMap<string, number> | null = null

/** The names of the months and their short forms, with their numbers. What means two months means none. */
function months(): ReadonlyMap<string, number> {
  if (names !== null) return names
  const found = new Map<string, number>()
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          month,
          day,
          timeZone: 'UTC',
        })
        for (let number = 1; number <= 12; number += 1) {
          const part = format
            .formatToParts(Date.UTC(2015, number - 1, 15))
            .find(({ type }) => type === 'month')
          const [name = ''] = wordsOf(part?.value ?? '')
          if (name.length < 3) continue
          found.set(name, (found.get(name) ?? number) === number ? number : 0)
        }
      }
    }
  }
  names = found
  return found
}

/** The digits of Arabic and Persian as those of Europe. */
export function withPlainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15))
}

/** Words and numbers, in lower case. */
function wordsOf(text: string): readonly string[] {
  const plain = withPlainDigits(text.normalize('NFC').toLowerCase())
  return plain.match(/[\p{L}\p{M}]+|\d+/gu) ?? []
}

/**
 * The date in a line as ISO 8601 has it, no more exact than it was found; null where there is none, or
 * where it may be one of two: "3/4/2015".
 */
export function isoDateIn(line: string): string | null {
  const text = withPlainDigits(line.slice(0, LONGEST))
  return (
    isoIn(text) ?? numericIn(text) ?? namedIn(text) ?? /^\s*(\d{4})\s*$/u.exec(text)?.[1] ?? null
  )
}

function isoIn(text: string): string | null {
  const [, iso, day = '', time = ''] =
    /\b(\d{4}-(?:0[1-9]|1[0-2]))(-(?:0[1-9]|[12]\d|3[01]))?(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d))?/u.exec(
      text,
    ) ?? []
  if (iso === undefined) return null
  return day === '' ? iso : `${iso}${day}${time === '' ? '' : `T${time}`}`
}

function numericIn(text: string): string | null {
  const [, year, month, day] =
    /(?<!\d)(\d{4})(?: ?[년年] ?|[/.] ?)(\d{1,2})(?: ?[월月] ?|[/.] ?)(\d{1,2})(?!\d)/u.exec(
      text,
    ) ?? []
  if (year !== undefined) return dateOf(year, month, day)
  const dotted = /(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/u.exec(text)
  if (dotted !== null) return dateOf(dotted[3], dotted[2], dotted[1])
  const [, first = '', second = '', last] =
    /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/u.exec(text) ?? []
  if (last === undefined) return null
  if (Number(first) > 12 || first === second) return dateOf(last, second, first)
  return Number(second) > 12 ? dateOf(last, first, second) : null
}

/** A month by its name, with the numbers around it. */
function namedIn(text: string): string | null {
  const words = wordsOf(text).filter((word) => !SMALL.has(word))
  for (const [at, word] of words.entries()) {
    const [before = '', after = '', last = ''] = [words[at - 1], words[at + 1], words[at + 2]]
    const isNear = isDay(before) || isYear(before) || isDay(after) || isYear(after)
    const month = isNear ? monthOf(word) : null
    if (month === null) continue
    if (isYear(after)) return dateOf(after, month, isDay(before) ? before : null)
    if (isDay(after) && isYear(last)) return dateOf(last, month, after)
    if (isDay(after) && isYear(before)) return dateOf(before, month, after)
  }
  return null
}

const isDay = (word: string): boolean => /^\d{1,2}$/u.test(word)
const isYear = (word: string): boolean => /^\d{4}$/u.test(word)

function monthOf(word: string): string | null {
  // In Hebrew "in" is the first letter of the word.
  const number = months().get(word) ?? months().get(word.replace(/^ב/u, '')) ?? 0
  return number === 0 ? null : String(number)
}

function dateOf(year = '', month = '', day: string | null = null): string | null {
  if (Number(month) < 1 || Number(month) > 12) return null
  const start = `${year}-${month.padStart(2, '0')}`
  if (day === null) return start
  // The 31st of February is none, and would be shown as another day.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) >= 1 && Number(day) <= last ? `${start}-${day.padStart(2, '0')}` : null
}
