/**
 * Where a copy of a cited page, as it was when it was cited, may be found. The Wayback Machine
 * answers an address with a date by the copy nearest to that date, so the date of the citation
 * beats today's. Source of the form: https://archive.org/help/wayback_api.php
 */
export function archivedCopy(url: string, date: string | null): string | null {
  if (!/^https?:\/\//.test(url)) return null
  const day = (date ?? '').replaceAll(/\D/g, '').slice(0, 8)
  return `https://web.archive.org/web/${day === '' ? '' : `${day}/`}${url}`
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * The first full date ("September 22, 2009", "22 September 2009", "2009-09-22") named in a
 * citation, as `2009-09-22`; null if there is none. English month names only.
 */
export function citationDate(text: string): string | null {
  for (const [found, , month, day] of text.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)) {
    if (isDay(Number(month), Number(day))) return found
  }
  for (const match of text.matchAll(
    /\b(?:(\d{1,2}) )?([A-Z][a-z]{2,8})\.?(?: (\d{1,2}),)? (\d{4})\b/g,
  )) {
    const [, before, name, after, year] = match
    const month = MONTHS.findIndex((known) => known.startsWith((name ?? '').toLowerCase())) + 1
    const day = before ?? after ?? ''
    if (isDay(month, Number(day))) {
      return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
    }
  }
  return null
}

/** Near enough: a copy near the 31st of June is one near the 30th. */
function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
