import { ABOUT_AUTHOR } from './cues/author.ts'
import { BACKGROUND, POINTERS } from './cues/background.ts'
import { COMMENTARY, SIGNATURES } from './cues/commentary.ts'
import type { LabelCue } from './cues/label.ts'
import { METADATA } from './cues/metadata.ts'
import { fold, isIdeograph } from './fold.ts'
import { ENDS_WITH_CONNECTOR, namedVoice } from './named-voice.ts'
import type { Part } from './part.ts'
import { beginningsAt, beginningsOf, endsAsWord, phrasesOf } from './phrases.ts'

/** A label found at the beginning of a text. */
export interface Label {
  readonly cue: LabelCue
  /** As it stands there: "Comment by Ada Brand:". */
  readonly found: string
  readonly voice: string | null
  /** Where what it labels begins. */
  readonly end: number
  /** In bold at the beginning of its paragraph, with a full stop: an author writes so, too. */
  readonly isRunIn?: boolean
}

/** All labels that are known, as data. */
export const LABEL_CUES: readonly LabelCue[] = [
  ...COMMENTARY,
  ...BACKGROUND,
  ...POINTERS,
  ...ABOUT_AUTHOR,
  ...METADATA,
]

const LABELS = beginningsOf(
  LABEL_CUES.flatMap((cue) => phrasesOf(cue.words).map((phrase) => [phrase, cue] as const)),
)

const BEFORE = /^[\s*_#>[("<•·~|※►▶→†‡=-]{0,16}/u
const CLOSERS = /^[\s*_)\]"'~]{0,8}/u
const LONGEST_GAP = 40
const LONGEST_HEADING = 80

const known = new WeakMap<Part, Label | null>()

/** The label that a part begins with: many passes ask. */
export function labelOfPart(part: Part): Label | null {
  const found = known.get(part)
  if (found !== undefined) return found
  const isHeading =
    part.weight < LONGEST_HEADING && (part.fragment.kind === 'heading' || part.isAll('strong'))
  const label =
    labelIn(part.words.slice(0, part.opening.length), part.opening, isHeading) ?? runInLabel(part)
  known.set(part, label)
  return label
}

/** "Background." in bold, with sentences behind it. */
function runInLabel(part: Part): Label | null {
  const end = runInEnd(part)
  const found = part.words.slice(0, end).trim()
  const words = found.replace(/\.$/u, '')
  const label = words === found ? null : labelOf(`${words}:`)
  if (label?.cue.id !== 'background-label' || label.end !== words.length + 1) return null
  return { ...label, found, end, isRunIn: true }
}

const LONGEST_RUN_IN = 60

/** Where the bold words end that a paragraph begins with and does not go on with; 0 where there are none. */
export function runInEnd(part: Part): number {
  const { fragment } = part
  const bold = fragment.marks.find(
    (mark) => mark.type === 'strong' && mark.from <= fragment.from + 3,
  )
  if (bold === undefined || fragment.kind !== 'paragraph' || part.isAll('strong')) return 0
  let end = 0
  while (end <= LONGEST_RUN_IN && end < part.words.length && part.placeOf(end) < bold.to) end += 1
  return end > LONGEST_RUN_IN ? 0 : end
}

/** The label that `text` begins with, behind brackets and emphasis; null where it begins with none. */
export function labelOf(text: string): Label | null {
  const words = text.slice(0, 240)
  return labelIn(words, fold(words), false)
}

function labelIn(words: string, folded: string, isHeading: boolean): Label | null {
  const from = BEFORE.exec(folded)?.[0].length ?? 0
  if (isQuotedWithin(folded, from)) return null
  for (const { phrase, entry } of beginningsAt(LABELS, folded, from)) {
    if (!endsAsWord(folded, from, phrase)) continue
    const found = labelBehind(words, folded, from, phrase, entry, isHeading)
    if (found !== null) return found
  }
  return newsroomLabel(words, folded, from) ?? possessiveLabel(words, folded, from)
}

