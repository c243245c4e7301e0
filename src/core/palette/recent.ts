const MOST = 8
/** What is longer was not written by us. */
const LONGEST = 200

/** Reads what was written with JSON.stringify; what cannot be read counts as nothing. */
export function parseRecent(json: string | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(json ?? '[]')
    if (!Array.isArray(value)) return []
    const ids: readonly unknown[] = value
    return ids
      .filter((id): id is string => typeof id === 'string' && id.length <= LONGEST)
      .slice(0, MOST)
  } catch {
    return []
  }
}

/** The last one chosen comes first. */
export function withRecent(ids: readonly string[], id: string): readonly string[] {
  return [id, ...ids.filter((other) => other !== id)].slice(0, MOST)
}
