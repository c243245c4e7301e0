/**
 * Signs that Word names by the place they have in a typeface of signs. Each string begins with the sign at
 * the place beside it.
 */
const TYPEFACES: Readonly<Record<string, readonly (readonly [from: number, signs: string])[]>> = {
  symbol: [
    [0x20, ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
    [0x60, '‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
    [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
    [0xbf, '↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'],
    [0xf1, '〉∫'],
  ],
  wingdings: [
    [0x20, ' ✏✂✁'],
    [0x28, '☎✆✉'],
    [0x45, '☜☞☝☟'],
    [0x4a, '☺😐☹'],
    [0x6c, '●❍■□'],
    [0x75, '◆❖'],
    [0x9f, '•'],
    [0xa7, '▪'],
    [0xa8, '◻'],
    [0xd8, '➢'],
    [0xdf, '←→↑↓'],
    [0xe8, '➔'],
    [0xef, '⇦⇨⇧⇩'],
    [0xfb, '✗✓☒☑'],
  ],
}

/** Typefaces of signs have them here, too. */
const PRIVATE = 0xf000

/**
 * What `w:sym` shows.
 *
 * @param typeface as the document names it.
 * @param place in it, in hexadecimal digits.
 * @returns null where nobody knows.
 */
export function signOf(typeface: string, place: string): string | null {
  if (!/^[0-9a-f]{1,5}$/iu.test(place)) return null
  const code = Number.parseInt(place, 16)
  const isPrivate = code >= PRIVATE && code < PRIVATE + 0x100
  const at = isPrivate ? code - PRIVATE : code
  const ranges = Object.hasOwn(TYPEFACES, typeface.toLowerCase())
    ? TYPEFACES[typeface.toLowerCase()]
    : undefined
  if (ranges !== undefined && at < 0x100) {
    for (const [from, signs] of ranges) {
      const sign = [...signs][at - from]
      if (sign !== undefined) return sign
    }
    return null
  }
  const isShown = code >= 0x20 && !(code >= 0xd800 && code < 0xf900)
  return isShown ? String.fromCodePoint(code) : null
}
