/**
 * How alike two names are written, from 0 to 1: the share of common pairs of neighbouring letters
 * (Dice 1945). It forgives typing errors, missing parts and lost ends.
 */
export function likeness(one: string, other: string): number {
  const pairs = pairsOf(one)
  const others = pairsOf(other)
  let shared = 0
  for (const pair of pairs) if (others.has(pair)) shared += 1
  return (2 * shared) / Math.max(pairs.size + others.size, 1)
}

/** Names are written by strangers: what is longer than any of ours is not read to its end. */
const LONGEST = 200

function pairsOf(name: string): ReadonlySet<string> {
  const letters = name
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return new Set(
    Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2)),
  )
}

/** Of several things the one whose name is most like the wanted one; null if none is at least `least` like it. */
export function mostAlike<T>(
  wanted: string,
  things: Iterable<T>,
  nameOf: (thing: T) => string,
  least: number,
): T | null {
  let nearest: T | null = null
  let best = least
  for (const thing of things) {
    const alike = likeness(wanted, nameOf(thing))
    if (alike > best) {
      best = alike
      nearest = thing
    }
  }
  return nearest
}
