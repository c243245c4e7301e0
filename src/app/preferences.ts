import { initialPreferences, parsePreferences, type Preferences } from '#core/preferences'

/**
 * What the reader has chosen, as it is kept in the browser and as a page shows it. The one file that
 * touches localStorage. What is stored may be anything: another version's, a stranger's, broken. What
 * cannot be read is kept aside under another name and never overwritten.
 */
const KEY = 'palimpsest.preferences'

export function readPreferences(): Preferences {
  const stored = readItem(KEY)
  if (stored === null) return initialPreferences
  const { preferences, isWhole } = parsePreferences(stored)
  if (!isWhole && readItem(`${KEY}.unreadable`) === null) writeItem(`${KEY}.unreadable`, stored)
  return preferences
}

/** Forgotten with the page where the browser does not let it be kept; reading goes on all the same. */
export function storePreferences(preferences: Preferences): void {
  writeItem(KEY, JSON.stringify(preferences))
}

/** Calls back whenever another tab has stored something else, or has cleared everything. */
export function watchStoredPreferences(onChange: (preferences: Preferences) => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) onChange(readPreferences())
  })
}

/**
 * Says on the root what was chosen, for the style sheet to follow; what is as the house has it is not
 * said. Called before the first paint, and again with every change.
 */
export function applyPreferences(chosen: Preferences): void {
  const root = document.documentElement
  for (const name of ['theme', 'face', 'colours', 'isJustified', 'isHyphenated'] as const) {
    if (chosen[name] === initialPreferences[name]) delete root.dataset[name]
    else root.dataset[name] = String(chosen[name])
  }
  for (const [name, unit] of UNITS) {
    const value = chosen[name]
    if (value === initialPreferences[name]) root.style.removeProperty(`--${name}`)
    else root.style.setProperty(`--${name}`, `${value}${unit}`)
  }
}

const UNITS = [
  ['size', 'px'],
  ['leading', ''],
  ['measure', 'ch'],
] as const

/** Null where there is nothing, or where the browser does not say. */
export function readItem(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Whether it is kept is the browser's business; nobody may rely on it. */
export function writeItem(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value)
  } catch {
    // Denied or full.
  }
}

export function removeItem(key: string): void {
  try {
    window.localStorage.removeItem(key)
  } catch {
    // Denied: then there is nothing, either.
  }
}

/** Every item whose name begins so. */
export function removeItems(prefix: string): void {
  try {
    for (const key of Object.keys(window.localStorage)) if (key.startsWith(prefix)) removeItem(key)
  } catch {
    // Denied.
  }
}
