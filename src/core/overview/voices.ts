import { inlineWords, wordsByLayer } from '#core/article'
import type { Article, Layer, LayerId, PlaceId, Section } from '#core/article'

/** One who speaks, with all that is said. */
export interface Voice extends Layer {
  /** 1, 2, 3 … among the layers of its kind: tells two commentators apart. */
  readonly tone: number
  readonly words: number
  /** 0 to 1; of an article without a word, 0. */
  readonly share: number
}

export interface SectionVoices {
  /** The heading's id and words; null for what stands before the first heading. */
  readonly heading: { readonly id: PlaceId; readonly title: string; readonly depth: number } | null
  /** For each voice, in their order, its words here. */
  readonly words: readonly number[]
  readonly total: number
}

/** Who says how much. The rows add up to the voices, and these to the total. */
export interface Voices {
  readonly voices: readonly Voice[]
  readonly sections: readonly SectionVoices[]
  readonly total: number
}

/** Counts as `layerFacts` does: without footnotes and without the editor's words. */
export function voicesOf(article: Article): Voices {
  const speaking = article.layers.filter(({ kind }) => kind !== 'footnotes' && kind !== 'capitals')
  const sections = article.sections.map((section) => sectionVoices(article, section, speaking))
  const sums = speaking.map((_, at) => sum(sections.map(({ words }) => words[at] ?? 0)))
  const total = sum(sums)
  const tones = new Map<string, number>()
  const voices = speaking.map((layer, at): Voice => {
    const tone = (tones.get(layer.kind) ?? 0) + 1
    tones.set(layer.kind, tone)
    const words = sums[at] ?? 0
    return { ...layer, tone, words, share: words / Math.max(total, 1) }
  })
  return { voices, sections, total }
}

function sectionVoices(
  article: Article,
  section: Section,
  speaking: readonly { readonly id: LayerId }[],
): SectionVoices {
  const counted = wordsByLayer({ ...article, sections: [section] })
  const words = speaking.map(({ id }) => counted.get(id) ?? 0)
  const { heading } = section
  return {
    heading: heading && {
      id: heading.id,
      title: inlineWords(heading.children, { plain: true }),
      depth: heading.depth,
    },
    words,
    total: sum(words),
  }
}

/** One bar of the figure: a section, or in a long book a run of neighbouring ones. */
export interface ChartRow {
  /** The first and last section, counted from 1. */
  readonly from: number
  readonly to: number
  /** Null for a run, and for what stands before the first heading. */
  readonly title: string | null
  readonly words: readonly number[]
  readonly total: number
}

/** More bars than this nobody compares. */
const MOST_ROWS = 40

export function chartOf({ sections }: Voices, most = MOST_ROWS): readonly ChartRow[] {
  const run = Math.ceil(sections.length / most)
  const rows: ChartRow[] = []
  for (let from = 0; from < sections.length; from += run) {
    const part = sections.slice(from, from + run)
    const words = (part[0]?.words ?? []).map((_, at) =>
      sum(part.map((section) => section.words[at] ?? 0)),
    )
    rows.push({
      from: from + 1,
      to: from + part.length,
      title: part.length === 1 ? (part[0]?.heading?.title ?? null) : null,
      words,
      total: sum(words),
    })
  }
  return rows
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
