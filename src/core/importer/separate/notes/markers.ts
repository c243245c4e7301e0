import type { Stretch } from '../../model.ts'
import type { Part } from '../part.ts'
import { coverOf } from './cover.ts'
import { labelOfMarker } from './label.ts'

/** How a marker is written. What is `declared`, its markup says. */
export type Family = 'declared' | 'bracket' | 'paren' | 'raised' | 'symbol' | 'circled'

/** What looks like a footnote's marker, in the order of the text. */
export interface Marker extends Stretch {
  readonly at: number
  readonly label: string
  readonly family: Family
  /** Address that it leads to, where it is a link within the text. */
  readonly target: string | null
}

const BRACKET =
  /[[［【〔](\d{1,4}|[*†‡]{1,3}|[a-zA-Z]{1,2}|(?:note|Note|nota|Anm\.|прим\.|注|註|fn|nb|N) ?\d{1,3}|[０-９]{1,3})[\]］】〕]/gu
const LIST = /[[［【](\d{1,3}(?: ?[,;–-] ?\d{1,3}){1,12})[\]］】]/gu
const CARET = /\[\^([^\]\s[]{1,40})\]/gu
const PAREN = /[(（](\d{1,3}|[*+†‡]{1,3}|[０-９]{1,3})[)）]/gu
const RAISED = /[¹²³⁰⁴-⁹]{1,3}/gu
const SYMBOL = /[*†‡§]{1,4}|[＊※]/gu
const CIRCLED = /[①-⑳]/gu
const SINGLE_LETTER = /(?:^|[^\p{L}\p{N}])\p{Script=Latin}$|(?:^|[^\p{L}\p{N}])\p{Script=Greek}$/u
const UNIT = /(?:^|[^\p{L}])(?:[kcdmµ]?m|km|cm|mm|dm|ft|in|mi|yd|ha|s|sec|кв\.? ?м|км|см|м)$/iu
const FORMULA = /^\s?[=+×÷^]/u
const OPERATOR = /[=+×÷^−]\s?\S{0,4}$/u

/** All that looks like a marker; whether it is one depends on the definitions that are found. */
export function markersIn(part: Part, text: string): readonly Marker[] {
  const { fragment } = part
  if (fragment.kind === 'front-matter' || fragment.kind === 'link-definition') return []
  const declared = declaredMarkers(part, text)
  const code = fragment.marks.filter((mark) => mark.type === 'code')
  const isTaken = coverOf([...declared, ...code])
  const found: Marker[] = [...declared]
  const add = (from: number, to: number, written: string, family: Family): void => {
    const at = { from: part.placeOf(from), to: part.placeOf(to - 1) + 1 }
    if (isTaken(at.from, at.to)) return
    const label = labelOfMarker(written)
    if (label !== '') found.push({ ...at, at: part.at, label, family, target: null })
  }
  // Most paragraphs have none, and code is full of brackets.
  if (fragment.kind === 'code' || (!SIGNS.test(part.words) && !isRaised(part))) return declared
  const { words } = part
  const each = (
    pattern: RegExp,
    family: Family,
    accept: (match: RegExpExecArray) => boolean,
  ): void => {
    for (const match of words.matchAll(pattern)) {
      if (accept(match))
        add(match.index, match.index + match[0].length, match[1] ?? match[0], family)
    }
  }
  const isInside = (match: RegExpExecArray): boolean => match.index > 0
  each(
    BRACKET,
    'bracket',
    (match) => isInside(match) && words[match.index + match[0].length] !== '(',
  )
  each(CARET, 'bracket', isInside)
  for (const match of words.matchAll(LIST)) {
    for (const piece of piecesOfList(match)) add(piece.from, piece.to, piece.label, 'bracket')
  }
  each(PAREN, 'paren', isInside)
  each(CIRCLED, 'circled', isInside)
  each(
    RAISED,
    'raised',
    (match) => isInside(match) && !isFormula(words, match.index, match[0].length),
  )
  each(SYMBOL, 'symbol', (match) => isAttached(words, match.index, match[0].length))
  const isFound = coverOf(found)
  const raised = raisedMarkers(part, text).filter((marker) => !isFound(marker.from, marker.to))
  return [...found, ...raised].toSorted((a, b) => a.from - b.from)
}

