import type { Container } from '../model.ts'
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
    return telling(part.fragment.marks.find((mark) => mark.type === 'colour')?.value ?? '')
  }
  let element = part.fragment.within
  for (let n = 0; element !== null && n < 4; n++) {
    const colour = element.look?.colour ?? null
    if (colour !== null) return telling(colour)
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

const GREY =
  /^(?:black|white|gr[ae]y|dark(?:slate)?gr[ae]y|light(?:slate)?gr[ae]y|silver|dimgr[ae]y|slategr[ae]y|inherit|initial|currentcolor|windowtext|transparent|auto|mark)$/u

/** Greys are how text looks anyhow; only what is seen as a colour tells a voice. */
function telling(colour: string): string {
  const value = colour.toLowerCase().trim()
  if (GREY.test(value) || value.startsWith('var(')) return ''
  const [red, green, blue] = channels(value)
  if (red === undefined || green === undefined || blue === undefined) return value
  return Math.max(red, green, blue) - Math.min(red, green, blue) < 50 ? '' : value
}

function channels(value: string): readonly number[] {
  const short = /^#([\da-f])([\da-f])([\da-f])$/u.exec(value)
  if (short !== null) return short.slice(1).map((digit) => Number.parseInt(digit + digit, 16))
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/u.exec(value)
  if (long !== null) return long.slice(1).map((digits) => Number.parseInt(digits, 16))
  const rgb = /^rgba?\(\s?(\d{1,3})[\s,]{1,3}(\d{1,3})[\s,]{1,3}(\d{1,3})/u.exec(value)
  return rgb === null ? [] : rgb.slice(1).map(Number)
}

/** Names by which editors of blogs set a ground or a frame of their own, in a style sheet that is elsewhere. */
const GROUND = /^has-(?:[a-z-]{1,40}-)?(?:background|border)(?:-color)?$/u

/** The box that a paragraph stands in: a frame or a ground of its own, close around it. */
export function boxOf(part: Part): Container | null {
  let element = part.fragment.within
  for (let n = 0; element !== null && n < 3; n++) {
    const { look } = element
    if (
      element.hints.some((hint) => GROUND.test(hint)) ||
      (look !== null &&
        (look.isBoxed || (look.background !== null && look.background !== 'transparent')))
    ) {
      return element
    }
    element = element.parent
  }
  return null
}
