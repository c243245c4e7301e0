import { useEffect, useEffectEvent } from 'react'

interface LayerKeys {
  /** Single keys can be switched off (WCAG 2.1.4): they get in the way of speech input and screen readers. */
  readonly isOn: boolean
  readonly onDigit: (digit: number, isSolo: boolean) => void
  readonly onAsPosted: () => void
  readonly onHelp: () => void
  readonly onSearch: () => void
}

export function useLayerKeys({ isOn, onDigit, onAsPosted, onHelp, onSearch }: LayerKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof Element && event.target.closest(TYPING) !== null) return
    // The key's place on the board, since Shift turns a digit into another sign.
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
    if (digit === '0' && !event.shiftKey) onAsPosted()
    else if (digit !== undefined && digit !== '0') onDigit(Number(digit), event.shiftKey)
    else if (event.key === '?') onHelp()
    else if (event.key === '/') onSearch()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    if (!isOn) return
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
    }
  }, [isOn])
}

const TYPING =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], dialog'