const SIGNS = /[[［【〔(（*†‡§＊※①-⑳¹²³⁰⁴-⁹]/u

function isRaised(part: Part): boolean {
  return part.fragment.marks.some((mark) => mark.type === 'superscript')
}

function isFormula(words: string, index: number, length: number): boolean {
  const before = words.slice(Math.max(0, index - 8), index)
  const after = words.slice(index + length, index + length + 3)
  if (SINGLE_LETTER.test(before) || UNIT.test(before)) return true
  if (/[\p{L}\p{N}]/u.test(after.charAt(0)) && /[\p{Script=Latin}\p{N}]/u.test(after.charAt(0)))
    return true
  if (/\d$/u.test(before) && !/(?:1[5-9]|20)\d{2}$/u.test(before)) return true
  return FORMULA.test(after) || (OPERATOR.test(before) && !/[.;,]$/u.test(before))
}

/** Directly behind a word or its punctuation, and not the beginning of an emphasis. */
function isAttached(words: string, index: number, length: number): boolean {
  const before = words[index - 1] ?? ' '
  const after = words[index + length] ?? ' '
  return /[\p{L}\p{N}.,;:!?)"”»’'\]]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)
}

interface ListPiece extends Stretch {
  readonly label: string
}

/** "[3–5, 9]" is four markers: 3, 4 (the dash), 5 and 9. */
function piecesOfList(match: RegExpExecArray): readonly ListPiece[] {
  const pieces: ListPiece[] = []
  const tokens = [...match[0].matchAll(/\d{1,3}|[–-]/gu)]
  tokens.forEach((token, n) => {
    const from = match.index + token.index
    const to = from + token[0].length
    if (/\d/u.test(token[0])) pieces.push({ from, to, label: token[0] })
    else {
      const first = Number(tokens[n - 1]?.[0])
      const last = Number(tokens[n + 1]?.[0])
      // Each needs a stretch of its own; the dash has room for one.
      if (last - first === 2) pieces.push({ from, to, label: String(first + 1) })
    }
  })
  return pieces
}

const NOTE_WORDS =
  /^[[(（［{]?\s?(?:\d{1,4}|[a-z]{1,2} ?\d{1,3}|[*†‡§¶#+]{1,4}|[a-z]{1,2}|[ivxl]{1,6}|(?:note|nota|anm|fn|nb|n|прим|注|註|lower-alpha|α|β|γ)\.?\s?[\da-z]{1,3})\s?[\])）］}.]?$/iu

/** Markers that markup declares, and short links within the text that may be some. */
function declaredMarkers(part: Part, text: string): readonly Marker[] {
  const found: Marker[] = []
  for (const mark of part.fragment.marks) {
    if (mark.to <= mark.from || mark.to - mark.from > 60) continue
    const isDeclared = mark.type === 'noteref'
    const target = mark.type === 'link' ? targetOf(mark.value) : null
    if (!isDeclared && target === null) continue
    const written = text.slice(mark.from, mark.to).trim()
    const last = found.at(-1)
    const isSame = last !== undefined && mark.from < last.to
    if (!isDeclared && !isSame && !NOTE_WORDS.test(written)) continue
    const label = labelOfMarker((isDeclared ? mark.value : null) ?? written)
    if (label === '' && !isDeclared) continue
    // A declared marker that is also a link: one marker, with the link's target.
    if (isSame) {
      const merged = {
        ...last,
        label: last.label === '' ? label : last.label,
        target: last.target ?? target,
      }
      found[found.length - 1] = isDeclared ? { ...merged, family: 'declared' } : merged
      continue
    }
    found.push({
      from: mark.from,
      to: mark.to,
      at: part.at,
      label,
      family: isDeclared ? 'declared' : 'raised',
      target,
    })
  }
  // A bare link with the words of a marker is one only if it leads to a definition: `notes.ts` looks.
  return found
}

export function targetOf(address: string | null): string | null {
  if (address === null || address.length > 2000) return null
  const hash = address.indexOf('#')
  if (hash < 0 || hash === address.length - 1) return null
  const name = address.slice(hash + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Words that are set as superscript. */
function raisedMarkers(part: Part, text: string): readonly Marker[] {
  return part.fragment.marks.flatMap((mark) => {
    if (mark.type !== 'superscript' || mark.to - mark.from > 24) return []
    const written = text.slice(mark.from, mark.to).trim()
    if (!NOTE_WORDS.test(written) || /^[a-z]{2}$/iu.test(written)) return []
    if (mark.from === part.fragment.from) return []
    const offset = mark.from - part.fragment.from
    const words = text.slice(part.fragment.from, part.fragment.to)
    const isBare = /^\d{1,3}$/u.test(written)
    if (isBare && isFormula(words, offset, mark.to - mark.from)) return []
    const label = labelOfMarker(written)
    return [
      { from: mark.from, to: mark.to, at: part.at, label, family: 'raised' as const, target: null },
    ]
  })
}
