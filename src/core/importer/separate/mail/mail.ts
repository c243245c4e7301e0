import type { Material } from '../../model.ts'
import { PROGRAM_CLASSES } from '../cues/mail.ts'
import { fold } from '../fold.ts'
import { endsMail, LONGEST_SIGNATURE } from '../frames.ts'
import type { Part } from '../part.ts'
import { attributionIn, isOnlyVerb } from './attributions.ts'
import type { Attribution } from './attributions.ts'
import { headAt, subjectOf } from './heads.ts'
import type { Head } from './heads.ts'
import { senderIn } from './names.ts'
import { isInOwnOrder } from './order.ts'

/** One of the mails in a text: what somebody wrote, wherever his words stand in it. */
export interface Message {
  readonly sender: string | null
  /** As found. */
  readonly date: string | null
  readonly subject: string | null
  /** How deep its words are quoted. */
  readonly depth: number
  /** Whether it stands under a head or a line of its own, rather than being quoted in another. */
  readonly isHeaded: boolean
  /** Whether a line over it says that it was sent before what stands above. */
  readonly isDivided: boolean
}

/** What a part is in a mail. */
export type Place =
  | { readonly type: 'head' | 'divider'; readonly found: string }
  /** The line that names who is quoted below; `by`: in whose mail it stands. */
  | { readonly type: 'attribution'; readonly found: string; readonly by: Message }
  | { readonly type: 'words'; readonly message: Message }
  | { readonly type: 'signature' }

/** A text that is a mail, with the mails that it quotes or hands on. */
export interface Mail {
  /** By the number of the part; what is quoted from nobody knows whom has none. */
  readonly places: ReadonlyMap<number, Place>
  /** The mail whose words are the text: the oldest that was handed on, else the one that was sent last. */
  readonly text: Message
  /** The one that was sent last, to which all others belong. */
  readonly top: Message
  readonly isSentOn: boolean
  /** Without "Re:" and "Fwd:". */
  readonly subject: string | null
}

/** Reads a text as a mail; null where nothing says that it is one. `isOut`: what is the page's, around it. */
export function readMail(
  material: Material,
  parts: readonly Part[],
  isOut: (part: Part) => boolean,
): Mail | null {
  const reader = new Reader(material, parts)
  for (let at = 0; at < parts.length;) {
    const part = parts[at]
    at += part === undefined || isOut(part) ? 1 : reader.read(part)
  }
  return reader.mail()
}

/** What somebody says above a mail that he answers, where nothing but its head divides the two. */
const LONGEST_ANSWER = 400
const NOBODY: Message = {
  sender: null,
  date: null,
  subject: null,
  depth: 0,
  isHeaded: true,
  isDivided: false,
}

class Reader {
  readonly #material: Material
  readonly #parts: readonly Part[]
  readonly #places = new Map<number, Place>()
  /** Whose words stand at each depth of quotation. */
  readonly #open: (Message | undefined)[] = [NOBODY]
  readonly #weights = new Map<Message, number>()
  /** Messages one below the other, as they were handed on. */
  readonly #stacked: Message[] = [NOBODY]
  readonly #quoted: Message[] = []
  #isForwarded = false
  #isQuotedBefore = false
  /** How many were quoted before the mail that is being read. */
  #quotedBefore = 0
  /** Whether somebody goes on below what he quotes. */
  #isInterleaved = false
  /** Whether there has been a heading. */
  #isUnderHeading = false
  /** The last words that were somebody's. */
  #last: Part | null = null
  /** How deep the signature is quoted that is being read. */
  #signed: number | null = null

  constructor(material: Material, parts: readonly Part[]) {
    this.#material = material
    this.#parts = parts
  }

