import {
  firstIndex,
  linkAddress,
  trustPlaceId,
  webAddress,
  type Inline,
  type LayerId,
} from '#core/article'
import type { Draft, MendedAddress, Stretch } from '../model.ts'
import type { NotePlan, PlannedMarker } from './notes.ts'
import { onOneLine, type PlainText, type Style } from './plain.ts'

/*
 * Stretches of the input as what stands inside a line: words with their emphasis and links, markers of
 * footnotes, mended addresses. Of nested emphasis the strongest stays; what Markdown could not say
 * again as it is, stays plain words.
 */

/** A run of equal looks, or one thing that is taken whole. */
type Piece =
  | {
      readonly type: 'words'
      readonly text: string
      readonly style: Style | null
      readonly url: string | null
    }
  | { readonly type: 'marker'; readonly marker: PlannedMarker }
  | { readonly type: 'mended'; readonly text: string; readonly url: string }

export interface LineOptions {
  /** Whether a line end of the input ends the line here, too. */
  readonly withBreaks: boolean
}

export class LineReader {
  readonly #plain: PlainText
  readonly #notes: NotePlan
  readonly #mended: readonly MendedAddress[]

  constructor(draft: Draft, plain: PlainText, notes: NotePlan) {
    this.#plain = plain
    this.#notes = notes
    this.#mended = draft.mended.toSorted((a, b) => a.from - b.from)
  }

  /** What stands in a stretch; empty where there are no words. */
  line(stretch: Stretch, options: LineOptions): readonly Inline[] {
    return toInlines(this.#pieces(stretch), options)
  }

  #pieces(stretch: Stretch): readonly Piece[] {
    const pieces: Piece[] = []
    let from = stretch.from
    for (const { at, piece } of this.#wholeThings(stretch)) {
      if (at.from < from) continue
      this.#addWords({ from, to: at.from }, pieces)
      pieces.push(piece)
      from = at.to
    }
    this.#addWords({ from, to: stretch.to }, pieces)
    return pieces
  }

  /** Markers and mended addresses that lie within the stretch, in order. */
  #wholeThings(stretch: Stretch): readonly { readonly at: Stretch; readonly piece: Piece }[] {
    const markers = within(stretch, this.#notes.markers).map((marker) => ({
      at: marker,
      piece: { type: 'marker' as const, marker },
    }))
    const ends = new Set(markers.map(({ at }) => at.to))
    const mended = within(stretch, this.#mended).flatMap((at) => {
      // Right behind a marker it would have to be set apart from it, and so cut a word in two.
      const url = ends.has(at.from) ? null : webAddress(at.url)
      const text = onOneLine(this.#plain.words(at))
      return url === null || text === ''
        ? []
        : [{ at, piece: { type: 'mended' as const, text, url } }]
    })
    return [...markers, ...mended].toSorted((a, b) => a.at.from - b.at.from)
  }

  #addWords(stretch: Stretch, pieces: Piece[]): void {
    for (const run of this.#plain.runsIn(stretch)) {
      const url = linkAddress(run.url)
      // A link's words are plain: emphasis around or inside it would have to be cut in two.
      const style = url === null ? run.style : null
      addPiece(pieces, { type: 'words', text: this.#plain.wordsOf(run), style, url })
    }
  }
}

function addPiece(pieces: Piece[], piece: Extract<Piece, { readonly type: 'words' }>): void {
  const last = pieces.at(-1)
  if (last?.type === 'words' && last.style === piece.style && last.url === piece.url)
    pieces[pieces.length - 1] = { ...piece, text: last.text + piece.text }
  else pieces.push(piece)
}

/** What lies in a stretch, of things in order. */
function within<Thing extends Stretch>(
  { from, to }: Stretch,
  things: readonly Thing[],
): readonly Thing[] {
  const begin = firstIndex(things, (thing) => thing.from >= from)
  const end = firstIndex(things, (thing) => thing.from >= to)
  return things.slice(begin, Math.max(begin, end)).filter((thing) => thing.to <= to)
}

// ── From pieces to inlines ───────────────────────────────────────────────────

