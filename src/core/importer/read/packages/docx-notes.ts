/** Notes of a document of Word by their id, in the order of their markers, with what the marker shows. */
export type NoteLabels = ReadonlyMap<string, string>

export type NoteKind = 'footnote' | 'endnote'

export interface NoteNumbers {
  /** What the marker of a note shows; the next number where it is the first of its note. */
  readonly labelOf: (kind: NoteKind, id: string) => string
  /** A marker that the writer chose takes no number. */
  readonly setOwn: (kind: NoteKind, id: string, label: string) => void
  /** Its marker was deleted with changes tracked, and with it the note. */
  readonly setDeleted: (kind: NoteKind, id: string) => void
  readonly labels: Readonly<Record<NoteKind, NoteLabels>>
  readonly deleted: Readonly<Record<NoteKind, ReadonlySet<string>>>
}

/** Numbers notes as Word does where nobody chose otherwise. */
export function noteNumbers(): NoteNumbers {
  const labels = { footnote: new Map<string, string>(), endnote: new Map<string, string>() }
  const deleted = { footnote: new Set<string>(), endnote: new Set<string>() }
  const counts = { footnote: 0, endnote: 0 }
  return {
    labels,
    deleted,
    setDeleted: (kind, id) => deleted[kind].add(id),
    setOwn: (kind, id, label) => labels[kind].set(id, label),
    labelOf: (kind, id) => {
      const known = labels[kind].get(id)
      if (known !== undefined) return known
      counts[kind] += 1
      const isRoman = kind === 'endnote' && labels.footnote.size > 0
      const label = isRoman ? roman(counts[kind]) : String(counts[kind])
      labels[kind].set(id, label)
      return label
    },
  }
}

const NUMERALS: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** The numbers of endnotes, so that they are told from those of footnotes. */
function roman(number: number): string {
  let left = Math.min(number, 3999)
  let numeral = ''
  for (const [value, sign] of NUMERALS) {
    while (left >= value) {
      numeral += sign
      left -= value
    }
  }
  return numeral
}
