/**
 * Does something once a frame at most, however many ask for it: what is asked for before the frame
 * is drawn is done in it. `now` is for those who are told late in a frame, as a resize observer is.
 */
export interface OncePerFrame {
  readonly request: () => void
  readonly now: () => void
  readonly stop: () => void
}

export function oncePerFrame(action: () => void): OncePerFrame {
  let pending: number | undefined
  let doneAt: CSSNumberish | null = null
  const stop = () => {
    if (pending !== undefined) cancelAnimationFrame(pending)
    pending = undefined
  }
  const run = () => {
    stop()
    doneAt = document.timeline.currentTime
    action()
  }
  const request = () => {
    pending ??= requestAnimationFrame(run)
  }
  return {
    request,
    now: () => {
      // The timeline stands still within a frame.
      if (doneAt === document.timeline.currentTime) request()
      else run()
    },
    stop,
  }
}
