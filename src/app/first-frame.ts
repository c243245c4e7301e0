import { endOpening, isOpening, layOut, PART, showWhileOpening } from '#ui/markup.ts'
import { nextTask, pause } from './tasks.ts'

/**
 * Ends the opening of the page: lays out the parts that the first frame has left out, one a task,
 * and keeps what is in view where it is.
 */
export async function layOutTheRest(): Promise<void> {
  if (!isOpening()) return
  showWhileOpening('bar')
  await nextTask()
  showWhileOpening('contents')
  const parts = [...document.querySelectorAll(PART)]
  let held: { readonly part: Element; readonly top: number; readonly scrollY: number } | null = null
  for (const part of parts) {
    // Nobody is watching, and a hidden page gets one task a second.
    if (document.hidden) break
    await nextTask()
    // Held from the first step on, so that the fractions of a pixel that scrolling leaves do not add up.
    if (held === null || window.scrollY !== held.scrollY) {
      const inView = parts.find(isInView)
      held = inView ? { part: inView, top: topOf(inView), scrollY: window.scrollY } : null
    }
    layOut(part)
    if (held === null) continue
    const moved = topOf(held.part) - held.top
    if (Math.abs(moved) > 0.5) window.scrollBy({ top: moved, behavior: 'instant' })
    held = { ...held, scrollY: window.scrollY }
  }
  endOpening()
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top
}

/** Resolves once the browser has shown something; in the background, where it does not, at once. */
export async function firstPaint(): Promise<void> {
  if (document.hidden) return
  await nextFrame()
  if (!tellsOfPaint()) return nextTask()
  await Promise.race([
    new Promise<void>((resolve) => {
      new PerformanceObserver((_, observer) => {
        observer.disconnect()
        resolve()
      }).observe({ type: 'paint', buffered: true })
    }),
    // Some browsers do not say so of every page.
    pause(PAINT_IS_OVERDUE),
  ])
}

function tellsOfPaint(): boolean {
  return (
    'PerformanceObserver' in window && PerformanceObserver.supportedEntryTypes.includes('paint')
  )
}

/** Milliseconds. */
const PAINT_IS_OVERDUE = 1000

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve()
    })
  })
}
