import { fold, isIdeograph } from './fold.ts'
import type { Part } from './part.ts'

/*
 * Whether a paragraph goes on with an insert or with the text around it, where nothing marks the end:
 * by the words they share, by pronouns that point back, by how they are set.
 */

/** What opens a sentence that leans on the one before, by language: in one "on" is "he", in another not. */
const BACK: Readonly<Record<string, string>> = {
  en: 'he she they it his her their its this these those such there then',
  de: 'er sie es sein seine ihr ihre dieser diese dieses dort dabei damals dazu',
  fr: 'il elle ils elles son sa ses leur ce cette ces celui celle',
  es: 'él ella ellos ellas su sus este esta estos estas ese esa',
  it: 'egli ella essi lui lei suo sua questo questa questi',
  pt: 'ele ela eles elas seu sua este esta esse essa',
  nl: 'hij zij ze zijn haar dit deze dat daar toen',
  pl: 'on ona oni jego jej ich ten ta to te',
  ru: 'он она они оно его её ее их этот эта это эти там тогда',
  uk: 'він вона вони воно його її їх цей ця це ці там',
  sv: 'han hon de den det hans hennes deras denna detta',
  zh: '他 她 它 他们 她们 这 这些 那 其',
  ja: '彼 彼女 彼ら これ それ その この',
}

const BACK_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(BACK).map(([lang, words]) => [lang, new Set(words.split(' '))]),
)

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
export function pointsBack(part: Part, lang: string | null): boolean {
  const words = BACK_WORDS.get((lang ?? 'en').slice(0, 2).toLowerCase())
  if (words === undefined) return false
  const opening = part.opening.replace(/^[^\p{L}]{1,4}/u, '')
  const [first = ''] = opening.split(/[^\p{L}]/u, 1)
  return (
    words.has(first) ||
    (isIdeograph(first[0]) && [...words].some((word) => opening.startsWith(word)))
  )
}

/** How a paragraph is set: what all paragraphs of one voice have in common. */
export function setting(part: Part): string {
  const { fragment } = part
  const coloured = part.isAll('colour')
    ? fragment.marks.find((mark) => mark.type === 'colour')
    : undefined
  const colour = coloured?.value ?? ''
  return [
    part.isAll('emphasis') ? 'i' : '',
    colour,
    fragment.quoted,
    Math.round(fragment.indent / 4),
  ].join('|')
}
