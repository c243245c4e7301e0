import { matchRoutes } from 'react-router'

/** What can stand at an address of the site. */
export type PageName =
  { readonly name: 'library' | 'not-found' } | { readonly name: 'article'; readonly slug: string }

/** The route table. Addresses are built in `paths.ts`; here they are understood. */
const ROUTES = [
  { id: 'library', path: '/' },
  { id: 'article', path: '/read/:slug' },
]

/** The page at a path inside the site. */
export function pageAt(path: string): PageName {
  const match = isDecodable(path) ? matchRoutes(ROUTES, path)?.at(-1) : undefined
  const slug = match?.params['slug']
  if (slug !== undefined) return { name: 'article', slug }
  return { name: match?.route.id === 'library' ? 'library' : 'not-found' }
}

/** The router complains of broken escapes; a path with such leads nowhere in any case. */
function isDecodable(path: string): boolean {
  try {
    // The result is used, because the bundler leaves out a call that is made only to see whether it throws.
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}
