/** What stands in an address as it is, on every host and in every file system. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a folder may hold an article: its name becomes the article's address. */
export function isFolderName(name: string): boolean {
  return SLUG.test(name)
}
