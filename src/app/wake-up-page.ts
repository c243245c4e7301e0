/** Wakes up a page that is no part of the app: the import page, or that of the reader's own articles. */
export async function hydrate(): Promise<void> {
  const page = await (document.documentElement.dataset['page'] === 'own'
    ? import('./wake-up-own.tsx')
    : import('./wake-up-import.tsx'))
  await page.hydrate()
}
