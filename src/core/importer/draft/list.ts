import type { Block } from '#core/article'
import type { Fragment } from '../model.ts'

/** The first signs of an item, which a list shows in its own way. */
const BULLET = /^(\s*[-*+•·–—◦▪●○‣])\s+\S/u
const NUMBER = /^(\s*([1-9]\d{0,7})[.)])\s+\S/u
const LOOKS_LIKE_SIGN = /^\s*(?:[-*+•·–—◦▪●○‣]|\d+[.)])/u
/** Markdown sets each list in by two columns more: deeper ones would grow with the square of their depth. */
const DEEPEST = 12

/** What the words of an item begin with that a list shows by itself. */
export interface ItemSign {
  readonly length: number
  readonly number: number | null
}

/** The sign at the beginning of an item; null where its words would become one if a list took them. */
export function signOf(words: string): ItemSign | null {
  const [, sign, number] = NUMBER.exec(words) ?? BULLET.exec(words) ?? []
  if (sign !== undefined)
    return { length: sign.length, number: number === undefined ? null : Number(number) }
  return LOOKS_LIKE_SIGN.test(words) ? null : { length: 0, number: null }
}

export interface ListItem {
  readonly block: Block
  /** As the input says it; only what is deeper or less deep than others counts. */
  readonly depth: number
  /** Null for a bullet. */
  readonly number: number | null
  /** Whether the number is a word of the input. Elsewhere the page has counted. */
  readonly isWritten: boolean
}

interface OpenList {
  readonly items: Block[][]
  readonly ordered: boolean
  readonly start: number
  /** Of the item that came last. */
  depth: number
}

/** Items as they come, each list inside the item over it. */
export class NestedLists {
  readonly #named: (list: Omit<OpenList, 'depth'>) => Block
  /** The outermost first. */
  readonly #open: OpenList[] = []

  /** @param named a list as a block */
  constructor(named: (list: Omit<OpenList, 'depth'>) => Block) {
    this.#named = named
  }

  get isOpen(): boolean {
    return this.#open.length > 0
  }

  close(): void {
    this.#open.length = 0
  }

  /**
   * Adds an item to the innermost list that it belongs to, or begins one for it in `blocks` or in the item
   * before. A bullet behind numbers and a number behind bullets begin a list of their own. False where its own
   * number does not follow: as an item it would get another.
   */
  add(item: ListItem, blocks: Block[]): boolean {
    this.#leave(item.depth)
    const last = this.#open.at(-1)
    if (last === undefined) {
      this.#begin(item, blocks)
      return true
    }
    if (item.depth > last.depth && this.#open.length < DEEPEST) {
      this.#begin(item, last.items.at(-1) ?? blocks)
      return true
    }
    const follows = item.number === null ? null : last.start + last.items.length
    if (last.ordered === (item.number !== null) && item.number === follows) {
      last.items.push([item.block])
      last.depth = item.depth
      return true
    }
    if (item.isWritten && last.ordered === (item.number !== null)) return false
    this.#open.pop()
    this.#begin(item, this.#open.at(-1)?.items.at(-1) ?? blocks)
    return true
  }

  /** Adds what goes on in the item before, if one is as deep as that. */
  goOn(block: Block, depth: number): boolean {
    while ((this.#open.at(-1)?.depth ?? 0) > depth) this.#open.pop()
    const item = this.#open.at(-1)?.items.at(-1)
    item?.push(block)
    return item !== undefined
  }

  /** Out of the lists that are over where one less deep goes on. */
  #leave(depth: number): void {
    while ((this.#open.at(-2)?.depth ?? -1) >= depth) this.#open.pop()
  }

  #begin({ block, depth, number }: ListItem, blocks: Block[]): void {
    const list = { items: [[block]], ordered: number !== null, start: number ?? 1, depth }
    this.#open.push(list)
    const { depth: _depth, ...plain } = list
    blocks.push(this.#named(plain))
  }
}

/** Whether it is an item of a list, or goes on in one. */
export function isOfItem(fragment: Fragment | undefined): fragment is Fragment {
  if (fragment?.kind === 'list-item') return true
  return fragment?.kind === 'paragraph' && fragment.depth > 0
}
