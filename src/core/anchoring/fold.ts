/**
 * A text with everything made alike that typesetters, keyboards and copying change without
 * changing the words: case, quotation marks, dashes, white space, invisible characters, ligatures,
 * composed and decomposed letters. Offsets can be carried back to the text as found.
 */
export interface Folded {
  readonly text: string
  /** The stretch of the text as found that was folded into [start, end). */
  readonly unfold: (start: number, end: number) => { readonly start: number; readonly end: number }
  /** The folded offset of an offset in the text as found. */
  readonly fold: (offset: number) => number
}

const space = 0x20
const hyphen = 0x2d

const doubleQuotes = /^[“”„‟«»〝〞]$/
const singleQuotes = /^[‘’‚‛‹›`´ʼʹ′]$/
const dashes = /^[‐‑‒–—―−﹘﹣－]$/

/** Soft hyphens, joiners, direction marks, variation selectors: nobody sees them. */
const invisible =
  /[\u00AD\u034F\u061C\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF]/

/** A character that is not plain ASCII, with the marks that belong to it: together they may be written in several ways. */
const cluster = /.\p{M}*/suy

/** Folds a text. Takes about 20 ms for a million letters. */
export function fold(found: string): Folded {
  const codes: number[] = []
  /** For each folded code unit, where what it stands for begins in the text as found. */
  const origins: number[] = []
  const put = (code: number, origin: number) => {
    const last = codes[codes.length - 1]
    if ((code === space || code === hyphen) && code === last) return
    codes.push(code)
    origins.push(origin)
  }

  for (let index = 0; index < found.length;) {
    const code = found.charCodeAt(index)
    const next = found.charCodeAt(index + 1)
    if (code < 0x80 && !(next >= 0x300)) {
      if (code >= 0x41 && code <= 0x5a) put(code + 0x20, index)
      else if (code === 0x60) put(0x27, index)
      else if (code <= space) put(space, index)
      else put(code, index)
      index += 1
      continue
    }
    cluster.lastIndex = index
    const characters = cluster.exec(found)?.[0] ?? found.charAt(index)
    for (const character of foldCluster(characters))
      for (let unit = 0; unit < character.length; unit += 1) put(character.charCodeAt(unit), index)
    index += characters.length
  }

  const text = toText(codes)
  return {
    text,
    unfold(start, end) {
      const origin = origins[start] ?? found.length
      if (end <= start) return { start: origin, end: origin }
      const last = origins[end - 1] ?? origin
      // A ligature is folded into several letters of one origin.
      let after = end
      while (origins[after] === last) after += 1
      let stop = origins[after] ?? found.length
      // What was folded away behind the last letter does not belong to it.
      while (stop > last + 1 && isFoldedAway(found.charAt(stop - 1))) stop -= 1
      return { start: origin, end: stop }
    },
    fold(offset) {
      let low = 0
      let high = origins.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((origins[middle] ?? 0) < offset) low = middle + 1
        else high = middle
      }
      return low
    },
  }
}

function foldCluster(characters: string): string {
  // Quotation marks first: the compatibility form of an acute accent is a space with a mark.
  const mark = foldMark(characters)
  if (mark !== null) return mark
  let folded = ''
  for (const character of characters.normalize('NFKD').toLowerCase().normalize('NFKD'))
    if (!invisible.test(character)) folded += foldMark(character) ?? foldLetter(character)
  return folded
}

function foldMark(character: string): string | null {
  if (doubleQuotes.test(character)) return '"'
  if (singleQuotes.test(character)) return "'"
  if (dashes.test(character)) return '-'
  return null
}

/** Lowering alone does not undo the capitals of a final sigma and a sharp s. */
function foldLetter(character: string): string {
  if (/\s/.test(character)) return ' '
  if (character === 'ς') return 'σ'
  return character === 'ß' ? 'ss' : character
}

function isFoldedAway(character: string): boolean {
  return /[\s-]/.test(character) || invisible.test(character) || dashes.test(character)
}

/** Spreading a million arguments into one call would overflow the stack. */
function toText(codes: readonly number[]): string {
  let text = ''
  for (let index = 0; index < codes.length; index += 8192)
    text += String.fromCharCode(...codes.slice(index, index + 8192))
  return text
}
