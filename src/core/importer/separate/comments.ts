import type { Container } from '../model.ts'
import { pointsBack, setting, shared, topicsOf } from './continuity.ts'
import { boxOf } from './coloured.ts'
import { fold } from './fold.ts'
import type { Label } from './labels.ts'
import { labelOfPart } from './labels.ts'
import { langOf } from './languages.ts'
import type { Part } from './part.ts'
import { opensVoice } from './remarks.ts'
import { follow, isPointer, isSetApart, LONGEST_RUN, markEnd, sure, textAround } from './runs.ts'
import type { Sheet } from './sheet.ts'
import { isOpen, nextOf } from './sheet.ts'
import type { Verdict } from './verdict.ts'

/* A remark that a label announces, as far as it goes. */

export function commentary(sheet: Sheet, part: Part, label: Label): void {
  const { parts } = sheet
  const rest = part.words
    .slice(label.end)
    .replace(/[\s*_)\]]{1,8}$/u, '')
    .trim()
  const isHeading = part.fragment.kind === 'heading'
  // "Comments" over an empty list is no remark; "Commentary" over a chapter may be the author's own.
  if (
    isHeading &&
    label.voice === null &&
    (label.cue.id === 'own-comment' || label.cue.id === 'note-from') &&
    !/\bmy\b|mein|mon |mi |мой|我/u.test(fold(label.found))
  )
    return
  if (rest === '' && nextOf(sheet, part.at) === null) return
  if (
    label.cue.id === 'own-comment' &&
    label.voice === null &&
    rest === '' &&
    !/[:：]$/u.test(part.words.trim())
  )
    return
  const isGeneral =
    label.cue.id === 'own-comment' && !/\s/u.test(label.found.replace(/[\s:：.]{1,4}$/u, ''))
  const found = isGeneral ? { ...sure(label), confidence: 'likely' as const } : sure(label)
  sheet.verdicts.set(part.at, found)
  const closing = openBracket(part.words)
  if (closing !== null) {
    toBracket(sheet, part, closing, found)
    return
  }
  let run: Part = part
  if (rest === '') {
    const next = parts[part.at + 1]
    if (next === undefined || !isOpen(sheet, next) || labelOfPart(next)?.cue.class === 'commentary')
      return
    // Notes of a transcriber also stand before the text: then only what follows is sure to be his.
    const isAfterword = label.cue.isSection === true && part.at > parts.length / 2
    if (isHeading || isAfterword) {
      underHeading(sheet, part, found)
      return
    }
    follow(sheet, next, found, 'likely')
    run = next
  }
  if (inBox(sheet, part, found)) return
  asSet(sheet, run, found)
  const last = lastOfRun(sheet, part)
  if (last !== null && !isSetApart(part) && isDoubtfulEnd(sheet, part, last)) markEnd(sheet, last)
}

/** A box that opens with a remark is the remark's, to its end; whether there is one. */
function inBox(sheet: Sheet, from: Part, found: Verdict): boolean {
  const box = boxOf(from)
  const before = sheet.parts[from.at - 1]
  if (box === null || (before !== undefined && boxOf(before) === box)) return false
  const rest: Part[] = []
  for (const next of sheet.parts.slice(from.at + 1, from.at + LONGEST_RUN)) {
    if (boxOf(next) !== box) break
    rest.push(next)
  }
  // What holds most of the text is no box in it.
  const weigh = (parts: readonly Part[]): number => parts.reduce((sum, one) => sum + one.weight, 0)
  if (weigh(rest) > 0.3 * weigh(sheet.parts)) return false
  for (const next of rest) {
    if (!isOpen(sheet, next) || next.fragment.kind === 'heading' || opensVoice(next)) break
    follow(sheet, next, found, 'likely')
  }
  return true
}

/** The last part of the run that a label began; null where the run ends with a definition or nothing. */
function lastOfRun(sheet: Sheet, part: Part): number | null {
  let at = part.at
  while (sheet.verdicts.get(at + 1)?.cue === 'goes-on') at++
  return sheet.parts[at + 1] === undefined ? null : at
}

/** Whether what follows a remark may belong to it still: it shares little with the text before. */
function isDoubtfulEnd(sheet: Sheet, part: Part, last: number): boolean {
  const next = sheet.parts[last + 1]
  if (next === undefined || !isOpen(sheet, next) || !next.isProse || next.fragment.quoted > 0)
    return false
  if (next.fragment.afterRule === true || labelOfPart(next) !== null) return false
  const around = textAround(sheet, part.at)
  if (around.size === 0) return false
  const own = shared(topicsOf(next.words), topicsOf(part.words))
  const before = shared(topicsOf(next.words), around)
  return pointsBack(next, sheet.material.about.lang ?? langOf(sheet.material))
    ? own >= before
    : own > before
}

