/** Resolves in a task of its own, so that the browser can do what is due in between. */
export function nextTask(): Promise<void> {
  return pause(0)
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
