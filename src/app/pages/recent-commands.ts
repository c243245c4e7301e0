import { parseRecent, withRecent } from '#core/palette'
import { readItem, writeItem } from '../preferences.ts'

const KEY = 'palimpsest.recent'

/** What was chosen lately in the palette, the last first. */
export function recentCommands(): readonly string[] {
  return parseRecent(readItem(KEY))
}

export function rememberCommand(id: string): void {
  writeItem(KEY, JSON.stringify(withRecent(recentCommands(), id)))
}
