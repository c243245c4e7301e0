import { FAMILY_PARTICLES, NAME_TITLES, ON_BEHALF } from '../cues/mail.ts'
import { fold } from '../fold.ts'
import { phrasesOf } from '../phrases.ts'

/** What is no part of a name in the line that says who sent a mail. */
const ADDRESS = /\s?[<([]{1,2}(?:mailto:)?[^\s<>()[\]]{1,64}@[^\s<>()[\]]{1,90}[>)\]]{1,2}/gu
const BARE = /^(?:mailto:)?([\w.+=-]{1,64})@[\w.-]{1,90}$/u
const TITLES = new Set(phrasesOf(NAME_TITLES))
const BEHALF = new RegExp(`\\s(?:${phrasesOf(ON_BEHALF).join('|')})\\s.{1,80}$`, 'iu')
const FAMILY = new RegExp(
  `^(?:(?:${phrasesOf(FAMILY_PARTICLES).join('|')}) ){0,2}\\p{Lu}\\S*$`,
  'u',
)
const LONGEST = 80

/** The name of a sender as people say it: without his address, "Brand, Ada" as "Ada Brand". */
export function senderIn(words: string): string | null {
  const line = words.replace(/\s+/gu, ' ').trim()
  const inBrackets = /^\S{1,64}@\S{1,90} \(([^()@]{2,80})\)$/u.exec(line)?.[1]
  const name = (inBrackets ?? line.replace(ADDRESS, ''))
    .replace(/\s?\[mailto:[^\]]{0,160}\]?$/iu, '')
    .replace(/^["'“„«<\s]{1,4}|["'”“»>,;:\s]{1,4}$/gu, '')
    .replace(BEHALF, '')
    .trim()
  const bare = BARE.exec(name === '' ? line.replace(/[<>()[\]]/gu, '') : name)
  if (bare !== null) return bare[1] ?? null
  if (name === '' || name.length > LONGEST || !/[\p{L}\p{N}]/u.test(name)) return null
  const [last = '', first = '', ...more] = name.split(/,\s?/u)
  const isTurned =
    more.length === 0 &&
    /^\p{Lu}\S*(?: \p{Lu}\S*)?$/u.test(first) &&
    !TITLES.has(fold(first).replace(/\.$/u, '')) &&
    FAMILY.test(last)
  return isTurned ? `${first} ${last}` : name
}
