import type { AboutMaterial, Draft, DraftSegment, Segment, SegmentClass } from '../model.ts'
import { changeSegments, indexOf, keyAt, labelAtStart, withReferencesMended } from './segments.ts'

/*
 * What a person may change. Every edit is a function from one draft to the next; what cannot be done
 * leaves the draft as it was. No edit moves or loses a character: only borders and what is said of
 * the segments change.
 */

/** Says what the segments are. Whoever says so has decided. */
export function assign(draft: Draft, keys: readonly string[], to: SegmentClass): Draft {
  const changed = changeSegments(draft, keys, (segment) => ({
    ...segment,
    class: to,
    isSettled: true,
    ...(to === 'footnote-definition'
      ? {
          label: segment.label ?? labelAtStart(draft.material.text.slice(segment.from, segment.to)),
          state: segment.state ?? 'whole',
        }
      : { label: null, state: null }),
  }))
  return withReferencesMended(changed)
}

/** Says who speaks; null where it is the author or nobody knows. */
export function setVoice(draft: Draft, keys: readonly string[], voice: string | null): Draft {
  return changeSegments(draft, keys, (segment) => ({
    ...segment,
    voice: cleanName(voice),
    isSettled: true,
  }))
}

/** Gives a voice another name. To the name of another voice, it makes one of the two. */
export function renameVoice(draft: Draft, from: string, to: string): Draft {
  const name = cleanName(to)
  if (name === null || name === from) return draft
  const keys = draft.segments.filter(({ voice }) => voice === from).map(({ key }) => key)
  return changeSegments(draft, keys, (segment) => ({ ...segment, voice: name }))
}

function cleanName(name: string | null): string | null {
  const clean = (name ?? '').replace(/\s+/gu, ' ').trim()
  return clean === '' ? null : clean
}

/** Settles the segments as they are: no longer in doubt. */
export function settle(draft: Draft, keys: readonly string[]): Draft {
  return changeSegments(draft, keys, (segment) => ({ ...segment, isSettled: true }))
}

/** Says what of a label's content did not survive; null: nothing is lost after all. */
export function markLost(draft: Draft, key: string, what: Segment['lost']): Draft {
  return changeSegments(draft, [key], (segment) => ({ ...segment, lost: what, isSettled: true }))
}

/**
 * Makes two segments of one, `offset` being a place in `Material.text`. White space at the border
 * belongs to neither. A marker or an address is never cut: the border moves behind it.
 */
export function split(draft: Draft, key: string, offset: number): Draft {
  const index = indexOf(draft, key)
  const segment = draft.segments[index]
  if (segment === undefined) return draft
  const { text } = draft.material
  const whole = [...draft.references, ...draft.mended].find(
    ({ from, to }) => from < offset && offset < to,
  )
  const at = behindPair(text, whole?.to ?? offset)
  if (at <= segment.from || at >= segment.to) return draft
  const left = { from: segment.from, to: at - blankAtEnd(text.slice(segment.from, at)) }
  const right = { from: at + blankAtStart(text.slice(at, segment.to)), to: segment.to }
  if (left.from >= left.to || right.from >= right.to) return draft
  const halves: readonly DraftSegment[] = [
    {
      ...segment,
      ...left,
      uncertain: segment.uncertain.filter((border) => border === 'start'),
      lost: null,
      state: segment.state === 'cut-off' ? 'whole' : segment.state,
    },
    {
      ...segment,
      ...right,
      key: keyAt(right.from),
      uncertain: segment.uncertain.filter((border) => border === 'end'),
      // A definition goes on from the half before.
      label: null,
    },
  ]
  return replaceSegments(draft, index, 1, halves)
}

/**
 * Makes one segment of this and the next; it is what the first one is. An editor's heading over the next
 * one goes over both, unless the first has its own.
 */
export function join(draft: Draft, key: string): Draft {
  const index = indexOf(draft, key)
  const [first, second] = [draft.segments[index], draft.segments[index + 1]]
  if (first === undefined || second === undefined) return draft
  const joined: DraftSegment = {
    ...first,
    to: second.to,
    uncertain: [
      ...first.uncertain.filter((border) => border === 'start'),
      ...second.uncertain.filter((border) => border === 'end'),
    ],
    lost: first.lost ?? second.lost,
    state: second.class === 'footnote-definition' ? (second.state ?? first.state) : first.state,
    isSettled: true,
  }
  const kept =
    first.class === 'footnote-definition' ? joined : { ...joined, state: null, label: null }
  const next = replaceSegments(draft, index, 2, [kept])
  if (!draft.sections.some(({ at }) => at === second.key)) return next
  const isHeaded = draft.sections.some(({ at }) => at === first.key)
  const sections = draft.sections.flatMap((section) => {
    if (section.at !== second.key) return [section]
    return isHeaded ? [] : [{ ...section, at: first.key }]
  })
  return { ...next, sections }
}

/** Puts other segments in the place of some; what points at segments follows. */
function replaceSegments(
  draft: Draft,
  index: number,
  count: number,
  by: readonly DraftSegment[],
): Draft {
  const shift = by.length - count
  const follow = (definition: number | null): number | null => {
    if (definition === null || definition < index) return definition
    return definition >= index + count ? definition + shift : index
  }
  return withReferencesMended({
    ...draft,
    segments: draft.segments.toSpliced(index, count, ...by),
    references: draft.references.map((reference) => {
      const definition = follow(reference.definition)
      return definition === reference.definition ? reference : { ...reference, definition }
    }),
  })
}

/** Says what is known of the whole text. What is not named stays. */
export function setAbout(draft: Draft, about: Partial<AboutMaterial>): Draft {
  return { ...draft, about: { ...draft.about, ...about } }
}

/** Puts a heading of the editor's before a segment, or takes it away (null). */
export function setSection(draft: Draft, key: string, title: string | null): Draft {
  const position = new Map(draft.segments.map((segment, index) => [segment.key, index]))
  if (!position.has(key)) return draft
  const others = draft.sections.filter(({ at }) => at !== key)
  const clean = cleanName(title)
  const sections = clean === null ? others : [...others, { at: key, title: clean }]
  return {
    ...draft,
    sections: sections.toSorted((a, b) => (position.get(a.at) ?? 0) - (position.get(b.at) ?? 0)),
  }
}

/** Ties a marker to another definition, or to none. The definition becomes one if it was not. */
export function relink(draft: Draft, referenceIndex: number, segmentKey: string | null): Draft {
  const reference = draft.references[referenceIndex]
  if (reference === undefined) return draft
  const definition = segmentKey === null ? null : indexOf(draft, segmentKey)
  if (definition === -1) return draft
  const references = draft.references.with(referenceIndex, { ...reference, definition })
  const linked = { ...draft, references }
  if (segmentKey === null) return linked
  return changeSegments(linked, [segmentKey], (segment) => ({
    ...segment,
    class: 'footnote-definition',
    label: segment.label ?? reference.label,
    state: segment.state ?? 'whole',
    isSettled: true,
  }))
}

/** Not between the two halves of a character that is written in two. */
function behindPair(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  const isInPair = code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff
  return isInPair ? offset + 1 : offset
}

function blankAtStart(text: string): number {
  return text.length - text.trimStart().length
}

function blankAtEnd(text: string): number {
  return text.length - text.trimEnd().length
}
