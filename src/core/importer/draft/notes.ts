import type { FootnoteStatus, Notation } from '#core/article'
import type { Draft, DraftSegment, Reference, Stretch } from '../model.ts'
import { onOneLine, type PlainText } from './plain.ts'

/*
 * Which segments become footnotes, which markers become references to them, and how the source writes
 * both. A note that no marker of the text leads to cannot be one: its words stay where they are.
 */

export interface PlannedNote {
  /** One for all of its markers, and for no other note. */
  readonly label: string
  readonly status: Exclude<FootnoteStatus, 'lost'>
  /** Its segments, the first one without its label. */
  readonly parts: readonly Stretch[]
  /** How the source writes it. */
  readonly written: Notation
}

export interface PlannedMarker extends Stretch {
  readonly note: PlannedNote
}

export interface NotePlan {
  readonly notes: readonly PlannedNote[]
  /** In the order of the text. */
  readonly markers: readonly PlannedMarker[]
  /** What the source does most of the time. */
  readonly notation: Notation
  /** Indexes of the segments that stand in notes. */
  readonly taken: ReadonlySet<number>
  /** Where the source needs a space so that a label and the words after it are two. */
  readonly joints: readonly number[]
}

interface Candidate {
  readonly segment: DraftSegment
  readonly index: number
  readonly count: number
  readonly label: string
  readonly lead: string
  readonly bodyFrom: number
  /** How its markers are written, and those that are written so: the others stay words. */
  readonly marker: string
  readonly references: readonly Reference[]
}

export function planNotes(draft: Draft, plain: PlainText): NotePlan {
  const candidates = candidatesOf(draft, plain)
  const kept = reachable(draft, candidates)
  const labels = new Map<string, number>()
  const notes: PlannedNote[] = []
  const markers: PlannedMarker[] = []
  const taken = new Set<number>()
  const joints: number[] = []
  for (const candidate of kept) {
    const { segment, index, count, references } = candidate
    const label = freeLabel(candidate.label, labels)
    const parts = draft.segments
      .slice(index, index + count)
      .map(({ from, to }, part) => ({ from: part === 0 ? candidate.bodyFrom : from, to }))
    const note: PlannedNote = {
      label,
      status: statusOf(segment),
      parts,
      written: { marker: candidate.marker, definition: candidate.lead },
    }
    notes.push(note)
    joints.push(candidate.bodyFrom)
    for (let at = index; at < index + count; at += 1) taken.add(at)
    for (const { from, to } of references) markers.push({ from, to, note })
  }
  return {
    notes,
    markers: markers.toSorted((a, b) => a.from - b.from),
    taken,
    joints,
    notation: {
      marker: commonest(notes.map((note) => template(note.written.marker, note.label))) || '[#]',
      definition:
        commonest(notes.map((note) => template(note.written.definition, note.label))) || '[#]',
    },
  }
}

/** The notation of one note, where the common one would give something else. */
export function ownNotation(note: PlannedNote, common: Notation): Notation | undefined {
  const { marker, definition } = note.written
  const isCommon =
    common.marker.replaceAll('#', () => note.label) === marker &&
    common.definition.replaceAll('#', () => note.label) === definition
  return isCommon ? undefined : note.written
}

function candidatesOf(draft: Draft, plain: PlainText): readonly Candidate[] {
  const references = new Map<number, Reference[]>()
  let end = 0
  for (const reference of draft.references.toSorted((a, b) => a.from - b.from)) {
    const { from, to, definition } = reference
    // A marker without words of its own, or inside another, cannot be told from the text around it.
    if (definition === null || from < end || onOneLine(plain.words(reference)) === '') continue
    // Code is shown letter by letter.
    if (plain.fragmentsIn(reference)[0]?.kind === 'code') continue
    end = to
    const list = references.get(definition) ?? []
    list.push(reference)
    references.set(definition, list)
  }
  return draft.segments.flatMap((segment, index): Candidate[] => {
    const all = references.get(index) ?? []
    if (segment.class !== 'footnote-definition' || segment.label === null || all.length === 0)
      return []
    const marker = commonest(all.map((reference) => onOneLine(plain.words(reference))))
    const own = all.filter((reference) => onOneLine(plain.words(reference)) === marker)
    const { lead, bodyFrom } = leadOf(segment, plain)
    // What goes on from it stands right behind it.
    let count = 1
    for (;;) {
      const next = draft.segments[index + count]
      if (next?.class !== 'footnote-definition' || next.label !== null) break
      count += 1
    }
    // Sometimes the label stands in a line of its own.
    const end = draft.segments[index + count - 1]?.to ?? segment.to
    if (onOneLine(plain.words({ from: bodyFrom, to: end })) === '') return []
    const label = [segment.label, marker].find(isLabel) ?? '1'
    return [{ segment, index, count, label, lead, bodyFrom, marker, references: own }]
  })
}

/** What may stand in `[^…]`, and as a key of the front matter. */
function isLabel(label: string): boolean {
  return (
    label.length <= 20 &&
    /^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{N}]+)*|[†‡§¶*]+)$/u.test(label) &&
    !['constructor', 'prototype', '__proto__'].includes(label)
  )
}

