/** Wakes up a page that is no part of the app: the import page, or that of the reader's own articles. */
export async function hydrate(): Promise<void> {
  const { page } = document.documentElement.dataset
  if (page === 'import') await (await import('./wake-up-import.tsx')).hydrate()
  if (page === 'own') await (await import('./wake-up-own.tsx')).hydrate()
}
