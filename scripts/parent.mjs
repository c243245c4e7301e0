import process from 'node:process'

/** Milliseconds between two looks. */
const OFTEN = 1000

/**
 * Calls back once the program that has started this one is gone: npm and shells that are killed do not
 * pass it on, and what they have started would hold its port for ever.
 *
 * @param {() => void} onGone
 */
export function whenParentIsGone(onGone) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent && isThere(parent)) return
    clearInterval(timer)
    onGone()
  }, OFTEN)
  timer.unref()
}

/** Windows never gives a program another parent. @param {number} id */
function isThere(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