/** "“Comment by the mayor: none,” said the paper": whoever quotes a label speaks himself. */
function isQuotedWithin(folded: string, from: number): boolean {
  const open = folded.lastIndexOf('"', from)
  if (open < 0 || open >= from) return false
  const close = folded.indexOf('"', from)
  return close >= 0 && /\p{L}/u.test(folded.slice(close + 1))
}

/** "港口博客评论:", "港ブログのコメント:". */
const IDEOGRAPHIC_HOST =
  /^([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,9})(?:博客|部落格|网站|網站|论坛|論壇|ブログ|サイト)の?/u

/** "InfoQ 编者按": the name of whoever publishes it, before a label of a script without spaces. */
function newsroomLabel(words: string, folded: string, from: number): Label | null {
  const beginning = folded.slice(from, from + 18)
  const host = IDEOGRAPHIC_HOST.exec(beginning)
  const name = host?.[0] ?? /^[a-z][a-z0-9.&]{1,14} ?/u.exec(beginning)?.[0]
  if (name === undefined) return null
  const start = from + name.length
  if (!isIdeograph(folded[start])) return null
  for (const { phrase, entry } of beginningsAt(LABELS, folded, start)) {
    if (entry.class !== 'commentary' || !endsAsWord(folded, start, phrase)) continue
    const found = labelBehind(words, folded, start, phrase, entry, false)
    if (found === null) continue
    const voice = found.voice ?? host?.[1] ?? null
    return { ...found, voice, found: words.slice(from, found.end).trim() }
  }
  return null
}

function labelBehind(
  words: string,
  folded: string,
  from: number,
  phrase: string,
  cue: LabelCue,
  isHeading: boolean,
): Label | null {
  const end = from + phrase.length
  const make = (to: number, voice: string | null): Label => ({
    cue,
    found: words.slice(from, to).trim(),
    // "Background on Ada Brand" is about her; she does not speak.
    voice: cue.class === 'background' && cue.id !== 'analysis-label' ? null : (voice ?? cue.voice),
    end: to,
  })
  const named = namedVoice(words, folded, end, phrase, cue, isHeading)
  if (named !== null) return make(named.end, named.voice)
  if (cue.needs === 'word') return make(end, null)
  // "Note by" without a name is the beginning of a sentence.
  if (ENDS_WITH_CONNECTOR.test(phrase) && !/^\s?:/u.test(folded.slice(end, end + 2))) return null
  const sign = signAt(folded, end, phrase, cue)
  return sign === null ? null : make(sign, null)
}

/** Where a label ends that a colon, a dash, a full stop or its bracket closes. */
function signAt(folded: string, end: number, phrase: string, cue: LabelCue): number | null {
  const closed = end + (CLOSERS.exec(folded.slice(end, end + 8))?.[0].length ?? 0)
  const next = folded[closed]
  if (next === ':') return closed + 1
  const isTelling =
    (cue.class === 'commentary' || cue.class === 'about-author') &&
    (phrase.length > 5 || /[^\s\p{ASCII}]/u.test(phrase) || phrase.includes('.'))
  if (next === undefined) return isTelling || cue.class !== 'commentary' ? closed : null
  const between = folded.slice(end, closed)
  if (next === '-' && between.endsWith(' ') && folded[closed + 1] === ' ') return closed + 1
  const isNote = cue.id === 'editors-note' || cue.id === 'translators-note'
  if (isNote && isIdeograph(phrase[0]) && /\s/u.test(folded.slice(end, closed))) return closed
  if (!isTelling) return null
  if (between.includes(']') || between.includes(')')) return closed
  if (next === '.' && phrase.includes(' ')) return closed + 1
  if (next === '-' || next === '—') return closed + 1
  if (phrase.endsWith('.') && phrase.length > 6) return end
  // "Editor's note, May 2011:" and "Editor's note (updated):".
  if (!phrase.includes(' ') && !isIdeograph(phrase[0])) return null
  const gap = folded.slice(closed, closed + LONGEST_GAP)
  const colon = gap.indexOf(':')
  return colon > 0 && !/[.!?;]/u.test(gap.slice(0, colon)) ? closed + colon + 1 : null
}

