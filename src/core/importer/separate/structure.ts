import type { Material } from '../model.ts'
import type { Role } from './cues/roles.ts'
import { hasDate, isDateLine } from './dates.ts'
import { fold } from './fold.ts'
import { isSiteLine } from './furniture.ts'
import { labelOfPart } from './labels.ts'
import { opensNotes } from './notes/definitions.ts'
import type { Part } from './part.ts'
import { asPhrase } from './phrases.ts'
import { nameBefore, opensVoice } from './remarks.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import type { Verdict } from './verdict.ts'
import { verdict } from './verdict.ts'

const MODULE_LINE = /^(?:import|export)\s/u
/** Who posted it and when, below a post. Written as in a phrase, for readers' comments come close. */
const POSTED =
  /^\W{0,4}(?:posted by|posted on|posted at|published by|eingestellt von|geschrieben von|veröffentlicht von|publié par|posté par|rédigé par|publicado por|escrito por|pubblicato da|postato da|geplaatst door|gepost door|автор:|опубликовал|размещено|napisał|autor:|upplagd av|lagt inn av|投稿者|作成者)/u
/** Short enough for a byline, a date or a caption. */
const SHORT = 260

/** What the kinds of fragments and the elements around them say. */
export function judgeStructure(sheet: Sheet): void {
  const title = titleOf(sheet)
  for (const part of sheet.parts) {
    if (!isOpen(sheet, part)) continue
    const found =
      byKind(part) ?? (part === title ? named(part) : null) ?? byElement(sheet, part, title)
    if (found !== null) sheet.verdicts.set(part.at, found)
  }
}

const named = (part: Part): Verdict =>
  verdict('metadata', 'sure', 'title', { found: part.words.trim().slice(0, 80) })

function byKind(part: Part): Verdict | null {
  const { fragment, words } = part
  if (words.trim() === '') {
    return isBare(part) ? verdict('furniture', 'sure', 'rule') : null
  }
  // "___", "* * *": a rule that somebody typed.
  if (part.weight < 40 && fragment.kind === 'paragraph' && !/[\p{L}\p{N}\p{S}?!]/u.test(words)) {
    return verdict('furniture', 'likely', 'rule')
  }
  switch (fragment.kind) {
    case 'control':
      return verdict('furniture', 'sure', 'control')
    case 'front-matter':
      return verdict('metadata', 'sure', 'front-matter')
    case 'link-definition':
      return verdict('furniture', 'sure', 'link-definition')
    case 'caption':
      return verdict('metadata', 'likely', 'caption')
    case 'code':
      return MODULE_LINE.test(words) &&
        fragment.within === null &&
        fragment.marks.length === 0 &&
        /^import\s.{1,200}\sfrom\s/u.test(words)
        ? verdict('furniture', 'sure', 'module-line')
        : null
    case 'paragraph':
    case 'heading':
    case 'list-item':
    case 'table-row':
    case 'footnote-definition':
      return null
  }
}

/** Nothing but syntax: a rule, a picture. */
function isBare(part: Part): boolean {
  return (
    part.fragment.marks.some((mark) => mark.type === 'syntax' || mark.type === 'anchor') ||
    part.weight === 0
  )
}

