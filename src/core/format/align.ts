import type { Article } from '#core/article'
import { LineIndex } from './line-index.ts'
import { Messages, sentences } from './messages.ts'
import type { FilePoint, Message } from './messages.ts'
import { sourceStreams } from './streams.ts'
import type { CoverageKind, LooseStream, Sign, SourceStreams, Stream } from './streams.ts'
import { Starts } from './starts.ts'
import { isWord, tokenize } from './tokens.ts'

/*
 * Nothing lost: the source and the article are walked through together, word by word. The running
 * text has to come in its order; footnotes, credits and omissions may stand anywhere, each whole and
 * once. Where a word could belong to either, the running text is tried first, and the other way is
 * remembered in case it was wrong.
 */

export interface AlignOptions {
  /** What the source is called in messages. */
  readonly file?: string
  /** Where the article's places stand in its file, as `parseArticle` says. */
  readonly points?: ReadonlyMap<string, FilePoint>
}

/** How many words of the source ended up where; `editorial` are the words of ours, which it does not have. */
export type Coverage = Readonly<Record<CoverageKind | 'editorial', number>>

export type Alignment =
  | { readonly ok: true; readonly coverage: Coverage }
  | { readonly ok: false; readonly message: Message }

/** Whether every word of the source is in exactly one place of the article, and the other way round. */
export function alignSource(
  article: Article,
  source: string,
  options: AlignOptions = {},
): Alignment {
  const tokens = tokenize(source)
  const streams = sourceStreams(article)
  const walk = new Walk(tokens.texts, streams)
  const fault = walk.run()
  if (fault === null) return { ok: true, coverage: coverageOf(streams) }
  const messages = new Messages(options.file ?? `${article.slug}/source.txt`)
  const place = fault.expected?.owners[fault.index]
  const line = place?.place ? options.points?.get(place.place)?.line : undefined
  const where =
    place === undefined
      ? ''
      : ` in ${place.what}${line === undefined ? '' : ` (line ${line} of the article)`}`
  const found = quotedSource(source, tokens.offsets, fault.at)
  const instead = fault.expected === null ? null : quotedStream(fault.expected.texts, fault.index)
  const at = new LineIndex(source).pointAt(tokens.offsets[fault.at] ?? source.length)
  messages.tell(
    sentences.sourceMismatch(
      found ?? 'nothing more here',
      instead === null ? 'nothing more' : `${instead}${where}`,
    ),
    at,
  )
  const [message] = messages.all
  return message === undefined
    ? { ok: true, coverage: coverageOf(streams) }
    : { ok: false, message }
}

const SHOWN_WORDS = 6

/** A few words of the source from here on, as they stand there; null at its end. */
function quotedSource(source: string, offsets: readonly number[], from: number): string | null {
  const start = offsets[from]
  if (start === undefined) return null
  const end = offsets[from + SHOWN_WORDS]
  return `“${source.slice(start, end).trim().replace(/\s+/gu, ' ')}${end === undefined ? '' : ' …'}”`
}

/** The same of the article, which is not at hand as one text: the spaces are a guess. */
function quotedStream(texts: readonly string[], from: number): string {
  const text = texts
    .slice(from, from + SHOWN_WORDS)
    .reduce(
      (line, word) =>
        /[\p{L}\p{M}\p{N}.,;:!?…)\]”]$/u.test(line) && isWord(word)
          ? `${line} ${word}`
          : line + word,
      '',
    )
  return `“${text}${from + SHOWN_WORDS < texts.length ? ' …' : ''}”`
}

function coverageOf({ running, loose, editorial }: SourceStreams): Coverage {
  const coverage = {
    original: 0,
    commentary: 0,
    background: 0,
    'about-author': 0,
    footnotes: 0,
    credits: 0,
    omissions: 0,
    editorial,
  }
  for (const { texts, kinds } of [running, ...loose])
    for (const [index, text] of texts.entries()) {
      const kind = kinds[index]
      if (kind !== undefined && isWord(text)) coverage[kind] += 1
    }
  return coverage
}

