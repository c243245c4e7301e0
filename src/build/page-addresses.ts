import type { ContentFolder } from './content-folder.ts'
import { ContentError } from './content-folder.ts'
import { NOT_FOUND } from '#core/offline'
import type { PageAddress, PageRequest } from './page-template.ts'
import type { BuildSettings } from './site.ts'
import { SOCIAL_IMAGE } from './social-image.ts'

/*
 * Where each page of the site stands, and which page an address asks for; and what robots are told of it.
 */

/** Seen from the base; of a page that stands in a folder, the folder. */
export function pathOf(request: PageRequest): string {
  switch (request.type) {
    case 'article':
      return articlePath(request.article.slug)
    case 'overview':
      return overviewPath(request.article.slug)
    case 'library':
      return ''
    case 'import':
      return IMPORT_PATH
    case 'own':
      return OWN_PATH
    case 'not-found':
      return NOT_FOUND
  }
}

/** The folder of an article, with all its pages. */
export function articlePath(slug: string): string {
  return `read/${slug}/`
}

const IMPORT_PATH = 'import/'
const OWN_PATH = 'own/'

function overviewPath(slug: string): string {
  return `${articlePath(slug)}overview/`
}

/** Where the image of a shared link stands. */
export function imagePath(slug: string): string {
  return `${articlePath(slug)}social.png`
}

/** What a page says of itself to whoever passes it on. */
export function addressOf(request: PageRequest): PageAddress {
  switch (request.type) {
    case 'article': {
      const { slug, title, authors } = request.article
      return {
        path: articlePath(slug),
        kind: 'article',
        authors,
        image: { path: imagePath(slug), alt: title, ...SOCIAL_IMAGE },
      }
    }
    case 'overview': {
      const { slug, title, authors } = request.article
      return {
        path: overviewPath(slug),
        kind: 'article',
        authors,
        image: { path: imagePath(slug), alt: title, ...SOCIAL_IMAGE },
      }
    }
    case 'library':
      return { path: '', kind: 'website', authors: [], image: null }
    case 'import':
      return { path: IMPORT_PATH, kind: 'website', authors: [], image: null }
    // Nobody else can read what stands there.
    case 'own':
    case 'not-found':
      return { path: null, kind: 'website', authors: [], image: null }
  }
}

/** What robots may read: everything. */
export function robots({ site }: BuildSettings): string {
  const lines = [
    'User-agent: *',
    'Allow: /',
    ...(site.url === null ? [] : [`Sitemap: ${site.url}sitemap.xml`]),
  ]
  return `${lines.join('\n')}\n`
}

/** @param addresses whole ones */
export function sitemap(addresses: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `  <url><loc>${address.replaceAll('&', '&amp;')}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n')
}

/** The inverse of `pathOf`. The address is seen from the base: Vite has taken that off. */
export async function requestFor(
  address: string,
  { site }: BuildSettings,
  content: ContentFolder,
): Promise<PageRequest> {
  const path = address.replace(/[?#].*$/, '')
  const [, slug, overview] = /^\/read\/([^/]+)(\/overview)?\/?$/.exec(path) ?? []
  if (slug !== undefined && (await content.slugs()).includes(slug)) {
    const compiled = await content.compile(slug)
    if (!compiled.ok) throw new ContentError(compiled.messages)
    return {
      type: overview === undefined ? 'article' : 'overview',
      site,
      article: compiled.article,
    }
  }
  if (/^\/import\/?$/.test(path)) return { type: 'import', site }
  if (/^\/own\/?$/.test(path)) return { type: 'own', site }
  return { type: path === '/' ? 'library' : 'not-found', site, articles: await content.readable() }
}
