import {
  ANSWERED,
  BEGIN,
  FORWARDED,
  HEAD_FIELDS,
  SUBJECT_ANSWERED,
  SUBJECT_SENT_ON,
} from '../cues/mail.ts'
import { fold } from '../fold.ts'
import type { Part } from '../part.ts'
import { phrasesOf } from '../phrases.ts'

/** What the head of a mail says; null where it does not. */
export interface Head {
  readonly from: string | null
  readonly date: string | null
  readonly subject: string | null
  /** The line over it that says what becomes of the mail below. */
  readonly divider: 'forwarded' | 'answered' | null
  /** Whether it says what people leave out who tell of a letter: an address, the time of day, "Re:". */
  readonly isByProgram: boolean
  /** How many parts it takes. */
  readonly size: number
}

type Field = keyof typeof HEAD_FIELDS

const FIELDS: ReadonlyMap<string, Field> = new Map(
  (['other', 'subject', 'date', 'from'] as const).flatMap((field) =>
    phrasesOf(HEAD_FIELDS[field]).map((name) => [name, field] as const),
  ),
)
const LINE = /^[\s*_]{0,4}([\p{L}][\p{L} -]{0,24}?)[*_]{0,2} ?:[*_]{0,2}(?: |$)/u
/** Fields that programs add for themselves; they are believed inside a head only. */
const TECHNICAL = /^[A-Z][A-Za-z0-9]{0,24}(?:-[A-Za-z0-9]{1,24}){0,4}: ?\S/u
const MOST_PARTS = 60

/** The head of a mail that begins at a part; null where none does. */
export function headAt(parts: readonly Part[], at: number): Head | null {
  const first = parts[at]
  if (first === undefined || first.weight > 4000) return null
  const divider = dividerIn(first)
  if (divider === null && fieldOf(first.words) === null) return null
  const values = new Map<Field, string>()
  let size = 0
  let fields = 0
  for (const part of parts.slice(at, at + MOST_PARTS)) {
    if (part.fragment.quoted !== first.fragment.quoted || part.weight > 4000) break
    const lines = part.words.split('\n').filter((line) => line.trim() !== '')
    const isOver = size === 0 && divider !== null
    if (lines.length === 0 && size > 0) break
    const read = linesOfHead(
      isOver ? lines.slice(1) : lines,
      part.fragment.indent > 0 && fields > 0,
    )
    // Text that runs on from the last field is none of the head's.
    if (read === null) {
      if (isOver) size = 1
      break
    }
    fields += read.length
    for (const [field, value] of read) if (!values.has(field)) values.set(field, value)
    size += 1
  }
  const from = values.get('from') ?? null
  // "From: Harbour Review", "Date: 3 May" over an article says where it comes from.
  const isMail = values.has('subject') || values.has('other') || from?.includes('@') === true
  const isHead = from !== null && (divider !== null || (values.size > 1 && isMail))
  if (!isHead && divider === null) return null
  return {
    from,
    date: values.get('date') ?? null,
    subject: values.get('subject') ?? null,
    divider,
    isByProgram:
      [...values.values()].some((value) => value.includes('@')) ||
      TIME.test(values.get('date') ?? '') ||
      isPrefixed(values.get('subject') ?? ''),
    size: isHead ? size : 1,
  }
}

const TIME = /\d[:.h]\d{2}(?!\d)/u

/** Whether a subject says that it was answered or sent on: "Re: The mill". */
export function isPrefixed(subject: string): boolean {
  return subjectOf(subject).title !== subject.replace(/\s+/gu, ' ').trim()
}

/** Lines as fields of a head; null where one of them is none. A field may go on in the next line. */
function linesOfHead(
  lines: readonly string[],
  isGoingOn: boolean,
): readonly (readonly [Field, string])[] | null {
  const found: [Field, string][] = []
  for (const [n, line] of lines.entries()) {
    const field = fieldOf(line)
    const last = found.at(-1)
    if (field !== null) found.push([field.field, line.slice(field.end).trim()])
    else if (TECHNICAL.test(line)) found.push(['other', ''])
    else if (last !== undefined && isContinued(last, line)) last[1] = `${last[1]} ${line.trim()}`
    else if (!(isGoingOn && n === 0)) return null
  }
  return found
}

/** A long value wraps: addresses after a comma, or a line that is set in. */
function isContinued([, value]: readonly [Field, string], line: string): boolean {
  return /^[ \t]/u.test(line) || /[,;]$/u.test(value) || /^<?\S{1,64}@\S{1,90}[>,;]?$/u.test(line)
}

function fieldOf(line: string): { readonly field: Field; readonly end: number } | null {
  const folded = fold(line.slice(0, 60))
  const match = LINE.exec(folded)
  const field = FIELDS.get(match?.[1]?.trim() ?? '')
  return match === null || field === undefined ? null : { field, end: match[0].length }
}

const SIGNS = /^[\s>*_=-]{0,60}|[\s*_=:-]{0,60}$/gu
const OPENING = new RegExp(`^(?:${phrasesOf(BEGIN).join('|')}) `, 'u')
const OVER = {
  forwarded: phrasesOf(FORWARDED),
  answered: phrasesOf(ANSWERED),
} as const

/** Whether the first line of a part says that another mail begins: "-----Original Message-----". */
function dividerIn(part: Part): Head['divider'] {
  const line = part.words.trimStart().split('\n', 1)[0] ?? ''
  if (line.length > 120) return null
  const words = fold(line).replace(SIGNS, '').replace(OPENING, '')
  // In a sentence such words mean something else: a line of them has dashes around it, or a colon.
  if (!/^[\s>]{0,4}[-_*=]{2}|[:：]\s*$/u.test(line)) return null
  for (const kind of ['forwarded', 'answered'] as const) {
    if (OVER[kind].some((phrase) => words.startsWith(phrase) && words.length < phrase.length + 40))
      return kind
  }
  return null
}

const prefix = (list: string): RegExp =>
  new RegExp(
    `^(?:${phrasesOf(list).join('|')})(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3})? ?: ?`,
    'u',
  )
const SENT_ON = prefix(SUBJECT_SENT_ON)
const ANSWER = prefix(SUBJECT_ANSWERED)

/** A subject without "Re:", "Fwd:" and the name of a list among them, and whether it says that the mail was sent on. */
export function subjectOf(line: string): {
  readonly title: string | null
  readonly isSentOn: boolean
} {
  const said = line.replace(/\s+/gu, ' ').trim()
  let title = said
  let isSentOn = false
  for (let n = 0; n < 40; n += 1) {
    const bracketed = /^\[(?=\p{L}{2,8} ?[:：])/u.test(title) && title.endsWith(']')
    const text = bracketed ? title.slice(1, -1) : title
    const list = LIST.exec(text)?.[0] ?? ''
    const folded = fold(text.slice(list.length))
    const on = SENT_ON.exec(folded)
    const match = on ?? ANSWER.exec(folded)
    if (match === null) break
    isSentOn = isSentOn || on !== null
    title = text.slice(list.length + match[0].length).trim()
  }
  if (title !== said) title = title.replace(LIST, '')
  return { title: title === '' ? null : title, isSentOn }
}

const LIST = /^\[[^[\]]{1,40}\] ?/u
