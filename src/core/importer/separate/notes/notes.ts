import { firstIndex } from '#core/article'
import type { Container, Material, Reference, Segment, Stretch } from '../../model.ts'
import type { Part } from '../part.ts'
import { closingOf } from './bracketed.ts'
import type { Definition } from './definitions.ts'
import { definitionsIn } from './definitions.ts'
import { labelOfMarker, numberOf } from './label.ts'
import type { Marker } from './markers.ts'
import { markersIn, targetOf } from './markers.ts'

export interface Notes {
  readonly definitions: readonly Definition[]
  /** All that may be a marker, without those inside of what labels a definition. */
  readonly markers: readonly Marker[]
  /** Definitions that a marker's link leads to, by the marker's place in the text. */
  readonly linked: ReadonlyMap<number, Definition>
}

/** Finds the footnotes of a text: by what markup declares, by links, and by how they are written. */
export function notesIn(
  material: Material,
  parts: readonly Part[],
  isEligible: (part: Part) => boolean,
): Notes {
  const eligible = parts.filter(isEligible)
  const markers = eligible.flatMap((part) => markersIn(part, material.text))
  const byLink = linkedDefinitions(material, parts, markers)
  const byKind = definitionsByKind(material, parts)
  const taken = new Set([...byLink.definitions, ...byKind].map((definition) => definition.at))
  const byForm = definitionsIn(
    parts,
    markers.filter((marker) => !taken.has(marker.at)),
    (part) => isEligible(part) && !taken.has(part.at),
  )
  const found = [...byLink.definitions, ...byKind, ...byForm].toSorted((a, b) => a.from - b.from)
  const definitions = withContinuations(parts, found, isEligible)
  const defining = new Set(definitions.map((definition) => definition.at))
  return {
    definitions,
    linked: byLink.byMarker,
    markers: markers.filter((marker) => {
      if (marker.target !== null && marker.family !== 'declared')
        return byLink.byMarker.has(marker.from)
      // Within definitions only markup is believed: they are full of numbers in brackets.
      return !defining.has(marker.at) || marker.family === 'declared'
    }),
  }
}

/** `[^1]: …` of Markdown, and what readers of packages call a definition. */
function definitionsByKind(material: Material, parts: readonly Part[]): readonly Definition[] {
  return parts.flatMap((part) => {
    if (part.fragment.kind !== 'footnote-definition') return []
    const anchor = part.fragment.marks.find((mark) => mark.type === 'anchor' && mark.value !== null)
    const opening = /^\s{0,4}\[\^([^\]]{1,80})\]:?/u.exec(
      material.text.slice(part.fragment.from, part.fragment.from + 100),
    )
    const syntax = part.fragment.marks.find(
      (mark) => mark.type === 'syntax' && mark.from === part.fragment.from,
    )
    const written = opening?.[1] ?? syntax?.value ?? anchor?.value ?? null
    return [
      {
        at: part.at,
        from: part.fragment.from,
        to: part.fragment.to,
        label: written === null ? null : labelOfMarker(written),
        isDeclared: true,
      },
    ]
  })
}

const BACK = /^[\s[(]{0,3}(?:↑|\^|⇑|↩︎?|⤴|jump up|back|a|b|\d{1,3}|[*†‡]|[ivx]{1,5})[\s\]).]{0,3}/iu

/** Definitions that short links lead to, as wikis, word processors and blogs write them. */
function linkedDefinitions(
  material: Material,
  parts: readonly Part[],
  markers: readonly Marker[],
): {
  readonly definitions: readonly Definition[]
  readonly byMarker: ReadonlyMap<number, Definition>
} {
  const anchors = anchorsOf(parts)
  const farthestBack = backLinksOf(anchors)
  const leading = markers.filter((marker) => marker.target !== null && anchors.has(marker.target))
  const places = new Map<
    number,
    { readonly part: Part; readonly from: number; readonly label: string }
  >()
  const targets: { readonly marker: Marker; readonly from: number }[] = []
  for (const marker of leading) {
    const anchor = anchors.get(marker.target ?? '')
    if (anchor === undefined || anchor.part.at <= marker.at) continue
    const isRaised = isSetHigh(parts[marker.at], marker)
    if (!(isRaised && opensAt(anchor)) && !looksDefined(anchor, material, farthestBack, marker))
      continue
    const from = startOf(anchor.part, anchor.from)
    targets.push({ marker, from })
    if (!places.has(from)) places.set(from, { part: anchor.part, from, label: marker.label })
  }
  const ordered = [...places.values()].toSorted((a, b) => a.from - b.from)
  const definitions = ordered.map(({ part, from, label }, n) => {
    const next = ordered[n + 1]
    const to = next !== undefined && next.from < part.fragment.to ? next.from : part.fragment.to
    return { at: part.at, from, to, label, isDeclared: true }
  })
  const byPlace = new Map(definitions.map((definition) => [definition.from, definition]))
  const byMarker = new Map<number, Definition>()
  for (const { marker, from } of targets) {
    const definition = byPlace.get(from)
    if (definition !== undefined) byMarker.set(marker.from, definition)
  }
  return { definitions, byMarker }
}

