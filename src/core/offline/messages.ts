/**
 * What a page asks of a service worker: which release it was built with; what it keeps; to take over
 * from the one before it; or to do so only if nobody is reading with that one in another window.
 */
export interface WorkerRequest {
  readonly type: 'identify' | 'take-stock' | 'take-over' | 'take-over-if-alone'
}

/** The answer to `identify`. */
export interface Identity {
  readonly id: string
}

/** The answer to `take-stock`. */
export interface Stock {
  /** How many articles can be read without a network, of how many. */
  readonly articles: number
  readonly allArticles: number
  /** All that is kept, also of the release before. */
  readonly bytes: number
}

export function isRequest(value: unknown): value is WorkerRequest {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  const types: readonly unknown[] = ['identify', 'take-stock', 'take-over', 'take-over-if-alone']
  return types.includes(value.type)
}

export function isIdentity(value: unknown): value is Identity {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
  )
}

export function isStock(value: unknown): value is Stock {
  if (typeof value !== 'object' || value === null) return false
  if (!('articles' in value && 'allArticles' in value && 'bytes' in value)) return false
  return [value.articles, value.allArticles, value.bytes].every(Number.isFinite)
}
