import { firstIndex } from '#core/article'
import { useEffect, useState } from 'react'

/**
 * Which of the headings is being read: the last one above the top fifth of the window; at the very
 * bottom the last one; after a jump the one jumped to, until the reader scrolls.
 */
export function useCurrentPlace(ids: readonly string[]): {
  readonly current: string | null
  /** Says that the reader has just been taken there. What is not one of the headings is not held. */
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

interface Heading {
  readonly id: string
  readonly element: Element
  /** What it stands in; begins no lower than the heading. */
  readonly section: Element
}

function createTracker(): Tracker {
  let held: { id: string; scrollY: number } | null = null
  let headings: readonly Heading[] = []
  let look = (): void => {}
  return {
    follow(ids, say) {
      headings = ids.flatMap(headingOf)
      look = () => {
        if (held !== null && Math.abs(window.scrollY - held.scrollY) > 2) held = null
        say(held?.id ?? placeAt(headings))
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
      // What is hidden or shown moves the headings, and nobody needs to scroll for that.
      const sizes = new ResizeObserver(soon)
      sizes.observe(document.body)
      soon()
      return () => {
        listening.abort()
        sizes.disconnect()
        cancelAnimationFrame(frame)
      }
    },
    hold(id) {
      if (headings.some((heading) => heading.id === id)) held = { id, scrollY: window.scrollY }
      look()
    },
  }
}

/** The notes and the foot of the page are boxes with an edge: their heading begins further down. */
function headingOf(id: string): Heading | [] {
  const place = document.getElementById(id)
  if (place === null) return []
  return {
    id,
    element: place.querySelector(':scope > h2') ?? place,
    section: place.closest('.section') ?? place,
  }
}

/**
 * Sections stand in the order of the text, so their tops grow: halve. Only the last one above the
 * line is asked for its heading, because a section far away may not be laid out yet.
 */
function placeAt(headings: readonly Heading[]): string | null {
  const { scrollHeight } = document.documentElement
  if (window.scrollY > 0 && window.scrollY + window.innerHeight >= scrollHeight - 2) {
    return headings.at(-1)?.id ?? null
  }
  const line = window.innerHeight / 5
  const next = firstIndex(headings, ({ section }) => section.getBoundingClientRect().top > line)
  const last = headings[next - 1]
  if (last === undefined) return null
  const isAbove = last.element.getBoundingClientRect().top <= line
  return (isAbove ? last : headings[next - 2])?.id ?? null
}
