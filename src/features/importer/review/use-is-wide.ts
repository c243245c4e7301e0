import { useSyncExternalStore } from 'react'

/** From here on two panes stand side by side; em, so that large letters count. */
const WIDE = '(min-width: 60em)'

/** Whether both panes have room at once. */
export function useIsWide(): boolean {
  return useSyncExternalStore(watch, isWide, () => true)
}

function watch(onChange: () => void): () => void {
  if (typeof window.matchMedia !== 'function') return () => {}
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', onChange)
  return () => {
    query.removeEventListener('change', onChange)
  }
}

function isWide(): boolean {
  return typeof window.matchMedia !== 'function' || window.matchMedia(WIDE).matches
}
