import type { ReadingPreferences, Theme } from '#features/reader'

/**
 * What the reader has chosen, as it is kept in the browser. The one file that touches localStorage.
 * What is stored may be anything: another version's, a stranger's, broken. What cannot be read is
 * kept aside under another name and never overwritten.
 */
export const defaultPreferences: ReadingPreferences = { theme: 'system', singleKeys: true }

const KEY = 'palimpsest.preferences'
const THEMES: readonly string[] = ['system', 'light', 'dark'] satisfies readonly Theme[]

export function readPreferences(): ReadingPreferences {
  const stored = readItem(KEY)
  if (stored === null) return defaultPreferences
  try {
    const value: unknown = JSON.parse(stored)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const { theme, singleKeys } = { ...defaultPreferences, ...value }
      const [isThemeGood, areKeysGood] = [isTheme(theme), typeof singleKeys === 'boolean']
      if (!isThemeGood || !areKeysGood) keepAside(stored)
      return {
        theme: isThemeGood ? theme : defaultPreferences.theme,
        singleKeys: areKeysGood ? singleKeys : defaultPreferences.singleKeys,
      }
    }
  } catch {
    // Not JSON.
  }
  keepAside(stored)
  return defaultPreferences
}

function keepAside(stored: string): void {
  if (readItem(`${KEY}.unreadable`) === null) writeItem(`${KEY}.unreadable`, stored)
}

/** Forgotten with the page where the browser does not let it be kept; reading goes on all the same. */
export function storePreferences(preferences: ReadingPreferences): void {
  writeItem(KEY, JSON.stringify(preferences))
}

/** The style sheet follows this attribute; without it, the system. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

function isTheme(value: unknown): value is Theme {
  return typeof value === 'string' && THEMES.includes(value)
}

function readItem(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

function writeItem(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value)
  } catch {
    // Denied or full.
  }
}
