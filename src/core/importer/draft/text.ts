import type { Credit, Inline, Omission, Section } from '#core/article'
import { firstIndex } from '#core/article'
import type { Draft, DraftSegment, Fragment, Stretch } from '../model.ts'
import { Asides } from './asides.ts'
import type { Speakers } from './facts.ts'
import { missingFigure, planFigures, type FigurePlan } from './figures.ts'
import { insertion, readable, type LineReader } from './lines.ts'
import { isWordless, joinedAt } from './joined.ts'
import { isOfItem, signOf } from './list.ts'
import type { NotePlan } from './notes.ts'
import { paragraph, SectionWriter, UNNAMED, type Speaker } from './passages.ts'
import { onOneLine, type PlainText } from './plain.ts'
import { Quoting, unquoted, type Quoted } from './quoting.ts'
import { isShown, isSpoken } from './segments.ts'
import type { DraftSentences } from './sentences.ts'
import { tableAround, tableOf, wholeRow, type DraftRow } from './table.ts'

/*
 * The segments of a draft, one after the other, as sections and passages; what says the same as the
 * page becomes a credit, what belongs to the page around the text an omission.
 */

export interface WrittenText {
  readonly sections: readonly Section[]
  readonly credits: readonly Credit[]
  readonly omissions: readonly Omission[]
}

interface Given {
  readonly draft: Draft
  readonly plain: PlainText
  readonly notes: NotePlan
  readonly lines: LineReader
  readonly speakers: Speakers
  readonly sentences: DraftSentences
  /** What the article is called: a heading of these words need not say it again. */
  readonly title: string | null
}

const RULE = /^\s*([-*_—–=~⁂•])(?:\s*\1){2,}\s*$/u
/** A label that is longer is no title any more. */
const LONGEST_TITLE = 200
/** Lines of verse are shorter than lines that a mail program has wrapped. */
const SHORT_LINE = 56

export class TextWriter {
  readonly #given: Given
  readonly #writer = new SectionWriter()
  readonly #titles: ReadonlyMap<string, string>
  readonly #asides: Asides
  readonly #plan: FigurePlan
  readonly #following: readonly (Speaker | null)[]
  readonly #plainSpeaker: Speaker
  readonly #topDepth: number
  readonly #quoting: Quoting
  #speaker: Speaker
  #hasTitle = false

