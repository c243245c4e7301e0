import { formatSearch, type LibraryCard } from '#core/article'
import type { Preferences } from '#core/preferences'
import { Palette } from '#features/palette'
import * as words from '#words/palette'
import { useState, type ReactNode } from 'react'
import { push } from '../address.ts'
import { continueIn, readKeptPlace } from '../kept-places.ts'
import { libraryPath } from '../paths.ts'
import { recentCommands, rememberCommand } from './recent-commands.ts'
import { settingsCommands } from './settings-commands.ts'
import { siteCommands } from './site-commands.ts'

interface LibraryPaletteProps {
  readonly cards: readonly LibraryCard[]
  readonly preferences: Preferences
  readonly onPreferences: (change: Partial<Preferences>) => void
  readonly onSettings: () => void
  readonly onForgetPlaces: () => void
  readonly onSay: (sentence: string) => void
  readonly onClose: () => void
}

/** The palette of the library: its articles, where the reader stopped in them, the search, the settings. */
export default function LibraryPalette(props: LibraryPaletteProps): ReactNode {
  const { cards, preferences, onPreferences, onSettings, onForgetPlaces, onSay, onClose } = props
  const [commands] = useState(() => [
    ...siteCommands(cards, null),
    ...cards.flatMap(({ slug, title }) => {
      const kept = readKeptPlace(slug)
      if (kept === null) return []
      const command = {
        id: `resume:${slug}`,
        group: words.groups.actions,
        label: words.resumeIn(title),
        keywords: `${words.resumeKeywords} ${kept.section}`,
        run: () => {
          continueIn(slug)
        },
      }
      return [command]
    }),
    {
      id: 'action:forget-places',
      group: words.groups.actions,
      label: words.forgetPlaces,
      keywords: words.forgetKeywords,
      run: () => {
        onForgetPlaces()
        onSay(words.done(words.forgetPlaces))
      },
    },
    ...settingsCommands(preferences, onPreferences, onSettings),
  ])
  const [recent] = useState(recentCommands)
  return (
    <Palette
      commands={commands}
      commandsFor={searchLibraryFor}
      recent={recent}
      onChosen={({ id }) => {
        rememberCommand(id)
      }}
      onClose={onClose}
    />
  )
}

function searchLibraryFor(typed: string) {
  return [
    {
      id: 'action:search-library',
      group: words.groups.actions,
      label: words.searchLibraryFor(typed),
      run: () => {
        push({ pathname: libraryPath, search: formatSearch(typed), hash: '' })
      },
    },
  ]
}
