import { initialPreferences, type Preferences } from '#core/preferences'
import { create } from 'zustand'
import {
  applyPreferences,
  readPreferences,
  storePreferences,
  watchStoredPreferences,
} from './preferences.ts'

/** Begins with what the server rendered; the client's entry then reads what is stored. */
export const usePreferences = create<Preferences>(() => initialPreferences)

/** Does what changes the look of the page, and leaves what is being read where it is. */
type KeepPlace = (apply: () => void) => void
const applyOnly: KeepPlace = (apply) => {
  apply()
}
let keepPlace = applyOnly

/** A page with a place to keep says how; null when it goes. */
export function keepPlaceBy(keep: KeepPlace | null): void {
  keepPlace = keep ?? applyOnly
}

/** The page shows them since before its first paint; from now on it follows other tabs, too. */
export function loadPreferences(): void {
  const preferences = readPreferences()
  usePreferences.setState(preferences)
  colourFrame(preferences)
  watchStoredPreferences(show)
}

export function changePreferences(change: Partial<Preferences>): void {
  const preferences = { ...usePreferences.getState(), ...change }
  show(preferences)
  storePreferences(preferences)
}

function show(preferences: Preferences): void {
  usePreferences.setState(preferences)
  whenFaceIsThere(preferences, () => {
    keepPlace(() => {
      applyPreferences(usePreferences.getState())
    })
    colourFrame(preferences)
  })
}

let hasColouredFrame = false

/** Loaded where a theme was chosen: else the frame is as the page has it. */
function colourFrame({ theme }: Preferences): void {
  const hasTheme = theme !== initialPreferences.theme
  if (!hasTheme && !hasColouredFrame) return
  hasColouredFrame = true
  import('./browser-frame.ts').then(
    (frame) => {
      frame.colourFrame(hasTheme)
    },
    // Then it stays as it was, and nobody has asked for it.
    () => {},
  )
}

/** A face that came after it was asked for would move every line a second time. */
function whenFaceIsThere({ face }: Preferences, goOn: () => void): void {
  if (face !== 'legible' || document.fonts.check(LEGIBLE)) goOn()
  else document.fonts.load(LEGIBLE).then(goOn, goOn)
}

const LEGIBLE = '1em Atkinson'
