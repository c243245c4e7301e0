import { firstIndex } from '#core/article'
import type { Draft, Fragment, Mark, Stretch } from '../model.ts'
import { lowered, raised } from './raised.ts'

/*
 * The words of the input without the syntax around them. Article and source are both made of these,
 * so that they have the same words.
 */

export type Style = 'strong' | 'emphasis' | 'delete' | 'code'

/** Of nested looks the first of these stays. */
const STYLES: readonly Style[] = ['code', 'strong', 'emphasis', 'delete']

/** Words of one look. */
export interface Run extends Stretch {
  readonly style: Style | null
  /** Address of a link as found. */
  readonly url: string | null
}

/** Half of a character that is written in two, without the other half. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Well-formed, and as long as it was. */
export function wellFormed(text: string): string {
  return text.replace(LONE, '\ufffd')
}

/** White space as one space, none at the ends. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

export class PlainText {
  readonly #text: string
  readonly #fragments: readonly Fragment[]
  readonly #runs = new Map<Fragment, readonly Run[]>()

  /** Words set high or low that are no marker of a note, in order and without overlap. */
  readonly #apart: readonly SetApart[]

  constructor(draft: Pick<Draft, 'material' | 'references' | 'segments'>) {
    const { material } = draft
    this.#text = wellFormed(material.text)
    this.#fragments = material.fragments
    this.#apart = setApart(draft)
  }

  /** The fragments that a stretch has part in. */
  fragmentsIn({ from, to }: Stretch): readonly Fragment[] {
    const begin = firstIndex(this.#fragments, (fragment) => fragment.to > from)
    const end = firstIndex(this.#fragments, (fragment) => fragment.from >= to)
    return this.#fragments.slice(begin, Math.max(begin, end))
  }

  /** The text as it stands, syntax and all. */
  slice({ from, to }: Stretch): string {
    return this.#text.slice(from, to)
  }

  /** Without syntax, and with signs for what the markup set high or low. */
  words(stretch: Stretch): string {
    return this.runsIn(stretch)
      .map((run) => this.wordsOf(run))
      .join('')
  }

  /** The words of one run. */
  wordsOf({ from, to }: Stretch): string {
    const begin = firstIndex(this.#apart, (mark) => mark.to > from)
    if ((this.#apart[begin]?.from ?? to) >= to) return this.#text.slice(from, to)
    const end = firstIndex(this.#apart, (mark) => mark.from >= to)
    let words = ''
    let done = from
    for (const mark of this.#apart.slice(begin, Math.max(begin, end))) {
      const [start, stop] = [Math.max(mark.from, from), Math.min(mark.to, to)]
      const inside = this.#text.slice(start, stop)
      words += this.#text.slice(done, start)
      words +=
        mark.type === 'subscript'
          ? lowered(inside)
          : raised(inside, this.#text.slice(mark.behind - 1, mark.behind))
      done = stop
    }
    return words + this.#text.slice(done, to)
  }

  /** The words of a stretch in order, cut where their look changes; what lies between fragments, too. */
  runsIn(stretch: Stretch): readonly Run[] {
    const runs: Run[] = []
    let done = stretch.from
    for (const fragment of this.fragmentsIn(stretch)) {
      if (fragment.from > done) runs.push(unmarked(done, fragment.from))
      const all = this.#runsOf(fragment)
      const begin = firstIndex(all, (run) => run.to > stretch.from)
      const end = firstIndex(all, (run) => run.from >= stretch.to)
      for (const run of all.slice(begin, Math.max(begin, end))) {
        const [from, to] = [Math.max(run.from, stretch.from), Math.min(run.to, stretch.to)]
        if (from < to) runs.push({ ...run, from, to })
      }
      done = Math.max(done, Math.min(fragment.to, stretch.to))
    }
    if (done < stretch.to) runs.push(unmarked(done, stretch.to))
    return runs
  }

  /** The place in the material behind so many units of a stretch's words. */
  placeBehind(stretch: Stretch, units: number): number {
    let left = units
    for (const { from, to } of this.runsIn(stretch)) {
      if (left <= to - from) return from + left
      left -= to - from
    }
    return stretch.to
  }

  #runsOf(fragment: Fragment): readonly Run[] {
    const known = this.#runs.get(fragment)
    if (known !== undefined) return known
    const runs = cutIntoRuns(fragment)
    this.#runs.set(fragment, runs)
    return runs
  }
}

/** Words set high or low; `behind` is where the words before them end, syntax left aside. */
interface SetApart extends Stretch {
  readonly type: 'superscript' | 'subscript'
  readonly behind: number
}

/** The label of a note may be set high, too; it stands at the beginning. */
const LONGEST_LABEL = 12

function setApart({
  material,
  references,
  segments,
}: Pick<Draft, 'material' | 'references' | 'segments'>): readonly SetApart[] {
  const labels = segments
    .filter(({ class: is, label }) => is === 'footnote-definition' && label !== null)
    .map(({ from }) => ({ from, to: from + LONGEST_LABEL }))
  const kept = [...references, ...labels].toSorted((a, b) => a.from - b.from)
  const isKept = ({ from, to }: Stretch) => {
    const next = firstIndex(kept, (one) => one.to > from)
    return (kept[next]?.from ?? to) < to
  }
  let reached = 0
  return material.fragments
    .filter(({ kind }) => kind !== 'code' && kind !== 'front-matter')
    .flatMap(({ from, marks }) => {
      // What leads to another place of the text is a marker, though nothing of its note may be left.
      const leading = marks.filter(
        ({ type, value }) =>
          type === 'noteref' || (type === 'link' && value?.includes('#') === true),
      )
      let lead = 0
      const syntax = new Map(
        marks.filter(({ type }) => type === 'syntax').map((mark) => [mark.to, mark.from] as const),
      )
      return marks.flatMap(({ type, ...mark }): readonly SetApart[] => {
        if (type !== 'superscript' && type !== 'subscript') return []
        if (mark.from < reached || mark.from === from || mark.to <= mark.from) return []
        if (type === 'superscript' && isKept(mark)) return []
        while ((leading[lead]?.to ?? Infinity) <= mark.from) lead += 1
        if ((leading[lead]?.from ?? Infinity) < mark.to) return []
        reached = mark.to
        return [{ from: mark.from, to: mark.to, type, behind: syntax.get(mark.from) ?? mark.from }]
      })
    })
}

function unmarked(from: number, to: number): Run {
  return { from, to, style: null, url: null }
}

/** One way through the borders of all marks, so that many marks cost no more than each of them. */
function cutIntoRuns(fragment: Fragment): readonly Run[] {
  const steps = fragment.marks
    .filter((mark) => mark.type === 'syntax' || isLook(mark))
    .flatMap((mark) => {
      const [from, to] = [Math.max(mark.from, fragment.from), Math.min(mark.to, fragment.to)]
      return from < to
        ? [
            { at: from, mark, by: 1 },
            { at: to, mark, by: -1 },
          ]
        : []
    })
    .toSorted((a, b) => a.at - b.at)
  const open = new Map<string, number>()
  const links: Mark[] = []
  const runs: Run[] = []
  let done = fragment.from
  const runTo = (to: number) => {
    if (to > done && (open.get('syntax') ?? 0) === 0) {
      const style = STYLES.find((name) => (open.get(name) ?? 0) > 0) ?? null
      runs.push({ from: done, to, style, url: links.at(-1)?.value ?? null })
    }
    done = Math.max(done, to)
  }
  for (const { at, mark, by } of steps) {
    runTo(at)
    open.set(mark.type, (open.get(mark.type) ?? 0) + by)
    if (mark.type !== 'link') continue
    if (by === 1) links.push(mark)
    else links.splice(links.lastIndexOf(mark), 1)
  }
  runTo(fragment.to)
  return runs
}

function isLook({ type }: Mark): boolean {
  return type === 'link' || STYLES.some((style) => style === type)
}
