import { commentary } from './comments.ts'
import { DANGLING, PROMISES } from './cues/background.ts'
import { pointsBack, setting, shared, topicsOf } from './continuity.ts'
import { fold, isIdeograph } from './fold.ts'
import type { Label } from './labels.ts'
import { labelOfPart, runInEnd } from './labels.ts'
import { langOf } from './languages.ts'
import { isNameList } from './metadata.ts'
import type { Part } from './part.ts'
import { phrasesOf } from './phrases.ts'
import { opensVoice } from './remarks.ts'
import {
  follow,
  isPointer,
  isSetApart,
  LONGEST_RUN,
  markEnd,
  markStart,
  sure,
  textAround,
} from './runs.ts'
import type { Sheet } from './sheet.ts'
import { isOpen, nextOf } from './sheet.ts'
import type { Verdict } from './verdict.ts'
import { verdict } from './verdict.ts'

const DANGLING_WORDS = new Set(DANGLING.map(fold))

const PROMISING = phrasesOf(PROMISES.join('|'))

/** Commentary and inserts that a label announces, each as far as it goes. */
export function judgeLabels(sheet: Sheet): void {
  // Where other paragraphs begin in bold with other words, it is how the author divides the text.
  const isDivided = sheet.parts.some((part) => runInEnd(part) > 0 && labelOfPart(part) === null)
  for (const part of sheet.parts) {
    if (!isOpen(sheet, part) || part.fragment.kind === 'code') continue
    const label = labelOfPart(part)
    if (label === null || (label.isRunIn === true && isDivided)) continue
    if (label.cue.class === 'commentary' && !namesSomebody(part, label))
      commentary(sheet, part, label)
    else if (label.cue.class === 'background') background(sheet, part, label)
  }
}

/** "Translator: Ada Brand" says who translated; "Translator: This is a pun" is a remark. */
function namesSomebody(part: Part, label: Label): boolean {
  const rest = part.words.slice(label.end).trim()
  const isWord = !/\s/u.test(label.found.replace(/[\s:：*_]{1,6}$/u, '').trim())
  return isWord && rest.length < 60 && isNameList(rest)
}

function background(sheet: Sheet, part: Part, label: Label): void {
  const { fragment, words } = part
  if (label.isRunIn === true) {
    const { found } = label
    sheet.verdicts.set(part.at, verdict('background', 'guess', 'run-in-label', { found }))
    return
  }
  const rest = words
    .slice(label.end)
    .replace(/[\s*_)\]]{1,8}$/u, '')
    .trim()
  const isPointed = label.cue.id === 'read-also'
  const isHeading = fragment.kind === 'heading'
  const isOwnLine = isHeading || rest === '' || part.isAll('strong')
  if (isPointed) {
    pointer(sheet, part, label, rest)
    return
  }
  // "Background" over a chapter is the author's own; "Analysis: Ada Brand" names another.
  if (isHeading && !(label.cue.id === 'analysis-label' && rest !== '') && !isBoxLabel(label)) return
  // A single word with a sentence behind it may be the author's, unless a line of its own sets it off.
  if (label.cue.id === 'analysis-label' && (rest === '' || rest.length > 90)) return
  if (rest.length > 0 && !isOwnLine && !/[:：]/u.test(label.found) && label.cue.needs === 'sign')
    return
  const promise = promiseOf(words, rest)
  const [who = ''] = rest.split(/[,(–—|]/u, 1)
  const voice =
    label.cue.id === 'analysis-label' && isNameList(who.trim()) ? who.trim() : label.voice
  const lost = lostIn(sheet, part, rest, promise, isHeading)
  sheet.verdicts.set(part.at, sure(label, { lost, voice }))
  if (lost === 'insert') markStart(sheet, part.at)
  if (lost === 'insert' || (lost === 'link' && !promise)) return
  if (rest.length > 200 && !promise) return
  insert(sheet, part, label)
}

/** Labels that only boxes have: "Factbox", "Timeline" in the middle of a report. */
function isBoxLabel(label: Label): boolean {
  return /box|kasten|encadré|recuadro|справка|досье|fakta|infobox|at a glance|auf einen blick|en bref|背景资料|背景資料|名词解释/u.test(
    fold(label.found),
  )
}

function promiseOf(words: string, rest: string): boolean {
  const folded = fold(words.slice(0, 300))
  return rest !== '' && PROMISING.some((phrase) => folded.includes(phrase))
}

/** What a label announces and what is not there. */
function lostIn(
  sheet: Sheet,
  part: Part,
  rest: string,
  promise: boolean,
  isHeading: boolean,
): Verdict['lost'] {
  if (rest === '') {
    if (isHeading) return null
    const next = nextOf(sheet, part.at)
    return next === null || goesOnAround(sheet, part, next) ? 'insert' : null
  }
  const hasLink =
    /https?:\/\/|www\./u.test(rest) || part.fragment.marks.some((mark) => mark.type === 'link')
  const last =
    fold(rest)
      .replace(/[\s:.…-]{1,6}$/u, '')
      .split(/\s+/u)
      .at(-1) ?? ''
  const isDangling =
    DANGLING_WORDS.has(last) ||
    (isIdeograph(last) && [...DANGLING_WORDS].some((word) => last.endsWith(word)))
  if (!hasLink && rest.length < 200 && isDangling) {
    const next = nextOf(sheet, part.at)
    return next !== null && !promise && isPointer(next) && next.weight < 300 ? null : 'link'
  }
  return null
}