  /** Reads what begins at a part, and says how many parts that are. */
  read(part: Part): number {
    if (part.words.trim() === '' && !this.#endsMail(part)) return 1
    const size = this.#head(part) || this.#attribution(part)
    if (size > 0) this.#signed = null
    return size || this.#signature(part) || this.#words(part)
  }

  #head(part: Part): number {
    const head = headAt(this.#parts, part.at)
    if (head === null) return 0
    const depth = part.fragment.quoted
    const message: Message = {
      sender: head.from === null ? null : senderIn(head.from),
      date: head.date,
      subject: head.subject,
      depth,
      isHeaded: true,
      isDivided: head.divider !== null,
    }
    // A divider in a text that is no mail is a line like any other.
    if (head.divider === 'answered' && head.from === null && !this.#isMail) return 0
    if (head.divider === null && !this.#isMail && !this.#isAnswer(part, head)) return 0
    if (head.divider === 'forwarded') this.#isForwarded = true
    const isFirst = depth === 0 && !this.#has(NOBODY) && this.#stacked.at(-1) === NOBODY
    if (isFirst && head.divider === null) this.#stacked[0] = message
    else if (depth === 0) this.#stack(message)
    else this.#quoted.push(message)
    this.#enter(message, depth)
    const found = firstLine(part)
    for (let at = part.at; at < part.at + head.size; at += 1) {
      this.#places.set(at, { type: head.divider === null ? 'head' : 'divider', found })
    }
    return head.size
  }

  /**
   * Whether a head without a line over it may belong to a mail that is answered above it: what somebody
   * says there is short. Whoever tells of a letter and shows it says more, or announces it.
   */
  #isAnswer(part: Part, head: Head): boolean {
    const isQuoted = part.fragment.quoted > 0 && this.#material.format === 'text'
    if (isQuoted || !this.#has(NOBODY)) return true
    const isTold =
      (this.#weights.get(NOBODY) ?? 0) > LONGEST_ANSWER ||
      this.#isUnderHeading ||
      /[:：]\s*$/u.test(this.#last?.closing ?? '')
    return !isTold && head.isByProgram
  }

  get #isMail(): boolean {
    return this.#stacked[0] !== NOBODY || this.#quoted.length > 0 || this.#stacked.length > 1
  }

  /** Another mail below those that have been read. */
  #stack(message: Message): void {
    this.#stacked.push(message)
    this.#quotedBefore = this.#quoted.length
    this.#isQuotedBefore = false
    this.#isInterleaved = false
  }

  #has(message: Message): boolean {
    return (this.#weights.get(message) ?? 0) > 0
  }

  #enter(message: Message, depth: number): void {
    this.#open.length = Math.min(this.#open.length, depth)
    this.#open[depth] = message
  }

  #attribution(part: Part): number {
    const wrapped = this.#wrapped(part)
    if (wrapped === null) return 0
    const { attribution, size } = wrapped
    const depth = part.fragment.quoted
    const next = this.#parts
      .slice(part.at + size, part.at + size + 10)
      .find((one) => one.words.trim() !== '')
    if (next === undefined) return 0
    const isQuoting = next.fragment.quoted > depth
    const isAddressed = attribution.style === 'addressed'
    // On pages and in books somebody who quotes writes "In May 1890, at 10:30, Ada Brand wrote:", too.
    const isProgram = isAddressed || this.#material.format === 'text' || isByProgram(part, next)
    if (isQuoting ? !isProgram && !this.#isMail : !isAddressed || !this.#isMail) return 0
    const by = this.#open[depth] ?? this.#open.findLast((one) => one !== undefined) ?? NOBODY
    const at = isQuoting ? next.fragment.quoted : depth
    const before = this.#open[at]
    const message: Message =
      isQuoting && before !== undefined && isSame(before, attribution)
        ? before
        : {
            sender: attribution.sender,
            date: attribution.date,
            subject: null,
            depth: at,
            isHeaded: !isQuoting,
            isDivided: true,
          }
    if (!isQuoting) this.#stack(message)
    else if (message !== before) this.#quoted.push(message)
    this.#enter(message, at)
    const found = firstLine(part)
    for (let n = 0; n < size; n += 1) {
      this.#places.set(part.at + n, { type: 'attribution', found, by })
    }
    return size
  }

  /** The attribution that a part is, or begins: some are so long that they are wrapped. */
  #wrapped(part: Part): { readonly attribution: Attribution; readonly size: number } | null {
    if (part.weight > 300 || part.fragment.kind === 'code') return null
    let line = part.words.trim()
    const own = attributionIn(line.replaceAll('\n', ' '))
    if (own !== null) return { attribution: own, size: 1 }
    if (/[:：]$/u.test(line) || !/\d|@/u.test(line)) return null
    for (const size of [2, 3]) {
      const next = this.#parts[part.at + size - 1]
      if (next === undefined || next.weight > 160) return null
      const isBroken = isOnlyVerb(next.words) && next.fragment.quoted === part.fragment.quoted + 1
      if (next.fragment.quoted !== part.fragment.quoted && !isBroken) return null
      if (!isBroken && this.#isApart(part.at + size - 2)) return null
      line = `${line} ${next.words.trim().replaceAll('\n', ' ')}`
      const attribution = attributionIn(line)
      if (attribution !== null) return { attribution, size }
    }
    return null
  }

  /** Whether a blank line stands between a part and the next. */
  #isApart(at: number): boolean {
    const [part, next] = [this.#parts[at], this.#parts[at + 1]]
    if (part === undefined || next === undefined) return true
    const between = this.#material.text.slice(part.fragment.to, next.fragment.from)
    return /\n[\s>]*\n/u.test(between.slice(0, 200))
  }

  #signature(part: Part): number {
    const depth = part.fragment.quoted
    if (this.#endsMail(part)) this.#signed = depth
    else if (this.#signed !== depth || part.weight > LONGEST_SIGNATURE) this.#signed = null
    if (this.#signed === null) return 0
    this.#places.set(part.at, { type: 'signature' })
    return 1
  }

  #endsMail(part: Part): boolean {
    return endsMail(
      this.#material,
      this.#parts,
      part,
      (next) => headAt(this.#parts, next.at) !== null,
    )
  }

  #words(part: Part): number {
    const depth = part.fragment.quoted
    const message = this.#open[depth]
    if (message === undefined) return 1
    this.#last = part
    if (part.fragment.kind === 'heading') this.#isUnderHeading = true
    if (depth > 0) this.#isQuotedBefore = true
    else if (this.#isQuotedBefore && /[\p{L}\p{N}][.!?…。！？]["')]?\s*$/u.test(part.closing)) {
      this.#isInterleaved = true
    }
    this.#weights.set(message, (this.#weights.get(message) ?? 0) + part.weight)
    this.#places.set(part.at, { type: 'words', message })
    return 1
  }

  mail(): Mail | null {
    const [top = NOBODY] = this.#stacked
    if (!this.#isMail) return null
    const said =
      [...this.#stacked, ...this.#quoted].find((one) => one.subject !== null)?.subject ??
      this.#subjectLine()
    const { title, isSentOn } = subjectOf(said ?? '')
    const isHandedOn = isSentOn || this.#isForwarded
    const text = this.#text(top, isHandedOn)
    return { places: this.#places, text, top, isSentOn: isHandedOn, subject: title }
  }

  /** Whose words are the text. */
  #text(top: Message, isSentOn: boolean): Message {
    const told = this.#stacked.filter((one) => this.#has(one))
    const [first] = told
    if (first !== undefined && isInOwnOrder(told)) return first
    const oldest = told.at(-1) ?? top
    const quoted = this.#quoted.slice(this.#quotedBefore).filter((one) => this.#has(one))
    const deepest = quoted.reduce<Message | null>(
      (best, one) => (best === null || one.depth > best.depth ? one : best),
      null,
    )
    if (deepest === null) return oldest
    // Who answers a mail as a whole, above it, hands it on; who takes it apart writes a text of his own.
    const weigh = (messages: readonly Message[]): number =>
      messages.reduce((sum, one) => sum + (this.#weights.get(one) ?? 0), 0)
    const isOnTop = !this.#isInterleaved && weigh(quoted) > weigh([oldest])
    return isOnTop || (isSentOn && oldest === top) ? deepest : oldest
  }

  /** A text that begins with "Re: The mill" says what it is about, without a head. */
  #subjectLine(): string | null {
    const part = this.#parts.find(({ words }) => words.trim() !== '')
    const place = part === undefined ? undefined : this.#places.get(part.at)
    if (part === undefined || place?.type !== 'words' || part.weight > 160) return null
    const line = part.words.trim()
    if (line.includes('\n') || subjectOf(line).title === line) return null
    this.#places.set(part.at, { type: 'head', found: line })
    return line
  }
}

function isSame({ sender }: Message, attribution: Attribution): boolean {
  return sender !== null && attribution.sender !== null && fold(sender) === fold(attribution.sender)
}

/** Whether one of some parts stands in an element that a mail program has made. */
function isByProgram(...parts: readonly Part[]): boolean {
  for (const { fragment } of parts) {
    for (let around = fragment.within; around !== null; around = around.parent) {
      if (around.hints.some((hint) => PROGRAM_CLASSES.has(hint))) return true
    }
  }
  return false
}

function firstLine(part: Part): string {
  return part.words.trim().split('\n', 1)[0]?.slice(0, 80) ?? ''
}
