/**
 * Copies text. False where the browser or the reader forbids it, and the caller shows the text for
 * copying by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByCommand(text)
  }
}

/** Pages without a secure origin have no clipboard, but the old command still works there. */
function copyByCommand(text: string): boolean {
  const field = document.createElement('textarea')
  const focused = document.activeElement
  const selection = document.getSelection()
  const selected = selection?.rangeCount === 1 ? selection.getRangeAt(0) : null
  field.value = text
  field.className = 'visually-hidden'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  if (selected !== null) {
    selection?.removeAllRanges()
    selection?.addRange(selected)
  }
  return isCopied
}
