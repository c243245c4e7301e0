import { firstWhere } from '#core/article'
import { colouredStretches } from './coloured.ts'
import { labelOf, labelOfPart, signatureOf } from './labels.ts'
import type { Part } from './part.ts'

/** Somebody else's words inside a paragraph, by offsets into `Part.words`. */
export interface Remark {
  readonly from: number
  readonly to: number
  readonly class: 'commentary' | 'background'
  readonly cue:
    | 'signed-remark'
    | 'editors-note'
    | 'translators-note'
    | 'comment-by'
    | 'own-comment'
    | 'note-from'
    | 'background-label'
    | 'in-brackets'
    | 'coloured'
    | 'in-arrows'
    | 'inserted'
  readonly found: string
  readonly voice: string | null
}

const CLOSES: Readonly<Record<string, string>> = {
  '[': ']',
  '(': ')',
  '（': '）',
  '【': '】',
  '［': '］',
  '〔': '〕',
  '〈': '〉',
  '{': '}',
  '｛': '｝',
}
const OPENS = new Set(Object.keys(CLOSES))
const CLOSERS = new Set(Object.values(CLOSES))
const LONGEST = 3000

/** Remarks in brackets that say whose they are, and words in the colour of somebody else. */
export function remarksIn(part: Part, colours: ReadonlySet<string>): readonly Remark[] {
  const coloured = colouredStretches(part, colours).map(({ from, to, colour }): Remark => ({
    from: offsetIn(part, from),
    to: offsetIn(part, to),
    class: 'commentary',
    cue: 'coloured',
    found: colour,
    voice: null,
  }))
  const bracketedOnes = bracketed(part)
  const inBrackets = bracketedOnes.length > 0 ? bracketedOnes : behindSentence(part.words)
  const others = [...coloured, ...inserted(part), ...inArrows(part.words)]
  return others.length === 0
    ? inBrackets
    : [...others, ...inBrackets].toSorted((a, b) => a.from - b.from)
}

/** What somebody put in with changes tracked. Within a word he mends it, and it stays whole. */
function inserted(part: Part): readonly Remark[] {
  const found: Remark[] = []
  for (const mark of part.fragment.marks) {
    if (mark.type !== 'inserted') continue
    const [from, to] = [offsetIn(part, mark.from), offsetIn(part, mark.to)]
    const last = found.at(-1)
    const goesOn =
      last !== undefined &&
      last.voice === mark.value &&
      part.words.slice(last.to, from).trim() === ''
    if (goesOn) found.pop()
    found.push({
      from: goesOn ? last.from : from,
      to: Math.max(to, last?.to ?? 0),
      class: 'commentary',
      cue: 'inserted',
      found: mark.value ?? '',
      voice: mark.value,
    })
  }
  return found.filter(
    ({ from, to }) =>
      /[\p{L}\p{N}]/u.test(part.words.slice(from, to)) &&
      !isInsideWord(part.words, from) &&
      !isInsideWord(part.words, to),
  )
}

function isInsideWord(words: string, at: number): boolean {
  return /^[\p{L}\p{M}\p{N}]{2}$/u.test(words.slice(Math.max(0, at - 1), at + 1))
}

/** The offset into the words of a part that stands at a place of the material. */
function offsetIn(part: Part, place: number): number {
  return firstWhere(part.words.length, (offset) => part.placeOf(offset) >= place)
}

function bracketed(part: Part): readonly Remark[] {
  const { words } = part
  const found: Remark[] = []
  const stack: { readonly close: string; readonly from: number }[] = []
  for (let at = 0; at < words.length; at++) {
    const character = words[at] ?? ''
    if (OPENS.has(character)) {
      // What is never closed would keep everything behind it waiting.
      if (stack.length > 20) stack.shift()
      stack.push({ close: CLOSES[character] ?? '', from: at })
    } else if (CLOSERS.has(character)) {
      const depth = stack.findLastIndex((open) => open.close === character)
      const open = stack[depth]
      if (open === undefined) continue
      stack.length = depth
      if (at - open.from > LONGEST) continue
      const remark = remarkIn(words, open.from, at + 1)
      if (remark === null) continue
      while ((found.at(-1)?.from ?? -1) >= remark.from) found.pop()
      found.push(remark)
    }
  }
  return found
}

/** `>>like this<<`: two words at least, so that it is no arrow and no code. */
function inArrows(words: string): readonly Remark[] {
  const found: Remark[] = []
  let end = -1
  for (let at = words.indexOf('>>'), next = at; at >= 0; at = next) {
    next = words.indexOf('>>', at + 2)
    if (end < at + 2) end = words.indexOf('<<', at + 2)
    if (end < 0) break
    if ((next >= 0 && next < end) || end - at > LONGEST) continue
    const inner = words.slice(at + 2, end)
    if (!/\p{L}\s\s?\p{L}/u.test(inner)) continue
    const to = end + 2
    const shown = inner.trim().slice(0, 40)
    found.push({
      from: at,
      to,
      class: 'commentary',
      cue: 'in-arrows',
      found: shown,
      voice: null,
    })
  }
  return found
}

