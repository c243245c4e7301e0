import type { Container, Fragment, Mark } from '../model.ts'

/** A fragment before its place in the whole text is known: its marks count from its own beginning. */
export interface Piece {
  readonly text: string
  readonly kind: Fragment['kind']
  readonly depth: number
  readonly number?: number | null
  readonly quoted: number
  readonly indent: number
  readonly within: Container | null
  readonly afterRule: boolean
  readonly marks: readonly Mark[]
}

const BETWEEN = '\n\n'

/** One text of all pieces, blank lines between them. */
export function compose(pieces: readonly Piece[]): {
  readonly text: string
  readonly fragments: readonly Fragment[]
} {
  let from = 0
  const fragments = pieces.map((piece) => {
    const fragment = placed(piece, from)
    from = fragment.to + BETWEEN.length
    return fragment
  })
  return { text: pieces.map((piece) => piece.text).join(BETWEEN), fragments }
}

function placed({ text, marks, ...piece }: Piece, at: number): Fragment {
  return {
    ...piece,
    from: at,
    to: at + text.length,
    marks: marks.map((mark) => ({ ...mark, from: at + mark.from, to: at + mark.to })),
  }
}

/** Adds to a list, however many there are: what is spread into a call has a limit. */
export function append<T>(all: T[], more: Iterable<T>): void {
  for (const one of more) all.push(one)
}

/** In order of `from`, what encloses before what it encloses. */
export function inOrder(marks: readonly Mark[]): readonly Mark[] {
  return marks.length < 2 ? marks : marks.toSorted((a, b) => a.from - b.from || b.to - a.to)
}
