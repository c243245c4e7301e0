import type { Draft } from '../model.ts'
import type { NotePlan } from './notes.ts'
import type { PlainText } from './plain.ts'

const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}]$/u
const BEGINS_WITH_WORD = /^[\p{L}\p{M}\p{N}]/u

/**
 * The words of the input as they stand. A space is added only where two words touch that the article
 * has in two places: a label and its note, two voices in one line.
 */
export function sourceText(draft: Draft, plain: PlainText, notes: NotePlan): string {
  const { text } = draft.material
  const cuts = [...draft.segments.flatMap(({ from, to }) => [from, to]), ...notes.joints]
    .filter((at) => at > 0 && at < text.length)
    .toSorted((a, b) => a - b)
  const parts: string[] = []
  let from = 0
  let before = ''
  for (const to of [...cuts, text.length]) {
    const part = plain.words({ from, to })
    if (part === '') continue
    if (ENDS_IN_WORD.test(before.slice(-2)) && BEGINS_WITH_WORD.test(part)) parts.push(' ')
    parts.push(part)
    before = part
    from = to
  }
  return `${parts.join('').trim()}\n`
}
