import { ATTRIBUTION, BYLINES, METADATA } from './cues/metadata.ts'
import { hasDate, isDateLine } from './dates.ts'
import { fold } from './fold.ts'
import { labelOf, labelOfPart } from './labels.ts'
import type { Part } from './part.ts'
import { beginningsAt, beginningsOf, endsAsWord, phrasesOf } from './phrases.ts'
import { isPointer } from './runs.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import type { Verdict } from './verdict.ts'
import { verdict } from './verdict.ts'

const BY = beginningsOf(phrasesOf(BYLINES.join('|')).map((phrase) => [phrase, null] as const))
const WROTE = ATTRIBUTION.closes.map(fold)
const NAMES =
  /^(?:[\p{Lu}\p{Lo}@][\p{L}\p{M}\p{N}.'’_-]*|de|van|von|der|den|la|le|di|da|al|el|bin|y|e|und|and|et|i|и|zu|ter|dos|do|[&,|·/])(?:[ ,]{1,3}(?:[\p{Lu}\p{Lo}@(][\p{L}\p{M}\p{N}.'’_)-]*|de|van|von|der|den|la|le|di|da|al|el|bin|y|e|und|and|et|i|и|zu|ter|dos|do|for|für|pour|[&|·/]))*$/u

/** Whether words are names of people and nothing else. */
export function isNameList(words: string): boolean {
  return NAMES.test(words) && words.split(/\s+/u).length <= 8
}

/** Bylines, datelines, sources: short lines, before and behind the text, that are about it. */
export function judgeMetadata(sheet: Sheet): void {
  const { parts } = sheet
  const prose = parts.filter(
    (part) => part.isProse && isOpen(sheet, part) && metadataIn(part, true) === null,
  )
  const first = prose[0]?.at ?? parts.length
  const last = prose.at(-1)?.at ?? -1
  let headers = 0
  for (const part of parts) {
    if (!isOpen(sheet, part)) continue
    const isEdge = part.at <= first || part.at >= last || part.fragment.afterRule === true
    const isLabelAlone = isLoneWord(part) && !isListed(parts[part.at + 1])
    const found = isLabelAlone
      ? null
      : (metadataIn(part, isEdge) ?? (part.at > last ? sourceIn(part) : null))
    const isHeader = found?.cue === 'mail-header'
    headers = found === null ? 0 : headers + 1
    if (found === null) continue
    if (
      isHeader &&
      headers < 2 &&
      !isMailHeader(parts[part.at + 1]) &&
      !/\n/u.test(part.words.trim())
    )
      continue
    sheet.verdicts.set(part.at, found)
    if (found.cue === 'source-line' && isBareLabel(part)) entriesBehind(sheet, part)
  }
}

function isBareLabel(part: Part): boolean {
  const label = labelOfPart(part)
  return label !== null && part.words.slice(label.end).trim() === ''
}

/** "Text" alone names nobody. */
function isLoneWord(part: Part): boolean {
  return isBareLabel(part) && !/[\s:：]/u.test(part.words.trim())
}

/** Whether what follows "Tags" may be the first of them. */
function isListed(next: Part | undefined): boolean {
  return next !== undefined && (isPointer(next) || !next.isSaid)
}

/** "Tags:", and each tag an item of a list. */
function entriesBehind(sheet: Sheet, label: Part): void {
  for (const part of sheet.parts.slice(label.at + 1, label.at + 30)) {
    const isEntry = part.fragment.kind === 'list-item' || part.linked > 0.8
    if (!isEntry || part.weight > 80 || part.isProse || !isOpen(sheet, part)) return
    sheet.verdicts.set(
      part.at,
      verdict('metadata', 'likely', 'goes-on', { found: label.words.trim() }),
    )
  }
}

function isMailHeader(part: Part | undefined): boolean {
  return part !== undefined && labelOfPart(part)?.cue.id === 'mail-header'
}

