import { useEffect, useState } from 'react'

/**
 * Which of the headings is being read: the last one above the top fifth of the window; at the very
 * bottom the last one; after a jump the one jumped to, until the reader scrolls.
 */
export function useCurrentPlace(ids: readonly string[]): {
  readonly current: string | null
  /** Says that the reader has just been taken there. */
  readonly hold: (id: string) => void
} {
  const [tracker] = useState(createTracker)
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => tracker.follow(ids, setCurrent), [tracker, ids])
  return { current, hold: tracker.hold }
}

interface Tracker {
  readonly follow: (ids: readonly string[], say: (id: string | null) => void) => () => void
  readonly hold: (id: string) => void
}

function createTracker(): Tracker {
  let held: { id: string; scrollY: number } | null = null
  let look = (): void => {}
  return {
    follow(ids, say) {
      const elements = ids.flatMap((id) => document.getElementById(id) ?? [])
      look = () => {
        if (held !== null && Math.abs(window.scrollY - held.scrollY) > 2) held = null
        say(held?.id ?? placeAt(elements))
      }
      let frame = 0
      const soon = () => {
        frame ||= requestAnimationFrame(() => {
          frame = 0
          look()
        })
      }
      const listening = new AbortController()
      const options = { signal: listening.signal, passive: true }
      window.addEventListener('scroll', soon, options)
      window.addEventListener('resize', soon, options)
      soon()
      return () => {
        listening.abort()
        cancelAnimationFrame(frame)
      }
    },
    hold(id) {
      held = { id, scrollY: window.scrollY }
      look()
    },
  }
}

/** Headings stand in the order of the text, so their tops grow: halve. */
function placeAt(elements: readonly HTMLElement[]): string | null {
  const { scrollHeight } = document.documentElement
  if (window.scrollY > 0 && window.scrollY + window.innerHeight >= scrollHeight - 2) {
    return elements.at(-1)?.id ?? null
  }
  const line = window.innerHeight / 5
  let low = 0
  let high = elements.length
  while (low < high) {
    const half = (low + high) >> 1
    if ((elements[half]?.getBoundingClientRect().top ?? Infinity) <= line) low = half + 1
    else high = half
  }
  return elements[low - 1]?.id ?? null
}
