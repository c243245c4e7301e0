import type { Container } from '../../model.ts'
import type { Piece } from '../fragments.ts'

/**
 * Some pages set the label of a note into one element and its words into the next. To a reader they
 * stand on one line, so they are one fragment.
 */
export function joinLabels(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]
    const next = pieces[at + 1]
    if (piece === undefined) break
    const shared = next === undefined || !isLabel(piece) ? null : sharedBy(piece, next)
    if (next === undefined || shared === null || next.kind === 'heading') {
      joined.push(piece)
      continue
    }
    const by = piece.text.length + 1
    joined.push({
      ...next,
      text: `${piece.text} ${next.text}`,
      marks: [
        ...piece.marks,
        ...next.marks.map((mark) => ({ ...mark, from: mark.from + by, to: mark.to + by })),
      ],
      within: shared,
      afterRule: piece.afterRule,
    })
    at += 1
  }
  return joined
}

const LABEL = /^[[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?\.?$/

/** A number or a sign that leads back to its marker, or that its marker leads to. */
function isLabel({ text, marks, kind }: Piece): boolean {
  return (
    (kind === 'paragraph' || kind === 'list-item') &&
    text.length <= 6 &&
    LABEL.test(text) &&
    marks.some(({ type, value }) => type === 'link' && value?.includes('#') === true)
  )
}

/** The element that holds both, and little more: the nearest one around the label that is around the words. */
function sharedBy(label: Piece, words: Piece): Container | null {
  const around = new Set<Container>()
  for (let at = words.within, depth = 0; at !== null && depth < 4; at = at.parent, depth += 1) {
    around.add(at)
  }
  for (let at = label.within, depth = 0; at !== null && depth < 3; at = at.parent, depth += 1) {
    if (around.has(at)) return LARGE.has(at.name) ? null : at
  }
  return null
}

/** What holds whole texts. */
const LARGE = new Set([
  'html',
  'body',
  'main',
  'article',
  'section',
  'ol',
  'ul',
  'dl',
  'table',
  'tbody',
])