/** Whether what follows a bare label goes on with the text before it: then the insert itself is gone. */
function goesOnAround(sheet: Sheet, part: Part, next: Part): boolean {
  const around = textAround(sheet, part.at)
  if (around.size === 0 || !next.isProse) return false
  if (setting(next) !== setting(part) && isSetApart(next)) return false
  return shared(topicsOf(next.words), around) > 0.16
}

/** Whether words are a whole sentence of some length: only their end is looked at. */
function saysSomething(words: string): boolean {
  const said = words.trim()
  const end = /[.!?。！？…][)\]"”»*_]{0,4}$/u.exec(said.slice(-5))
  return end !== null && said.length - end[0].length > 30
}

/** The paragraphs of an insert: the first as promised, more as long as they stay with it. */
function insert(sheet: Sheet, part: Part, label: Label): void {
  const { parts } = sheet
  const found = sheet.verdicts.get(part.at)
  if (found === undefined) return
  const around = textAround(sheet, part.at)
  const named = new Set(topicsOf(part.words.slice(label.end)))
  const inside = new Set(named)
  const lang = sheet.material.about.lang ?? langOf(sheet.material)
  const isSentence =
    saysSomething(part.words.slice(label.end)) &&
    !promiseOf(part.words, part.words.slice(label.end))
  let last: number | null = null
  for (const next of parts.slice(part.at + 1, part.at + LONGEST_RUN)) {
    if (
      sheet.verdicts.get(next.at)?.cue === 'caption' ||
      sheet.verdicts.get(next.at)?.cue === 'rule'
    )
      continue
    if (
      !isOpen(sheet, next) ||
      next.fragment.kind === 'heading' ||
      next.fragment.afterRule === true
    )
      break
    // Links to further reading close a box.
    if (next.linked > 0.8) break
    if (opensVoice(next)) break
    const topics = topicsOf(next.words)
    // A label with its sentence behind it has said what it has to say.
    const isFirst = last === null && !isSentence
    const stays =
      isFirst ||
      isUnderHeading(part) ||
      staysInside(part, next, topics, { named, inside, around, lang, isSentence })
    if (!stays) break
    follow(sheet, next, found, isUnderHeading(part) ? 'likely' : 'guess')
    for (const word of topics) inside.add(word)
    last = next.at
  }
  if (last !== null) markEnd(sheet, last)
}

function isUnderHeading(part: Part): boolean {
  return part.fragment.kind === 'heading'
}

function staysInside(
  label: Part,
  next: Part,
  topics: ReadonlySet<string>,
  known: {
    readonly named: ReadonlySet<string>
    readonly inside: ReadonlySet<string>
    readonly around: ReadonlySet<string>
    readonly lang: string | null
    /** Whether the label has its sentence behind it already. */
    readonly isSentence: boolean
  },
): boolean {
  if (!known.isSentence && isSetApart(next) && setting(next) !== setting(label)) return true
  if (pointsBack(next, known.lang)) return true
  if (shared(known.named, topics) > 0.3) return true
  const [within, without] = [shared(topics, known.inside), shared(topics, known.around)]
  return within > 0.12 && within > 1.5 * without
}

/** "Read also: …": the editor's pointer, or the site's where it is but a link. */
function pointer(sheet: Sheet, part: Part, label: Label, rest: string): void {
  const isPage = sheet.material.format === 'html'
  if (part.fragment.kind === 'heading' || rest.length > 260) return
  // "See: the ferry is late" may be anybody's; "相关阅读" is no sentence.
  const isShortWord =
    label.found.length < 8 && !isIdeograph(fold(label.found).replace(/[^\p{L}]/gu, '')[0])
  if (isShortWord && !isPointer(part)) return
  if (rest === '') {
    const next = sheet.parts[part.at + 1]
    if (next === undefined || !isOpen(sheet, next) || !isPointer(next)) return
  }
  const isSite = isPage && part.linked > 0.4
  const found = verdict(
    isSite ? 'furniture' : 'background',
    isSite ? 'likely' : 'sure',
    'read-also',
    { found: label.found },
  )
  sheet.verdicts.set(part.at, found)
  if (rest !== '' && !/[:：]\s*$/u.test(part.words)) return
  for (const next of sheet.parts.slice(part.at + 1, part.at + 9)) {
    if (!isOpen(sheet, next) || !isPointer(next) || next.isProse) return
    follow(sheet, next, found, 'likely')
  }
}
