import type { Container, Fragment, Stretch } from '../../model.ts'

/** A block of Markdown: where it stands, and which of its characters are words. */
export interface MarkdownBlock extends Stretch {
  readonly kind: Fragment['kind']
  readonly depth: number
  readonly number: number | null
  readonly quoted: number
  readonly indent: number
  readonly within: Container | null
  readonly afterRule: boolean
  /** What is no syntax of the block: in its words inline syntax may stand, in code none. */
  readonly contents: readonly Stretch[]
  readonly isVerbatim: boolean
}

/** A block while lines are added to it. */
export interface OpenBlock {
  kind: Fragment['kind']
  depth: number
  number: number | null
  quoted: number
  indent: number
  within: Container | null
  afterRule: boolean
  from: number
  to: number
  contents: Stretch[]
  isVerbatim: boolean
}