function byElement(sheet: Sheet, part: Part, title: Part | null): Verdict | null {
  if (sheet.material.format !== 'html') return byHints(sheet, part)
  const { page } = sheet
  const roles = page.rolesOf(part)
  const isShort = part.weight < SHORT && !part.isProse
  if (isAmongProse(sheet, part, roles)) return amongProse(part, roles)
  if (roles.has('comments')) return verdict('furniture', 'sure', 'reader-comments')
  const isNearTitle = title !== null && part.at > title.at && part.at < page.first
  const isIn = page.isInBody(part)
  const isJustAbove = title !== null && part.at < title.at && part.at > title.at - 4
  if (isJustAbove && isDateLine(part.words)) {
    return verdict('metadata', 'likely', 'dateline', { found: part.words.trim() })
  }
  const isSite = roles.has('furniture') && isSiteLine(part)
  if (
    roles.has('metadata') &&
    isShort &&
    !isSite &&
    (isIn || isNearTitle || isSubtitleNote(part))
  ) {
    return verdict('metadata', 'likely', 'metadata-box')
  }
  if (
    page.last >= 0 &&
    part.at > page.last &&
    part.at < page.last + 8 &&
    isShort &&
    POSTED.test(part.opening)
  ) {
    return verdict('metadata', 'likely', 'byline', { found: part.words.trim().slice(0, 80) })
  }
  if (roles.has('contents')) return verdict('furniture', 'sure', 'contents-list')
  if (roles.has('editor')) return verdict('commentary', 'likely', 'editors-box')
  if (roles.has('fact-box') && (isIn || page.first < 0))
    return verdict('background', 'likely', 'aside-box')
  if (roles.has('hatnote') && isIn) return verdict('background', 'likely', 'hatnote')
  if (roles.has('about-author') && part.at > page.first && page.first >= 0) {
    return isIn || part.at > page.last ? verdict('about-author', 'likely', 'author-box') : null
  }
  if (roles.has('furniture') || roles.has('hidden'))
    return verdict('furniture', 'sure', 'page-part')
  if (isIn && isTableTitle(part)) return verdict('original', 'sure', 'table-title')
  if (roles.has('caption') && (isIn || isNearTitle)) return verdict('metadata', 'likely', 'caption')
  if (roles.has('pull-quote') && isIn) return verdict('quote', 'likely', 'pull-quote')
  if (roles.has('lead') && part.isProse && (isIn || isNearTitle))
    return verdict('original', 'likely', 'body')
  if (roles.has('aside') && isIn && part.at < page.first) {
    return verdict('metadata', 'guess', 'metadata-box')
  }
  if (roles.has('aside') && isIn) {
    return part.isProse || part.weight > 200 || isOverProse(sheet, part)
      ? verdict('background', 'guess', 'aside-box')
      : verdict('furniture', 'likely', 'page-part')
  }
  if (isIn) return null
  if (isNearTitle && (roles.has('aside') || roles.has('about-author'))) {
    return verdict('metadata', 'guess', 'metadata-box')
  }
  if (isNearTitle && part.isProse && part.linked < 0.3) return verdict('original', 'guess', 'body')
  if (isNearTitle && isShort && (part.linked < 0.9 || hasDate(part.words))) return null
  if (opensNotes(part) && sheet.notes.has(part.at + 1)) return null
  return verdict('furniture', 'sure', 'outside-body')
}

/** Whether a part is what a table is called, in the table itself. */
function isTableTitle({ fragment }: Part): boolean {
  let element = fragment.within
  for (let depth = 0; element !== null && depth < 4; depth += 1) {
    if (element.name === 'caption') return true
    element = element.parent
  }
  return false
}

/**
 * Whether a class name alone takes a part out that stands between the paragraphs of the article and is no
 * menu: it announces a voice, or it says whole sentences that lead nowhere.
 */
function isAmongProse({ page }: Sheet, part: Part, roles: ReadonlySet<Role>): boolean {
  if (!roles.has('comments') && !roles.has('furniture')) return false
  if (roles.has('hidden') || roles.has('notes') || !page.isInBody(part)) return false
  if (part.at <= page.first || part.at >= page.last || part.fragment.kind !== 'paragraph')
    return false
  return announcesItself(part) || (part.isSaid && part.linked === 0)
}

/** A label outranks what an element is called, and so is left to the pass that reads labels. */
function amongProse(part: Part, roles: ReadonlySet<Role>): Verdict | null {
  if (announcesItself(part)) return null
  if (!roles.has('comments')) return verdict('furniture', 'guess', 'page-part')
  const voice = nameBefore(part.words)
  return voice === null
    ? verdict('furniture', 'guess', 'reader-comments')
    : verdict('commentary', 'guess', 'comment-by', { found: voice, voice })
}

/** A pointer to further reading announces nobody. */
function announcesItself(part: Part): boolean {
  return opensVoice(part) && labelOfPart(part)?.cue.id !== 'read-also' && part.linked < 0.5
}

