import { aboutOf } from './about.ts'
import { BIO_VERBS, TRADES } from './cues/author.ts'
import { fold } from './fold.ts'
import { labelOfPart } from './labels.ts'
import type { Part } from './part.ts'
import { opensVoice } from './remarks.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import { isSameName } from './structure.ts'
import { verdict } from './verdict.ts'

const VERBS = new Set(BIO_VERBS.map(fold))
const NAME =
  /^[\s*_[(“"«–—-]{0,4}((?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|St|Mme|Hr|Fr)\.? )?\p{Lu}[\p{L}.'’-]{0,24}(?: (?:(?:de|van|von|der|den|la|le|di|da|al|el|bin|ben|y|e|zu|ter|ten|af|dos|do)(?= )|\p{Lu}[\p{L}.'’-]{0,24})){1,5})/u
const CJK_BIO =
  /^[\s（(【[]{0,3}(?:作者|笔者|筆者|著者|译者|譯者|[\p{Script=Han}·]{2,8})[，,是为為、（(].{0,60}(?:教授|记者|記者|作家|学者|學者|研究员|研究員|工程师|工程師|编辑|編輯|博士|程序员|创始人|分析师|评论员|開発者|ライター|講師|评论家|主编|董事)/u

/** Who the author is, at the end: under a label, or in a sentence that begins with a name. */
export function judgeAboutAuthor(sheet: Sheet): void {
  const { authors } = aboutOf(sheet)
  labelled(sheet, authors)
  const { parts } = sheet
  let isEnd = true
  for (const part of parts.toReversed()) {
    if (!isOpen(sheet, part)) {
      const found = sheet.verdicts.get(part.at)
      if (
        found !== undefined &&
        (found.class === 'original' || found.class === 'commentary') &&
        part.isProse
      )
        isEnd = false
      continue
    }
    const isBio = saysWho(part, authors)
    if (isEnd && isBio !== null && part.at > 0) {
      sheet.verdicts.set(
        part.at,
        verdict('about-author', isBio.isKnown ? 'sure' : 'likely', 'about-author-sentence', {
          found: isBio.found,
        }),
      )
      continue
    }
    if (part.isProse || (part.weight > 40 && part.linked < 0.5)) isEnd = false
    if (!isEnd && part.at < parts.length - 400) return
  }
}

function labelled(sheet: Sheet, authors: readonly string[]): void {
  const { parts } = sheet
  const lateFrom = secondHalfOf(parts)
  for (const part of parts) {
    if (!isOpen(sheet, part)) continue
    const named = aboutName(part, authors)
    const label = labelOfPart(part)
    if (named === null && label?.cue.class !== 'about-author') continue
    const found = named ?? label?.found ?? null
    const rest = named !== null || label === null ? '' : part.words.slice(label.end).trim()
    const isHeading = part.fragment.kind === 'heading' || rest === ''
    // "Biography" over a chapter is none of the author's.
    if (isHeading && part.at > 3 && part.at < lateFrom) continue
    sheet.verdicts.set(part.at, verdict('about-author', 'sure', 'about-author-label', { found }))
    if (!isHeading) continue
    for (const next of parts.slice(part.at + 1, part.at + 7)) {
      if (
        !isOpen(sheet, next) ||
        next.fragment.kind === 'heading' ||
        next.fragment.afterRule === true
      )
        break
      const isOther = labelOfPart(next)
      if (isOther !== null && isOther.cue.class !== 'about-author') break
      sheet.verdicts.set(next.at, verdict('about-author', 'likely', 'goes-on', { found }))
    }
  }
}

const ABOUT =
  /^(?:about|written by|über|zu|à propos de|sobre|acerca de|su|chi è|over|om|об?|про|关于|關於)\s/u

/** "About Ada Brand", where she is known to be the author. */
function aboutName(part: Part, authors: readonly string[]): string | null {
  if (part.weight > 90 || part.isProse || !ABOUT.test(part.opening.trim())) return null
  return authors.some((author) => isSameName(author, part.words)) ? part.words.trim() : null
}

/** The first part that has more than half of the prose before it; Infinity where none has. */
function secondHalfOf(parts: readonly Part[]): number {
  const total = parts.reduce((sum, one) => sum + (one.isProse ? one.weight : 0), 0)
  let before = 0
  for (const part of parts) {
    if (before > 0.5 * total) return part.at
    if (part.isProse) before += part.weight
  }
  return Infinity
}

/** "Ada Brand, Ph.D., is a …": a name, a verb, and within reach a trade. */
function saysWho(
  part: Part,
  authors: readonly string[],
): { readonly found: string; readonly isKnown: boolean } | null {
  if (
    part.weight < 30 ||
    part.weight > 1600 ||
    part.fragment.quoted > 0 ||
    part.fragment.kind === 'heading' ||
    opensVoice(part)
  )
    return null
  const words = part.words.trim()
  if (CJK_BIO.test(words.slice(0, 120))) return { found: words.slice(0, 20), isKnown: false }
  const name = NAME.exec(words.slice(0, 140))
  if (name?.[1] === undefined) return null
  const known = authors.some((author) => isSameName(author, name[1] ?? ''))
  const rest = fold(words.slice(name[0].length, name[0].length + 260))
  // Titles and brackets stand between the name and the verb: ", Ph.D.", "(@ada)", "*".
  const tokens = rest
    .split(/[\s,()*_[\]]+/u)
    .filter((token) => token !== '')
    .slice(0, 9)
  const verb = tokens.findIndex((token) => VERBS.has(token))
  const isVerbNear = verb >= 0 && verb <= (/^\s?[,(]/u.test(rest) ? 8 : 1)
  const isApposition = /^\s?[,(–—-]/u.test(rest)
  const trade = TRADES.find((word) => rest.includes(word))
  if (trade === undefined) return known && isVerbNear ? { found: name[1], isKnown: true } : null
  if (!isVerbNear && !(known && isApposition)) return null
  return { found: name[1], isKnown: known }
}
