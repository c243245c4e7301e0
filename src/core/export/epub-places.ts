import type { Article } from '#core/article'
import { placesIn } from './selection.ts'

/** Which file of the book holds a place, and what the place is called in it. */
export interface EpubPlaces {
  readonly idOf: (place: string) => string
  readonly hrefOf: (place: string) => string | null
}

export const sectionFile = (index: number) => `section-${index + 1}.xhtml`
export const notesFile = 'notes.xhtml'

export function epubPlaces(article: Article): EpubPlaces {
  const files = new Map<string, string>()
  for (const [index, section] of article.sections.entries()) {
    for (const place of placesIn(section)) files.set(place, sectionFile(index))
  }
  for (const place of placesIn(article.footnotes)) files.set(place, notesFile)
  return {
    idOf: xmlId,
    hrefOf: (place) => {
      const target = article.aliases[place] ?? place
      const file = files.get(target)
      return file === undefined ? null : `${file}#${xmlId(target)}`
    },
  }
}

/** XML takes fewer ids than HTML does; every other sign is written as its number, so that two ids stay two. */
function xmlId(place: string): string {
  const safe = place.replaceAll(
    /[^A-Za-z0-9.-]/gu,
    (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`,
  )
  return /^[A-Za-z]/.test(safe) ? safe : `_${safe}`
}
