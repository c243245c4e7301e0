import type { Draft, DraftSegment, SegmentClass } from '../model.ts'

/** The segments that a person should look at, by key: guesses first, then what is likely, then uncertain borders. */
export function doubts(draft: Draft): readonly string[] {
  const open = draft.segments.filter(({ isSettled }) => !isSettled)
  const rank = ({ confidence, uncertain }: DraftSegment): number => {
    if (confidence === 'guess') return 0
    if (confidence === 'likely') return 1
    return uncertain.length > 0 ? 2 : 3
  }
  return [0, 1, 2].flatMap((wanted) =>
    open.filter((segment) => rank(segment) === wanted).map(({ key }) => key),
  )
}

export interface VoiceCount {
  /** Null: the author, or nobody knows. */
  readonly voice: string | null
  readonly class: SegmentClass
  readonly segments: number
}

/** Who speaks in the draft, and as what, in the order of their first words. */
export function voices(draft: Draft): readonly VoiceCount[] {
  const counts = new Map<string, VoiceCount>()
  for (const { voice, class: is } of draft.segments) {
    if (is !== 'original' && is !== 'commentary' && is !== 'background') continue
    const name = `${is} ${voice ?? ''}`
    const before = counts.get(name)?.segments ?? 0
    counts.set(name, { voice, class: is, segments: before + 1 })
  }
  return [...counts.values()]
}

export interface FootnoteRow {
  readonly label: string
  /** Indexes into `Draft.references`. */
  readonly references: readonly number[]
  /** Key of the segment with its text; null where there is none. */
  readonly definition: string | null
  readonly status: 'linked' | 'no-definition' | 'no-marker'
  readonly state: DraftSegment['state']
}

export interface FootnoteTable {
  readonly rows: readonly FootnoteRow[]
  /** Numbers between the first and the last that stand nowhere. */
  readonly missing: readonly string[]
}

/** The footnotes of a draft: which have a marker, which a text, which neither. */
export function footnoteTable(draft: Draft): FootnoteTable {
  const byDefinition = new Map<number, number[]>()
  const open = new Map<string, number[]>()
  for (const [index, { definition, label }] of draft.references.entries()) {
    const list = definition === null ? listAt(open, label) : listAt(byDefinition, definition)
    list.push(index)
  }
  const defined = draft.segments.flatMap((segment, index): FootnoteRow[] => {
    if (segment.class !== 'footnote-definition' || segment.label === null) return []
    const references = byDefinition.get(index) ?? []
    return [
      {
        label: segment.label,
        references,
        definition: segment.key,
        status: references.length > 0 ? 'linked' : 'no-marker',
        state: segment.state,
      },
    ]
  })
  const undefinedRows = [...open].map(([label, references]): FootnoteRow => ({
    label,
    references,
    definition: null,
    status: 'no-definition',
    state: null,
  }))
  const rows = [...defined, ...undefinedRows].toSorted(byLabel)
  return { rows, missing: missingLabels(rows.map(({ label }) => label)) }
}

function listAt<Key>(lists: Map<Key, number[]>, key: Key): number[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/** Numbers by their size; everything else stays where it was, behind them. */
function byLabel(a: FootnoteRow, b: FootnoteRow): number {
  const [left, right] = [numberOf(a.label), numberOf(b.label)]
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  return left - right
}

function numberOf(label: string): number | null {
  return /^\d{1,5}$/u.test(label) ? Number(label) : null
}

/**
 * The numbers that a row of footnotes skips. Where more are skipped than are there, the numbers are
 * years or pages and no row at all.
 */
function missingLabels(labels: readonly string[]): readonly string[] {
  const numbers = [...new Set(labels.map(numberOf).filter((number) => number !== null))]
  const first = numbers.reduce((least, number) => Math.min(least, number), Infinity)
  const last = numbers.reduce((most, number) => Math.max(most, number), 0)
  if (numbers.length < 3 || last - first + 1 > 2 * numbers.length) return []
  const there = new Set(numbers)
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
    .filter((number) => !there.has(number))
    .map(String)
}
