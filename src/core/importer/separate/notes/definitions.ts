import { firstIndex } from '#core/article'
import type { Stretch } from '../../model.ts'
import { NOTES_BEGIN } from '../cues/headings.ts'
import type { Part } from '../part.ts'
import { asPhrase, phraseSet } from '../phrases.ts'
import type { Family, Marker } from './markers.ts'
import { labelOfMarker, numberOf } from './label.ts'

/** A definition, or a further paragraph of one. */
export interface Definition extends Stretch {
  readonly at: number
  /** Null: goes on from the one before. */
  readonly label: string | null
  readonly isDeclared: boolean
}

type Shape =
  | 'bracket'
  | 'paren'
  | 'raised'
  | 'symbol'
  | 'circled'
  | 'dotted'
  | 'bare'
  | 'worded'
  | 'arrow'
  | 'item'

/** A part that begins as a definition may begin. */
interface Candidate {
  readonly part: Part
  readonly shape: Shape
  readonly label: string
}

const OPENINGS: readonly (readonly [Shape, RegExp])[] = [
  [
    'bracket',
    /^\s?[[［【〔{]\^?(\d{1,4}|[*†‡]{1,3}|[a-zA-Z]{1,2}|(?:note|Note|nota|Anm\.|прим\.|注|註|fn|nb|N) ?\d{1,3}|[０-９]{1,3})[\]］】〕}]:?/u,
  ],
  ['paren', /^\s?[(（](\d{1,3}|[*+†‡]{1,3}|[０-９]{1,3})[)）]/u],
  [
    'worded',
    /^\s?[[(]?(?:note|footnote|fn|anm\.?|anmerkung|fußnote|прим\.?|примечание|сноска|注|註|脚注|nota|przypis|endnote) ?(\d{1,3}|(?<=\[[a-z]{4,8} )[a-z](?=:)) ?[:.)：、\]]/iu,
  ],
  ['dotted', /^\s?(\d{1,3}) ?[.)、．:](?=\s|\p{Lo}|["“«„])/u],
  ['raised', /^\s?([¹²³⁰⁴-⁹]{1,3})/u],
  ['circled', /^\s?([①-⑳])/u],
  ['symbol', /^\s?\\?(\*{1,4}|†{1,3}|‡{1,3}|§|¶|＊|※)\)?(?=\s?[\p{L}\p{N}"“«„('[<])/u],
  ['arrow', /^\s?(?:↑|\^|⇑|↩)\s?/u],
  ['bare', /^\s?(\d{1,3})\s(?=\p{Lu}|\p{Lo}|["“«„'‘])/u],
]

const NOTES = phraseSet(NOTES_BEGIN)

/** Whether a part is a heading over notes. */
export function opensNotes(part: Part): boolean {
  return part.weight < 90 && NOTES.has(asPhrase(part.words))
}

/** Definitions by what stands at the beginning of parts, checked against markers and against each other. */
export function definitionsIn(
  parts: readonly Part[],
  markers: readonly Marker[],
  isEligible: (part: Part) => boolean,
): readonly Definition[] {
  const labels = firstByLabel(markers)
  let [zone, zoneAt, ordinal] = [false, -1, 0]
  const candidates: Candidate[] = []
  for (const part of parts) {
    if (part.fragment.kind === 'footnote-definition') continue
    if (opensNotes(part)) [zone, zoneAt, ordinal] = [true, part.at, 0]
    else if (part.fragment.kind === 'heading') zone = false
    if (!isEligible(part) || part.at === zoneAt) continue
    const candidate = candidateOf(part, zone, () => String((ordinal += 1)))
    if (candidate !== null && isBelieved(candidate, zone, labels)) candidates.push(candidate)
  }
  const believed = withRuns(parts, candidates, labels, isEligible)
  return believed.flatMap(splitCandidate)
}

function candidateOf(part: Part, zone: boolean, count: () => string): Candidate | null {
  const { words, fragment } = part
  // Old pages set small print as headings of the last level.
  const isSmallPrint = fragment.kind === 'heading' && fragment.depth > 4
  if (
    (fragment.kind === 'heading' && !isSmallPrint) ||
    fragment.kind === 'code' ||
    fragment.kind === 'link-definition'
  )
    return null
  const raised = fragment.marks.find(
    (mark) =>
      mark.type === 'superscript' && mark.from <= fragment.from + 2 && mark.to - mark.from <= 8,
  )
  if (raised !== undefined) {
    const label = labelOfMarker(words.slice(0, raised.to - fragment.from))
    if (/^(?:\d{1,3}|[*†‡]{1,3}|[a-z])$/u.test(label)) return { part, shape: 'raised', label }
  }
  for (const [shape, pattern] of OPENINGS) {
    if (shape === 'symbol' && fragment.kind === 'list-item') continue
    if (shape !== 'symbol' && fragment.kind === 'heading') continue
    const match = pattern.exec(words.slice(0, 80).trimStart())
    if (match === null) continue
    if (match[0].trim().length === words.trim().length) return null
    return { part, shape, label: shape === 'arrow' ? count() : labelOfMarker(match[1] ?? '') }
  }
  // Numbers of an ordered list are not in its text.
  if (zone && fragment.kind === 'list-item') return { part, shape: 'item', label: count() }
  return null
}

/** Where the first marker of each label stands, by label. */
function firstByLabel(markers: readonly Marker[]): ReadonlyMap<string, readonly Marker[]> {
  const found = new Map<string, Marker[]>()
  for (const marker of markers) {
    const list = found.get(marker.label)
    if (list === undefined) found.set(marker.label, [marker])
    else list.push(marker)
  }
  return found
}

const FITTING: Readonly<Record<Shape, readonly Family[]>> = {
  bracket: ['bracket', 'declared', 'raised'],
  paren: ['paren', 'declared', 'raised'],
  raised: ['raised', 'declared'],
  symbol: ['symbol', 'paren', 'bracket', 'raised', 'declared'],
  circled: ['circled', 'declared'],
  dotted: ['raised', 'bracket', 'declared', 'paren'],
  bare: ['raised', 'bracket', 'declared'],
  worded: ['raised', 'bracket', 'paren', 'declared'],
  arrow: ['bracket', 'raised', 'declared'],
  item: ['bracket', 'raised', 'declared'],
}

/** How many parts a note at the foot of a page or paragraph may stand behind its marker. */
const NEAR = 40

function isMarkedBefore(
  candidate: Candidate,
  labels: ReadonlyMap<string, readonly Marker[]>,
  reach: number,
): boolean {
  const fitting = FITTING[candidate.shape]
  const list = labels.get(candidate.label) ?? []
  // The last marker before it; lists are in order of the text.
  const next = firstIndex(list, ({ at }) => at >= candidate.part.at)
  for (let n = next - 1; n >= 0 && n >= next - 6; n--) {
    const marker = list[n]
    if (marker === undefined || candidate.part.at - marker.at > reach) return false
    if (fitting.includes(marker.family)) return true
  }
  return false
}

function isBelieved(
  candidate: Candidate,
  zone: boolean,
  labels: ReadonlyMap<string, readonly Marker[]>,
): boolean {
  const isMarked = isMarkedBefore(candidate, labels, Infinity)
  switch (candidate.shape) {
    case 'bracket':
    case 'raised':
      return true
    case 'arrow':
      return zone
    case 'worded':
    case 'circled':
      return zone || isMarked
    case 'symbol':
      return isMarkedBefore(candidate, labels, NEAR)
    case 'paren':
      return numberOf(candidate.label) === null ? isMarkedBefore(candidate, labels, NEAR) : isMarked
    case 'dotted':
    case 'bare':
    case 'item':
      return isMarked
  }
}

/**
 * What stands alone needs its marker; what stands in a run of counted definitions is believed with the
 * run. Weak shapes ("1. …") are definitions only together, where the article's own words have ended.
 */
function withRuns(
  parts: readonly Part[],
  candidates: readonly Candidate[],
  labels: ReadonlyMap<string, readonly Marker[]>,
  isEligible: (part: Part) => boolean,
): readonly Candidate[] {
  const places = new Set(candidates.map((candidate) => candidate.part.at))
  const lastProse = parts.findLast(
    (part) => part.isProse && isEligible(part) && !places.has(part.at),
  )
  const isNotesAbove = notesAboveIn(parts)
  const closes = closingSections(
    parts,
    candidates,
    labels,
    (part) => isEligible(part) && !places.has(part.at),
  )
  return candidates.filter((candidate, n) => {
    if (candidate.shape === 'symbol' || candidate.shape === 'arrow' || candidate.shape === 'worded')
      return true
    if (candidate.shape === 'circled' || candidate.shape === 'item') return true
    const isMarked = isMarkedBefore(candidate, labels, Infinity)
    const follows = (other: Candidate | undefined, step: number): boolean => {
      if (other === undefined || other.shape !== candidate.shape) return false
      const [own, its] = [numberOf(candidate.label), numberOf(other.label)]
      const isNear = Math.abs(other.part.at - candidate.part.at) <= 4
      return (
        isNear && own !== null && its !== null && (its - own) * step > 0 && Math.abs(its - own) <= 5
      )
    }
    const isInRun = follows(candidates[n - 1], -1) || follows(candidates[n + 1], 1)
    if (candidate.shape === 'dotted' || candidate.shape === 'bare') {
      const isBehind = lastProse === undefined || candidate.part.at > lastProse.at - 1
      return isMarked && (isBehind || isNotesAbove(candidate.part.at) || closes(candidate))
    }
    if (candidate.shape === 'paren') return isMarked
    return (
      isMarked || (isInRun && candidate.shape === 'bracket' && numberOf(candidate.label) !== null)
    )
  })
}

/**
 * Notes at the end of a chapter that counts its own: nothing of the text stands between them and the next
 * heading, their marker is in the chapter, and where the label is defined again it is also marked again.
 */
function closingSections(
  parts: readonly Part[],
  candidates: readonly Candidate[],
  labels: ReadonlyMap<string, readonly Marker[]>,
  isText: (part: Part) => boolean,
): (candidate: Candidate) => boolean {
  const begins: number[] = []
  let heading = -1
  for (const part of parts) {
    if (part.fragment.kind === 'heading') heading = part.at
    begins[part.at] = heading
  }
  const closing = new Set<number>()
  let isClosing = false
  for (const part of parts.toReversed()) {
    if (part.fragment.kind === 'heading') isClosing = true
    else if (part.isProse && isText(part)) isClosing = false
    if (isClosing) closing.add(part.at)
  }
  const again = new Map<string, number>()
  const next = new Map<Candidate, number>()
  for (const candidate of candidates.toReversed()) {
    const later = again.get(candidate.label)
    if (later !== undefined) next.set(candidate, later)
    again.set(candidate.label, candidate.part.at)
  }
  return (candidate) => {
    const { at } = candidate.part
    const begin = begins[at] ?? -1
    if (begin < 0 || !closing.has(at) || !isMarkedBefore(candidate, labels, at - begin))
      return false
    const later = next.get(candidate)
    if (later === undefined) return true
    return isMarkedBefore(
      { ...candidate, part: parts[later] ?? candidate.part },
      labels,
      later - at,
    )
  }
}

/** Whether the nearest heading above a part is one over notes, and not far. */
function notesAboveIn(parts: readonly Part[]): (at: number) => boolean {
  let opened = -Infinity
  const above = parts.map((part, at) => {
    const last = opened
    if (opensNotes(part)) opened = at
    else if (part.fragment.kind === 'heading') opened = -Infinity
    return last
  })
  return (at) => (above[at] ?? -Infinity) > at - 400
}

const INNER: Readonly<Partial<Record<Shape, RegExp>>> = {
  bracket: /[[［【〔](\d{1,4})[\]］】〕]/gu,
  paren: /[(（](\d{1,3})[)）]/gu,
  raised: /[¹²³⁰⁴-⁹]{1,3}/gu,
  circled: /[①-⑳]/gu,
}

/** Several definitions that were run together: divided where the next number stands after an end. */
function splitCandidate({ part, shape, label }: Candidate): readonly Definition[] {
  const starts: { readonly offset: number; readonly label: string }[] = [{ offset: 0, label }]
  const pattern = INNER[shape]
  if (pattern !== undefined) {
    for (const match of part.words.matchAll(pattern)) {
      if (match.index === 0) continue
      const inner = labelOfMarker(match[1] ?? match[0])
      const before = part.words.slice(Math.max(0, match.index - 4), match.index)
      const [own, last] = [numberOf(inner), numberOf(starts.at(-1)?.label ?? '')]
      const isNext = own !== null && last !== null && own > last && own <= last + 3
      if (isNext && /[.!?…。)\]"”»/\w]\s+$|\n\s*$/u.test(before))
        starts.push({ offset: match.index, label: inner })
    }
  }
  return starts.map((start, n) => {
    const next = starts[n + 1]
    return {
      at: part.at,
      from: n === 0 ? part.fragment.from : part.placeOf(start.offset),
      to: next === undefined ? part.fragment.to : part.placeOf(next.offset),
      label: start.label,
      isDeclared: false,
    }
  })
}
