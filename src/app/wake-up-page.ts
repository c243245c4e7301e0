/** Wakes up a page that is no part of the app: the import page, or that of the reader's own articles. */
export async function hydrate(): Promise<void> {
  switch (document.documentElement.dataset['page']) {
    case 'import':
      await (await import('./wake-up-import.tsx')).hydrate()
      break
    case 'own':
      await (await import('./wake-up-own.tsx')).hydrate()
      break
  }
}
