import { firstIndex } from '#core/article'
import type { Fragment, Mark, Material, Stretch } from '../model.ts'

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

  constructor(material: Material) {
    this.#text = wellFormed(material.text)
    this.#fragments = material.fragments
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

  /** Without syntax. */
  words(stretch: Stretch): string {
    return this.runsIn(stretch)
      .map((run) => this.slice(run))
      .join('')
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

  #runsOf(fragment: Fragment): readonly Run[] {
    const known = this.#runs.get(fragment)
    if (known !== undefined) return known
    const runs = cutIntoRuns(fragment)
    this.#runs.set(fragment, runs)
    return runs
  }
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
