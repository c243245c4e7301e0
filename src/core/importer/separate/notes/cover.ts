import type { Stretch } from '../../model.ts'

/** Asks, in logarithmic time, whether any of many stretches touches another. */
export function coverOf(stretches: readonly Stretch[]): (from: number, to: number) => boolean {
  const merged: { readonly from: number; to: number }[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return (from, to) => {
    let [low, high] = [0, merged.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((merged[middle]?.to ?? Infinity) <= from) low = middle + 1
      else high = middle
    }
    const first = merged[low]
    return first !== undefined && first.from < to
  }
}
