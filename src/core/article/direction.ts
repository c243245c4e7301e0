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
