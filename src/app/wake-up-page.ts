import { doWithoutScripts } from '#ui/markup.ts'

/*
 * Starts a page that is no part of the app: the import page, or that of the reader's own articles. Such a
 * page names this script itself (`build/prerender-plugin`). The app's start comes along with what the two
 * share, finds no facts of its own and leaves the page alone; so no reader of an article loads a byte for it.
 */
async function start(): Promise<void> {
  const { page } = document.documentElement.dataset
  try {
    if (page === 'import') await (await import('./wake-up-import.tsx')).hydrate()
    if (page === 'own') await (await import('./wake-up-own.tsx')).hydrate()
  } catch (error) {
    doWithoutScripts()
    throw error
  }
}

void start()
