/** Scripts written from right to left, by the primary subtags of the languages that use them by default. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ji',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
])
const RIGHT_TO_LEFT_SCRIPTS = /-(arab|hebr|thaa|syrc|nkoo|adlm)\b/i

/** The direction of a BCP 47 language tag. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  if (RIGHT_TO_LEFT_SCRIPTS.test(lang)) return 'rtl'
  if (/-(latn|cyrl)\b/i.test(lang)) return 'ltr'
  return RIGHT_TO_LEFT.has(lang.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}

export type Direction = 'ltr' | 'rtl'

const RTL_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const RTL_LETTERS = new RegExp(`(?=\\p{L})${RTL_LETTER.source}`, 'gu')
const LETTERS = /\p{L}/gu

/**
 * The direction in which words are written: that of most of their letters, for a paragraph may begin with
 * a name in another script. Null where they say nothing about it.
 */
export function directionOfWords(words: string): Direction | null {
  if (!RTL_LETTER.test(words)) return /\p{L}/u.test(words) ? 'ltr' : null
  // An address says nothing about the words around it.
  const spoken = words.replaceAll(/(?:https?:\/\/|www\.)\S*/giu, ' ')
  const letters = spoken.match(LETTERS)?.length ?? 0
  const rtl = spoken.match(RTL_LETTERS)?.length ?? 0
  if (rtl * 2 === letters) return null
  return rtl * 2 > letters ? 'rtl' : 'ltr'
}

/** The direction of words, where it is not that of what they stand in. */
export function ownDirection(words: string, around: Direction): Direction | null {
  const own = directionOfWords(words)
  return own === around ? null : own
}

/** Whether there are more signs above one another than any writing has: they would cover other words. */
export function isStacked(words: string): boolean {
  return /\p{M}{9}/u.test(words)
}

/**
 * A name or a title without the signs that embed, isolate or turn round what comes after them: it is put
 * into sentences, lists and the names of files, where nobody ends what such a sign begins.
 */
export function withoutDirectionSigns(name: string): string {
  return name.replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, '')
}