/** What a line says about the text; `isEdge`: where such lines usually stand. */
function metadataIn(part: Part, isEdge: boolean): Verdict | null {
  const { fragment, words, weight } = part
  if (fragment.kind === 'code' || fragment.kind === 'table-row') return null
  if (weight > 700) return null
  const line = words.trim()
  if (weight < 90 && isDateLine(line))
    return verdict('metadata', 'sure', 'dateline', { found: line })
  if (fragment.kind === 'heading' && !isEdge) return null
  if (isEdge && weight < 170 && hasDate(line) && opensSource(part)) {
    return verdict('metadata', 'likely', 'dateline', { found: line.slice(0, 80) })
  }
  if (weight < 320 && CREDITED.test(line.slice(-90))) {
    return verdict('metadata', 'likely', 'caption', { found: line.slice(-60) })
  }
  const attribution = weight < 260 ? attributionIn(line) : null
  if (attribution !== null) return attribution
  const byline = weight < 160 ? bylineIn(part, isEdge) : null
  if (byline !== null) return byline
  const isWhole = part.isAll('emphasis') || fragment.quoted > 0
  if (isEdge && weight < 140 && SIGNED_OFF.test(line)) {
    return verdict('metadata', 'likely', 'byline', { found: line.slice(0, 80) })
  }
  const isTail = isEdge && weight < 320
  for (const one of isTail ? line.split(/\n|(?<=[.!?]) /u, 8) : line.split('\n', 8)) {
    const label = labelOf(one)
    if (
      label !== null &&
      label.cue.class === 'commentary' &&
      isNameList(one.slice(label.end).trim())
    ) {
      return verdict('metadata', 'sure', 'source-line', { found: label.found })
    }
    if (label?.cue.class !== 'metadata' || tellsUpdate(label.found, one.slice(label.end))) continue
    if (!line.startsWith(one) && isTail && label.cue.needs === 'sign' && !line.includes(`\n${one}`))
      continue
    const most =
      label.cue.id === 'published-at' || label.cue.id === 'licence'
        ? isEdge || isWhole
          ? 600
          : 150
        : isEdge
          ? 260
          : 130
    if (weight > most || (fragment.kind === 'heading' && label.cue.id === 'source-line')) continue
    if (label.cue.id === 'source-line' && !isEdge && one.slice(label.end).trim() === '') continue
    if (label.cue.id === 'licence' && RIGHTS.test(label.found)) {
      return verdict('furniture', 'likely', 'licence', { found: label.found })
    }
    return verdict('metadata', label.cue.needs === 'sign' ? 'sure' : 'likely', label.cue.id, {
      found: label.found,
    })
  }
  return null
}

const UPDATED =
  /^\W{0,4}(?:updated|aktualisiert|mise à jour|actualizado|aggiornato|atualizado|обновлено|更新)\W{0,6}$/iu

/** "Updated: the well has been filled in." is part of the text; "Updated: 3 May" is about it. */
function tellsUpdate(found: string, rest: string): boolean {
  const words = rest.trim()
  const isSentence =
    /[.!?…。！？]$/u.test(words) && (words.split(/\s+/u).length > 4 || /[。！？]$/u.test(words))
  return isSentence && UPDATED.test(found) && !hasDate(words)
}

/** "— Ada Brand, Harbour Watch": who signs, on a line of its own. */
const SIGNED_OFF =
  /^[-–—]{1,3}\s?\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}(?:, [^!?]{2,90})?$/u

/** "… on Sunday. (Ada Brand/Harbour Press)": the words under a picture, with its credit. */
const CREDITED = /[.!?…]\s\(\p{Lu}[^()/]{2,40}\/[^()/]{2,40}\)\.?$/u

/** A claim of rights is the site's; terms on which a text may be used are about the text. */
const RIGHTS =
  /^\W{0,3}(?:copyright|\(c\)|all rights|alle rechte|tous droits|todos l?os derechos|todos os direitos|tutti i diritti|все права|版权|版權)|©/iu

