import type { Draft, DraftSegment, Reference } from '../model.ts'

/**
 * The key of the segment that begins here. No two segments begin at the same place, and the first
 * half of a split one and both halves of a joined one begin where the segment began.
 */
export function keyAt(from: number): string {
  return `s${from}`
}

/** Where the segment with this key stands among all; -1 where there is none. */
export function indexOf(draft: Draft, key: string): number {
  return draft.segments.findIndex((segment) => segment.key === key)
}

/** Changes the named segments. What stays as it was keeps its object, so that a list redraws only what changed. */
export function changeSegments(
  draft: Draft,
  keys: readonly string[],
  change: (segment: DraftSegment) => DraftSegment,
): Draft {
  const wanted = new Set(keys)
  if (!draft.segments.some(({ key }) => wanted.has(key))) return draft
  return {
    ...draft,
    segments: draft.segments.map((segment) =>
      wanted.has(segment.key) ? change(segment) : segment,
    ),
  }
}

/**
 * Ties markers to their definitions again after segments have changed: what is no definition any more
 * lets its markers go, and a new one takes those of its label that have none.
 */
export function withReferencesMended(draft: Draft): Draft {
  const byLabel = new Map<string, number>()
  for (const [index, { class: is, label }] of draft.segments.entries()) {
    if (is === 'footnote-definition' && label !== null && !byLabel.has(label))
      byLabel.set(label, index)
  }
  const mend = (reference: Reference): Reference => {
    const { definition, label } = reference
    const target = definition === null ? undefined : draft.segments[definition]
    if (target?.class === 'footnote-definition') return reference
    const found = byLabel.get(label) ?? null
    return found === definition ? reference : { ...reference, definition: found }
  }
  const references = draft.references.map(mend)
  return references.some((reference, index) => reference !== draft.references[index])
    ? { ...draft, references }
    : draft
}

/** How a definition begins: its label, with the signs around it. */
const LABEL = /^\s*[[({^]{0,3}(\p{N}{1,4}|[*†‡§¶]{1,4}|[a-z]{1,4}(?=[\])}.:]))[\])}.:]{0,3}/u

/** The label with which a text begins as a footnote's definition does; null where it does not. */
export function labelAtStart(text: string): string | null {
  return LABEL.exec(text.slice(0, 20))?.[1] ?? null
}

/** Whether its words stand in the running text. */
export function isShown({ class: is }: DraftSegment): boolean {
  return is !== 'metadata' && is !== 'furniture'
}

/** Whether somebody speaks there, and goes on speaking. */
export function isSpoken({ class: is }: DraftSegment): boolean {
  return is === 'original' || is === 'commentary' || is === 'background'
}
