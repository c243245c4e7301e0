import { create } from 'zustand'
import type { ReadingPreferences } from '#features/reader'
import { applyTheme, defaultPreferences, readPreferences, storePreferences } from './preferences.ts'

/** Begins with what the server rendered; the client's entry then reads what is stored. */
export const usePreferences = create<ReadingPreferences>(() => defaultPreferences)

export function loadPreferences(): void {
  usePreferences.setState(readPreferences())
}

export function changePreferences(change: Partial<ReadingPreferences>): void {
  usePreferences.setState(change)
  const preferences = usePreferences.getState()
  applyTheme(preferences.theme)
  storePreferences(preferences)
}
