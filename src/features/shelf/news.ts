/* Tabs tell each other when the library has changed. Where they cannot, each sees it when it looks again. */

const CHANNEL = 'palimpsest.shelf'

/** Of which draft there is another revision. */
interface DraftNews {
  readonly draft: string
  readonly revision: number
}

const listeners = new Set<() => void>()
const draftListeners = new Set<(news: DraftNews) => void>()
let channel: BroadcastChannel | null = null

function open(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  if (channel === null) {
    channel = new BroadcastChannel(CHANNEL)
    // Of an earlier release's tab, too, which sends a word.
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isDraftNews(data)) for (const listener of draftListeners) listener(data)
      else tell()
    })
  }
  return channel
}

function isDraftNews(data: unknown): data is DraftNews {
  return (
    typeof data === 'object' &&
    data !== null &&
    'draft' in data &&
    typeof data.draft === 'string' &&
    'revision' in data &&
    typeof data.revision === 'number'
  )
}

function tell(): void {
  for (const listener of listeners) listener()
}

function closeIfUnheard(): void {
  if (listeners.size > 0 || draftListeners.size > 0) return
  channel?.close()
  channel = null
}

/** Says here and in all other tabs that something has changed. */
export function announceChange(): void {
  open()?.postMessage('changed')
  tell()
}

/** Says in all other tabs, and not to whoever has kept it, that a draft has a new revision. */
export function announceDraft(draft: string, revision: number): void {
  open()?.postMessage({ draft, revision } satisfies DraftNews)
}

/** Calls back after every change, also one of another tab; returns how to stop. */
export function followShelf(onChange: () => void): () => void {
  open()
  listeners.add(onChange)
  return () => {
    listeners.delete(onChange)
    closeIfUnheard()
  }
}

/** Calls back when another tab has kept a draft, and as which revision; returns how to stop. */
export function followDrafts(onKept: (draft: string, revision: number) => void): () => void {
  open()
  const listener = (news: DraftNews) => {
    onKept(news.draft, news.revision)
  }
  draftListeners.add(listener)
  return () => {
    draftListeners.delete(listener)
    closeIfUnheard()
  }
}
