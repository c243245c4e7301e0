/**
 * Whether a key asks for the palette: Ctrl or ⌘ and K, by the letter or, where the keyboard writes another
 * script, by the key that has the K. On Apple’s systems Ctrl and K deletes to the end of the line
 * wherever somebody writes, so there it takes ⌘.
 */
export function asksForPalette(event: KeyboardEvent, isApple = isOnApple()): boolean {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey, isComposing } = event
  if (shiftKey || altKey || isComposing) return false
  const isK = key.toLowerCase() === 'k' || (code === 'KeyK' && NOT_LATIN.test(key))
  return isK && (metaKey || (ctrlKey && !(isApple && isWritingIn(event.target))))
}

/** One character; the names of other keys have several. */
const NOT_LATIN = /^\P{Script=Latin}$/u

function isWritingIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, [contenteditable]')
}

function isOnApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}
