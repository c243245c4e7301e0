/*
 * Words set high or low in a line without markup: 10⁶ is no 106. Signs that Unicode has, where it has all of
 * them; else a circumflex or an underscore says it.
 */

const SIGNS = '0123456789+-−=()'
const HIGH = new Map(
  zip(
    `${SIGNS}abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW`,
    '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ',
  ),
)
const LOW = new Map(zip(`${SIGNS}aehijklmnoprstuvx`, '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'))
/** What is set high by custom only, behind a number or a letter: 4th, 2e, Mme. */
const BY_CUSTOM =
  /^(?:st|nd|rd|th|er|ers|re|res|ère|e|es|de|nde|ème|eme|èmes|o|os|a|as|me|mes|mme|lle|lles|te|ter|r|ra|ro|do)\.?$/i
const LONGEST = 24

/** What is written for words set high behind others; the same words where nothing is lost by setting them in line. */
export function raised(words: string, before: string): string {
  const said = words.trim()
  if (said === 'TM') return words.replace(said, '™')
  const isCustom = said.length > 1 ? /[\p{L}\p{N}]$/u.test(before) : /\d$/u.test(before)
  if (isCustom && BY_CUSTOM.test(said)) return words
  return set(words, HIGH, '^')
}

/** What is written for words set low. */
export function lowered(words: string): string {
  return set(words, LOW, '_')
}

function set(words: string, signs: ReadonlyMap<string, string>, sign: string): string {
  const said = words.trim()
  // "[12]" and "(a)" say by themselves that they are apart; a sentence is only set small.
  const isApart = /^[[(（［]|[\])）］]$/u.test(said) && !/^\([^()]*[+\-−=][^()]*\)$/u.test(said)
  if (!/[\p{L}\p{N}]/u.test(said) || said.length > LONGEST || isApart) return words
  const all = Array.from(said, (one) => signs.get(one))
  const written = all.every((one) => one !== undefined) ? all.join('') : `${sign}(${said})`
  return words.replace(said, () => written)
}

function zip(from: string, to: string): readonly (readonly [string, string])[] {
  const others = Array.from(to)
  return Array.from(from, (one, at) => [one, others[at] ?? one] as const)
}
