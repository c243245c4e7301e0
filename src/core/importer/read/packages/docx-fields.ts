import type { OpenMark, WordsInBlock } from '../html/words-in-block.ts'

/** The fields of a document while they are read: what one asks for is no text, what it gives is. */
export interface Fields {
  /** `begin`, `separate` or `end`. */
  readonly onBorder: (type: string, words: WordsInBlock | undefined) => void
  readonly addCode: (code: string) => void
  /** @returns whether these words stand in a field's code, and so are no text yet. */
  readonly isTaken: (text: string) => boolean
  /** The code of a field is one line. @returns words that were taken for code that never came to a result. */
  readonly endLine: () => string
}

interface Field {
  code: string
  /** Words among its code: the results of fields within it, or of one that is damaged. */
  words: string
  mark: OpenMark | null
}

const LONGEST_CODE = 5000
const LONGEST_ADDRESS = 2000

export function readFields(): Fields {
  const open: Field[] = []
  /** Those whose result has not begun. They are few: a line ends them. */
  let codes: Field[] = []

  return {
    onBorder: (type, words) => {
      if (type === 'begin') {
        const field = { code: '', words: '', mark: null }
        open.push(field)
        codes.push(field)
      }
      const current = open.at(-1)
      if (current === undefined) return
      if (type === 'separate') {
        if (codes.at(-1) === current) codes.pop()
        const url = addressIn(current.code)
        if (url !== null && current.mark === null) current.mark = words?.open('link', url) ?? null
      }
      if (type === 'end') {
        if (codes.at(-1) === current) codes.pop()
        if (current.mark !== null) words?.close(current.mark)
        open.pop()
      }
    },
    addCode: (code) => {
      const current = open.at(-1)
      if (current !== undefined && current.code.length < LONGEST_CODE) current.code += code
    },
    isTaken: (text) => {
      const current = codes.at(-1)
      if (current === undefined) return false
      current.words += text
      if (current.code.length < LONGEST_CODE) current.code += text
      return true
    },
    endLine: () => {
      if (codes.length === 0) return ''
      const words = codes.map((field) => field.words).join('')
      codes = []
      return words
    },
  }
}

const TOKEN = /"([^"]*)"|\\([a-z])|[^\s"\\]+/giu

/** Where a field leads: `HYPERLINK "https://…" \l "place" \o "shown"`; null where it is no link. */
export function addressIn(code: string): string | null {
  const [kind, ...tokens] = code.slice(0, LONGEST_CODE).matchAll(TOKEN)
  if (kind?.[0].toUpperCase() !== 'HYPERLINK') return null
  let url: string | null = null
  let place: string | null = null
  /** What the next word is for: `l` a place in the text, `o` and `t` what is shown and where. */
  let option = ''
  for (const [token, quoted, letter] of tokens) {
    if (letter !== undefined) {
      option = letter.toLowerCase()
      continue
    }
    const word = quoted ?? token
    if (option === 'l') place = word
    else if (option !== 'o' && option !== 't') url ??= word
    option = ''
  }
  return addressOf(url, place)
}

/** The address of a link that says apart what it leads to and where in it. */
export function addressOf(url: string | null, place: string | null): string | null {
  const address =
    place === null || place === '' || url?.includes('#') === true
      ? (url ?? '')
      : `${url ?? ''}#${place}`
  return address === '' || address.length > LONGEST_ADDRESS ? null : address
}
