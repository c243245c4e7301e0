import { binaryOf, bodyBytes, fieldText, textIn } from './encodings.ts'

/** A mail as it is kept in a file, as what its reader saw of it. */
export interface MailContent {
  /** First who sent it to whom, when and about what, as lines. */
  readonly text: string
  readonly isHtml: boolean
}

const FIELD = /^([!-9;-~]{1,60}):[ \t]?/
/** What a reader sees of a head. */
const SHOWN = ['From', 'To', 'Cc', 'Date', 'Subject']
/** What no letter has that somebody has typed. */
const TECHNICAL = ['mime-version', 'content-type', 'message-id', 'received', 'x-mailer']
const LONGEST_HEAD = 256 * 1024
/** Parts within parts; and parts side by side. */
const DEEPEST = 8
const MOST_PARTS = 200

type Fields = ReadonlyMap<string, string>

interface Entity {
  readonly fields: Fields
  readonly body: string
}

/** Whether bytes are a mail as programs keep them; one that somebody has copied out is a text like any other. */
export function isKeptMail(bytes: Uint8Array): boolean {
  const { fields } = entityOf(binaryOf(bytes.subarray(0, 64 * 1024)))
  return fields.has('from') && TECHNICAL.some((name) => fields.has(name))
}

/** Reads a kept mail: its body decoded, as text where there is one; what is attached is left out. */
export function readKeptMail(bytes: Uint8Array): MailContent {
  return whole(entityOf(binaryOf(bytes)), 0)
}

function entityOf(binary: string): Entity {
  // Collections of mails have a line before each of them.
  const start = /^(?:From [^\r\n]{1,300}\r?\n|\s{1,20})/.exec(binary)?.[0].length ?? 0
  const fields = new Map<string, string>()
  let at = start
  let name: string | null = null
  while (at < binary.length && at < LONGEST_HEAD) {
    const end = binary.indexOf('\n', at)
    const to = end < 0 ? binary.length : end
    const line = binary.slice(at, to).replace(/\r$/, '')
    const field = FIELD.exec(line)
    if (/^[ \t]/.test(line) && line.trim() !== '' && name !== null) {
      fields.set(name, `${fields.get(name) ?? ''}\n${line}`)
    } else if (field?.[1] !== undefined) {
      const found = field[1].toLowerCase()
      // Of a field that comes again the first is believed.
      name = fields.has(found) ? null : found
      if (name !== null) fields.set(name, line.slice(field[0].length))
    } else {
      at = line.trim() === '' ? Math.min(binary.length, to + 1) : at
      break
    }
    at = to + 1
  }
  return { fields, body: binary.slice(at) }
}

function headOf({ fields }: Entity): string {
  return SHOWN.flatMap((name) => {
    const value = fieldText(fields.get(name.toLowerCase()) ?? '')
    return value === '' ? [] : [`${name}: ${value}`]
  }).join('\n')
}

/** A mail with its head. */
function whole(mail: Entity, depth: number): MailContent {
  const { text, isHtml } = bodyOf(mail, depth)
  const head = headOf(mail)
  return { text: isHtml ? `<pre>${escaped(head)}</pre>\n${text}` : `${head}\n\n${text}`, isHtml }
}

const NOTHING: MailContent = { text: '', isHtml: false }

function bodyOf({ fields, body }: Entity, depth: number): MailContent {
  const type = (fields.get('content-type') ?? 'text/plain').trim()
  const kind = /^[\w.+-]{1,60}\/[\w.+-]{1,90}/.exec(type)?.[0].toLowerCase() ?? 'text/plain'
  if (/^\s{0,9}attachment/i.test(fields.get('content-disposition') ?? '')) return NOTHING
  if (kind.startsWith('multipart/')) {
    const boundary = parameter(type, 'boundary')
    if (boundary === null || depth > DEEPEST) return NOTHING
    const parts = partsOf(body, boundary).map((part) => bodyOf(entityOf(part), depth + 1))
    return kind === 'multipart/alternative' ? plainest(parts) : joined(parts)
  }
  if (kind === 'message/rfc822') {
    if (depth > DEEPEST) return NOTHING
    return whole(entityOf(body), depth + 1)
  }
  if (kind !== 'text/plain' && kind !== 'text/html') return NOTHING
  const bytes = bodyBytes(body, fields.get('content-transfer-encoding') ?? '')
  const text = textIn(bytes, parameter(type, 'charset'))
  if (kind === 'text/html') return { text, isHtml: true }
  const isFlowed = /^flowed$/i.test(parameter(type, 'format') ?? '')
  return { text: isFlowed ? flowed(text) : text, isHtml: false }
}

function parameter(type: string, name: string): string | null {
  const found = new RegExp(
    `;\\s{0,40}${name}\\s{0,4}=\\s{0,4}(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`,
    'i',
  )
  const [, quoted, bare] = found.exec(type.slice(0, 4000)) ?? []
  return quoted ?? bare ?? null
}

function partsOf(body: string, boundary: string): readonly string[] {
  const parts: string[] = []
  const border = `--${boundary}`
  let from = -1
  let at = body.startsWith(border) ? 0 : lineAt(body, border, 0)
  while (at >= 0 && parts.length < MOST_PARTS) {
    if (from >= 0) parts.push(body.slice(from, at))
    const end = body.indexOf('\n', at)
    if (end < 0 || body.startsWith('--', at + border.length)) return parts
    from = end + 1
    at = body.startsWith(border, from) ? from : lineAt(body, border, from)
  }
  // Of a mail that was cut off the rest is read, too.
  if (from >= 0) parts.push(body.slice(from))
  return parts
}

/** Where a line begins with some words; -1 where none does. */
function lineAt(body: string, words: string, from: number): number {
  const found = body.indexOf(`\n${words}`, from)
  return found < 0 ? -1 : found + 1
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
