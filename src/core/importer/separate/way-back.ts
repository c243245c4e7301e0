import type { Part } from './part.ts'

/** What leads from the end of a note back to its marker: arrows, or words that say so. */
const WAY_BACK =
  /^(?:[↩↑⤴⇑^⏎]\ufe0e?\ufe0f?|\[?(?:back|back to (?:the )?text|return to (?:the )?text|zurück|retour|volver|назад)\]?)$/iu

/** The arrows among them: where the link was lost in the copying, they alone still say what they were. */
const ARROW = /(?<=[\s.)\]”"»])(?:[↩↑⤴⇑⏎]\ufe0e?\ufe0f?|(?<=\s)\^)$/u

/** Where the way back begins that a note ends with; null where there is none. Words are one only as a link. */
export function wayBackOf({ fragment, words, placeOf }: Part): number | null {
  const tail = words.slice(-40).trimEnd()
  const link = fragment.marks.findLast((mark) => mark.type === 'link')
  const arrow = ARROW.exec(tail)
  if (arrow !== null && arrow.index > 0)
    return placeOf(Math.max(0, words.length - 40) + arrow.index)
  if (link === undefined || !/^#|#[^/]*$/u.test(link.value ?? '')) return null
  for (let at = Math.max(0, tail.length - 24); at < tail.length; at += 1) {
    if (at === 0 || !/[\s.\])]/u.test(tail[at - 1] ?? '') || !WAY_BACK.test(tail.slice(at)))
      continue
    const from = placeOf(Math.max(0, words.length - 40) + at)
    return from >= link.from - 2 && from <= link.to ? from : null
  }
  return null
}
