import type { WordsOnPage } from './words-on-page.ts'

/** What of the text is in the window, in places on its line of words. */
export interface InWindow {
  /** Above the window's upper edge. */
  readonly from: number
  /** Above the line at which somebody reads. */
  readonly place: number
  /** Above the window's lower edge, or what covers it. */
  readonly to: number
  readonly edge: 'start' | 'end' | null
}

/** The line at which somebody reads: where the contents take it to be, too. */
export const READING_LINE = 1 / 5

/** Milliseconds after which the page has come to rest. */
const REST = 200

/**
 * Tells what is in the window, once a frame while anything moves it and once more when it has come
 * to rest, until the function returned is called. Nothing is laid out for it: what it asks for is clean,
 * since a frame begins with it.
 */
export function followWindow(
  words: WordsOnPage,
  onMove: (now: InWindow) => void,
  onRest: (now: InWindow) => void,
): () => void {
  let frame = 0
  let timer = 0
  const look = () => {
    frame = 0
    const now = inWindow(words)
    onMove(now)
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      onRest(now)
    }, REST)
  }
  const soon = () => {
    frame ||= requestAnimationFrame(look)
  }
  const listening = new AbortController()
  const options = { signal: listening.signal, passive: true }
  window.addEventListener('scroll', soon, options)
  window.addEventListener('resize', soon, options)
  // What is hidden or shown moves the text, and nobody needs to scroll for that.
  const sizes = new ResizeObserver(soon)
  sizes.observe(document.body)
  const now = inWindow(words)
  onMove(now)
  onRest(now)
  return () => {
    listening.abort()
    sizes.disconnect()
    cancelAnimationFrame(frame)
    window.clearTimeout(timer)
  }
}

function inWindow(words: WordsOnPage): InWindow {
  const { scrollY, innerHeight } = window
  const end = document.documentElement.scrollHeight - innerHeight
  return {
    from: words.wordsAbove(0),
    place: words.wordsAbove(innerHeight * READING_LINE),
    to: words.wordsAbove(innerHeight),
    edge: scrollY <= 0 ? 'start' : scrollY >= end - 2 ? 'end' : null,
  }
}