interface Anchor {
  readonly part: Part
  readonly from: number
}

function anchorsOf(parts: readonly Part[]): ReadonlyMap<string, Anchor> {
  const found = new Map<string, Anchor>()
  for (const part of parts) {
    for (const mark of part.fragment.marks) {
      if (mark.type !== 'anchor' || mark.value === null || found.has(mark.value)) continue
      found.set(mark.value, { part, from: mark.from })
    }
  }
  return found
}

/** How far up the links of a part lead, as a number of a part; each part is looked at once. */
function backLinksOf(anchors: ReadonlyMap<string, Anchor>): (part: Part) => number {
  const known = new Map<Part, number>()
  return (part) => {
    let farthest = known.get(part)
    if (farthest !== undefined) return farthest
    farthest = Infinity
    for (const mark of part.fragment.marks) {
      const target = mark.type === 'link' ? targetOf(mark.value) : null
      const anchor = target === null ? undefined : anchors.get(target)
      if (anchor !== undefined) farthest = Math.min(farthest, anchor.part.at)
    }
    known.set(part, farthest)
    return farthest
  }
}

/** An anchor before the first words of a part marks its beginning. */
function startOf(part: Part, from: number): number {
  return from <= part.fragment.from + 12 ? part.fragment.from : from
}

/** Whether a marker behind words is set high, as links to notes are. */
function isSetHigh(part: Part | undefined, { from, to }: Marker): boolean {
  if (part === undefined || from <= part.fragment.from) return false
  return part.fragment.marks.some(
    (mark) => mark.type === 'superscript' && mark.from <= from && mark.to >= to,
  )
}

/** Whether a place is the beginning of a paragraph or of an item, whose number may not be in its text. */
function opensAt({ part, from }: Anchor): boolean {
  const { kind } = part.fragment
  return (kind === 'paragraph' || kind === 'list-item') && from <= part.fragment.from
}

