import type { Part } from './part.ts'
import type { Sheet } from './sheet.ts'

/** Colours in which somebody else's paragraphs are set: words in them inside other paragraphs are his too. */
export function foreignColours(sheet: Sheet): ReadonlySet<string> {
  const found = new Set<string>()
  for (const part of sheet.parts) {
    const own = sheet.verdicts.get(part.at)
    if (own?.class !== 'commentary' || !part.isAll('colour')) continue
    const colour = colourOf(part)
    if (colour !== '') found.add(colour)
  }
  return found
}

/** The colour in which a paragraph is set: by its words, or by the elements just around it. */
export function colourOf(part: Part): string {
  if (part.isAll('colour')) {
    return part.fragment.marks.find((mark) => mark.type === 'colour')?.value ?? ''
  }
  let element = part.fragment.within
  for (let n = 0; element !== null && n < 4; n++) {
    const colour = element.look?.colour ?? element.look?.background ?? null
    if (colour !== null) return colour
    element = element.parent
  }
  return ''
}

/** Stretches of a paragraph in such a colour, long enough to say something. */
export function colouredStretches(
  part: Part,
  colours: ReadonlySet<string>,
): readonly { readonly from: number; readonly to: number; readonly colour: string }[] {
  if (colours.size === 0 || part.isAll('colour')) return []
  return part.fragment.marks.flatMap(({ type, value, from, to }) =>
    type === 'colour' && value !== null && colours.has(value) && to - from > 20
      ? [{ from, to, colour: value }]
      : [],
  )
}
