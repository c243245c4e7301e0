import type { Part } from './part.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import { verdict } from './verdict.ts'

const OPENS = /^\s{0,4}\[quote(?:[=\s][^\]\n]{0,200})?\]/iu
const CLOSES = /\[\/quote\]\s{0,4}$/iu
/** What saved pages of bulletin boards call the element that holds somebody else's post. */
const BOX = new Set(['bbcode_quote', 'quotecontent', 'quotebox', 'quote_container', 'bbquote'])
const MOST = 40

/** Quotations as bulletin boards write them: `[quote=Ada]…[/quote]`, and the boxes that they make of it. */
export function judgeBoards(sheet: Sheet): void {
  const { parts } = sheet
  for (const part of parts) {
    if (!isOpen(sheet, part) || part.fragment.kind === 'heading') continue
    if (isInBox(part)) mark(sheet, [part])
    else if (OPENS.test(part.words.slice(0, 220))) {
      const behind = parts.slice(part.at, part.at + MOST)
      const end = behind.findIndex((one) => CLOSES.test(one.words.slice(-20)))
      if (end >= 0) mark(sheet, behind.slice(0, end + 1))
    }
  }
}

function isInBox(part: Part): boolean {
  for (let element = part.fragment.within; element !== null; element = element.parent) {
    if (element.hints.some((hint) => BOX.has(hint))) return true
  }
  return false
}

function mark(sheet: Sheet, parts: readonly Part[]): void {
  for (const part of parts) {
    if (isOpen(sheet, part)) sheet.verdicts.set(part.at, verdict('quote', 'sure', 'quoted'))
  }
}
