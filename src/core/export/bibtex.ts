import { isoDate, postedAt, type CitationWording, type Cited, type Name } from './citation.ts'

/** An entry for BibTeX and its successors, for LaTeX with any encoding of Unicode. */
export function writeBibtex(cited: Cited, wording: CitationWording): string {
  const [year, month] = cited.published
  const fields: readonly (readonly [string, string])[] = [
    ['author', cited.authors.map(bibtexName).join(' and ')],
    // Doubled braces keep the capitals, which are the author's.
    ['title', `{${escapeTex(cited.title)}}`],
    ['year', year === undefined ? '' : String(year)],
    ['month', MONTHS[(month ?? 0) - 1] ?? ''],
    ['url', escapeUrl(cited.url)],
    ['urldate', isoDate(cited.accessed)],
    ['language', escapeTex(cited.lang)],
    [
      'note',
      escapeTex(
        [
          cited.note === null ? '' : `${wording.noteName(cited.note.label)}: ${cited.note.text}`,
          postedAt(cited, wording),
        ]
          .filter(Boolean)
          .join(' – '),
      ),
    ],
  ]
  const lines = fields
    .filter(([, value]) => value !== '' && value !== '{}')
    .map(([name, value]) => `  ${name} = {${value}},`)
  return `@misc{${keyOf(cited)},\n${lines.join('\n')}\n}\n`
}

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']

/** Braces inside keep a name together that is not to be taken apart. */
function bibtexName(name: Name): string {
  return 'literal' in name
    ? `{${escapeTex(name.literal)}}`
    : `${escapeTex(name.family)}, ${escapeTex(name.given)}`
}

/**
 * BibTeX counts braces, escaped or not: one that has no partner would swallow the rest of the file.
 * So no brace of the text stays a brace.
 */
export function escapeTex(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\{}$&#_%~^]/g, (sign) => TEX[sign] ?? sign)
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
}

/** An address is set as it stands; what would end it early is written as numbers. */
function escapeUrl(url: string): string {
  return url.replaceAll(/[\\{}\s]/g, (sign) => encodeURIComponent(sign))
}

/** Family name, year and the first long word of the title, in plain letters: `khalifazadeh2013israeli`. */
function keyOf({ authors, title, published, note }: Cited): string {
  const [first] = authors
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '')
  const name = first === undefined ? '' : 'literal' in first ? first.literal : first.family
  const word =
    title
      .split(/[\s\p{Pd}]+/u)
      .map(plain)
      .find((candidate) => candidate.length > 3) ?? ''
  const label = note === null ? '' : `-note-${plain(note.label)}`
  return `${plain(name)}${published[0] ?? ''}${word}${label}` || 'article'
}
