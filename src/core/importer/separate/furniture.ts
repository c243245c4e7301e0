import { BEGINS, COMMENTS_BEGIN, RELATED_BEGIN, WHOLE } from './cues/furniture.ts'
import { CONTENTS_BEGIN } from './cues/headings.ts'
import { hasDate } from './dates.ts'
import { labelOfPart } from './labels.ts'
import type { Part } from './part.ts'
import {
  asPhrase,
  beginningsAt,
  beginningsOf,
  endsAsWord,
  phraseSet,
  phrasesOf,
} from './phrases.ts'
import { opensNotes } from './notes/definitions.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import { verdict } from './verdict.ts'

const WHOLE_LINES = phraseSet(WHOLE)
const OPENINGS = beginningsOf(phrasesOf(BEGINS).map((phrase) => [phrase, null] as const))
const COMMENTS = phraseSet(COMMENTS_BEGIN)
const RELATED = phraseSet(RELATED_BEGIN)
const CONTENTS = phraseSet(CONTENTS_BEGIN)

/** Readers' comments at the end: everything behind the line with which they begin. */
export function judgeComments(sheet: Sheet): void {
  for (const part of sheet.parts.slice(commentsBegin(sheet))) {
    if (!isOpen(sheet, part)) continue
    sheet.verdicts.set(part.at, verdict('furniture', 'likely', 'reader-comments'))
  }
}

/** Lists of further reading, buttons and notices around the text and in it. */
export function judgeFurniture(sheet: Sheet): void {
  const { parts } = sheet
  const isPage = sheet.material.format === 'html'
  judgeRelated(sheet)
  const prose = parts.filter((part) => part.isProse && isOpen(sheet, part))
  const first = prose.find((part) => openingOf(part) === null)?.at ?? parts.length
  const last = prose.findLast((part) => openingOf(part) === null)?.at ?? -1
  let under: 'related' | 'contents' | null = null
  for (const part of parts) {
    if (!isOpen(sheet, part)) continue
    under = listUnder(sheet, part, under, last)
    if (under !== null) {
      const cue = under === 'related' ? 'links-only' : 'contents-list'
      sheet.verdicts.set(part.at, verdict('furniture', 'likely', cue))
      continue
    }
    // Where there is no prose at all, nothing is before or behind it.
    const isOutside = (isPage || prose.length > 0) && (part.at < first || part.at > last)
    const found = siteWords(sheet, part, isOutside)
    if (found !== null)
      sheet.verdicts.set(part.at, verdict('furniture', 'likely', 'site-words', { found }))
  }
}

/** What a paragraph of an article weighs at least, and a teaser hardly ever. */
const PARAGRAPH = 400

/** Under a late heading such as "More from this author" everything to the end is the site's. */
function judgeRelated(sheet: Sheet): void {
  if (sheet.material.format !== 'html') return
  const { parts } = sheet
  const open = parts.filter((part) => isOpen(sheet, part))
  const total = open.reduce((sum, part) => sum + (part.isProse ? part.weight : 0), 0)
  const lastLong = open.findLast((part) => part.isProse && part.weight > PARAGRAPH)?.at ?? -1
  let said = 0
  for (const part of open) {
    if (part.isProse) said += part.weight
    if (part.at < lastLong || said < 0.5 * total || said < 300) continue
    if (part.weight > 110 || part.isProse || !opensRelated(part)) continue
    for (const rest of parts.slice(part.at)) {
      if (!isOpen(sheet, rest) || staysInText(rest)) continue
      sheet.verdicts.set(
        rest.at,
        verdict('furniture', 'likely', 'site-words', { found: part.words.trim() }),
      )
    }
    return
  }
}

function opensRelated(part: Part): boolean {
  if (RELATED.has(asPhrase(part.words)))
    return part.fragment.kind === 'heading' || part.linked < 0.5
  return part.fragment.kind === 'heading' && MORE_FROM.test(part.opening.trim())
}

