import type { Material } from '../model.ts'
import type { Mail } from './mail/mail.ts'
import type { Page } from './page.ts'
import type { Part } from './part.ts'
import type { Verdict } from './verdict.ts'

/**
 * What is known so far: one verdict for each part, or none yet. Passes fill it in turn, the surest
 * first; what one has decided, a later one leaves alone.
 */
export interface Sheet {
  readonly material: Material
  readonly parts: readonly Part[]
  readonly page: Page
  /** Null where the text is no mail. */
  readonly mail: Mail | null
  /** By the number of the part; footnotes have theirs elsewhere. */
  readonly verdicts: Map<number, Verdict>
  /** Parts that are definitions of footnotes. */
  readonly notes: ReadonlySet<number>
}

export function isOpen(sheet: Sheet, part: Part): boolean {
  return !sheet.verdicts.has(part.at) && !sheet.notes.has(part.at)
}

/** The next part that is text: rules and what is furniture are passed over. */
export function nextOf(sheet: Sheet, at: number): Part | null {
  for (let n = at + 1; n < sheet.parts.length; n++) {
    const part = sheet.parts[n]
    if (part === undefined) return null
    const found = sheet.verdicts.get(n)
    if (found === undefined || (found.class !== 'furniture' && found.cue !== 'caption')) return part
  }
  return null
}
