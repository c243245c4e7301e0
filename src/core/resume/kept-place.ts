/**
 * Where a reader stopped in an article: the sentence that stood where one reads, described as
 * `core/anchoring` describes a quotation, in one layer's text. No position and no percentage would
 * survive another size of letters, other layers, another edition.
 */
export interface KeptPlace {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** The layer that says the words. */
  readonly layer: string
  /** The id of the block they stand in: a hint among equal words, and where to go should they be gone. */
  readonly block: string
  /** The title of the section, for people; empty before the first heading. */
  readonly section: string
  /** How much of the text stands before it, from 0 to 1: for people, and never to find the place by. */
  readonly share: number
}

/** In UTF-16 code units. What is longer was not written by us. */
const LONGEST = 1000

export function serializeKeptPlace(place: KeptPlace): string {
  return JSON.stringify(place)
}

/** Inverse of `serializeKeptPlace`; null for whatever else may stand in its place. */
export function parseKeptPlace(json: string): KeptPlace | null {
  const stored = recordIn(json)
  if (stored === null) return null
  const words = (name: keyof KeptPlace) => {
    const value = stored.get(name)
    return typeof value === 'string' && value.length <= LONGEST ? value : null
  }
  const exact = words('exact')
  const layer = words('layer')
  const block = words('block')
  const share = stored.get('share')
  if (exact === null || exact.trim() === '' || layer === null || block === null) return null
  return {
    exact,
    prefix: words('prefix') ?? '',
    suffix: words('suffix') ?? '',
    layer,
    block,
    section: words('section') ?? '',
    share: typeof share === 'number' && share >= 0 && share <= 1 ? share : 0,
  }
}

/** Own properties only, whatever their names. */
function recordIn(json: string): ReadonlyMap<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null
  } catch {
    return null
  }
}
