import type { ArticleFacts } from '#core/article'
import { NOTES, type SearchIndex } from '#core/search'
import * as common from '#words/common'

/** What hits are counted by: a layer, all footnotes, or the editor. */
export interface Group {
  readonly id: string
  readonly label: string
  /** The kind of layer, for its shape. */
  readonly kind: string
}

/** The groups that have words in this text, in the order of the layers. */
export function groupsOf(facts: ArticleFacts, index: SearchIndex): readonly Group[] {
  const present = new Set(index.entries.map(({ group }) => group))
  const layers: readonly Group[] = facts.layers
    .filter((layer) => layer.kind !== 'footnotes')
    .map(({ id, label, kind }) => ({ id, label, kind }))
  return [
    ...layers,
    { id: NOTES, label: common.notes, kind: 'footnotes' },
    { id: 'editorial', label: common.editorialLabel, kind: 'editorial' },
  ].filter(({ id }) => present.has(id))
}
