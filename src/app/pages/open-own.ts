import { trustSlug, type Article } from '#core/article'
import { readLinkHash, type Folder } from '#core/sharing'
import { slugOf, type Compiled, type ShelfFault } from '#features/shelf'
import { compileBeside, openBeside } from '../compile-beside.ts'
import { ownSearch } from '../own-path.ts'

/*
 * Which article the page of own articles is asked for, and where it comes from. An article that came
 * with a link moves out of the fragment before anybody looks at the address: places need the fragment,
 * and a reload must find it again. This tab remembers it, and no other.
 */

export type Opened =
  | {
      readonly state: 'open'
      readonly id: string
      readonly folder: Folder
      readonly article: Article
      /** Whether it came with a link and is not kept. */
      readonly isGuest: boolean
    }
  | { readonly state: 'unreadable'; readonly messages: readonly string[] }
  | { readonly state: ShelfFault }
  | {
      readonly state: 'none-asked' | 'missing' | 'link-gone' | 'link-damaged' | 'link-too-large'
    }

/** Ids of articles that came with a link begin so; those of kept ones have no hyphen. */
const GUEST = 'link-'
const STORED = 'palimpsest.guest.'

/** Where the tab's own storage is denied, an article lives as long as its page. */
const guests = new Map<string, string>()

/** Opens the article of the address, and puts the address in order. */
export async function openOwn(): Promise<Opened> {
  const { hash, search } = window.location
  const link = readLinkHash(hash)
  if (link.type === 'article') {
    if (!link.ok) return { state: link.reason === 'too-large' ? 'link-too-large' : 'link-damaged' }
    const id = GUEST + nameOf(link.text)
    remember(id, link.text)
    window.history.replaceState(null, '', window.location.pathname + ownSearch(id))
    return openGuest(id)
  }
  const id = new URLSearchParams(search).get('article') ?? ''
  if (!/^[a-z0-9-]{1,40}$/.test(id)) return { state: 'none-asked' }
  if (id.startsWith(GUEST)) return openGuest(id)
  const kept = await openBeside(id)
  if (!kept.ok) return { state: kept.reason }
  if (kept.value === null) return { state: 'missing' }
  const { markdown, source, compiled } = kept.value
  return opened(id, { markdown, source }, compiled, false)
}

async function openGuest(id: string): Promise<Opened> {
  const markdown = remembered(id)
  if (markdown === null) return { state: 'link-gone' }
  const compiled = await compileBeside({ slug: id, markdown, source: null })
  return opened(id, { markdown, source: null }, compiled, true)
}

function opened(
  id: string,
  { markdown, source }: Omit<Folder, 'slug'>,
  compiled: Compiled,
  isGuest: boolean,
): Opened {
  if (!compiled.ok) return { state: 'unreadable', messages: compiled.messages }
  const { article } = compiled
  const slug = slugOf(article.title)
  return {
    state: 'open',
    id,
    folder: { slug, markdown, source },
    // No article of this site is called so, and no other own one: places are kept under it.
    article: { ...article, slug: trustSlug(`${slug}-${id}`) },
    isGuest,
  }
}

function remember(id: string, markdown: string): void {
  guests.set(id, markdown)
  try {
    window.sessionStorage.setItem(STORED + id, markdown)
  } catch {
    // Denied or full: a reload will ask for the link again.
  }
}

function remembered(id: string): string | null {
  try {
    return guests.get(id) ?? window.sessionStorage.getItem(STORED + id)
  } catch {
    return null
  }
}

/** The same for the same text, so that one link opened twice is one article (FNV-1a, over two halves). */
function nameOf(text: string): string {
  const half = (seed: number) => {
    let hash = seed
    for (let at = 0; at < text.length; at += 1)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
    return hash.toString(36)
  }
  return half(0x811c9dc5) + half(0x9e3779b9)
}
