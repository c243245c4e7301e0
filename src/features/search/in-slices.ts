/** Milliseconds of work at a time: half a frame, so that a keystroke in between is answered in the next. */
const SLICE = 8

/**
 * Does long work in slices with the browser's own tasks in between. Rejects with the signal's reason
 * once nobody wants the result any more.
 */
export async function inSlices<Result>(
  work: Generator<void, Result>,
  signal: AbortSignal,
): Promise<Result> {
  for (;;) {
    const end = performance.now() + SLICE
    while (performance.now() < end) {
      const { done, value } = work.next()
      if (done === true) return value
    }
    await nextTask()
    signal.throwIfAborted()
  }
}

/** Timers that follow each other wait four milliseconds; messages do not. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
