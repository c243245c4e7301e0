/**
 * Does `work` once the next frame is on the screen: for what follows from an answer and need not be
 * seen in the same frame. A page in the background paints nothing, so there nothing waits.
 */
export function afterPaint(work: () => void): void {
  if (document.hidden) {
    work()
    return
  }
  requestAnimationFrame(() => {
    setTimeout(work)
  })
}
