import type { Material } from '../model.ts'
import { labelOfPart } from './labels.ts'
import type { Part } from './part.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import { verdict } from './verdict.ts'

/** What distributors, programs and printers set around a text: licences, signatures, running heads. */
export function judgeFrames(sheet: Sheet): void {
  libraryFrame(sheet)
  signatures(sheet)
  runningHeads(sheet)
}

const STARTS = /^\W{0,6}(?:\*\s?)*start of (?:the|this) (?:project )?\w+ e-?(?:book|text)/u
const ENDS =
  /^\W{0,6}(?:\*\s?)*end of (?:the|this) (?:project )?\w+ e-?(?:book|text)|^end of (?:the )?project gutenberg/u

/** Digital libraries put their licence before and behind a book, with a line that says where it begins. */
function libraryFrame(sheet: Sheet): void {
  const { parts } = sheet
  const start = parts.find((part) => STARTS.test(part.opening.replace(/\*/gu, '').trim()))
  const end = parts.find(
    (part) => part.at > (start?.at ?? 0) && ENDS.test(part.opening.replace(/\*/gu, '').trim()),
  )
  for (const part of parts) {
    const isBefore = start !== undefined && part.at <= start.at
    const isBehind = end !== undefined && part.at >= end.at
    if ((!isBefore && !isBehind) || !isOpen(sheet, part)) continue
    const label = isBefore && part.weight < 160 ? labelOfPart(part) : null
    sheet.verdicts.set(
      part.at,
      label !== null && part.words.slice(label.end).trim() !== ''
        ? verdict('metadata', 'sure', 'source-line', { found: label.found })
        : verdict('furniture', 'sure', 'library-frame'),
    )
  }
}

/** `--` ends a mail; what is below it is the same on every mail. Lists add a footer behind a long line. */
function signatures(sheet: Sheet): void {
  const { parts, material } = sheet
  // The mails in a mail have signatures of their own.
  if (sheet.mail !== null) return
  if (material.format !== 'text' && material.format !== 'markdown') return
  const isMail = parts.some(
    (part) => part.fragment.quoted > 0 || labelOfPart(part)?.cue.id === 'mail-header',
  )
  if (!isMail) return
  let isBelow = false
  for (const part of parts) {
    if (endsMail(material, parts, part)) isBelow = true
    else if (
      part.fragment.quoted > 0 ||
      labelOfPart(part)?.cue.id === 'mail-header' ||
      part.weight > LONGEST_SIGNATURE
    )
      isBelow = false
    if (isBelow && isOpen(sheet, part))
      sheet.verdicts.set(part.at, verdict('furniture', 'likely', 'mail-signature'))
  }
}

export const LONGEST_SIGNATURE = 400

const LONGEST_FOOTER = 12

/**
 * Whether a part is the line below which a mail is over: `--`, or the long line of a list, below which
 * stand no sentences. `isNext`: whether another mail begins at a part.
 */
export function endsMail(
  material: Material,
  parts: readonly Part[],
  part: Part,
  isNext: (part: Part) => boolean = () => false,
): boolean {
  const line = material.text.slice(part.fragment.from, part.fragment.from + 60).trim()
  const words = part.words.trim()
  if (words === '--' || line === '--') return true
  if (!/^_{20,}/u.test(words || line)) return false
  const below = parts.slice(part.at + 1, part.at + 2 + LONGEST_FOOTER)
  const end = below.findIndex(
    (one) =>
      one.fragment.quoted !== part.fragment.quoted ||
      labelOfPart(one)?.cue.id === 'mail-header' ||
      isNext(one),
  )
  const footer = end < 0 ? below : below.slice(0, end)
  return (
    footer.length <= LONGEST_FOOTER &&
    footer.every((one) => !one.isSaid && one.weight <= LONGEST_SIGNATURE)
  )
}

const PAGE_NUMBER = /^(?:.{0,80}\s)?\[?(?:page|seite|pág\.?|стр\.?) ?\d{1,4}\]?$/u

/** Lines that come back on every page, with another number. */
function runningHeads(sheet: Sheet): void {
  const { parts, material } = sheet
  if (material.format === 'html') return
  const byLine = new Map<string, Part[]>()
  let isBelowNumber = false
  for (const part of parts) {
    if (part.isSaid || part.weight > 120 || !/\d/u.test(part.opening) || !isOpen(sheet, part))
      continue
    // Whoever announces himself on every page is still somebody.
    const speaks = labelOfPart(part)?.cue.class
    if (speaks === 'commentary' || speaks === 'background') continue
    const line = part.opening
      .trim()
      .replace(/\d{1,6}/gu, '0')
      .replace(/\s{1,40}/gu, ' ')
    const isNumber = PAGE_NUMBER.test(part.opening.trim())
    const isHead = isBelowNumber && part.fragment.kind === 'paragraph'
    isBelowNumber = isNumber
    if (isNumber || isHead) {
      sheet.verdicts.set(
        part.at,
        verdict('furniture', 'likely', 'running-head', { found: part.words.trim() }),
      )
    }
    const list = byLine.get(line)
    if (list === undefined) byLine.set(line, [part])
    else list.push(part)
  }
  for (const [line, list] of byLine) {
    const [first] = list
    const last = list.at(-1)
    if (first === undefined || last === undefined || list.length < 3 || line.length < 8) continue
    if (
      !/\p{L}{3}/u.test(line) ||
      last.at - first.at < 5 * list.length ||
      first.fragment.kind === 'heading'
    )
      continue
    for (const part of list) {
      sheet.verdicts.set(
        part.at,
        verdict('furniture', 'likely', 'running-head', { found: part.words.trim() }),
      )
    }
  }
}