const MORE_FROM =
  /^(?:more (?:from|in|on|by|about|like|stories|articles|news)|recommended|related|also (?:on|in|by)|you (?:may|might)|mehr (?:von|aus|zum|zu)|weitere|ähnliche|plus (?:de|d')|à lire|más (?:de|sobre|en)|te puede|altri|altro|leggi|mais (?:de|sobre|em)|leia|meer (?:van|over)|więcej|inne|другие|ещё|еще|похожие|читайте|更多|相关|相關|推荐|推薦|関連|おすすめ|관련)/u

/** What may stand behind such lists and is the text's all the same. */
function staysInText(part: Part): boolean {
  const label = labelOfPart(part)
  return opensNotes(part) || label?.cue.class === 'about-author' || label?.cue.class === 'metadata'
}

/** The phrase by which a line is known as the site's; null where it is none. */
function siteWords(sheet: Sheet, part: Part, isOutside: boolean): string | null {
  const { fragment, words } = part
  if ((fragment.quoted > 0 && part.linked < 0.5) || fragment.kind === 'code') return null
  if (fragment.kind === 'table-row' || fragment.within?.name === 'math') return null
  const isPage = sheet.material.format === 'html'
  if (opensNotes(part)) return null
  if (
    part.weight < 90 &&
    (isPage || isOutside) &&
    (fragment.kind !== 'heading' || RELATED.has(asPhrase(words)))
  ) {
    const phrase = asPhrase(words)
    if (WHOLE_LINES.has(phrase) || isMadeOfPhrases(phrase)) return words.trim()
  }
  if (fragment.kind === 'heading' && !isOutside) return null
  const most = isOutside ? 320 : isPage ? 140 : 0
  if (part.weight >= most) return isSmileys(words) && isOutside ? words.trim().slice(0, 20) : null
  // A sentence of the article may begin so; one in its middle has to be mostly a link.
  if (!isOutside && part.isProse && part.linked < 0.3 && !ASKS.test(part.opening.trim()))
    return null
  const found = openingOf(part)
  if (found !== null) return words.trim().slice(0, found.length + 20)
  return isOutside && isSmileys(words) ? words.trim().slice(0, 20) : null
}

/** "Newer Post Older Post Home": several buttons in a row, and nothing else. */
function isMadeOfPhrases(phrase: string): boolean {
  const tokens = phrase.split(' ')
  if (tokens.length < 2 || tokens.length > 16) return false
  const reached = [true]
  tokens.forEach((_token, n) => {
    reached[n + 1] = [1, 2, 3, 4].some(
      (size) =>
        reached[n + 1 - size] === true &&
        WHOLE_LINES.has(tokens.slice(n + 1 - size, n + 1).join(' ')),
    )
  })
  return reached[tokens.length] === true
}

/** Whether a line is the site's, by its words alone. */
export function isSiteLine(part: Part): boolean {
  return part.weight < 90 && (WHOLE_LINES.has(asPhrase(part.words)) || openingOf(part) !== null)
}

/** The phrase of a site's own with which a part begins. */
function openingOf(part: Part): string | null {
  const { opening } = part
  const from = /^[^\p{L}\p{N}©%(]{0,6}/u.exec(opening)?.[0].length ?? 0
  const found = beginningsAt(OPENINGS, opening, from).find(({ phrase }) =>
    endsAsWord(opening, from, phrase),
  )
  return found?.phrase ?? null
}

/** What sites ask of readers in the middle of a text; articles rarely begin a sentence so. */
const ASKS =
  /^(?:sign up (?:for|to)|subscribe (?:to|now)|follow us|join our|download (?:the|our) app|get (?:our|the) (?:newsletter|latest)|click here to|enter your email|abonnieren sie|jetzt abonnieren|melden sie sich|abonnez-vous|inscrivez-vous|suscríbete|suscríbase|iscriviti|abbonati|assine|inscreva-se|schrijf je in|zapisz się|подписывайтесь|подпишитесь|扫码|长按|点击上方|点击下方|点击阅读|关注公众号)/u

/** Rows of smileys, arrows and counters: hardly a letter in them. */
function isSmileys(words: string): boolean {
  const text = words.slice(0, 300).replace(/\s/gu, '')
  const letters = text.replace(/[^\p{L}]/gu, '').length
  return (
    text.length > 3 &&
    letters < 0.25 * text.length &&
    !/^\d/u.test(text) &&
    /[^\p{L}\p{N}]{3}/u.test(text)
  )
}

/** The number of the part with which readers' comments begin; the number of all parts where none do. */
/** "2 comments" over what stands last: a text of any length may end before it. */
const COUNTED = /^\(?\d{1,6}\)?\s/u

function commentsBegin(sheet: Sheet): number {
  const { parts } = sheet
  const prose = parts.filter((part) => part.isProse && isOpen(sheet, part))
  const isPage = sheet.material.format === 'html'
  let said = 0
  const total = prose.reduce((sum, part) => sum + part.weight, 0)
  for (const part of parts) {
    if (!isOpen(sheet, part)) continue
    const isCounted = part.fragment.kind === 'heading' && COUNTED.test(part.words.trim())
    const isLate =
      (said > 300 && (said > 0.15 * total || isPage)) ||
      (isCounted && part.at >= sheet.parts.length / 2)
    if (isLate && part.weight < 90 && part.fragment.quoted === 0 && isCommentsHeading(part, isPage))
      return part.at
    if (part.isProse) said += part.weight
  }
  return signedComments(sheet)
}

function isCommentsHeading(part: Part, isPage: boolean): boolean {
  // A button that leads to them is not yet where they stand.
  if (part.linked > 0.9 && part.fragment.kind !== 'heading') return false
  const phrase = asPhrase(part.words)
  if (!COMMENTS.has(phrase)) {
    return /^(?:\d+|one|two|three) (?:comments?|responses?|thoughts?|replies) (?:to|on|for|so far)\b/u.test(
      part.opening.trim(),
    )
  }
  const isSingle =
    phrase === 'comment' ||
    phrase === 'kommentar' ||
    phrase === 'commentaire' ||
    phrase === 'комментарий'
  return !isSingle || isPage || /\d/u.test(part.words)
}

const SIGNED =
  /^(?:posted by|comment by|commented by|publié par|geschrieben von|написал|автор|от:|ответить|reply by|said by)[\s:]|^.{2,50} (?:says|said|sagt|schreibt|dit|a dit|dice|dijo|disse|пишет|говорит|skriver|zegt|pisze|writes|wrote)(?:\.\.\.|…| on .{4,40}| ?:| at .{4,30})?:?$|^(?:[\p{L}\p{N}_. -]{2,40}) (?:on|at|\||·|,|—|-) .{4,40}(?:\d{1,2}:\d{2})/u

/** Many short lines that each name somebody and a time: what stands between them are comments. */
function signedComments(sheet: Sheet): number {
  const { parts } = sheet
  const signed = parts.filter(
    (part) =>
      isOpen(sheet, part) &&
      part.weight < 160 &&
      part.fragment.kind !== 'list-item' &&
      SIGNED.test(part.opening.trim()) &&
      (hasDate(part.words) || /\d{1,2}:\d{2}/u.test(part.words)),
  )
  const [first] = signed
  if (first === undefined || signed.length < 3 || first.at < 2) return parts.length
  // Signed below: then the first comment begins behind the rule before it.
  for (let at = first.at - 1; at > 0 && at > first.at - 12; at--) {
    const part = parts[at]
    if (part?.fragment.afterRule === true || (part !== undefined && part.words.trim() === ''))
      return at
  }
  return first.at
}

/** Whether a part stands under a heading that opens a list of what else there is to read. */
function listUnder(
  sheet: Sheet,
  part: Part,
  under: 'related' | 'contents' | null,
  last: number,
): 'related' | 'contents' | null {
  const phrase = part.weight < 90 ? asPhrase(part.words) : ''
  const isPage = sheet.material.format === 'html'
  if (RELATED.has(phrase) && (part.at > last || isPage) && part.at > 0) return 'related'
  if (CONTENTS.has(phrase) && part.at <= last) return 'contents'
  if (under === null) return null
  const isEntry =
    part.fragment.kind === 'list-item' ||
    part.linked > 0.6 ||
    (under === 'related' && part.at > last && !part.isProse)
  return isEntry && !(under === 'contents' && part.isProse && part.linked < 0.5) ? under : null
}

/** Lines that are links alone, where an article has sentences. */
export function judgeLinks(sheet: Sheet): void {
  if (sheet.material.format !== 'html') return
  const { parts, page } = sheet
  let [before, items]: [Part | undefined, number] = [undefined, 0]
  for (const part of parts) {
    const isItem = part.fragment.kind === 'list-item'
    if (isItem) items += 1
    else [before, items] = [part, 0]
    const links = part.fragment.marks.filter((mark) => mark.type === 'link').length
    const isRow = links > 2 && part.linked > 0.6 && !part.isProse && part.weight < 400
    if (!isOpen(sheet, part) || part.linked < (isRow ? 0.6 : 0.9)) continue
    if (part.weight > 200 && !isRow) continue
    if (part.fragment.kind === 'heading' || part.fragment.kind === 'code') continue
    if (
      /[.!?。！？…]["”»)]?$/u.test(part.words.trim()) &&
      (part.weight > 90 || part.at < page.last)
    )
      continue
    const isFollowed = parts[part.at + 1]?.fragment.kind === 'list-item'
    if (isItem && part.at < page.last && isOwnList(before, items + (isFollowed ? 1 : 0))) continue
    sheet.verdicts.set(
      part.at,
      verdict('furniture', part.at > page.last ? 'likely' : 'guess', 'links-only'),
    )
  }
}

/** Whether a list is announced by the text ("These are the ferries:") or stands under a heading. */
function isOwnList(before: Part | undefined, items: number): boolean {
  if (before === undefined) return false
  return (
    before.fragment.kind === 'heading' || (items > 1 && /[:：]\s*$/u.test(before.words.slice(-12)))
  )
}
