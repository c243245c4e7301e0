import type { Mark } from '../../model.ts'
import type { OpenMark, WordsInBlock } from '../html/words-in-block.ts'
import type { DocxLook } from './docx-styles.ts'

/**
 * Opens what the look of a run marks in its words, the outermost first, and who put it in with changes tracked,
 * if somebody did.
 */
export function openMarks(
  words: WordsInBlock,
  look: DocxLook,
  author: string | null,
): readonly OpenMark[] {
  const marks: OpenMark[] = []
  const open = (type: Mark['type'], value: string | null) => {
    const mark = words.open(type, value)
    if (mark !== null) marks.push(mark)
  }
  if (author !== null) open('inserted', author)
  if (look.isItalic === true) open('emphasis', null)
  if (look.isBold === true) open('strong', null)
  if (look.isStruck === true) open('delete', null)
  if (look.isRaised === true) open('superscript', null)
  if (look.isLowered === true) open('subscript', null)
  if (look.colour !== null) open('colour', look.colour)
  if (look.background !== null) open('colour', look.background)
  return marks
}

/** Properties that say how something was, or how what is not read is set. */
export function isIgnored(name: string, isInParagraphProperties: boolean): boolean {
  if (name === 'w:pPrChange' || name === 'w:rPrChange') return true
  return isInParagraphProperties && (name === 'w:rPr' || name === 'w:sectPr')
}
