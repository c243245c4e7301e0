/** The first index of so many from which on it holds; their number where it holds for none. Halves down to it. */
export function firstWhere(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The first place from which on it holds, in a list that has it from some place on. */
export function firstIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return firstWhere(items.length, (index) => {
    const item = items[index]
    return item !== undefined && holds(item)
  })
}
