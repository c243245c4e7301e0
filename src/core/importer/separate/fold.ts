/*
 * Texts as they are compared: one case, one kind of quotation mark, of dash, of colon, of space. A
 * folded text is as long as the text it came from, so that an offset in one is an offset in the other.
 */

const SAME: ReadonlyMap<string, string> = new Map(
  [
    ['’‘‛ʼ´`', "'"],
    ['“”„‟«»', '"'],
    ['–—―‒‑−', '-'],
    ['：', ':'],
    ['．', '.'],
    ['（', '('],
    ['）', ')'],
    ['［【〔〖', '['],
    ['］】〕〗', ']'],
    ['\t\n\r\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000', ' '],
  ].flatMap(([from = '', to = '']) => [...from].map((character) => [character, to] as const)),
)

/** Lower case, plain marks, plain spaces; exactly as long as `text`. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  // A few letters (İ) grow when they are lowered; then each is lowered alone, or left.
  const even =
    lower.length === text.length
      ? lower
      : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('')
  return even.replace(/[^\0-\u001f -_a-~\p{L}\p{N}]|[`\t\n\r]/gu, (mark) => SAME.get(mark) ?? mark)
}

const LETTER = /[\p{L}\p{N}\p{M}]/u
const IDEOGRAPHIC = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/u

export function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character)
}

/** Letters of scripts that write without spaces, in which a word has no border to look for. */
export function isIdeograph(character: string | undefined): boolean {
  return character !== undefined && IDEOGRAPHIC.test(character)
}
