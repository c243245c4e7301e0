import type { MendedAddress } from '../model.ts'

const ADDRESS = /https?:\/\/[^\s<>"'”’)\]]{4,2000}/gu
/** Ends of file names behind which a word was run on: "…/ferries.htmland". */
const GLUED =
  /\.(html?|php|aspx?|jsp|pdf|shtml|xhtml|cfm)((?:and|or|the|in|at|on|see|for|with|from|by|to|of|is|as|it|und|oder|et|ou|y|o|e|en|и)|[A-Z][a-z]{2,20})$/u

/** Addresses that the copying ran into the next word. What stands there stays; the link is mended. */
export function mendedIn(text: string): readonly MendedAddress[] {
  const found: MendedAddress[] = []
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0]
    const glued = GLUED.exec(address.slice(-40))
    if (glued?.[2] === undefined) continue
    const url = address.slice(0, -glued[2].length)
    // "…/index.html" is whole, and so is a name that has the ending in its middle.
    found.push({ from: match.index, to: match.index + address.length, url })
  }
  return found
}
