/** An item of the margin, as measured. All lengths are in one unit, down the page. */
export interface ItemBeside {
  /** Where its top wants to be: at the height of the words it belongs to. */
  readonly anchor: number
  readonly height: number
  /** How much it counts that it stands there; above 0. */
  readonly weight: number
}

export interface Placing {
  /** What stays free between two items. */
  readonly gap: number
  /** Nothing stands above this, but for what an item in hand pushes there. */
  readonly top: number
  /** The item in hand: it stands exactly at its anchor and pushes the others. Null if there is none. */
  readonly inHand: number | null
}

/**
 * The tops of the items, in the order given, which is that of reading and is kept. No two overlap,
 * none is dropped. Among all such placings it is one with the least sum of distances from the anchors, by
 * weight: as many as can be stand exactly at their words. Two of one weight that are in each other's way
 * move by half of it each, one up and one down.
 *
 * Items that touch are one block, which stands at the median of what its members want; where two
 * blocks run into each other they become one (pool adjacent violators). The sum of squares, and so
 * the mean, was tried: in a crowd it moves everybody a little, and nobody stands at his words. Bounds only
 * cut that solution off, which leaves it the best within them.
 */
export function placeItems(
  items: readonly ItemBeside[],
  { gap, top, inHand }: Placing,
): readonly number[] {
  // Measured from where each would stand if all were stacked, the only demand is: never downwards.
  const stacked: number[] = []
  let below = 0
  for (const { height } of items) {
    stacked.push(below)
    below += height + gap
  }
  const wanted = items.map(({ anchor, weight }, index) => ({
    at: anchor - (stacked[index] ?? 0),
    weight,
  }))
  const fixed = inHand === null ? undefined : wanted[inHand]?.at
  return neverFalling(wanted).map((found, index) => {
    let shift = Math.max(found, top)
    if (inHand !== null && fixed !== undefined) {
      if (index < inHand) shift = Math.min(shift, fixed)
      else if (index > inHand) shift = Math.max(shift, fixed)
      else shift = fixed
    }
    return shift + (stacked[index] ?? 0)
  })
}

interface Wish {
  readonly at: number
  readonly weight: number
}

/** The sequence nearest to the wishes, by weighted distance, that never falls. */
function neverFalling(wishes: readonly Wish[]): readonly number[] {
  const blocks: { members: readonly Wish[]; at: number }[] = []
  for (const wish of wishes) {
    let block = { members: [wish], at: wish.at }
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.at <= block.at) break
      blocks.pop()
      const members = [...last.members, ...block.members]
      block = { members, at: medianOf(members) }
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ members, at }) => members.map(() => at))
}

/** The middle between the lowest and the highest value that no other beats. */
function medianOf(wishes: readonly Wish[]): number {
  const sorted = wishes.toSorted((a, b) => a.at - b.at)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let below = 0
  for (const [index, { at, weight }] of sorted.entries()) {
    below += weight
    if (below > half) return at
    if (below === half) return (at + (sorted[index + 1]?.at ?? at)) / 2
  }
  return sorted.at(-1)?.at ?? 0
}
