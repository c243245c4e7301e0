import type { LibraryCard } from '#core/article'
import { Palette } from '#features/palette'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { articleCommands, commandsForWords, type ArticleTools } from './article-commands.ts'
import { recentCommands, rememberCommand } from './recent-commands.ts'
import { settingsCommands } from './settings-commands.ts'
import { siteCommands } from './site-commands.ts'

interface ArticlePaletteProps extends ArticleTools {
  readonly onSettings: () => void
  readonly onClose: () => void
}

/** The palette of an article's page. What it offers is read once, when it opens. */
export default function ArticlePalette({
  onSettings,
  onClose,
  ...tools
}: ArticlePaletteProps): ReactNode {
  const [own] = useState(() => [
    ...articleCommands(tools),
    ...settingsCommands(tools.preferences, tools.onPreferences, onSettings),
  ])
  const [commandsFor] = useState(() => commandsForWords(tools))
  const [recent] = useState(recentCommands)
  const [cards, setCards] = useState<readonly LibraryCard[]>([])
  useEffect(() => {
    import('virtual:library').then(
      ({ library }) => {
        setCards(library)
      },
      () => {
        // Then only this article's own commands are offered.
      },
    )
  }, [])
  const { slug } = tools.facts
  const commands = useMemo(() => [...own, ...siteCommands(cards, slug)], [own, cards, slug])
  return (
    <Palette
      commands={commands}
      commandsFor={commandsFor}
      recent={recent}
      onChosen={({ id }) => {
        rememberCommand(id)
      }}
      onClose={onClose}
    />
  )
}
