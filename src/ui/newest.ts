/**
 * Hands on what comes of the work that was begun last. What was begun before it and ends later would show
 * an older state in its place; what fails leaves the state as it was.
 */
export function createNewest<Value>(onValue: (value: Value) => void): {
  readonly begin: (work: Promise<Value>) => void
  /** After this nothing is handed on any more. */
  readonly end: () => void
} {
  let newest: Promise<Value> | null = null
  return {
    begin: (work) => {
      newest = work
      work.then(
        (value) => {
          if (newest === work) onValue(value)
        },
        () => {},
      )
    },
    end: () => {
      newest = null
    },
  }
}