const POSSESSIVE =
  /^([^:.!?]{2,40}'s?) (?:comments?|commentary|notes?|remarks?|response|reply|answer|take|addendum|rejoinder|thoughts)\s?[*_)\]]{0,4}\s?:/u
/** "AB comment:", without the apostrophe. */
const NAMED_COMMENT =
  /^(\p{L}[^:.!?,]{0,30}) (?:comments?|commentary|response|reply|antwort|kommentar|commentaire|réponse|comentario|respuesta|commento|risposta|комментарий|ответ)\s?[*_)\]]{0,4}\s?:/u
/** "Final comment:", "Short reply:": the author's own. */
const NO_NAME =
  /^(?:a|an|the|one|first|second|last|final|another|quick|short|brief|general|side|in|no|any|some|this|that|and|but|your|his|her|its|ein|eine|der|die|das|un|une|el|la|il|lo|erster|letzter|dernier|último|ultimo)\b/u
const OWN: LabelCue = {
  id: 'comment-by',
  class: 'commentary',
  voice: null,
  lang: 'en',
  words: '',
  needs: 'sign',
}

/** "The Harbour Watch comment:" names whom "The last comment:" does not. */
function isTitled(words: string): boolean {
  const behind = /^(?:The|Der|Die|Das|Le|La|Les|El|Il) (?=\p{Lu})/u.exec(words)?.[0]
  return behind !== undefined && !NO_NAME.test(fold(words.slice(behind.length, 80)))
}

/** "Ada's comment:". */
function possessiveLabel(words: string, folded: string, from: number): Label | null {
  const start = folded.slice(from, from + 80)
  const named = NAMED_COMMENT.exec(start)
  const isNamed = named !== null && (!NO_NAME.test(start) || isTitled(words.slice(from)))
  const found = POSSESSIVE.exec(start) ?? (isNamed ? named : null)
  if (found?.[1] === undefined || !/^\p{Lu}/u.test(words.slice(from))) return null
  const voice = words.slice(from, from + found[1].length).replace(/['’]s?$/u, '')
  const end = from + found[0].length
  return { cue: OWN, found: words.slice(from, end), voice, end }
}

const SIGNED = {
  own: new Set(phrasesOf(SIGNATURES.own)),
  editor: new Set(phrasesOf(SIGNATURES.editor)),
  translator: new Set(phrasesOf(SIGNATURES.translator)),
}

/** Who signs at the end of a remark: "… — Ed.", "… – Anm. d. Übers."; null where nobody does. */
export function signatureOf(
  text: string,
): { readonly voice: string | null; readonly found: string } | null {
  const tail = text.slice(-60)
  const folded = fold(tail).replace(/[\s)\]*_"'.]{0,6}$/u, '')
  for (let at = folded.length - 1; at >= 0; at--) {
    const character = folded[at] ?? ''
    const isBorder =
      character === '-' ||
      character === ',' ||
      character === ';' ||
      character === '.' ||
      character === '('
    const isOpen =
      isBorder || character === ' ' || isIdeograph(character) || /[。！？，；…:]/u.test(character)
    if (!isOpen) continue
    const phrase = folded.slice(at + 1).trim()
    const before = folded
      .slice(0, at + 1)
      .trimEnd()
      .at(-1)
    for (const voice of ['translator', 'editor', 'own'] as const) {
      const isKnown = SIGNED[voice].has(phrase) || SIGNED[voice].has(`${phrase}.`)
      // A short word such as "tr" needs a dash before it; "прим. пер." speaks for itself.
      const isTelling =
        phrase.length > 6 ||
        isIdeograph(phrase[0]) ||
        phrase.includes('.') ||
        // "NDLR" in capitals; "(Brand, ed.)" names an editor.
        (phrase.length > 2 &&
          /^\p{Lu}+$/u.test(
            tail
              .slice(at + 1)
              .replace(/[\s)\].]{1,6}$/u, '')
              .trim(),
          )) ||
        (before !== undefined && /[-.;!?]/u.test(before))
      if (isKnown && isTelling) {
        return { voice: voice === 'own' ? null : voice, found: tail.slice(at + 1).trim() }
      }
    }
  }
  return null
}
