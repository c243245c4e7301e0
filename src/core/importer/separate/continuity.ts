import { fold } from './fold.ts'
import type { Part } from './part.ts'

/*
 * Whether a paragraph goes on with an insert or with the text around it, where nothing marks the end:
 * by the words they share, by pronouns that point back, by how they are set.
 */

const POINTS_BACK =
  /^\W{0,3}(?:he|she|they|it|his|her|their|its|this|these|those|such|there|then|er|sie|es|sein|ihr|ihre|dieser|diese|dieses|dort|dabei|damals|il|elle|ils|elles|son|sa|ses|ce|cette|ces|él|ella|ellos|ellas|su|sus|este|esta|estos|ese|esa|egli|ella|essi|suo|sua|questo|questa|ele|ela|eles|elas|seu|sua|esse|essa|hij|zij|ze|zijn|haar|dit|deze|он|она|они|оно|его|её|ее|их|этот|эта|это|эти|там|тогда|on|ona|oni|jego|jej|ich|ten|ta|to|те|він|вона|вони|його|її)(?![\p{L}'])/u

/** Words of some length, folded: what a text is about. */
export function topicsOf(words: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const word of fold(words.slice(0, 4000)).split(/[^\p{L}\p{N}]+/u)) {
    if (/[\u3040-\u9fff]/u.test(word)) {
      for (let n = 0; n + 1 < word.length && n < 2000; n++) found.add(word.slice(n, n + 2))
    } else if (word.length > 3) found.add(word)
  }
  return found
}

/** Which part of one's topics the other has too, 0 to 1. */
export function shared(own: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (own.size === 0) return 0
  let both = 0
  for (const word of own) if (others.has(word)) both++
  return both / own.size
}

/** Whether a paragraph can only be understood with the one before it. */
export function pointsBack(part: Part): boolean {
  return POINTS_BACK.test(part.opening)
}

/** How a paragraph is set: what all paragraphs of one voice have in common. */
export function setting(part: Part): string {
  const { fragment } = part
  const colour =
    fragment.marks.find((mark) => mark.type === 'colour' && part.isAll('colour'))?.value ?? ''
  return [
    part.isAll('emphasis') ? 'i' : '',
    colour,
    fragment.quoted,
    Math.round(fragment.indent / 4),
  ].join('|')
}