function toInlines(pieces: readonly Piece[], { withBreaks }: LineOptions): readonly Inline[] {
  const inlines: Inline[] = []
  /** White space that has been seen, and is written once words follow. */
  let space: ' ' | '\n' | '' = ''
  const add = (inline: Inline) => {
    if (inlines.length > 0 && space === '\n') inlines.push({ type: 'break' })
    else if (inlines.length > 0 && space === ' ') addText(inlines, ' ')
    space = ''
    if (inline.type === 'text') addText(inlines, inline.value)
    else inlines.push(inline)
  }
  for (const piece of pieces) {
    switch (piece.type) {
      case 'marker':
        add({
          type: 'footnoteReference',
          id: UNNAMED,
          label: piece.marker.note.label,
          footnote: trustPlaceId(piece.marker.note.label),
        })
        break
      case 'mended':
        add({
          type: 'mended',
          url: piece.url,
          note: null,
          children: [{ type: 'text', value: piece.text }],
        })
        break
      case 'words': {
        // No pattern for both ends: in a long run of spaces it would begin anew at each of them.
        const words = piece.text.trim()
        const start = piece.text.length - piece.text.trimStart().length
        space = wider(space, piece.text.slice(0, start), withBreaks)
        if (words === '') break
        if (piece.style === null && piece.url === null && withBreaks) {
          const lines = words.split('\n').filter((line) => line.trim() !== '')
          for (const [index, line] of lines.entries()) {
            if (index > 0) space = '\n'
            add({ type: 'text', value: onOneLine(line) })
          }
        } else add(styled(words.replace(/\s+/gu, ' '), piece))
        space = wider(space, piece.text.slice(start + words.length), withBreaks)
        break
      }
    }
  }
  return inlines
}

const UNNAMED = trustPlaceId('')

function wider(space: ' ' | '\n' | '', blank: string, withBreaks: boolean): ' ' | '\n' | '' {
  if (withBreaks && blank.includes('\n')) return '\n'
  return space === '' && blank !== '' ? ' ' : space
}

function styled(value: string, { style, url }: Extract<Piece, { readonly type: 'words' }>): Inline {
  const text: Inline = { type: 'text', value }
  if (url !== null) return { type: 'link', url, children: [text] }
  // In the brackets of a directive, brackets in code would end them.
  if (style === 'code') return /[[\]`]/u.test(value) ? text : { type: 'inlineCode', value }
  return style === null ? text : { type: style, children: [text] }
}

function addText(inlines: Inline[], value: string): void {
  const last = inlines.at(-1)
  if (last?.type === 'text')
    inlines[inlines.length - 1] = { type: 'text', value: last.value + value }
  else inlines.push({ type: 'text', value })
}

/**
 * A line that Markdown can say so that people can read it: without emphasis that touches a word or
 * another emphasis, with a space where two things would be read as one sign.
 */
export function readable(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  const add = (inline: Inline) => {
    if (areOneSign(result.at(-1), inline)) addText(result, ' ')
    if (inline.type === 'text') addText(result, inline.value)
    else result.push(inline)
  }
  for (const [index, inline] of inlines.entries()) {
    const isLoud =
      inline.type === 'emphasis' || inline.type === 'strong' || inline.type === 'delete'
    const standsAlone =
      !isLoud || (isBorder(inlines[index - 1], 'end') && isBorder(inlines[index + 1], 'start'))
    for (const one of standsAlone ? [inline] : inline.children) add(one)
  }
  return result
}

/** `[^1]` before a colon would be a footnote's definition, a directive before a brace or bracket another directive. */
function areOneSign(first: Inline | undefined, second: Inline): boolean {
  const begins = second.type === 'text' ? second.value.charAt(0) : ''
  if (first?.type === 'footnoteReference') return second.type === 'insertion' || begins === ':'
  const isDirective = first?.type === 'mended' || first?.type === 'insertion'
  return isDirective && (begins === '{' || begins === '[')
}

/** Whether a neighbour leaves room for a sign of emphasis. */
function isBorder(neighbour: Inline | undefined, side: 'start' | 'end'): boolean {
  if (neighbour === undefined || neighbour.type === 'break') return true
  if (neighbour.type !== 'text') return false
  return side === 'end'
    ? /[\s([“‘—–]$/u.test(neighbour.value)
    : /^[\s)\].,;:!?”’—–]/u.test(neighbour.value)
}

/** An insertion of another layer's words. */
export function insertion(layer: LayerId, children: readonly Inline[]): Inline {
  return { type: 'insertion', layer, children }
}
