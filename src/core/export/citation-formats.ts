import { isoDate, nameInFull, postedAt, type CitationWording, type Cited } from './citation.ts'

/** RIS as reference managers read it: a tag, two spaces, a hyphen, a space, the value; one line each. */
export function writeRis(cited: Cited, wording: CitationWording): string {
  const { note } = cited
  const rows: readonly (readonly [string, string])[] = [
    ['TY', 'ELEC'],
    ...cited.authors.map(
      (name) => ['AU', 'literal' in name ? name.literal : `${name.family}, ${name.given}`] as const,
    ),
    ['TI', cited.title],
    ['PY', cited.published[0] === undefined ? '' : String(cited.published[0])],
    // Year, month and day, and a slash for each that is not known.
    [
      'DA',
      cited.published.length === 0
        ? ''
        : `${isoDate(cited.published, '/')}${'/'.repeat(4 - cited.published.length)}`,
    ],
    ['UR', cited.url],
    ['Y2', `${isoDate(cited.accessed, '/')}/`],
    ['LA', cited.lang],
    ['N1', note === null ? '' : `${wording.noteName(note.label)}: ${note.text}`],
    ['N1', postedAt(cited, wording) ?? ''],
  ]
  const lines = rows
    .map(([tag, value]) => [tag, oneLine(value)] as const)
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}`)
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`
}

/** A line break would begin a new tag. */
function oneLine(value: string): string {
  return value.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** CSL-JSON, as Zotero, Pandoc and citeproc read it. */
export function writeCslJson(cited: Cited, wording: CitationWording): string {
  const { note } = cited
  const item = {
    id: cited.url,
    type: 'webpage',
    title: cited.title,
    author: cited.authors,
    ...(cited.published.length === 0 ? {} : { issued: { 'date-parts': [cited.published] } }),
    accessed: { 'date-parts': [cited.accessed] },
    URL: cited.url,
    language: cited.lang,
    note: [
      note === null ? null : `${wording.noteName(note.label)}: ${note.text}`,
      postedAt(cited, wording),
    ]
      .filter((line) => line !== null)
      .join('\n'),
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

/** One line for whoever writes the list of works by hand. */
export function writePlainCitation(cited: Cited, wording: CitationWording): string {
  const { note } = cited
  const published =
    cited.published.length === 0 ? '' : ` (${wording.date(isoDate(cited.published))})`
  const authors = cited.authors.map(nameInFull).join(', ')
  const place = note === null ? '' : `, ${wording.noteName(note.label)}: ${note.text}`
  // A note mostly ends with a full stop of its own.
  const end = /[.!?…]$/.test(place) ? '' : '.'
  const posted = postedAt(cited, wording)
  const accessed = wording.accessed(wording.date(isoDate(cited.accessed)))
  return oneLine(
    `${authors === '' ? '' : `${authors}, `}“${cited.title}”${published}${place}${end} ${posted === null ? '' : `${posted}. `}${cited.url} (${accessed}).`,
  )
}
