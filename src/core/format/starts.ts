/*
 * Texts found by how they begin, however many begin alike: a tree of words, as deep as is needed to tell
 * them apart.
 */

/** What is looked up by its words. */
interface Worded {
  readonly texts: readonly string[]
}

/** So many that begin alike are looked through one by one. */
const FEW = 8

/** In words: what goes on alike for longer is looked through as well. */
const DEEPEST = 60

export class Starts<Item extends Worded> {
  readonly #depth: number
  /** Those that have no more words. */
  readonly #ended: Item[] = []
  #few: Item[] = []
  #byNext: Map<string, Starts<Item>> | null = null

  constructor(depth = 0) {
    this.#depth = depth
  }

  add(item: Item): void {
    const next = item.texts[this.#depth]
    if (next === undefined) this.#ended.push(item)
    else if (this.#byNext === null) {
      this.#few.push(item)
      if (this.#few.length > FEW && this.#depth < DEEPEST) this.#divide()
    } else this.#under(next, this.#byNext).add(item)
  }

  /** All that may stand in `words` from here on: none that does is left out. */
  at(words: readonly string[], at: number): readonly Item[] {
    const under = this.#byNext?.get(words[at + this.#depth] ?? '')
    return [...this.#ended, ...this.#few, ...(under?.at(words, at) ?? [])]
  }

  #divide(): void {
    const all = this.#few
    this.#few = []
    this.#byNext = new Map()
    for (const item of all) this.add(item)
  }

  #under(next: string, byNext: Map<string, Starts<Item>>): Starts<Item> {
    const known = byNext.get(next)
    if (known !== undefined) return known
    const made = new Starts<Item>(this.#depth + 1)
    byNext.set(next, made)
    return made
  }
}
