/** Saves a file where the reader's browser puts what it downloads. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read it only after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}