/** What the markup sets as it sets the remark belongs to it; so does what its colon points to. */
function asSet(sheet: Sheet, from: Part, found: Verdict): void {
  const { parts } = sheet
  let last = from
  for (const next of parts.slice(from.at + 1, from.at + LONGEST_RUN)) {
    if (
      !isOpen(sheet, next) ||
      next.fragment.kind === 'heading' ||
      next.fragment.afterRule === true
    )
      return
    if (labelOfPart(next) !== null) return
    const isSetAlike =
      isSetApart(from) && setting(next) === setting(from) && isInSameQuotation(from, next)
    const isPointedTo = /[:：]\s*$/u.test(last.words.slice(-4)) && isPointer(next)
    const isBelow = isInSameBlock(sheet, last, next)
    if (!isSetAlike && !isPointedTo && !isBelow) return
    follow(sheet, next, found, isSetAlike ? 'sure' : isPointedTo ? 'likely' : 'guess')
    last = next
  }
}

/** The line below, in a text whose paragraphs have a blank line between them: it may go on, or be another's. */
function isInSameBlock(sheet: Sheet, part: Part, next: Part): boolean {
  const { material, parts } = sheet
  if (material.format !== 'text' || next.at !== part.at + 1 || isGapped(material.text, part, next))
    return false
  const around = parts.slice(Math.max(0, part.at - 12), part.at + 12)
  const gaps = around.filter((one, n) => {
    const behind = around[n + 1]
    return behind !== undefined && isGapped(material.text, one, behind)
  })
  return gaps.length > 0.5 * (around.length - 1)
}

/** Whether a line without words stands between two parts. */
function isGapped(text: string, part: Part, next: Part): boolean {
  return text.slice(part.fragment.to, next.fragment.from).split('\n').length > 2
}

/** Two quotations in a row may be two people's. */
function isInSameQuotation(from: Part, next: Part): boolean {
  return from.fragment.quoted === 0 || quotationOf(from) === quotationOf(next)
}

function quotationOf({ fragment: { within } }: Part): Container | null {
  let element = within
  while (element !== null && element.name !== 'blockquote') element = element.parent
  return element
}

function underHeading(sheet: Sheet, heading: Part, found: Verdict): void {
  const first = sheet.parts[heading.at + 1]
  for (const next of sheet.parts.slice(heading.at + 1, heading.at + LONGEST_RUN)) {
    // Where it begins with a quotation, that is all of it.
    if (first !== undefined && first.fragment.quoted !== next.fragment.quoted) return
    if (first !== undefined && !isInSameQuotation(first, next)) return
    if (
      !isOpen(sheet, next) ||
      next.fragment.kind === 'heading' ||
      next.fragment.afterRule === true
    )
      return
    // Below a mere line a label may begin what is no part of the section: a word about the author.
    if (heading.fragment.kind !== 'heading' && labelOfPart(next) !== null) return
    follow(sheet, next, found, 'likely')
  }
}

const OPEN = /^[\s*_>"'“«~-]{0,8}([[（(【［{])/u

const CLOSE: Readonly<Record<string, string>> = {
  '[': ']',
  '（': '）',
  '(': ')',
  '【': '】',
  '［': '］',
  '{': '}',
}

/** The bracket that a part opens with and does not close. */
function openBracket(words: string): string | null {
  const open = OPEN.exec(words)?.[1]
  if (open === undefined) return null
  const close = CLOSE[open] ?? ']'
  let depth = 0
  for (const character of words) {
    if (character === open) depth++
    else if (character === close) depth--
  }
  return depth > 0 ? close : null
}

/** A remark whose bracket is closed some paragraphs later. */
function toBracket(sheet: Sheet, from: Part, close: string, found: Verdict): void {
  const behind = sheet.parts.slice(from.at + 1, from.at + 12)
  const end = behind.findIndex((part) =>
    new RegExp(`\\${close}[\\s*_."'”»]{0,6}$`, 'u').test(part.words.slice(-12)),
  )
  if (end < 0) return
  for (const part of behind.slice(0, end + 1))
    if (isOpen(sheet, part)) follow(sheet, part, found, 'sure')
}
