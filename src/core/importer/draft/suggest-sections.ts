import type { Draft, DraftSection, DraftSegment } from '../model.ts'

/** Words of the author's after which a reader would like to rest. */
const LONG_RUN = 500
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu
const LONGEST_TITLE = 4

/**
 * Where headings of the editor's would help: at the beginning of a paragraph of the author's, after some
 * five hundred words without one. Their titles are the words that stand out there; a person will find
 * better ones.
 */
export function suggestSections(draft: Draft): readonly DraftSection[] {
  const runs = longRuns(draft)
  const everywhere = countAll(draft, runs.flat())
  return runs.flatMap((run): DraftSection[] => {
    const first = run[0]
    if (first === undefined) return []
    return [{ at: first.key, title: titleOf(draft, run, everywhere) }]
  })
}

/** The paragraphs of the author's, cut into runs that are long enough; without those that have a heading. */
function longRuns(draft: Draft): readonly (readonly DraftSegment[])[] {
  const runs: DraftSegment[][] = []
  let run: DraftSegment[] = []
  let words = 0
  let isHeaded = false
  const end = () => {
    if (!isHeaded && run.length > 0) runs.push(run)
    run = []
    words = 0
    isHeaded = false
  }
  for (const segment of draft.segments) {
    if (segment.class === 'heading') {
      end()
      isHeaded = true
    } else if (segment.class === 'original') {
      if (words >= LONG_RUN) end()
      run.push(segment)
      words += wordsOf(draft, segment).length
    }
  }
  // A short rest belongs to the run before it.
  if (words >= LONG_RUN / 2) end()
  return runs.length > 1 ? runs : []
}

function wordsOf(draft: Draft, { from, to }: DraftSegment): readonly string[] {
  return draft.material.text.slice(from, to).match(WORD) ?? []
}

function countAll(draft: Draft, segments: readonly DraftSegment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const segment of segments)
    for (const word of wordsOf(draft, segment)) {
      const key = word.toLowerCase()
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return counts
}

/** The two words that stand out most against the rest, as they are written there; else the first words. */
function titleOf(
  draft: Draft,
  run: readonly DraftSegment[],
  everywhere: ReadonlyMap<string, number>,
): string {
  const forms = new Map<string, string>()
  for (const segment of run)
    for (const word of wordsOf(draft, segment))
      if (!forms.has(word.toLowerCase())) forms.set(word.toLowerCase(), word)
  const here = countAll(draft, run)
  const salient = [...here]
    .filter(([word, count]) => count >= 3 && word.length >= 5 && /^\p{L}/u.test(word))
    .map(([word, count]) => ({ word, weight: (count * count) / (everywhere.get(word) ?? count) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 2)
    .map(({ word }) => withoutShouting(forms.get(word) ?? word))
  const [first] = run
  const words =
    salient.length > 0
      ? [salient.join(', ')]
      : first === undefined
        ? []
        : wordsOf(draft, first).slice(0, LONGEST_TITLE)
  const title = words.join(' ')
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** A heading in the capitals of a later hand would be his heading. */
function withoutShouting(word: string): string {
  return /^\p{Lu}{4}/u.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word
}
