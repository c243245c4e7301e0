import { entityOf, fieldText, parameterOf, partsOf, textOf } from './mime.ts'
import type { Entity } from './mime.ts'

/** A mail as it is kept in a file, as what its reader saw of it. */
export interface MailContent {
  /** First who sent it to whom, when and about what, as lines. */
  readonly text: string
  readonly isHtml: boolean
}

/** What a reader sees of a head. */
const SHOWN = ['From', 'To', 'Cc', 'Date', 'Subject']
/** What no letter has that somebody has typed. */
const TECHNICAL = ['mime-version', 'content-type', 'message-id', 'received', 'x-mailer']
const START = 64 * 1024

/** Whether bytes are a mail as programs keep them; one that somebody has copied out is a text like any other. */
export function isKeptMail(bytes: Uint8Array): boolean {
  const { fields } = entityOf(bytes.subarray(0, START))
  return fields.has('from') && TECHNICAL.some((name) => fields.has(name))
}

/** Reads a kept mail: its body decoded, as text where there is one; what is attached is left out. */
export function readKeptMail(bytes: Uint8Array): MailContent {
  return whole(entityOf(bytes))
}

/** A mail with its head. */
function whole(mail: Entity): MailContent {
  const { text, isHtml } = bodyOf(mail)
  const head = headOf(mail)
  return { text: isHtml ? `<pre>${escaped(head)}</pre>\n${text}` : `${head}\n\n${text}`, isHtml }
}

function headOf(mail: Entity): string {
  return SHOWN.flatMap((name) => {
    const value = fieldText(mail, name.toLowerCase())
    return value === '' ? [] : [`${name}: ${value}`]
  }).join('\n')
}

const NOTHING: MailContent = { text: '', isHtml: false }

function bodyOf(entity: Entity): MailContent {
  const { type, fields } = entity
  if (/^\s{0,9}attachment/i.test(fields.get('content-disposition') ?? '')) return NOTHING
  if (type === 'multipart/alternative') return plainest(partsOf(entity).map(bodyOf))
  if (type.startsWith('multipart/')) return joined(partsOf(entity).map(bodyOf))
  if (type === 'message/rfc822') return joined(partsOf(entity).map(whole))
  if (type === 'text/html') return { text: textOf(entity), isHtml: true }
  if (type !== 'text/plain') return NOTHING
  const text = textOf(entity)
  const isFlowed = /^flowed$/i.test(parameterOf(entity, 'format') ?? '')
  return { text: isFlowed ? flowed(text) : text, isHtml: false }
}

/** Of the forms in which a mail says the same, the one without markup. */
function plainest(parts: readonly MailContent[]): MailContent {
  const full = parts.filter(({ text }) => text.trim() !== '')
  return full.find(({ isHtml }) => !isHtml) ?? full[0] ?? NOTHING
}

/** Texts one behind the other; where one of them has markup, all have it. */
function joined(parts: readonly MailContent[]): MailContent {
  const full = parts.filter(({ text }) => text.trim() !== '')
  const isHtml = full.some((part) => part.isHtml)
  const texts = full.map((part) =>
    isHtml && !part.isHtml ? `<pre>${escaped(part.text)}</pre>` : part.text,
  )
  return { text: texts.join(isHtml ? '\n' : '\n\n'), isHtml }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Lines that a program has broken end with a space, and are one; a space before `>` or "From" is its, too. */
function flowed(text: string): string {
  const lines: string[] = []
  let open: string | null = null
  for (const raw of text.split(/\r\n?|\n/)) {
    const quotes = /^>*/.exec(raw)?.[0] ?? ''
    const words = raw.slice(quotes.length).replace(/^ /, '')
    const isGoingOn = open === quotes && lines.length > 0
    if (isGoingOn) lines[lines.length - 1] = `${lines.at(-1) ?? ''}${words}`
    else lines.push(quotes === '' ? words : `${quotes} ${words}`)
    open = words.endsWith(' ') && words !== '-- ' ? quotes : null
  }
  return lines.join('\n')
}
