import { firstIndex } from '#core/article'
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
    const first = merged[firstIndex(merged, (one) => one.to > from)]
    return first !== undefined && first.from < to
  }
}
