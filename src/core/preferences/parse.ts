import { CHOICES, initialPreferences, RANGES, type Preferences, type Range } from './preferences.ts'

export interface ParsedPreferences {
  readonly preferences: Preferences
  /** False if anything in it could not be read and was passed over. */
  readonly isWhole: boolean
}

/**
 * Reads what was written with JSON.stringify by this version, by another one, or by a stranger. Each
 * value is judged by itself: one that cannot be read falls back to the initial one and leaves the
 * others alone. What is missing is no fault. By hand rather than by a schema library, because it runs
 * in the head of every page.
 */
export function parsePreferences(json: string): ParsedPreferences {
  const stored = recordIn(json)
  if (stored === null) return { preferences: initialPreferences, isWhole: false }
  const initial = initialPreferences
  let isWhole = true
  const read = <T>(name: keyof Preferences, readValue: (value: unknown) => T | undefined) => {
    if (!Object.hasOwn(stored, name)) return undefined
    const value = readValue(stored[name])
    if (value === undefined) isWhole = false
    return value
  }
  const preferences: Preferences = {
    theme: read('theme', oneOf(CHOICES.theme)) ?? initial.theme,
    face: read('face', oneOf(CHOICES.face)) ?? initial.face,
    size: read('size', (value) => (value === null ? null : within(RANGES.size)(value))) ?? null,
    leading: read('leading', within(RANGES.leading)) ?? initial.leading,
    measure: read('measure', within(RANGES.measure)) ?? initial.measure,
    isJustified: read('isJustified', yesOrNo) ?? initial.isJustified,
    isHyphenated: read('isHyphenated', yesOrNo) ?? initial.isHyphenated,
    colours: read('colours', oneOf(CHOICES.colours)) ?? initial.colours,
    singleKeys: read('singleKeys', yesOrNo) ?? initial.singleKeys,
    noteOpening: read('noteOpening', oneOf(CHOICES.noteOpening)) ?? initial.noteOpening,
    view: read('view', oneOf(CHOICES.view)) ?? initial.view,
  }
  return { preferences, isWhole }
}

/** Own properties only, whatever their names. */
function recordIn(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return { ...value }
  } catch {
    return null
  }
}

function oneOf<T>(values: readonly T[]): (value: unknown) => T | undefined {
  return (value) => values.find((candidate) => candidate === value)
}

function within({ from, to }: Range): (value: unknown) => number | undefined {
  return (value) => (typeof value === 'number' && value >= from && value <= to ? value : undefined)
}

function yesOrNo(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}
