import type { Container, Material } from '../model.ts'
import { judgeAboutAuthor } from './about-author.ts'
import { judgeBoards } from './boards.ts'
import { judgeFrames } from './frames.ts'
import { boxOf, colourOf } from './coloured.ts'
import { judgeComments, judgeFurniture, judgeLinks } from './furniture.ts'
import { judgeHandOver } from './hosts.ts'
import { judgeLabels } from './inserts.ts'
import { isNameList, judgeMetadata } from './metadata.ts'
import { judgeMail } from './mail/judge.ts'
import { hasDate } from './dates.ts'
import type { Part } from './part.ts'
import { opensNotes } from './notes/definitions.ts'
import { judgeKnownNames } from './known-names.ts'
import { nameBefore } from './remarks.ts'
import { judgeQuotations } from './quotations.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import { judgeSetApart } from './set-apart.ts'
import { judgeStructure } from './structure.ts'
import { verdict } from './verdict.ts'

/** Decides for each part who speaks: what is declared first, what is only suggested last. */
export function judge(sheet: Sheet): void {
  judgeFrames(sheet)
  judgeStructure(sheet)
  judgeMail(sheet)
  judgeComments(sheet)
  judgeLabels(sheet)
  judgeMetadata(sheet)
  judgeFurniture(sheet)
  judgeHandOver(sheet)
  judgeAboutAuthor(sheet)
  judgeBrackets(sheet)
  judgeKnownNames(sheet)
  judgeBoards(sheet)
  judgeColours(sheet)
  judgeBoxes(sheet)
  judgeFirstLine(sheet)
  judgeHeadings(sheet)
  judgeQuotations(sheet)
  judgeLinks(sheet)
  judgeHead(sheet)
  judgeSetApart(sheet)
  for (const part of sheet.parts) {
    if (isOpen(sheet, part)) sheet.verdicts.set(part.at, verdict('original', 'sure', 'body'))
  }
}

/** A paragraph in brackets as a whole: whoever inserted it speaks, and may say his name. */
function judgeBrackets(sheet: Sheet): void {
  for (const part of sheet.parts) {
    const { kind } = part.fragment
    if (!isOpen(sheet, part) || part.weight < 30 || kind === 'heading' || kind === 'code') continue
    const words = part.words.trim().replace(/^[*_]{1,3}|[*_.]{1,3}$/gu, '')
    const isSquare = /^[[［【]/u.test(words) && /[\]］】]$/u.test(words)
    const isRound = /^[(（]/u.test(words) && /[)）]$/u.test(words)
    if ((!isSquare && !isRound) || part.linked >= 0.5) continue
    const closes = words.slice(1, -1).search(isSquare ? /[\]］】]\s*\S/u : /[)）]\s*\S/u)
    if (closes >= 0 && !/[[(（［【]/u.test(words.slice(1, closes + 1))) continue
    const voice = nameBefore(words.replace(/^[[(（［【]{1,3}/u, ''))
    if (isRound && (voice === null || !part.isAll('emphasis'))) continue
    sheet.verdicts.set(
      part.at,
      verdict('commentary', voice === null ? 'guess' : 'likely', 'in-brackets', {
        voice,
        found: voice,
      }),
    )
  }
}

/** The colour in which some of the paragraphs are set throughout: another hand's. */
function judgeColours(sheet: Sheet): void {
  const open = sheet.parts.filter(
    (part) => isOpen(sheet, part) && part.isProse && part.fragment.quoted === 0,
  )
  const byColour = new Map<string, Part[]>()
  for (const part of open) {
    addTo(byColour, colourOf(part), part)
  }
  if (byColour.size < 2 || byColour.size > 4) return
  const [most] = [...byColour.entries()].toSorted((a, b) => b[1].length - a[1].length)
  for (const [colour, list] of byColour) {
    if (colour === most?.[0] || list.length > 0.45 * open.length) continue
    if (colour === '') continue
    for (const part of list) {
      sheet.verdicts.set(
        part.at,
        verdict('commentary', list.length > 1 ? 'likely' : 'guess', 'coloured', { found: colour }),
      )
    }
  }
}

function addTo<Key>(lists: Map<Key, Part[]>, key: Key, part: Part): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [part])
  else list.push(part)
}

/** What stands in a box of its own and is little of the text: an insert. */
function judgeBoxes(sheet: Sheet): void {
  const open = sheet.parts.filter((part) => isOpen(sheet, part) && part.fragment.quoted === 0)
  const byBox = new Map<Container, Part[]>()
  let total = 0
  for (const part of open) {
    total += part.weight
    const box = boxOf(part)
    if (box !== null) addTo(byBox, box, part)
  }
  // Many boxes are how a page sets its examples.
  if (byBox.size > 3) return
  const boxed = [...byBox.values()].flat()
  if (boxed.reduce((sum, part) => sum + part.weight, 0) > 0.3 * total) return
  for (const part of boxed) sheet.verdicts.set(part.at, verdict('background', 'guess', 'aside-box'))
}

