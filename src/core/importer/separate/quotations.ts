import { setting } from './continuity.ts'
import type { Part } from './part.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import { verdict } from './verdict.ts'

/** Quotations, by markup and by how they are set; and a whole text quoted by its host. */
export function judgeQuotations(sheet: Sheet): void {
  const open = sheet.parts.filter((part) => isOpen(sheet, part))
  const quoted = open.filter((part) => part.fragment.quoted > 0)
  const own = open.filter((part) => part.fragment.quoted === 0 && part.isProse)
  const isWhole = isQuotedWhole(sheet, quoted, own)
  for (const part of quoted) {
    if (part.linked > 0.8 && part.weight < 160 && sheet.material.format === 'html') {
      sheet.verdicts.set(part.at, verdict('furniture', 'guess', 'links-only'))
    } else if (isWhole && part.fragment.quoted === 1) {
      if (part.fragment.kind !== 'heading')
        sheet.verdicts.set(part.at, verdict('original', 'likely', 'quoted-whole'))
    } else if (part.fragment.kind !== 'heading' || !isWhole) {
      sheet.verdicts.set(part.at, verdict('quote', 'sure', 'quoted'))
    }
  }
  if (isWhole) {
    for (const part of own)
      sheet.verdicts.set(part.at, verdict('commentary', 'likely', 'around-quoted'))
    return
  }
  setIn(sheet)
  introduced(sheet)
}

const ENUMERATED = /^\s{0,4}(?:[-*•·–]|[[(]?[\da-z]{1,4}[.)\]])\s/u

/** Paragraphs that are set in where most are not: an extract, unless a list or all of the text. */
function setIn(sheet: Sheet): void {
  if (sheet.material.format === 'markdown') return
  const least = sheet.material.format === 'text' ? 3 : 15
  const open = sheet.parts.filter(
    (part) => isOpen(sheet, part) && part.fragment.kind === 'paragraph',
  )
  const prose = open.filter((part) => part.isProse)
  const usual = prose.filter((part) => part.fragment.indent === 0).length
  if (usual < 0.7 * prose.length) return
  for (const part of open) {
    if (part.fragment.indent < least || !part.isProse || ENUMERATED.test(part.opening)) continue
    sheet.verdicts.set(part.at, verdict('quote', 'guess', 'set-in'))
  }
}

/** Whether the article is what is quoted, and its host only says a few words about it. */
function isQuotedWhole(sheet: Sheet, quoted: readonly Part[], own: readonly Part[]): boolean {
  const isMail = [...sheet.verdicts.values()].some(({ cue }) => cue === 'attribution')
  if (isMail || quoted.length < 3 || own.length === 0) return false
  const sum = (parts: readonly Part[]): number => parts.reduce((all, part) => all + part.weight, 0)
  // Quotations of several people are many short runs; an article is one or two long ones.
  const runs = quoted.filter(
    (part) => part.at === 0 || (sheet.parts[part.at - 1]?.fragment.quoted ?? 0) === 0,
  ).length
  return sum(quoted) > 2.5 * sum(own) && quoted.length / Math.max(1, runs) >= 4
}

/**
 * Quotations without markup: whole paragraphs in quotation marks or verses that the paragraph before
 * announces. Reports and stories are full of speech in quotation marks, which is their own text.
 */
function introduced(sheet: Sheet): void {
  const { parts } = sheet
  const open = parts.filter((part) => isOpen(sheet, part) && part.isProse)
  const isSpeech = open.filter((part) => /^\s{0,3}["“«„»—–「]/u.test(part.words)).length
  const isWholeQuoted = (part: Part): boolean =>
    part.weight > 110 && inQuotationMarks(part.words.trim())
  const wholes = open.filter(isWholeQuoted)
  const isStory = isSpeech > Math.max(3, 0.2 * open.length) && isSpeech > 1.6 * wholes.length
  const verses = open.filter((part) => isVerse(part))
  const isPoem = verses.length > 0.35 * open.length
  let was = false
  for (const part of open) {
    const before = parts[part.at - 1]
    const isAnnounced: boolean = before !== undefined && (/[:：]\s*$/u.test(before.words) || was)
    const isSet =
      part.isAll('emphasis') && before !== undefined && setting(before) !== setting(part)
    const isQuote: boolean =
      !isStory && isWholeQuoted(part) && (isAnnounced || isSet || wholes.length * 2 < open.length)
    if (isQuote)
      sheet.verdicts.set(
        part.at,
        verdict('quote', isAnnounced ? 'likely' : 'guess', 'in-quotation-marks'),
      )
    const isPoetry = !isPoem && isVerse(part)
    if (isPoetry) sheet.verdicts.set(part.at, verdict('quote', 'guess', 'verse'))
    was = isQuote || isPoetry
  }
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '„': '“”',
  '"': '"',
  '»': '«',
  '「': '」',
  '『': '』',
  '‟': '”',
}

/** One pair of quotation marks around it all, and none of them closed before the end. */
function inQuotationMarks(words: string): boolean {
  const open = words[0] ?? ''
  const close = PAIRS[open]
  if (close === undefined) return false
  const text = words.replace(/[\s.,;:)\]]{1,6}$|\s?\[[^\]]{1,12}\]$/u, '')
  if (!close.includes(text.at(-1) ?? '')) return false
  const inner = text.slice(1, -1)
  if (open === '"') return !inner.includes('"')
  let depth = 1
  for (const character of inner) {
    if (character === open) depth++
    else if (close.includes(character)) depth--
    if (depth === 0) return false
  }
  return true
}

/** Four lines and more, all of them short, in one paragraph. */
function isVerse(part: Part): boolean {
  const lines = part.words.trim().split('\n')
  if (lines.length < 4 || lines.length > 200 || part.fragment.kind !== 'paragraph') return false
  const lengths = lines.map((line) => line.trim().length)
  const isEven = Math.max(...lengths) < 70 && Math.min(...lengths) > 2
  const capital = lines.filter((line) => /^\W{0,3}[\p{Lu}\p{Lo}]/u.test(line)).length
  return (
    isEven &&
    capital >= 0.75 * lines.length &&
    lengths.reduce((a, b) => a + b, 0) / lines.length < 48
  )
}