/** The second note of one label gets another. Markdown does not tell `a` from `A`. */
function freeLabel(label: string, taken: Map<string, number>): string {
  let free = label
  let count = taken.get(normal(label)) ?? 2
  for (; taken.has(normal(free)); count += 1) free = `${label}-${count}`
  taken.set(normal(label), count)
  // With each label, the number to go on counting from.
  if (!taken.has(normal(free))) taken.set(normal(free), 2)
  return free
}

function normal(label: string): string {
  return label.toLowerCase().toUpperCase()
}

/** Encyclopedias lead back to the marker from the beginning of a note. */
const ARROW = /^\s{0,9}(?:[↩↑⇑]\ufe0e?\ufe0f?|\^)(?=\s)/u

/** The label as it stands at the beginning of a definition, with the signs around it; nothing where it is not there. */
function leadOf(
  segment: DraftSegment,
  plain: PlainText,
): { readonly lead: string; readonly bodyFrom: number } {
  const none = { lead: '', bodyFrom: segment.from }
  const label = segment.label ?? ''
  const head = {
    from: segment.from,
    to: Math.min(segment.to, segment.from + 2 * label.length + 20),
  }
  // Letters, each with its place: syntax may stand between them.
  const signs = plain.runsIn(head).flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, step) => ({
      at: from + step,
      sign: plain.slice({ from: from + step, to: from + step + 1 }),
    })),
  )
  const text = signs.map(({ sign }) => sign).join('')
  const arrow = ARROW.exec(text)?.[0].length ?? 0
  const behind = signs[arrow - 1]
  const withArrow =
    behind === undefined ? none : { lead: onOneLine(text.slice(0, arrow)), bodyFrom: behind.at + 1 }
  const start = label === '' ? -1 : text.indexOf(label, arrow)
  if (start < 0 || !/^[\s[({^]{0,4}$/u.test(text.slice(arrow, start))) return withArrow
  const rest = text.slice(start + label.length)
  const after = /^[\])}]?[.:]?\]?/u.exec(rest)?.[0] ?? ''
  const length = start + label.length + after.length
  const last = signs[length - 1]
  if (last === undefined || goesOn(label, rest)) return withArrow
  return { lead: onOneLine(text.slice(0, length)), bodyFrom: last.at + 1 }
}

/** The label `1` is not that of “12”. */
function goesOn(label: string, rest: string): boolean {
  return /\p{N}$/u.test(label) && /^\p{N}/u.test(rest)
}

/** Those that a marker in the text leads to, or one in a note that the text leads to. */
function reachable(draft: Draft, candidates: readonly Candidate[]): readonly Candidate[] {
  const byPart = new Map<number, Candidate>()
  for (const candidate of candidates)
    for (let part = 0; part < candidate.count; part += 1)
      byPart.set(candidate.index + part, candidate)
  const found = new Set<Candidate>()
  const homes = homesOf(draft, candidates)
  const waiting: Candidate[] = []
  const reach = (candidate: Candidate) => {
    if (found.has(candidate)) return
    found.add(candidate)
    waiting.push(candidate)
  }
  const leading = new Map<Candidate, Candidate[]>()
  for (const candidate of candidates) {
    for (const reference of candidate.references) {
      const home = homes.get(reference)
      if (home === undefined) continue
      const note = byPart.get(home)
      // What stands in the place of a note's own label is not written as a marker.
      if (note !== undefined && home === note.index && reference.from < note.bodyFrom) continue
      if (note === undefined) {
        if (speaks(draft.segments[home])) reach(candidate)
      } else {
        const led = leading.get(note)
        if (led === undefined) leading.set(note, [candidate])
        else led.push(candidate)
      }
    }
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const candidate of leading.get(next) ?? []) reach(candidate)
  return candidates.filter((candidate) => found.has(candidate))
}

/** Whether what stands there is shown as text, so that a marker in it can be followed. */
function speaks(segment: DraftSegment | undefined): boolean {
  return segment !== undefined && segment.class !== 'metadata' && segment.class !== 'furniture'
}

/** The segment in which each marker lies as a whole. */
function homesOf(draft: Draft, candidates: readonly Candidate[]): ReadonlyMap<Reference, number> {
  const homes = new Map<Reference, number>()
  const references = candidates
    .flatMap((candidate) => candidate.references)
    .toSorted((a, b) => a.from - b.from)
  let index = 0
  for (const reference of references) {
    while ((draft.segments[index]?.to ?? Infinity) <= reference.from) index += 1
    const segment = draft.segments[index]
    if (segment !== undefined && segment.from <= reference.from && reference.to <= segment.to)
      homes.set(reference, index)
  }
  return homes
}

function statusOf({ state }: DraftSegment): PlannedNote['status'] {
  if (state === 'cut-off') return 'cut-off'
  return state === 'short' ? 'short-form' : 'whole'
}

/** How a sign is written, whichever the label. */
function template(written: string, label: string): string {
  const at = written.indexOf(label)
  return at < 0 ? '' : `${written.slice(0, at)}#${written.slice(at + label.length)}`
}

/** The one that is there most often, of equals the first; empty where there is none. */
function commonest(all: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const one of all) if (one !== '') counts.set(one, (counts.get(one) ?? 0) + 1)
  let best = ''
  for (const [one, count] of counts) if (count > (counts.get(best) ?? 0)) best = one
  return best
}
