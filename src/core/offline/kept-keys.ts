/** Under which keys a cache holds the files of the release that is read and of those before it. */
export interface KeptKeys {
  readonly id: string
  readonly current: readonly string[]
  readonly previous: readonly string[]
}

/** A release whose files have all arrived. */
export type ArrivedKeys = Pick<KeptKeys, 'id' | 'current'>

/**
 * The keys to keep once a release has become the one that is read. The files of the one before stay,
 * and of those that have arrived since without ever being the one that is read: a page that the network
 * brought with them may still ask for its parts.
 */
export function goOnWith(
  release: ArrivedKeys,
  before: KeptKeys | null,
  arrivedSince: readonly ArrivedKeys[] = [],
): KeptKeys {
  const last = before?.id === release.id ? before.previous : (before?.current ?? [])
  const passedOver = arrivedSince.filter(({ id }) => id !== release.id && id !== before?.id)
  const previous = new Set([...last, ...passedOver.flatMap(({ current }) => current)])
  return { id: release.id, current: release.current, previous: [...previous] }
}

/** Reads what was once written down; null if that is nothing of ours. */
export function parseKeptKeys(value: unknown): KeptKeys | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('id' in value && 'current' in value && 'previous' in value)) return null
  const { id, current, previous } = value
  if (typeof id !== 'string' || !areStrings(current) || !areStrings(previous)) return null
  return { id, current, previous }
}

function areStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
