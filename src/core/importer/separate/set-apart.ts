import type { Part } from './part.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import { verdict } from './verdict.ts'

/** More than this much of a text is set in a way because all of it is. */
const MOST = 0.6

/**
 * Whole paragraphs in bold or in italics among others: a poster's replies and introductions are set so, and so are
 * an author's own. They stay the author's, in doubt.
 */
export function judgeSetApart(sheet: Sheet): void {
  const prose = sheet.parts.filter(
    (part) =>
      isOpen(sheet, part) &&
      part.isProse &&
      part.fragment.kind === 'paragraph' &&
      part.fragment.quoted === 0,
  )
  const isPlain = (part: Part) => !part.isAll('strong') && !part.isAll('emphasis')
  const plain = prose.filter(isPlain)
  if (plain.length < 2) return
  for (const [type, cue] of [
    ['strong', 'set-bold'],
    ['emphasis', 'set-italic'],
  ] as const) {
    const set = prose.filter((part) => part.isAll(type) && !isQuestion(part))
    if (set.length > MOST * prose.length) continue
    // A single bold paragraph, or the first few of a report, are its summary.
    if (type === 'strong' && !isAmong(set, plain)) continue
    for (const part of set) sheet.verdicts.set(part.at, verdict('original', 'guess', cue))
  }
}

/** Whether others stand between the first and the last of them. */
function isAmong(set: readonly Part[], others: readonly Part[]): boolean {
  const [first, last] = [set[0], set.at(-1)]
  if (first === undefined || last === undefined) return false
  return others.some(({ at }) => at > first.at && at < last.at)
}

/** Interviews set their questions in bold. */
function isQuestion(part: Part): boolean {
  return /[?？]["”»)]?\s*$/u.test(part.words.slice(-20))
}
