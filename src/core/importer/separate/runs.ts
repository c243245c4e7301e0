import { topicsOf } from './continuity.ts'
import type { Label } from './labels.ts'
import type { Part } from './part.ts'
import { opensVoice } from './remarks.ts'
import type { Sheet } from './sheet.ts'
import { isOpen, nextOf } from './sheet.ts'
import type { Verdict } from './verdict.ts'
import { verdict } from './verdict.ts'

/* What commentary and inserts have in common: how a run goes on, what is around it, how it ends. */

export const LONGEST_RUN = 40

export const sure = (label: Label, more: Partial<Verdict> = {}): Verdict =>
  verdict(label.cue.class, 'sure', label.cue.id, {
    found: label.found,
    voice: label.voice,
    ...more,
  })

/** A follower of what was decided just before. */
export function follow(
  sheet: Sheet,
  part: Part,
  before: Verdict,
  confidence: Verdict['confidence'],
): void {
  sheet.verdicts.set(
    part.at,
    verdict(before.class, confidence, 'goes-on', { found: before.found, voice: before.voice }),
  )
}

export function isSetApart(part: Part): boolean {
  return part.isAll('emphasis') || part.isAll('colour') || part.fragment.quoted > 0
}

/** A title with an address, or a link: what "See:" leads to. */
export function isPointer(part: Part): boolean {
  return (
    part.linked > 0.4 ||
    /https?:\/\/|www\./u.test(part.words.slice(0, 600)) ||
    part.fragment.kind === 'list-item'
  )
}

/** Topics of the text just before an insert. */
export function textAround(sheet: Sheet, at: number): ReadonlySet<string> {
  const found = new Set<string>()
  let count = 0
  for (let n = at - 1; n >= 0 && n > at - 14 && count < 4; n--) {
    const part = sheet.parts[n]
    if (part === undefined || !part.isProse || !isOpen(sheet, part)) continue
    count++
    for (const word of topicsOf(part.words)) found.add(word)
  }
  return found
}

/** Nothing says that an insert ends here: both sides of the border are in doubt. */
export function markEnd(sheet: Sheet, at: number): void {
  const found = sheet.verdicts.get(at)
  if (found !== undefined) sheet.verdicts.set(at, { ...found, uncertain: ['end'] })
  markStart(sheet, at)
}

/** The text goes on here, or the insert does. */
export function markStart(sheet: Sheet, at: number): void {
  const next = nextOf(sheet, at)
  if (next === null || !isOpen(sheet, next) || !next.isProse) return
  // What says by itself whose it is needs no doubt.
  if (opensVoice(next) || next.fragment.quoted > 0) return
  sheet.verdicts.set(
    next.at,
    verdict('original', 'likely', 'after-insert', { uncertain: ['start'] }),
  )
}