const SOURCES = beginningsOf(
  METADATA.filter((cue) => cue.id === 'source-line').flatMap((cue) =>
    phrasesOf(cue.words)
      .filter((phrase) => phrase.length > 5)
      .map((phrase) => [phrase, null] as const),
  ),
)

/** "Published on …", with a date behind it. */
function opensSource({ opening }: Part): boolean {
  const from = /^[\s*_([~–—-]{0,6}/u.exec(opening)?.[0].length ?? 0
  return beginningsAt(SOURCES, opening, from).some(({ phrase }) =>
    endsAsWord(opening, from, phrase),
  )
}

const CITED = /(?:^|\D)(?:1[5-9]|20)\d{2}(?:\D|$)/u
const CITING = /["“«„]|\b(?:pp?|vol|no|nr|n|s)\. ?\d|n° ?\d|№|\bp\. \d/iu

/** "Ada Brand, “On Ferries”, Harbour Review 12, 1998, p. 4": where the text was, at its end. */
function sourceIn(part: Part): Verdict | null {
  const line = part.words.trim()
  if (part.weight > 220 || part.weight < 20 || part.fragment.quoted > 0) return null
  if (part.fragment.kind !== 'paragraph' || !CITED.test(line) || !CITING.test(line)) return null
  // A sentence has words between its commas; a source has names and numbers.
  const isList = line.split(/[,.;:]/u).length >= 4 && /^[\p{Lu}\p{Lo}“«„"]/u.test(line)
  return isList ? verdict('metadata', 'guess', 'source-line', { found: line.slice(0, 60) }) : null
}

function attributionIn(line: string): Verdict | null {
  const folded = fold(line)
  const isOpening =
    ATTRIBUTION.opens.some((opening) => folded.startsWith(opening)) ||
    /<[^<>\s]{3,80}@|\d{1,2}:\d{2}/u.test(folded)
  const isClosing = WROTE.some((closing) => folded.endsWith(closing))
  const isDivider =
    /^-{2,8} ?(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|исходное сообщение|пересылаемое сообщение|转发邮件|原始邮件).{0,20}-{2,8}$/u.test(
      folded,
    )
  return (isOpening && isClosing && /\d/u.test(folded)) || isDivider
    ? verdict('metadata', 'sure', 'attribution', { found: line.slice(0, 80) })
    : null
}

/** "By Ada Brand, 3 May 2011": a word and a name, and nothing that makes a sentence of it. */
function bylineIn(part: Part, isEdge: boolean): Verdict | null {
  const { opening, fragment } = part
  const words = part.words.trim()
  if (fragment.quoted > 0 || fragment.kind === 'list-item') return null
  const from = /^[\s*_([~–—-]{0,6}/u.exec(opening)?.[0].length ?? 0
  for (const { phrase } of beginningsAt(BY, opening, from)) {
    if (!endsAsWord(opening, from, phrase)) continue
    const rest = part.words
      .slice(from + phrase.length)
      .replace(/^[\s:：]{1,3}/u, '')
      .replace(/[\s*_)\]]{1,6}$/u, '')
    const [name = '', ...more] = rest.split(
      / [|·•–—-] |, (?=\d|\p{Ll})|\n| (?:on|at|am|le|el|il|em|op|den|um) (?=[\p{Lu}\d])| \(|\. /u,
    )
    const isDated = more.join(' ').trim()
    const isName = name.length < 80 && NAMES.test(name.trim()) && /^[\p{Lu}\p{Lo}@]/u.test(name)
    const isShort = words.length < (isEdge ? 110 : 60) || isDateLine(isDated) || more.length === 0
    // "Von Berlin nach Bonn" is the beginning of a sentence, "von Ada Brand" alone in a line is not.
    if (
      isName &&
      isShort &&
      !/[.!?]$/u.test(words.replace(/\b\p{Lu}\.$/u, '')) &&
      (isEdge || phrase.length > 3 || words.length < 40)
    ) {
      return verdict('metadata', 'likely', 'byline', { found: words.slice(0, 80) })
    }
  }
  return null
}