  constructor(given: Given) {
    const { draft, speakers } = given
    const [original] = speakers.layers
    if (original === undefined) throw new Error('An article has an original layer.')
    this.#given = given
    this.#asides = new Asides(given.sentences)
    this.#plan = planFigures(draft, given.plain)
    this.#titles = new Map(draft.sections.map(({ at, title }) => [at, title]))
    this.#plainSpeaker = { layer: original.id, role: 'text', isPlain: true }
    this.#speaker = this.#plainSpeaker
    this.#following = this.#speakersAfter()
    this.#quoting = new Quoting(draft.segments, this.#plainSpeaker, {
      depthOf: (segment) => this.#fragmentOf(segment)?.quoted ?? 0,
      speakerOf: (segment) => this.#speakerOf(segment),
    })
    const depths = draft.segments
      .filter((segment) => segment.class === 'heading')
      .map((segment) => this.#fragmentOf(segment)?.depth ?? 0)
      .filter((depth) => depth > 1)
    this.#topDepth = depths.reduce((least, depth) => Math.min(least, depth), 6)
  }

  write(): WrittenText {
    const { segments } = this.#given.draft
    for (let index = 0; index < segments.length;) {
      this.#figures(this.#plan.before.get(index))
      const next = index + this.#segment(index)
      for (let at = index; at < next; at += 1) {
        if (at > index) this.#figures(this.#plan.before.get(at))
        this.#figures(this.#plan.behind.get(at))
      }
      index = next
    }
    return {
      sections: this.#writer.sections(),
      credits: this.#asides.credits,
      omissions: this.#asides.omissions,
    }
  }

  /** Writes what begins here; says how many segments that were. */
  #segment(index: number): number {
    const { segment, count } = joinedAt(this.#given, this.#titles, index)
    if (segment === undefined) return 1
    const title = this.#titles.get(segment.key)
    if (title !== undefined)
      this.#writer.heading([{ type: 'editorial', children: [{ type: 'text', value: title }] }], 2)
    if (this.#given.notes.taken.has(index)) return 1
    const words = onOneLine(this.#given.plain.words(segment))
    switch (segment.class) {
      case 'metadata':
        if (this.#fragmentOf(segment)?.kind === 'front-matter')
          this.#asides.frontMatter(this.#given.plain.words(segment))
        else if (this.#plan.captions.has(index)) this.#caption(segment, index)
        // Who is quoted below is said where he is quoted.
        else if (segment.cue.id === 'attribution' && !this.#writer.isEmpty)
          this.#quoted(segment, index, words, this.#quoting.introduced(segment))
        else this.#asides.credit(words, index)
        return count
      case 'furniture':
        this.#asides.omission(words, index)
        return 1
      case 'heading':
        this.#heading(segment, index + count - 1, words)
        return count
      case 'quote':
        this.#quoted(segment, index, words, this.#quoting.quoted(segment, index, this.#speaker))
        return count
      case 'about-author':
        this.#text(segment, index, words, unquoted(this.#aboutAuthor))
        return 1
      case 'footnote-definition':
        this.#text(segment, index, words, unquoted(this.#plainSpeaker))
        return 1
      case 'original':
      case 'commentary':
      case 'background': {
        this.#speaker = this.#speakerOf(segment)
        this.#quoting.speak(this.#speaker, segment)
        const taken = this.#table(index) || this.#mixedLine(index)
        if (taken > 1) return taken
        this.#text(segment, index, words, unquoted(this.#speaker))
        return count
      }
    }
  }

  #quoted(segment: DraftSegment, index: number, words: string, quoted: Quoted): void {
    this.#speaker = quoted.speaker
    this.#text(segment, index, words, quoted)
  }

  #figures(shown: readonly string[] = []): void {
    for (const one of shown) this.#figure(one, [])
  }

  #caption(segment: DraftSegment, index: number): void {
    this.#figure(this.#plan.captions.get(index) ?? '', this.#line(segment, false))
  }

  #figure(shown: string, caption: readonly Inline[]): void {
    const figure = missingFigure(shown, caption)
    if (figure !== null) this.#writer.block(this.#speaker, figure)
  }

  get #aboutAuthor(): Speaker {
    return { ...this.#plainSpeaker, role: 'about-author', isPlain: false }
  }

  #speakerOf(segment: DraftSegment): Speaker {
    if (segment.class === 'original') return this.#plainSpeaker
    const layer = this.#given.speakers.layerOf(segment)
    if (layer === this.#plainSpeaker.layer && segment.class === 'metadata')
      return this.#plainSpeaker
    return { layer, role: 'text', isPlain: false }
  }

  /** Who speaks next from each segment on; null where nobody does any more. */
  #speakersAfter(): readonly (Speaker | null)[] {
    const { segments } = this.#given.draft
    const after: (Speaker | null)[] = Array.from({ length: segments.length }, () => null)
    let next: Speaker | null = null
    for (const [index, segment] of [...segments.entries()].toReversed()) {
      after[index] = next
      if (isSpoken(segment)) next = this.#speakerOf(segment)
    }
    return after
  }

  #fragmentOf(stretch: Stretch): Fragment | undefined {
    return this.#given.plain.fragmentsIn(stretch)[0]
  }

  #heading(segment: DraftSegment, index: number, words: string): void {
    if (words === '') return
    const isTitle = folded(this.#given.title ?? '') === folded(words)
    if (this.#writer.isEmpty && !this.#hasTitle && isTitle && !this.#hasMarker(segment)) {
      this.#hasTitle = true
      this.#asides.title(words)
      return
    }
    if (this.#isOverNotes(index) && !this.#hasMarker(segment)) {
      this.#asides.notesHeading(words, index)
      return
    }
    const children = this.#line(segment, false)
    const depth = this.#fragmentOf(segment)?.depth ?? 0
    const level = depth < 2 ? 2 : 2 + depth - this.#topDepth
    const isInside = !this.#speaker.isPlain && this.#following[index]?.layer === this.#speaker.layer
    if (isInside) this.#writer.innerHeading(this.#speaker, children, level)
    else {
      this.#writer.heading(children, level)
      if (this.#following[index]?.isPlain === true) this.#speaker = this.#plainSpeaker
      this.#quoting.speak(this.#speaker, segment)
    }
  }

  /** Whether nothing stands under a heading but notes, over which the page has a heading of its own. */
  #isOverNotes(index: number): boolean {
    const { draft, notes } = this.#given
    if (!notes.taken.has(index + 1)) return false
    for (let at = index + 1; at < draft.segments.length; at += 1) {
      const segment = draft.segments[at]
      if (segment === undefined || segment.class === 'heading') return true
      if (!notes.taken.has(at) && segment.class !== 'furniture') return false
    }
    return true
  }

  /** Whether a marker begins there, which must not become anything else. */
  #hasMarker({ from, to }: Stretch): boolean {
    const { markers } = this.#given.notes
    const next = markers[firstIndex(markers, (marker) => marker.from >= from)]
    return next !== undefined && next.from < to
  }

  #line(stretch: Stretch, withBreaks: boolean): readonly Inline[] {
    return readable(this.#given.lines.line(stretch, { withBreaks }))
  }

  #text(segment: DraftSegment, index: number, words: string, quoted: Quoted): void {
    const { speaker } = quoted
    const before = this.#writer.passages
    const isLabel =
      segment.lost === 'link' &&
      (segment.class === 'commentary' || segment.class === 'background') &&
      words !== '' &&
      words.length <= LONGEST_TITLE
    if (isLabel) this.#writer.title(speaker, this.#line(segment, false))
    else {
      if (words !== '') this.#block(segment, index, words, quoted)
      if (segment.lost !== null)
        this.#writer.block(speaker, {
          type: 'lost',
          level: 'block',
          id: UNNAMED,
          what: segment.lost,
          children: [],
        })
    }
    const { uncertain, isSettled } = segment
    this.#writer.borders(
      !isSettled && uncertain.includes('start'),
      !isSettled && uncertain.includes('end'),
      this.#writer.passages > before,
    )
  }

  #block(segment: DraftSegment, index: number, words: string, quoted: Quoted): void {
    const { speaker, depth } = quoted
    const fragment = this.#fragmentOf(segment)
    if (fragment?.kind === 'code' && segment.to <= fragment.to) {
      const value = this.#given.plain
        .words(segment)
        .replace(/^\s*\n/u, '')
        .trimEnd()
      this.#writer.block(speaker, { type: 'code', id: UNNAMED, lang: null, value })
      return
    }
    if (this.#isRule(index, words) && !this.#hasMarker(segment)) {
      this.#writer.block(speaker, { type: 'thematicBreak', id: UNNAMED })
      return
    }
    const isInItem = isOfItem(fragment) && segment.class !== 'quote'
    const isItem = isInItem && fragment.kind === 'list-item' && segment.from === fragment.from
    if (isItem && this.#item(segment, fragment, speaker)) return
    const block = paragraph(this.#line(segment, this.#keepsLines(segment)))
    if (isInItem && !isItem && this.#writer.inItem(speaker, block, fragment.depth)) return
    if (depth > 0) this.#writer.quoted(speaker, block, depth)
    else this.#writer.block(speaker, block)
  }

  /** A row of signs between paragraphs of the text, unless it could be taken for the beginning of the next. */
  #isRule(index: number, row: string): boolean {
    const sign = RULE.exec(row)?.[1]
    if (sign === undefined) return false
    const { draft, notes, plain } = this.#given
    const next = draft.segments[index + 1]
    if (next === undefined) return true
    const words = plain.words(next).trimStart()
    return words !== '' && !words.startsWith(sign) && !notes.taken.has(index + 1) && isShown(next)
  }

  #item(segment: DraftSegment, fragment: Fragment, speaker: Speaker): boolean {
    const sign = signOf(this.#given.plain.words(segment))
    if (sign === null) return false
    const body = { from: this.#given.plain.placeBehind(segment, sign.length), to: segment.to }
    if (this.#hasMarker({ from: segment.from, to: body.from })) return false
    const children = this.#line(body, this.#keepsLines(segment))
    if (children.length === 0) return false
    const isWritten = sign.length > 0
    return this.#writer.item(speaker, {
      block: paragraph(children),
      depth: fragment.depth,
      number: isWritten ? sign.number : (fragment.number ?? null),
      isWritten,
    })
  }

  /** Whether line ends are the author's: in markup always, in plain text where the lines are short. */
  #keepsLines(stretch: Stretch): boolean {
    const { format } = this.#given.draft.material
    if (format !== 'text' && format !== 'markdown') return true
    const lines = this.#given.plain.words(stretch).trim().split('\n')
    return lines.length > 1 && lines.every((line) => line.trim().length <= SHORT_LINE)
  }

  /** Rows of one speaker, one below the other. Says how many segments that were; 0 where they are no table. */
  #table(index: number): number {
    const { draft } = this.#given
    const rows: DraftRow[] = []
    let last: DraftSegment | undefined
    let around: Fragment['within'] = null
    for (let at = index; at < draft.segments.length; at += 1) {
      const segment = draft.segments[at]
      const row = segment === undefined ? null : this.#rowOf(segment, at)
      if (segment === undefined || row === null || (at > index && row.align !== null)) break
      const table = tableAround(this.#fragmentOf(segment)?.within ?? null)
      if (at > index && (table !== around || this.#titles.has(segment.key))) break
      around = table
      rows.push(row)
      last = segment
    }
    if (last === undefined || rows.length < 2) return 0
    const before = this.#writer.passages
    this.#writer.block(
      this.#speaker,
      tableOf(rows, (cell) => this.#line(cell, false)),
    )
    const first = draft.segments[index]
    this.#writer.borders(
      first?.isSettled === false && first.uncertain.includes('start'),
      !last.isSettled && last.uncertain.includes('end'),
      this.#writer.passages > before,
    )
    return rows.length
  }

  /** The row that a segment is, whole, in the voice that is speaking; null where it is none. */
  #rowOf(segment: DraftSegment, at: number): DraftRow | null {
    const { plain, notes } = this.#given
    const isRunning = isSpoken(segment) && this.#speakerOf(segment).layer === this.#speaker.layer
    if (!isRunning || segment.lost !== null || notes.taken.has(at)) return null
    return wholeRow(segment, plain)
  }

  /**
   * Several voices in one paragraph of the input: remarks in brackets, or in the middle of a sentence,
   * stay inside the line. Says how many segments that were; 1 where it is no such line.
   */
  #mixedLine(index: number): number {
    const { draft, notes } = this.#given
    const first = draft.segments[index]
    const fragment = first === undefined ? undefined : this.#fragmentOf(first)
    if (first === undefined || fragment?.kind !== 'paragraph') return 1
    const parts: DraftSegment[] = []
    let length = 1
    for (const [step, segment] of draft.segments.slice(index, index + LONGEST_MIX).entries()) {
      if (segment.from < fragment.from || segment.to > fragment.to) break
      if (step > 0 && isWordless(this.#given.plain, segment)) continue
      const belongs =
        isSpoken(segment) &&
        segment.lost === null &&
        (segment.isSettled || segment.uncertain.length === 0) &&
        !notes.taken.has(index + step) &&
        (step === 0 || !this.#titles.has(segment.key))
      if (!belongs) break
      parts.push(segment)
      length = step + 1
    }
    const host = this.#speaker.layer
    const isForeign = (segment: DraftSegment) => this.#speakerOf(segment).layer !== host
    const last = parts.at(-1)
    if (last === undefined || (!parts.some(isForeign) && length === parts.length)) return 1
    const isBracketed = (segment: DraftSegment) =>
      /^\s*[[({]/u.test(this.#given.plain.words(segment))
    if (isForeign(last) && !parts.filter(isForeign).every(isBracketed)) return 1
    const withBreaks = this.#keepsLines({ from: first.from, to: last.to })
    const children: Inline[] = []
    let end: number | null = null
    for (const part of parts) {
      const line = this.#line(part, withBreaks)
      if (line.length === 0) continue
      const layer = this.#speakerOf(part).layer
      if (end !== null && this.#isApart(end, part.from)) children.push({ type: 'text', value: ' ' })
      if (layer === host) for (const one of line) children.push(one)
      else children.push(insertion(layer, line))
      end = part.to
    }
    if (children.length > 0) this.#writer.block(this.#speaker, paragraph(readable(children)))
    return length
  }

  /** Whether there is a space between two parts of a line, or has to be. */
  #isApart(end: number, start: number): boolean {
    const { plain } = this.#given
    if (/\s/u.test(plain.words({ from: end - 1, to: start + 1 }))) return true
    const around = plain.slice({ from: end - 1, to: start + 1 })
    return /^[\p{L}\p{M}\p{N}]{2}$/u.test(around)
  }
}

/** More voices than these in one paragraph are a table, or noise. */
const LONGEST_MIX = 200

function folded(words: string): string {
  return onOneLine(words).toLowerCase()
}
