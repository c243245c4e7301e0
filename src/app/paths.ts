import { site } from 'virtual:site'
import { own } from './own-article.ts'

/** Every address inside the site is built here. Paths begin at the site's base. */
export const libraryPath = '/'
export const articlePath = (slug: string) => `/read/${slug}/`
/** A document of its own, which needs no script: it is never opened without loading. */
export const overviewPath = (slug: string) => own.overview ?? `${articlePath(slug)}overview/`

/** A path of the app as it stands in an address: with the base, under which the site may live. */
export function hrefOf(path: string): string {
  return `${site.base.replace(/\/$/, '')}${path}`
}

/** The inverse of `hrefOf`: the path inside the site, however many slashes the link had. */
export function pathIn(pathname: string): string {
  const base = site.base.replace(/\/$/, '')
  const inside = `${pathname}/`.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname
  const path = `/${inside}`.replaceAll(/\/{2,}/g, '/').replace(/index\.html$/, '')
  return path
}
