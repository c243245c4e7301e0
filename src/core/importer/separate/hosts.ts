import { HAND_OVER } from './cues/headings.ts'
import { fold } from './fold.ts'
import type { Part } from './part.ts'
import { phrasesOf } from './phrases.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import { isSameName } from './structure.ts'
import { verdict } from './verdict.ts'

const PHRASES = phrasesOf(HAND_OVER)
const STRONG =
  /repost|republish|reprint|reproduc|guest|permission|genehmigung|autoris|autoriza|permiso|permiss|gentile concess|разрешени|перепечат|вниманию|转载|轉載|授权|授權|転載|許可|toestemming|zgod|in its entirety|in full|copy it|copied|paste it|dokumentieren|gastbeitrag|tribune/u

/**
 * The host's own words before a text of somebody else: they end where he hands over ("What follows is
 * …, reposted with permission"), at a rule or a byline behind that.
 */
export function judgeHandOver(sheet: Sheet): void {
  const prose = sheet.parts.filter(
    (part) => part.isProse && isOpen(sheet, part) && part.fragment.quoted === 0,
  )
  const total = prose.reduce((sum, part) => sum + part.weight, 0)
  let before = 0
  const early = prose.slice(0, 5)
  for (const [n, part] of early.entries()) {
    before += part.weight
    if (before > 0.5 * total || n === prose.length - 1) return
    const border = borderBehind(sheet, part)
    const found = handOverBefore(early.slice(n), border)
    const isForeign = border !== null && isOtherByline(sheet, border)
    if (found === null && !(isForeign && sheet.parts[border.at]?.fragment.afterRule === true))
      continue
    if (found !== null && !STRONG.test(found) && border === null) continue
    const end = handOverEnds(sheet, part, border)
    // Whoever hands over hands something over.
    if (!prose.some((own) => own.at >= end)) continue
    const last = prose.findLast((own) => own.at < end)
    for (const own of prose) {
      if (own.at >= end) break
      const isLast = own === last && border === null && !part.isAll('emphasis')
      sheet.verdicts.set(
        own.at,
        verdict('commentary', found === null ? 'guess' : 'likely', 'hand-over', {
          found,
          uncertain: isLast ? ['end'] : [],
        }),
      )
    }
    return
  }
}

function handOverIn(part: Part): string | null {
  const folded = fold(part.words.slice(0, 3000))
  const found = PHRASES.filter((phrase) => folded.includes(phrase))
  return found.find((phrase) => STRONG.test(phrase)) ?? found[0] ?? null
}

/** What hands over, in a part or in those between it and the border. */
function handOverBefore(parts: readonly Part[], border: Part | null): string | null {
  const reach = parts.filter((part, n) => n === 0 || (border !== null && part.at < border.at))
  for (const part of reach) {
    const found = handOverIn(part)
    if (found !== null) return found
  }
  return null
}

/**
 * A note in square brackets ends with them, one in italics with its italics; other words of the host end at
 * the border behind them.
 */
function handOverEnds(sheet: Sheet, part: Part, border: Part | null): number {
  if (isBracketed(part.words.trim())) return part.at + 1
  if (!part.isAll('emphasis')) return border?.at ?? part.at + 1
  let at = part.at + 1
  while (sheet.parts[at]?.isAll('emphasis') === true) at++
  return at
}

function isBracketed(words: string): boolean {
  return /^[[［【]/u.test(words) && /[\]］】][.*_]{0,3}$/u.test(words)
}

/** The first part behind a rule, a byline or a beginning quotation, within reach. */
function borderBehind(sheet: Sheet, from: Part): Part | null {
  for (const part of sheet.parts.slice(from.at + 1, from.at + 5)) {
    if (part.fragment.afterRule === true || part.words.trim() === '') return part
    if (sheet.verdicts.get(part.at)?.cue === 'byline') return part
    if (part.fragment.quoted > 0) return part.at === from.at + 1 ? part : null
    if (part.isProse && /[:：]\s*$/u.test(from.words)) return part
  }
  return null
}

/** A byline that names somebody else than the head of the page does. */
function isOtherByline(sheet: Sheet, border: Part): boolean {
  const { authors } = sheet.material.about
  return sheet.parts.slice(border.at, border.at + 3).some((part) => {
    const found = sheet.verdicts.get(part.at)
    return found?.cue === 'byline' && !authors.some((author) => isSameName(author, part.words))
  })
}
