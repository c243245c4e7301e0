import type { Article, LayerId, PlaceId, Spoken, Stretch } from '#core/article'

/** A text block in which a voice mentions something. */
export interface Mention {
  readonly place: PlaceId
  readonly layer: LayerId
  readonly under: PlaceId | null
  readonly isNote: boolean
  readonly lang: string
  /** How often it is mentioned there. */
  readonly count: number
  /** The words around the first of them, at least forty characters to each side where there are as many. */
  readonly before: string
  readonly words: string
  readonly after: string
}

/** A line of the index. */
export interface Entry {
  readonly name: string
  readonly count: number
  /** The voices that mention it, in the order of the layers. */
  readonly voices: readonly { readonly layer: LayerId; readonly count: number }[]
  /** In the order of the text. */
  readonly mentions: readonly Mention[]
}

/** Gathers what is found, under its names. */
export class Gathering {
  readonly #found = new Map<string, Mention[]>()

  add(name: string, spoken: Spoken, at: readonly Stretch[]): void {
    const [first] = at
    if (first === undefined) return
    const mentions = this.#found.get(name) ?? []
    this.#found.set(name, mentions)
    const { place, layer, under, isNote, lang } = spoken
    const around = contextOf(spoken.text, first)
    mentions.push({ place, layer, under, isNote, lang, count: at.length, ...around })
  }

  entries({ layers }: Article): readonly Entry[] {
    return [...this.#found].map(([name, mentions]) => {
      const voices = layers
        .map(({ id }) => ({
          layer: id,
          count: total(mentions.filter(({ layer }) => layer === id)),
        }))
        .filter(({ count }) => count > 0)
      return { name, count: total(mentions), voices, mentions }
    })
  }
}

function total(mentions: readonly Mention[]): number {
  return mentions.reduce((sum, { count }) => sum + count, 0)
}

/** What is shown of the text to each side, and how far a word's end is looked for beyond it. */
const CONTEXT = 44
const REACH = 20

function contextOf(
  text: string,
  { start, end }: Stretch,
): Pick<Mention, 'before' | 'words' | 'after'> {
  const near = text.slice(Math.max(0, start - CONTEXT - REACH), start)
  const far = text.slice(end, end + CONTEXT + REACH)
  const isCutBefore = start > CONTEXT + REACH
  const isCutAfter = end + CONTEXT + REACH < text.length
  // Cut in front of a word and behind one, unless there is none in reach.
  const before = isCutBefore
    ? `…${near.slice(Math.max(near.slice(0, REACH).search(/\s\S*$/u), 0))}`
    : near
  const space = far.slice(CONTEXT).search(/\s/u)
  const after = isCutAfter ? `${far.slice(0, space < 0 ? far.length : CONTEXT + space)} …` : far
  return { before: tidy(before), words: tidy(text.slice(start, end)), after: tidy(after) }
}

/** Without the halves of characters that were cut in two. */
function tidy(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '').replace(/\s+/gu, ' ')
}