/** Whether what a short link leads to is a definition, and not a chapter or another page. */
function looksDefined(
  { part, from }: Anchor,
  material: Material,
  farthestBack: (part: Part) => number,
  marker: Marker,
): boolean {
  if (part.fragment.kind === 'heading') return false
  if (marker.family === 'declared') return true
  if (farthestBack(part) <= marker.at) return true
  const text = material.text.slice(from, from + 40)
  return BACK.test(text) && /^[\s[(]{0,3}(?:\d|↑|\^|[*†‡])/u.test(text)
}

const IN_LINE =
  /^(?:a|abbr|b|bdi|cite|code|em|font|i|label|mark|q|s|small|span|strong|sub|sup|time|u)$/u

function blockOf(element: Container | null): Container | null {
  let block = element
  while (block !== null && IN_LINE.test(block.name)) block = block.parent
  return block
}

/** Whether an element is made for a single note. */
function isForOne(element: Container): boolean {
  return (
    /^(?:p|dd|aside|section|tr|td)$/u.test(element.name) ||
    element.hints.some((hint) => /note|fn\d|^fn$/u.test(hint))
  )
}

/** What says that it is a note, by one of its hints. */
const NOTE =
  /^(?:(?:doc-)?(?:foot|end|rear|side)?note|(?:fn|note|footnote|endnote|en)[-_:.]?\d{1,4})$/u

/** The element of a definition: the nearest that is called a note and holds no other, else the block it stands in. */
function elementOf({ fragment }: Part, shared: ReadonlySet<Container>): Container | null {
  const block = blockOf(fragment.within)
  let element = block
  while (element !== null && !shared.has(element)) {
    const isNote = element.name !== 'a' && element.hints.some((hint) => NOTE.test(hint))
    if (element.name === 'li' || isNote) return element
    element = element.parent
  }
  return block
}

/** Elements that hold more than one definition, and with them what is no element at all. */
function sharedElements(
  parts: readonly Part[],
  found: readonly Definition[],
): ReadonlySet<Container> {
  const seen = new Set<Container>()
  const shared = new Set<Container>()
  for (const definition of found) {
    let element = parts[definition.at]?.fragment.within ?? null
    while (element !== null && !shared.has(element)) {
      if (seen.has(element)) shared.add(element)
      seen.add(element)
      element = element.parent
    }
  }
  return shared
}

/** Further paragraphs of definitions: what stands between them, or in the same element. */
function withContinuations(
  parts: readonly Part[],
  found: readonly Definition[],
  isEligible: (part: Part) => boolean,
): readonly Definition[] {
  const known = new Set(found.map((definition) => definition.at))
  const added: Definition[] = []
  const shared = sharedElements(parts, found)
  found.forEach((definition, n) => {
    const next = found[n + 1]
    const own = parts[definition.at]
    if (own === undefined || (next !== undefined && next.at === definition.at)) return
    const closing = closingOf(parts, definition.at)
    for (let at = definition.at + 1; at < parts.length && at <= definition.at + 12; at++) {
      const part = parts[at]
      if (part === undefined || known.has(at) || !isEligible(part)) return
      const isOn =
        closing === null ? goesOn(own, definition, part, next, shared) : part.at <= closing
      if (!isOn) return
      added.push({
        at,
        from: part.fragment.from,
        to: part.fragment.to,
        label: null,
        isDeclared: definition.isDeclared,
      })
    }
  })
  return [...found, ...added].toSorted((a, b) => a.from - b.from)
}

function goesOn(
  own: Part,
  definition: Definition,
  part: Part,
  next: Definition | undefined,
  shared: ReadonlySet<Container>,
): boolean {
  const { fragment } = part
  if (fragment.kind === 'heading' || fragment.kind === 'control' || fragment.afterRule === true)
    return false
  const item = elementOf(own, shared)
  if (item !== null && (item.name === 'li' || (!shared.has(item) && isForOne(item)))) {
    let above = fragment.within
    while (above !== null && above !== item) above = above.parent
    return above === item
  }
  // A note under its paragraph is set in; so is what belongs to it.
  if (own.fragment.indent > 0) return fragment.indent >= own.fragment.indent
  // Between two definitions of one list.
  return (
    next !== undefined &&
    next.at - part.at <= 2 &&
    next.at - own.at <= 4 &&
    isNextInList(definition, next)
  )
}

/** Counted on: then what stands between belongs to the list, not to the text. */
function isNextInList(definition: Definition, next: Definition): boolean {
  const [own, its] = [numberOf(definition.label ?? ''), numberOf(next.label ?? '')]
  return own !== null && its !== null && its > own && its <= own + 3
}

/** Connects markers with definitions; `segmentOf` gives the segment of a definition. */
export function referencesOf(
  notes: Notes,
  segmentOf: (definition: Definition) => number | null,
  isSpoken: (stretch: Stretch) => boolean,
): readonly Reference[] {
  const all = byLabelOf(notes.definitions)
  // What markup points to is pointed to by markup: a "2" set high beside it is an exponent.
  const written = notes.definitions.filter((definition) => !definition.isDeclared)
  const byForm = byLabelOf(written)
  const bounds = boundsOf(written)
  const found: Reference[] = []
  let reached = -1
  for (const marker of notes.markers) {
    if (marker.from < reached || !isSpoken(marker)) continue
    const isDeclared = marker.family === 'declared' || marker.target !== null
    const linked =
      notes.linked.get(marker.from) ??
      nextFor(marker, (isDeclared ? all : byForm).get(marker.label.toLowerCase()) ?? [])
    if (linked === null && !isReported(marker, bounds)) continue
    found.push({
      from: marker.from,
      to: marker.to,
      label: linked?.label ?? marker.label,
      definition: linked === null ? null : segmentOf(linked),
    })
    reached = marker.to
  }
  return found
}

function byLabelOf(definitions: readonly Definition[]): ReadonlyMap<string, readonly Definition[]> {
  const byLabel = new Map<string, Definition[]>()
  for (const definition of definitions) {
    if (definition.label === null) continue
    const key = definition.label.toLowerCase()
    const list = byLabel.get(key)
    if (list === undefined) byLabel.set(key, [definition])
    else list.push(definition)
  }
  return byLabel
}

/** The next definition with the label: each chapter may count anew. Else the only one there is. */
function nextFor(marker: Marker, definitions: readonly Definition[]): Definition | null {
  const next = definitions[firstIndex(definitions, ({ from }) => from >= marker.to)]
  if (next !== undefined) return next
  if (marker.family === 'symbol' || definitions.length !== 1) return null
  return definitions[0] ?? null
}

interface Bounds {
  readonly least: number
  readonly most: number
}

function boundsOf(definitions: readonly Definition[]): Bounds {
  let [least, most] = [Infinity, -Infinity]
  for (const { label } of definitions) {
    const number = label !== null && /^\d{1,5}$/u.test(label) ? Number(label) : null
    if (number !== null) [least, most] = [Math.min(least, number), Math.max(most, number)]
  }
  return { least, most }
}

/** A marker without a definition is told only where its kind is sure to be a marker here. */
function isReported(marker: Marker, { least, most }: Bounds): boolean {
  if (marker.family === 'declared') return true
  const number = /^\d{1,4}$/u.test(marker.label) ? Number(marker.label) : null
  if (number === null) return false
  if (marker.family === 'bracket') return number >= least - 1 && number <= most + 1
  return marker.family === 'raised' && most > 0 && number <= most + 1
}

/** Numbers between the first and the last that stand nowhere, where notes are counted through. */
export function missingLabels(
  definitions: readonly Definition[],
  references: readonly Reference[],
): readonly string[] {
  const defined = definitions.flatMap(({ label }) =>
    label !== null && /^\d{1,4}$/u.test(label) ? [Number(label)] : [],
  )
  if (defined.length < 3 || new Set(defined).size !== defined.length) return []
  const known = new Set(defined)
  for (const { label } of references) if (/^\d{1,4}$/u.test(label)) known.add(Number(label))
  const [least, most] = [Math.min(...defined), Math.max(...defined)]
  if (most - least + 1 > 2 * defined.length) return []
  const missing: string[] = []
  for (let number = least; number <= most; number++)
    if (!known.has(number)) missing.push(String(number))
  return missing
}

export type DefinitionState = NonNullable<Segment['state']>