/** Headings by markup; in bold; in text, short lines that stand alone over prose. */
function judgeHeadings(sheet: Sheet): void {
  const { parts, material } = sheet
  const questions = parts.filter(
    (part) => part.isAll('strong') && /[?？]\s*$/u.test(part.words),
  ).length
  for (const part of parts) {
    if (!isOpen(sheet, part)) continue
    const { fragment, words, weight } = part
    if (fragment.kind === 'heading' || (opensNotes(part) && hasNotesBehind(sheet, part))) {
      sheet.verdicts.set(part.at, verdict('heading', 'sure', 'heading-markup'))
      continue
    }
    if (fragment.kind !== 'paragraph' || weight > 140 || weight < 3 || fragment.quoted > 0) continue
    const line = words.trim()
    if (ENDS_SENTENCE.test(line) || line.includes('\n') || !/\p{L}/u.test(line)) continue
    const next = parts[part.at + 1]
    const isOver = next !== undefined && next.fragment.kind !== 'heading' && next.weight > weight
    const isQuestion = /[?？]$/u.test(line)
    if (part.isAll('strong') && isOver && !(isQuestion && questions > 2)) {
      sheet.verdicts.set(part.at, verdict('heading', 'likely', 'heading-bold'))
      continue
    }
    const isTitling = next !== undefined && sheet.verdicts.get(next.at)?.cue === 'byline'
    if (material.format === 'text' && isTitling && weight < 90 && isFreeAbove(sheet, part)) {
      sheet.verdicts.set(part.at, verdict('heading', 'guess', 'heading-shape'))
      continue
    }
    if (
      material.format === 'text' &&
      isOver &&
      isHeadingShaped(part, isFreeAbove(sheet, part), next)
    ) {
      sheet.verdicts.set(part.at, verdict('heading', 'guess', 'heading-shape'))
    }
  }
}

/** Also where a note is marked behind it. */
const ENDS_SENTENCE =
  /[.,;:!…。，；：！]\s?["”»)]?(?:[¹²³⁰⁴-⁹†‡*]{1,3}|(?<=[!…。！.]["”»)]?)\[?\d{1,3}\]?)?$/u

/** Whether what stands above does not run into it. */
function isFreeAbove(sheet: Sheet, part: Part): boolean {
  const before = sheet.parts[part.at - 1]
  if (before === undefined || before.isProse || before.words.trim() === '') return true
  return sheet.verdicts.has(before.at) || sheet.notes.has(before.at)
}

/** "Notes" alone in a line, and notes behind it. */
function hasNotesBehind(sheet: Sheet, part: Part): boolean {
  return sheet.notes.has(part.at + 1) || sheet.notes.has(part.at + 2)
}

function isHeadingShaped(part: Part, isFree: boolean, next: Part): boolean {
  const line = part.words.trim()
  if (
    part.weight > 80 ||
    part.linked > 0 ||
    !/^[\p{Lu}\p{Lo}\d"“«]/u.test(line) ||
    /https?:/u.test(line)
  )
    return false
  if (!next.isProse || /[?"”»)\]\d¹²³⁰⁴-⁹†‡*]$/u.test(line)) return false
  return isFree && part.fragment.indent === 0 && line.split(/\s+/u).length <= 12
}

/** Of text alone, a line over a paragraph is enough; elsewhere headings say more than short lines do. */
const fewest = ({ format }: Material): number => (format === 'text' ? 2 : 4)

/** In text without markup the first line is the title, where more than it follows. */
function judgeFirstLine(sheet: Sheet): void {
  const { parts, material, verdicts } = sheet
  if (material.format === 'html' || (sheet.mail?.subject ?? null) !== null) return
  const first = parts.find(
    (part) => verdicts.get(part.at)?.class !== 'metadata' && part.words.trim() !== '',
  )
  const isNamed = parts.some((part) => verdicts.get(part.at)?.cue === 'title')
  if (first === undefined || !isOpen(sheet, first) || isNamed || parts.length < fewest(material))
    return
  const line = first.words.trim()
  if (first.fragment.kind !== 'paragraph' || first.fragment.quoted > 0 || first.weight > 160) return
  const isFollowed = parts.slice(first.at + 1, first.at + 6).some((part) => part.isSaid)
  if (!isFollowed || /[.!?。！？]\s?[[(（［¹²³]|[.!?] \p{Lu}\p{Ll}.{0,120}[.!?]$/u.test(line))
    return
  if (line.includes('\n') || /[.,;:。，；：]$/u.test(line) || /https?:/u.test(line)) return
  verdicts.set(first.at, verdict('metadata', 'guess', 'title', { found: line }))
  const under = parts[first.at + 1]
  // A name alone under the title is its author's where more than it stands over the text: places have two words, too.
  if (under === undefined || !isOpen(sheet, under) || !isNameAlone(under.words.trim())) return
  if (verdicts.get(under.at + 1)?.class !== 'metadata') return
  verdicts.set(under.at, verdict('metadata', 'guess', 'byline', { found: under.words.trim() }))
}

function isNameAlone(line: string): boolean {
  return line.length < 50 && /^\p{Lu}\p{Ll}/u.test(line) && / /u.test(line) && isNameList(line)
}

/** Short lines between the title and the text: section, reading time, counters. */
function judgeHead(sheet: Sheet): void {
  if (sheet.material.format !== 'html') return
  const { parts, page, verdicts } = sheet
  const title = parts.find((part) => verdicts.get(part.at)?.cue === 'title')
  if (title === undefined) return
  for (const part of parts.slice(0, Math.max(0, page.first))) {
    const isHeading = verdicts.get(part.at)?.class === 'heading'
    if (isHeading && part.at < title.at) {
      verdicts.set(part.at, verdict('furniture', 'likely', 'outside-body'))
    }
    if (!isOpen(sheet, part) || part.isProse || part.fragment.kind === 'heading') continue
    if (part.weight > 160 || part.fragment.kind === 'code') continue
    verdicts.set(
      part.at,
      part.at > title.at && (part.linked < 0.9 || hasDate(part.words))
        ? verdict('metadata', 'guess', 'metadata-box')
        : verdict('furniture', 'likely', 'outside-body'),
    )
  }
}