function remarkIn(words: string, from: number, to: number): Remark | null {
  const inner = words.slice(from + 1, to - 1)
  if (inner.trim().length < 3) return null
  const label = labelOf(inner)
  const id = label?.cue.id
  if (
    label !== null &&
    (id === 'editors-note' || id === 'translators-note' || id === 'comment-by')
  ) {
    return { from, to, class: 'commentary', cue: id, found: label.found, voice: label.voice }
  }
  const isSquare = words[from] !== '(' && words[from] !== '（'
  const isLong = label !== null && inner.length - label.end > 12
  if (
    label !== null &&
    isLong &&
    (id === 'note-from' || (id === 'own-comment' && (isSquare || label.found.includes(' '))))
  ) {
    return { from, to, class: 'commentary', cue: id, found: label.found, voice: label.voice }
  }
  if (label !== null && isLong && isSquare && id === 'background-label') {
    return { from, to, class: 'background', cue: id, found: label.found, voice: label.voice }
  }
  if (label !== null && isLong && id === 'source-line' && SPEAKING.test(label.found)) {
    return {
      from,
      to,
      class: 'commentary',
      cue: 'translators-note',
      found: label.found,
      voice: null,
    }
  }
  const name = isSquare ? nameBefore(inner) : null
  if (name !== null && inner.trim().length > 16) {
    return { from, to, class: 'commentary', cue: 'in-brackets', found: name, voice: name }
  }
  const signature = signatureOf(inner)
  if (signature === null) return isSquare ? interjection(words, from, to, inner) : null
  return {
    from,
    to,
    class: 'commentary',
    cue: 'signed-remark',
    found: signature.found,
    voice: signature.voice,
  }
}

const NAME = /^\s{0,2}((?:\p{Lu}[\p{L}\p{M}.'’-]{0,20}\s?){1,3})\s?[:：]\s?\S/u
/** Openings that look like names: "Note: …", "Q: …". */
const NO_NAME =
  /^(?:sidenote|footnote|endnote|page|pg|p|note|nb|n\.b\.|q|a|ps|p\.s\.|update|source|photo|see|also|fig|figure|table|illustration|image|music|applause|laughter|warning|tip|hint|example|e\.g|i\.e|http|https|fn|ref|isbn|doi)\.?$/iu

/** Who speaks, where words begin with a name and a colon: "AB: …". */
export function nameBefore(words: string): string | null {
  const name = NAME.exec(words.slice(0, 80))?.[1]?.trim() ?? null
  if (name === null || NO_NAME.test(name)) return null
  return EDITOR.test(name) ? 'editor' : name
}

/** As `cues/editors.ts` calls who has no other name. */
const EDITOR = /^(?:ed|eds|editor|editors)\.?$/iu

/** Whether somebody announces himself here: by a label, or by his name in square brackets. */
export function opensVoice(part: Part): boolean {
  const announced = labelOfPart(part)?.cue.class
  if (announced === 'commentary' || announced === 'background') return true
  const inside = /^[\s*_]{0,4}[[［【](.*)/su.exec(part.words.slice(0, 80))?.[1]
  return inside !== undefined && nameBefore(inside) !== null
}

/** Who translated, by the word for it; with more than a name behind it, who remarks. */
const SPEAKING = /^(?:译者|譯者|译|訳者|编者|編者|校者)[:：]/u

/** A label in the middle of a paragraph, behind the end of a sentence: what follows is the remark. */
function behindSentence(words: string): readonly Remark[] {
  for (const match of words.matchAll(INNER_LABEL)) {
    const from = match.index + match[0].length - (match[1]?.length ?? 0)
    const label = labelOf(words.slice(from, from + 200))
    const id = label?.cue.id
    if (label === null || (id !== 'editors-note' && id !== 'translators-note')) continue
    if (!/[:：]$/u.test(label.found)) continue
    return [
      {
        from,
        to: words.length,
        class: 'commentary',
        cue: id,
        found: label.found,
        voice: label.voice,
      },
    ]
  }
  return []
}

const INNER_LABEL = /[.!?。！？]["”’）)\]]?\s{0,2}([^.!?。！？:：()（）[\]]{2,40}[:：])/gu

/** A whole sentence in square brackets behind a sentence: nobody inserts those into his own text. */
function interjection(words: string, from: number, to: number, inner: string): Remark | null {
  const isSentence = /^["“«]?[\p{Lu}\p{Lo}].{12,}[.!?…。！？]["”»]?$/su.test(inner.trim())
  const isBehind = /(?:^|[.!?…。！？:]["”»’)]?)\s*$/u.test(words.slice(Math.max(0, from - 6), from))
  const isLabelled = NO_NAME.test(inner.trim().split(':', 1)[0] ?? '')
  if (isLabelled || !isSentence || !isBehind || inner.trim().split(/\s+/u).length < 3) return null
  return {
    from,
    to,
    class: 'commentary',
    cue: 'in-brackets',
    found: inner.trim().slice(0, 40),
    voice: null,
  }
}
