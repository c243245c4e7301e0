import type { Segment } from '../model.ts'
import { fold } from './fold.ts'

/**
 * One spelling for each voice: who is called in capitals once and otherwise another time is one person, and
 * "the author" is the one who is named, where only one is.
 */
export function withOneSpelling(
  segments: readonly Segment[],
  authors: readonly string[],
): readonly Segment[] {
  const spellings = new Map<string, string>()
  const [author, other] = authors
  if (author !== undefined) spellings.set(nameOf(author), author)
  if (author !== undefined && other === undefined)
    for (const word of AUTHOR_WORDS) spellings.set(word, author)
  for (const { voice } of segments) {
    if (voice === null) continue
    const known = spellings.get(nameOf(voice))
    if (known === undefined || (isInCapitals(known) && !isInCapitals(voice))) {
      spellings.set(nameOf(voice), voice)
    }
  }
  return segments.map((segment) => {
    const { voice } = segment
    const spelling = voice === null ? voice : (spellings.get(nameOf(voice)) ?? voice)
    return spelling === voice ? segment : { ...segment, voice: spelling }
  })
}

const AUTHOR_WORDS =
  'author|the author|autor|der autor|die autorin|autorin|auteur|l’auteur|el autor|la autora|l’autore|o autor|автор|автора'
    .split('|')
    .map(fold)

const nameOf = (voice: string): string => fold(voice).trim().replace(/\s+/gu, ' ')

const isInCapitals = (voice: string): boolean => voice === voice.toUpperCase()
