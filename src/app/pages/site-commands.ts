import type { LibraryCard } from '#core/article'
import type { Command } from '#features/palette'
import * as words from '#words/palette'
import { goToDocument, push } from '../address.ts'
import { importPath } from '../import-path.ts'
import { articlePath, hrefOf, libraryPath } from '../paths.ts'

/** The articles of the site but the one that is open, and the way to one's own. */
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
  const toImport: Command = {
    id: 'action:import',
    group: words.groups.actions,
    label: words.bringText,
    keywords: words.bringTextKeywords,
    run: () => {
      goToDocument(hrefOf(importPath))
    },
  }
  return open === null ? [...articles, toImport] : [...articles, toLibrary, toImport]
}
