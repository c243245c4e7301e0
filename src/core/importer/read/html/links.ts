import type { Mark } from '../../model.ts'
import type { Piece } from '../fragments.ts'
import { BY_ADDRESS } from './marks.ts'

/**
 * Pages are full of ids for scripts and style sheets. A place is kept when a link of the page leads to
 * it, and such a link is written as `#place`, also where it was saved with the whole address.
 *
 * @param pageUrl where the page stood; null where it does not say, and empty where it is no page.
 */
export function withInnerAnchorsOnly(
  pieces: readonly Piece[],
  pageUrl: string | null,
): readonly Piece[] {
  const page = pageUrl === null ? likelyPage(pieces) : withoutFragment(pageUrl)
  const targets = new Set<string>()
  const inner = (value: string): string | null => {
    const hash = value.indexOf('#')
    if (hash < 0) return null
    const isHere = hash === 0 || (page !== null && sameAddress(value.slice(0, hash), page))
    return isHere ? decoded(value.slice(hash + 1)) : null
  }
  const known = new Map<string, string | null>()
  for (const { marks } of pieces) {
    for (const { type, value } of marks) {
      if (type !== 'link' || value === null || known.has(value)) continue
      const target = inner(value)
      known.set(value, target)
      if (target !== null && target !== '') targets.add(target)
    }
  }
  const adjust = (mark: Mark): Mark => {
    if (mark.type !== 'link' || mark.value === null) return mark
    const target = known.get(mark.value) ?? null
    return target === null || target === '' ? mark : { ...mark, value: `#${target}` }
  }
  return pieces.map((piece) => {
    if (piece.marks.length === 0) return piece
    const marks = piece.marks
      .filter(({ type, value }) => type !== 'anchor' || (value !== null && targets.has(value)))
      .map(adjust)
    return { ...piece, marks: withLabels(piece.text, marks) }
  })
}

const OF_NOTES = /fn|ftn|note|ref|cite/i

/**
 * Of a page that does not say where it stood: the address to whose notes most links lead that are
 * places here. Other places have the same names on many pages.
 */
function likelyPage(pieces: readonly Piece[]): string | null {
  const places = new Set<string | null>()
  const links = new Map<string, number>()
  for (const { marks } of pieces) {
    for (const { type, value } of marks) if (type === 'anchor') places.add(value)
  }
  for (const { marks } of pieces) {
    for (const { type, value } of marks) {
      if (type !== 'link' || value === null) continue
      const hash = value.indexOf('#')
      const place = decoded(value.slice(hash + 1))
      if (hash <= 0 || !places.has(place) || !OF_NOTES.test(place)) continue
      const address = value.slice(0, hash)
      links.set(address, (links.get(address) ?? 0) + 1)
    }
  }
  const [most] = [...links].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}

function withLabels(text: string, marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark) => {
    if (mark.type !== 'noteref') return [mark]
    const label = labelIn(text.slice(mark.from, mark.to), mark.value === BY_ADDRESS)
    return label === null ? [] : [{ ...mark, value: label }]
  })
}

/**
 * The label of a marker: what stands in it, without its brackets. Null where it is too long for one or,
 * if only its address makes it a marker, where it is a word.
 */
export function labelIn(words: string, isByAddress: boolean): string | null {
  const label = words.replace(/[[\](){}\s\u2060]/g, '')
  if (label === '' || label.length > LONGEST_LABEL) return null
  const isWord = /\p{L}{3,}/u.test(label) && !/^[ivxlc]+$/i.test(label)
  return isByAddress && isWord && !/\d$/.test(label) ? null : label
}

const LONGEST_LABEL = 12

function withoutFragment(url: string): string {
  const hash = url.indexOf('#')
  return hash < 0 ? url : url.slice(0, hash)
}

function sameAddress(a: string, b: string): boolean {
  const bare = (url: string) => url.replace(/^https?:/i, '').replace(/\/$/, '')
  return bare(a) === bare(b)
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