/** A heading with prose under it in the same box. */
function isOverProse(sheet: Sheet, part: Part): boolean {
  const next = sheet.parts[part.at + 1]
  return (
    part.fragment.kind === 'heading' &&
    next !== undefined &&
    (next.isProse || next.fragment.kind === 'list-item') &&
    sheet.page.rolesOf(next).has('aside')
  )
}

function isSubtitleNote(part: Part): boolean {
  return (
    part.fragment.within?.hints.some(
      (hint) => hint === 'shortdescription' || hint === 'sitesub',
    ) === true
  )
}

/** In books and Markdown everything is the text, but elements may still say what they are. */
function byHints(sheet: Sheet, part: Part): Verdict | null {
  if (part.fragment.within === null) return null
  const spoken = bySpeaker(sheet.material, part)
  if (spoken !== null) return spoken
  const roles = sheet.page.rolesOf(part)
  // What nobody saw is hardly the author's, but here nothing shows that it is the site's.
  if (roles.has('hidden')) return verdict('furniture', 'likely', 'page-part')
  if (roles.has('comments') && announcesItself(part)) return null
  if (roles.has('comments')) return verdict('furniture', 'likely', 'reader-comments')
  if (roles.has('editor')) return verdict('commentary', 'likely', 'editors-box')
  if (roles.has('about-author') && part.at > 0)
    return verdict('about-author', 'likely', 'author-box')
  if (roles.has('caption')) return verdict('metadata', 'likely', 'caption')
  if (roles.has('pull-quote')) return verdict('quote', 'likely', 'pull-quote')
  if (roles.has('contents')) return verdict('furniture', 'likely', 'contents-list')
  if (roles.has('aside')) return verdict('background', 'guess', 'aside-box')
  if (part.fragment.within.hints.some((hint) => QUOTE_STYLE.test(hint))) {
    return verdict('quote', 'likely', 'quoted')
  }
  return null
}

/** Names that word processors give the style of a quotation. */
const QUOTE_STYLE =
  /^(?:quote|quotations?|intense-quote|block-?quote|block-text|zitat|citation|cita|citazione|цитата)$/u

const ELEMENT =
  /^(?:a|abbr|address|article|aside|audio|b|bdi|blockquote|body|br|canvas|caption|center|cite|code|dd|del|details|dfn|div|dl|dt|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|header|hgroup|hr|html|i|iframe|img|ins|kbd|label|li|main|mark|menu|nav|object|ol|p|picture|pre|q|ruby|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|:::)$/u
/** Somebody else's word put in: a comment in Word, `<Aside name="Ada">` in a generator's Markdown. */
function bySpeaker(material: Material, part: Part): Verdict | null {
  const { within } = part.fragment
  let element = within
  while (element !== null) {
    const isMargin = element.name === 'comment' && material.format === 'docx'
    const voice = element.voice ?? null
    if (isMargin || voice !== null) {
      return verdict('commentary', isMargin ? 'sure' : 'likely', 'component', {
        found: element.name,
        voice,
      })
    }
    element = element.parent
  }
  if (material.format !== 'markdown' || within === null) return null
  const hint = within.hints.find((one) => SPOKEN.test(one))
  if (within.name === ':::') {
    if (within.hints.some((one) => INSERTED.test(one))) {
      return verdict('background', 'likely', 'component', { found: within.hints[0] ?? null })
    }
    return hint === undefined ? null : verdict('commentary', 'likely', 'component', { found: hint })
  }
  return !ELEMENT.test(within.name) && SPOKEN.test(within.name)
    ? verdict('commentary', 'likely', 'component', { found: within.name })
    : null
}

const INSERTED = /^(?:background|context|factbox|hintergrund|contexte|contexto|справка|背景)/u
const SPOKEN = /aside|comment|conv|speech|chat|editor|annotat|remark|dialog|translator/u

