import type { Draft, DraftSegment, Fragment, Reference } from '../model.ts'
import type { Answered, DraftHead } from './protocol.ts'

/** Objects in one message: what a page takes in at once without anybody noticing. */
const PIECE = 400

/**
 * A draft in messages that are each taken over in a moment. What a fragment looks like stays on the
 * desk: the page shows the text as it was, and asks the desk for everything that needs more.
 */
export function* piecesOf(id: string, draft: Draft): Generator<Answered> {
  const { material } = draft
  yield {
    type: 'head',
    id,
    format: material.format,
    text: material.text,
    ofMaterial: material.about,
    notices: material.notices,
    mended: draft.mended,
    about: draft.about,
    sections: draft.sections,
  }
  for (const fragments of slices(material.fragments)) {
    yield { type: 'fragments', fragments: fragments.map(bare) }
  }
  for (const segments of slices(draft.segments)) yield { type: 'segments', segments }
  for (const references of slices(draft.references)) yield { type: 'references', references }
  yield { type: 'ready' }
}

function* slices<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += PIECE) yield items.slice(at, at + PIECE)
}

function bare(fragment: Fragment): Fragment {
  return { ...fragment, within: null, marks: [] }
}

/** Puts the pieces together again. */
export interface Assembly {
  readonly head: DraftHead
  readonly fragments: Fragment[]
  readonly segments: DraftSegment[]
  readonly references: Reference[]
}

export function beginAssembly(head: DraftHead): Assembly {
  return { head, fragments: [], segments: [], references: [] }
}

export function draftOf({ head, fragments, segments, references }: Assembly): Draft {
  return {
    material: {
      format: head.format,
      text: head.text,
      fragments,
      about: head.ofMaterial,
      notices: head.notices,
    },
    segments,
    references,
    mended: head.mended,
    about: head.about,
    sections: head.sections,
  }
}
