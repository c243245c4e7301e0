import type { Rest } from '#core/resume'

/** Milliseconds without scrolling after which somebody is reading what stands there. */
const REST = 3000

interface Watcher {
  /** The page has not moved for a while, and somebody can see it. */
  readonly onRest: (rest: Rest) => void
  /** The reader has asked the browser to look for something. */
  readonly onLookUp: () => void
}

/** Watches until it is told to stop. A scroll event costs one look at the clock. */
export function watchRests({ onRest, onLookUp }: Watcher): () => void {
  let timer: number | undefined
  let movedAt = Date.now()
  const look = () => {
    timer = undefined
    const left = movedAt + REST - Date.now()
    if (left > 0) timer = window.setTimeout(look, left)
    else if (!document.hidden) onRest({ top: window.scrollY, windowHeight: window.innerHeight })
  }
  const move = () => {
    movedAt = Date.now()
    timer ??= window.setTimeout(look, REST)
  }
  const showAgain = () => {
    if (!document.hidden) move()
  }
  const press = (event: KeyboardEvent) => {
    const isFind = (event.ctrlKey || event.metaKey) && /^[fg]$/i.test(event.key)
    if (isFind || event.key === 'F3') onLookUp()
  }
  move()
  document.addEventListener('scroll', move, { passive: true })
  document.addEventListener('visibilitychange', showAgain)
  document.addEventListener('keydown', press)
  return () => {
    window.clearTimeout(timer)
    document.removeEventListener('scroll', move)
    document.removeEventListener('visibilitychange', showAgain)
    document.removeEventListener('keydown', press)
  }
}
