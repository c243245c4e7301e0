/* Tabs tell each other when the library has changed. Where they cannot, each sees it when it looks again. */

const CHANNEL = 'palimpsest.shelf'

const listeners = new Set<() => void>()
let channel: BroadcastChannel | null = null

function open(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  if (channel === null) {
    channel = new BroadcastChannel(CHANNEL)
    channel.addEventListener('message', tell)
  }
  return channel
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** Says here and in all other tabs that something has changed. */
export function announceChange(): void {
  open()?.postMessage('changed')
  tell()
}

/** Calls back after every change, also one of another tab; returns how to stop. */
export function followShelf(onChange: () => void): () => void {
  open()
  listeners.add(onChange)
  return () => {
    listeners.delete(onChange)
    if (listeners.size > 0) return
    channel?.close()
    channel = null
  }
}
