/** One state of the built site: all that its pages need. */
export interface Release {
  /** Equal for equal contents, and written in every page. */
  readonly id: string
  readonly files: readonly KeptFile[]
}

/** A file of the site that a reader may keep. */
export interface KeptFile {
  /** Seen from the site's base; empty for the library, with a slash at its end for every other page. */
  readonly path: string
  /** Changes with the content; null where the name does so already. */
  readonly revision: string | null
  /** What it is for: `SHELL`, `WHOLE`, or the path of the one article that needs it. */
  readonly part: string
}

/** What every page needs. */
export const SHELL = 'shell'
/** What belongs to the whole library and is needed by few. */
export const WHOLE = 'whole'

/** Where the service worker stands, seen from the site's base: above all that it answers for. */
export const SERVICE_WORKER = 'sw.js'
/** The page that stands for every wrong address. */
export const NOT_FOUND = '404.html'

/**
 * The files that are fetched ahead. Somebody who has to save data keeps what every page needs and the
 * articles of which a page is open or was kept before; the rest is kept as it is read.
 */
export function filesToKeep(
  { files }: Release,
  reader: { readonly savesData: boolean; readonly pages: readonly string[] },
): readonly KeptFile[] {
  if (!reader.savesData) return files
  const pages = new Set(reader.pages)
  const parts = new Set(files.filter(({ path }) => pages.has(path)).map(({ part }) => part))
  return files.filter(({ part }) => part === SHELL || parts.has(part))
}

/** Whether a browser's `navigator` says that its reader has to save data. Not every browser says. */
export function savesData(navigator: object): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : null
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  )
}

/** The page meant by a path inside the site, as a release names it: hosts take several spellings for one. */
export function pageAt(path: string): string {
  const page = path.replace(/(^|\/)index\.html$/, '$1')
  return page === '' || page.endsWith('/') || page.endsWith('.html') ? page : `${page}/`
}