/** The part that is the title: what the head says it is, else the first heading of the first level. */
function titleOf(sheet: Sheet): Part | null {
  const { material, parts, page } = sheet
  const title = material.about.title === null ? '' : asPhrase(material.about.title)
  // "Title – Site", "Site: Title".
  const pieces = (material.about.title ?? '').split(/\s[-–—|·»/]\s|:\s|[_|｜]/u).map(asPhrase)
  const isFree = (part: Part): boolean =>
    part.fragment.kind !== 'front-matter' && part.weight < 400 && part.words.trim() !== ''
  const limit = material.format === 'html' ? parts.length : 12
  const early = parts.slice(0, Math.min(limit, 4000))
  const isBefore = (part: Part): boolean => page.first < 0 || part.at <= page.first + 3
  if (title !== '') {
    const same = early.filter(
      (part) =>
        isFree(part) &&
        !part.isProse &&
        isBefore(part) &&
        isSameTitle(asPhrase(part.words), title, pieces),
    )
    const own = same.filter((part) => !page.rolesOf(part).has('furniture') && isOpen(sheet, part))
    const headings = own.filter((part) => part.fragment.kind === 'heading')
    // A line that only repeats a piece of the head's title may be the site's name; the page's own heading is not.
    const top = headings.length > 0 ? undefined : soleTopOf(sheet, early)
    if (top !== undefined) return top
    const among = headings.length > 0 ? headings : own
    // As a whole if it stands so; else the one next to the text, for the site's name stands far above it.
    const best = among.findLast((part) => asPhrase(part.words) === title) ?? among.at(-1)
    if (best !== undefined) return best
  }
  const headings = early.filter((part) => part.fragment.kind === 'heading' && isFree(part))
  if (material.format === 'html') {
    const top = headings.findLast(
      (part) => part.fragment.depth === 1 && isBefore(part) && !sheet.notes.has(part.at),
    )
    const named = early.find(
      (part) =>
        isFree(part) &&
        page.first > part.at &&
        part.weight < 200 &&
        page.rolesOf(part).has('title'),
    )
    return top ?? named ?? null
  }
  const styled = early.find((part) => isFree(part) && part.at < 6 && hasTitleStyle(part))
  if (styled !== undefined) return styled
  const [first] = headings
  if (material.format === 'text' || first === undefined || title !== '') return null
  const isFirst = parts
    .slice(0, first.at)
    .every(
      (part) =>
        part.words.trim() === '' || (!part.isProse && first.at < 4) || part.fragment.quoted > 0,
    )
  return isFirst && first.fragment.depth <= 2 ? first : null
}

/** The only heading of the first level in the article, where it stands over the text. */
function soleTopOf({ material, page }: Sheet, early: readonly Part[]): Part | undefined {
  if (material.format !== 'html') return undefined
  const tops = early.filter(
    (part) =>
      part.fragment.kind === 'heading' &&
      part.fragment.depth === 1 &&
      part.weight < 400 &&
      part.words.trim() !== '' &&
      page.isInBody(part) &&
      !page.rolesOf(part).has('furniture'),
  )
  const [only, other] = tops
  const isOver = only !== undefined && (page.first < 0 || only.at < page.first)
  return isOver && other === undefined ? only : undefined
}

function hasTitleStyle(part: Part): boolean {
  return (
    part.fragment.within?.hints.some((hint) =>
      /^(?:title|titel|titre|título|titolo|название)$/u.test(hint),
    ) === true
  )
}

function isSameTitle(words: string, title: string, pieces: readonly string[]): boolean {
  if (words === title || (words !== '' && pieces.includes(words))) return true
  if (words.length < 8 || title.length < 8) return false
  // Heads often add the name of the site: "Title – Site".
  return (
    title.startsWith(`${words} `) ||
    (title.startsWith(words) && words.length > 0.5 * title.length) ||
    (words.startsWith(`${title} `) && words.length < title.length + 40)
  )
}

/** Whether two names are of one person, as far as spelling tells. */
export function isSameName(one: string, other: string): boolean {
  const words = (name: string): readonly string[] =>
    fold(name)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2)
  const [first, second] = [words(one), words(other)]
  return first.some((word) => second.includes(word))
}
