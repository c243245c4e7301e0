/** Milliseconds; WebKit has no idle callbacks. */
const INSTEAD = 500

/** Does something once the browser has nothing else to do; the function returned calls it off. */
export function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, INSTEAD)
    return () => {
      clearTimeout(timer)
    }
  }
  const request = requestIdleCallback(work)
  return () => {
    cancelIdleCallback(request)
  }
}
