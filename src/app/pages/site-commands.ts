import type { LibraryCard } from '#core/article'
import type { Command } from '#features/palette'
import * as words from '#words/palette'
import { push } from '../address.ts'
import { articlePath, libraryPath } from '../paths.ts'

/** The articles of the site but the one that is open. */
export function siteCommands(
  cards: readonly LibraryCard[],
  open: string | null,
): readonly Command[] {
  const toLibrary: Command = {
    id: 'library',
    group: words.groups.articles,
    label: words.library,
    keywords: words.libraryKeywords,
    run: () => {
      push({ pathname: libraryPath, search: '', hash: '' })
    },
  }
  const articles = cards
    .filter(({ slug }) => slug !== open)
    .map(({ slug, title, lang, authors, series }): Command => ({
      id: `article:${slug}`,
      group: words.groups.articles,
      label: title,
      lang,
      keywords: [...authors, series?.title ?? ''].join(' '),
      run: () => {
        push({ pathname: articlePath(slug), search: '', hash: '' })
      },
    }))
  return open === null ? articles : [...articles, toLibrary]
}
