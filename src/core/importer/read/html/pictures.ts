import type { Container } from '../../model.ts'
import { PICTURES } from './names.ts'

/** Elements and names of what pictures of the page stand in, rather than of the text. */
const OF_PAGE =
  /(?:^|[-_])(?:share|sharing|social|avatar|gravatar|icon|icons|logo|button|buttons|banner|ad|ads|advert|sponsor|badge|related|sidebar|widget|nav|navbar|menu|footer|comment|comments|spinner|tracking|pixel)(?:$|[-_])/
const PAGE_ELEMENTS: ReadonlySet<string> = new Set(['nav', 'footer', 'form', 'button', 'dialog'])
/** Smaller is an icon. */
const SMALLEST = 33
const FARTHEST = 8
const EMOJI =
  /^(?:\p{RI}{2}|\p{Extended_Pictographic}(?:\p{M}|\p{Cf}|\p{Sk}|\p{Extended_Pictographic}){0,8})$/u

/** Pictures of a pixel count visits, and drawings and frames are mostly the page's. */
export function isSeen(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (!PICTURES.has(name) || name === 'svg' || name === 'iframe') return false
  return sizeOf(attributes, 'width') > 2 && attributes.get('aria-hidden') !== 'true'
}

/** Whether a picture belongs to the text, as far as its size and what is around it say. */
export function isOfText(
  attributes: ReadonlyMap<string, string>,
  hints: readonly string[],
  around: Container | null,
): boolean {
  if (sizeOf(attributes, 'width') < SMALLEST || sizeOf(attributes, 'height') < SMALLEST)
    return false
  if (hints.some((hint) => OF_PAGE.test(hint))) return false
  for (let at = around, steps = 0; at !== null && steps < FARTHEST; at = at.parent, steps += 1) {
    if (PAGE_ELEMENTS.has(at.name) || at.name === 'body' || at.name === 'article')
      return !PAGE_ELEMENTS.has(at.name)
    if (at.hints.some((hint) => OF_PAGE.test(hint))) return false
  }
  return true
}

/** What a page says that a picture shows; empty where it says nothing. */
export function shownBy(attributes: ReadonlyMap<string, string>): string {
  return (attributes.get('alt') ?? attributes.get('aria-label') ?? '').trim()
}

/** Whether a picture stands for a sign that could be written. */
export function isEmoji(shown: string): boolean {
  return shown.length < 24 && EMOJI.test(shown)
}

function sizeOf(attributes: ReadonlyMap<string, string>, name: string): number {
  const size = Number.parseInt(attributes.get(name) ?? '', 10)
  return Number.isNaN(size) ? Infinity : size
}