/** The first word of the source that fits nowhere, and what the article has there; null: nothing more. */
interface Fault {
  readonly at: number
  readonly expected: Stream | null
  readonly index: number
}

interface Choice {
  readonly at: number
  readonly index: number
  readonly used: number
  readonly untried: Alike[]
}

/** Loose streams that say the same. They are used in their order, so those that are used are the first. */
interface Alike extends LooseStream {
  readonly count: number
  used: number
}

const BULLETS = new Set(['-', '*', '+', '•', '·', '–', '—', '◦', '▪', '●', '○', '‣'])
const RULES = new Set(['-', '*', '_', '—', '–', '=', '~', '⁂', '•'])
const HEAD_RULES = new Set(['|', '-', ':', '+', '=', '─', '—'])
/** Steps per word before the search gives up on finding a better way. */
const PATIENCE = 40

class Walk {
  readonly #source: readonly string[]
  readonly #running: Stream
  readonly #loose: readonly Alike[]
  /** How many loose streams there are. */
  readonly #count: number
  readonly #starts = new Starts<Alike>()
  /** Those that begin with the same three words; among them are those with signs, which no other list has. */
  readonly #byStart = new Map<string, Alike[]>()
  readonly #signed = new Map<string, Alike[]>()
  readonly #firstWords = new Set<string>()
  /** Used streams in the order of use, to go back. */
  readonly #trail: Alike[] = []
  #steps: number

