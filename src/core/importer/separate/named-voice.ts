import { HOST_NOUNS } from './cues/hosts.ts'
import type { LabelCue } from './cues/label.ts'

/** Who speaks, as a label says it in front of its colon. */
export interface NamedVoice {
  /** Null: "the blog", without its name. */
  readonly voice: string | null
  /** Where what it labels begins. */
  readonly end: number
}

const CONNECTOR =
  /^[ ,]{1,3}(?:by|from|des|der|of|von|vom|de|du|des|par|di|della|dello|dal|del|do|da|od|от|av|af|van|door|für|zu|zum|on|من|של|מאת)\s/u
export const ENDS_WITH_CONNECTOR =
  /\s(?:des|der|by|from|of|von|vom|de|du|par|di|del|della|do|da|van|door|от|od|av|on|about|to|من|של|הערת|תגובת)$/u
const ARTICLE =
  /^(?:the|our|this|la|le|el|il|lo|notre|ce|nuestro|nostro|nosso|unser|unserem|het)\s/u
const HOST = new RegExp(`^(?:${HOST_NOUNS.split(/\s+/u).join('|')})(?=[\\s:])`, 'u')
const LONGEST_VOICE = 70

/**
 * "… by Ada Brand:", "… du blog Rives :": a name in front of a colon, behind a word that leads to it.
 * In a heading its end is enough. `end` is where the phrase `phrase` of a label ends; `folded` is `words`, folded.
 */
export function namedVoice(
  words: string,
  folded: string,
  end: number,
  phrase: string,
  cue: LabelCue,
  isHeading: boolean,
): NamedVoice | null {
  const rest = folded.slice(end, end + LONGEST_VOICE)
  const connector = (ENDS_WITH_CONNECTOR.test(phrase) ? /^\s/u : CONNECTOR).exec(rest)?.[0] ?? ''
  const host = cue.class === 'commentary' ? hostIn(rest.slice(connector.length), connector) : ''
  if (connector === '' && host === '') return null
  const start = end + connector.length + host.length
  const found = folded.slice(start, start + LONGEST_VOICE).indexOf(':')
  // A heading needs no colon: its end is the label's.
  const isWhole = isHeading && found < 0 && cue.class === 'commentary'
  if (found < 0 && !isWhole) return null
  const colon = isWhole ? words.length - start : found
  const voice = words
    .slice(start, start + colon)
    .replace(/[*_\s"“”«»„]{1,8}$/u, '')
    .replace(/^[*_\s"“”«»„]{1,8}/u, '')
  if (voice === '') return host === '' ? null : { voice: null, end: start + colon + 1 }
  return isVoice(voice, cue) ? { voice, end: start + colon + 1 } : null
}

function isVoice(voice: string, cue: LabelCue): boolean {
  const isName =
    /^["“«']?[\p{Lu}\p{Lo}@]/u.test(voice) && !/[.!?;][\s\p{Lu}]{1,3}\p{Ll}/u.test(voice)
  // "Comment by x:" begins no sentence, however the name is written.
  const isNickname =
    cue.id === 'comment-by' && /^[\p{L}\p{N}@]/u.test(voice) && !/[.!?;\n]/u.test(voice)
  return isName || isNickname
}

/** The word for what a name is the name of, with its article: "the blog", "du blog", "блога". */
function hostIn(rest: string, connector: string): string {
  const space = connector === '' ? (/^\s/u.exec(rest)?.[0] ?? null) : ''
  if (space === null) return ''
  const article = ARTICLE.exec(rest.slice(space.length))?.[0] ?? ''
  const noun = HOST.exec(rest.slice(space.length + article.length))?.[0] ?? ''
  return noun === '' ? '' : space + article + noun
}