  constructor(source: readonly string[], { running, loose }: SourceStreams) {
    this.#source = source
    this.#running = running
    this.#loose = alike(loose)
    this.#count = loose.length
    this.#steps = PATIENCE * (source.length + running.texts.length) + 10_000
    for (const stream of this.#loose) {
      const start = startOf(stream.texts, 0)
      this.#firstWords.add(stream.texts[0] ?? '')
      addTo(this.#byStart, start, stream)
      if (stream.signs.size === 0) this.#starts.add(stream)
      else addTo(this.#signed, start, stream)
    }
  }

  /** Null when everything found its place. */
  run(): Fault | null {
    const choices: Choice[] = []
    let worst: Fault | null = null
    let at = 0
    let index = 0
    for (;;) {
      this.#steps -= 1
      if (
        at >= this.#source.length &&
        index >= this.#running.texts.length &&
        this.#trail.length === this.#count
      )
        return null
      const start = this.#skipSigns(at, index)
      const fits = start < this.#source.length && this.#source[start] === this.#running.texts[index]
      const loose = this.#looseAt(at)
      if (fits) {
        if (loose.length > 0) choices.push({ at, index, used: this.#trail.length, untried: loose })
        at = start + 1
        index += 1
        continue
      }
      const first = loose.shift()
      if (first !== undefined) {
        if (loose.length > 0) choices.push({ at, index, used: this.#trail.length, untried: loose })
        at = this.#take(first, at)
        continue
      }
      if (index >= this.#running.texts.length && start > at) {
        at = start
        continue
      }
      const fault = this.#faultAt(at, index)
      if (worst === null || fault.at > worst.at) worst = fault
      const choice = this.#lastChoice(choices)
      if (choice === null || this.#steps < 0) return worst
      index = choice.index
      at = this.#take(choice.stream, choice.at)
    }
  }

  /** Goes back to the latest place where there was another way. */
  #lastChoice(
    choices: Choice[],
  ): { readonly at: number; readonly index: number; readonly stream: Alike } | null {
    for (;;) {
      const choice = choices.at(-1)
      if (choice === undefined) return null
      for (const stream of this.#trail.splice(choice.used)) stream.used -= 1
      const stream = choice.untried.shift()
      if (stream !== undefined) return { at: choice.at, index: choice.index, stream }
      choices.pop()
    }
  }

  #take(stream: Alike, at: number): number {
    stream.used += 1
    this.#trail.push(stream)
    return at + this.#matched(stream, at).length
  }

  /** The loose streams that stand here as a whole. Of equal ones the first will do. */
  #looseAt(at: number): Alike[] {
    if (!this.#firstWords.has(this.#source[at] ?? '')) return []
    const found: Alike[] = []
    for (const stream of [
      ...this.#starts.at(this.#source, at),
      ...this.#beginning(at, this.#signed),
    ]) {
      if (isUsedUp(stream) || !this.#matched(stream, at).whole) continue
      if (!found.some((other) => isSame(other, stream))) found.push(stream)
    }
    // The longest first: a shorter one may be its beginning.
    return found.sort((a, b) => b.texts.length - a.texts.length)
  }

  /** Those of a list by their first three words that may begin here. */
  #beginning(at: number, byStart: ReadonlyMap<string, Alike[]>): readonly Alike[] {
    if (byStart.size === 0) return []
    const starts = new Set([1, 2, 3].map((length) => startOf(this.#source, at, length)))
    return [...starts].flatMap((start) => byStart.get(start) ?? [])
  }

  /** How far the source goes with the stream from here: in words of the source, and of the stream. */
  #matched(
    stream: LooseStream,
    at: number,
  ): { readonly length: number; readonly words: number; readonly whole: boolean } {
    let end = at
    for (let index = 0; index < stream.texts.length; index += 1) {
      const start = this.#skip(stream.signs.get(index), end)
      this.#steps -= 1
      if (this.#source[start] !== stream.texts[index])
        return { length: end - at, words: index, whole: false }
      end = start + 1
    }
    return {
      length: this.#skip(stream.signs.get(stream.texts.length), end) - at,
      words: stream.texts.length,
      whole: true,
    }
  }

  #faultAt(at: number, index: number): Fault {
    // A footnote that begins here but goes on differently says more than the running text.
    for (const stream of this.#beginning(at, this.#byStart)) {
      if (isUsedUp(stream)) continue
      const { length, words } = this.#matched(stream, at)
      if (words > Math.max(stream.lead, 2))
        return { at: at + length, expected: stream, index: words }
    }
    if (index < this.#running.texts.length) return { at, expected: this.#running, index }
    const missing = this.#loose.find((stream) => !isUsedUp(stream)) ?? null
    return { at, expected: missing, index: 0 }
  }

  #skipSigns(at: number, index: number): number {
    return this.#skip(this.#running.signs.get(index), at)
  }

  /** Steps over the signs that the article shows in another way, where the source has them. */
  #skip(signs: readonly Sign[] | undefined, at: number): number {
    let next = at
    for (const sign of signs ?? []) {
      const token = this.#source[next] ?? ''
      switch (sign.type) {
        case 'number':
          if (token === String(sign.value) && /^[.)]$/u.test(this.#source[next + 1] ?? ''))
            next += 2
          break
        case 'bullet':
          if (BULLETS.has(token)) next += 1
          break
        case 'border':
          while (this.#source[next] === '|') next += 1
          break
        case 'head':
          while (HEAD_RULES.has(this.#source[next] ?? '')) next += 1
          break
        case 'rule':
          if (RULES.has(token)) while (this.#source[next] === token) next += 1
          break
      }
    }
    return next
  }
}

function isUsedUp({ used, count }: Alike): boolean {
  return used === count
}

/** The streams, equal ones as one. */
function alike(loose: readonly LooseStream[]): readonly Alike[] {
  const groups = new Map<string, { stream: LooseStream; count: number }>()
  for (const stream of loose) {
    const key = JSON.stringify([stream.texts, [...stream.signs], stream.lead])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { stream, count: 1 })
    else group.count += 1
  }
  return [...groups.values()].map(({ stream, count }) => ({ ...stream, count, used: 0 }))
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** Up to three words, by which a stream is looked up. */
function startOf(texts: readonly string[], at: number, length = 3): string {
  return texts.slice(at, at + length).join(' ')
}

function isSame(a: Stream, b: Stream): boolean {
  return (
    a.texts.length === b.texts.length && a.texts.every((text, index) => text === b.texts[index])
  )
}
