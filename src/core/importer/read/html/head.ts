import type { AboutMaterial } from '../../model.ts'

/** What a page says of itself in its head, collected while it is read. */
export interface Head {
  readonly onMeta: (attributes: ReadonlyMap<string, string>) => void
  readonly onLink: (attributes: ReadonlyMap<string, string>) => void
  readonly onTitle: (title: string) => void
  /** @param json the content of `<script type="application/ld+json">` */
  readonly onLinkedData: (json: string) => void
  readonly onSavedFrom: (url: string) => void
  readonly onLang: (lang: string) => void
  readonly about: () => AboutMaterial
}

/** Where several names say the same, the first in these lists is believed. */
const TITLES = [
  'linked-data',
  'og:title',
  'citation_title',
  'dc.title',
  'dcterms.title',
  'twitter:title',
  'title',
]
const AUTHORS = [
  'linked-data',
  'author',
  'article:author',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'og:article:author',
  'byl',
  'parsely-author',
  'sailthru.author',
]
const DATES = [
  'linked-data',
  'article:published_time',
  'og:article:published_time',
  'citation_publication_date',
  'citation_date',
  'dc.date',
  'dcterms.created',
  'dcterms.date',
  'date',
  'pubdate',
  'publishdate',
  'parsely-pub-date',
  'sailthru.date',
]
const ADDRESSES = ['canonical', 'og:url', 'saved-from', 'linked-data']
const LANGUAGES = ['html', 'content-language', 'linked-data', 'og:locale']

const LONGEST = 1000

export function readHead(): Head {
  const found = new Map<string, string[]>()
  const note = (kind: string, name: string, value: string | undefined) => {
    const plain = (value ?? '').replace(/\s+/g, ' ').trim()
    if (plain === '' || plain.length > LONGEST) return
    const key = `${kind} ${name}`
    const all = found.get(key) ?? []
    if (all.length < 20 && !all.includes(plain)) all.push(plain)
    found.set(key, all)
  }
  const first = (kind: string, names: readonly string[]) => {
    for (const name of names) {
      const values = found.get(`${kind} ${name}`)
      if (values !== undefined) return values
    }
    return []
  }

  const onMeta = (attributes: ReadonlyMap<string, string>) => {
    const name = (
      attributes.get('property') ??
      attributes.get('name') ??
      attributes.get('itemprop') ??
      attributes.get('http-equiv') ??
      ''
    )
      .trim()
      .toLowerCase()
    const content = attributes.get('content')
    if (name === 'og:site_name') note('site', name, content)
    if (TITLES.includes(name)) note('title', name, content)
    if (AUTHORS.includes(name) && !/^https?:/.test(content ?? '')) note('author', name, content)
    if (DATES.includes(name)) note('date', name, content)
    if (ADDRESSES.includes(name)) note('url', name, content)
    if (LANGUAGES.includes(name)) note('lang', name, content)
  }

  const onLinkedData = (json: string) => {
    for (const item of articlesOf(parse(json))) {
      note('title', 'linked-data', stringOf(item['headline']) ?? stringOf(item['name']))
      for (const author of namesOf(item['author'])) note('author', 'linked-data', author)
      note('date', 'linked-data', stringOf(item['datePublished']))
      note(
        'url',
        'linked-data',
        stringOf(item['url']) ??
          stringOf(item['mainEntityOfPage']) ??
          idOf(item['mainEntityOfPage']),
      )
      note('lang', 'linked-data', stringOf(item['inLanguage']))
    }
  }

  return {
    onMeta,
    onLinkedData,
    onTitle: (title) => note('title', 'title', title),
    onLink: (attributes) => {
      const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
      if (rel.includes('canonical')) note('url', 'canonical', attributes.get('href'))
    },
    onSavedFrom: (url) => note('url', 'saved-from', url),
    onLang: (lang) => note('lang', 'html', lang),
    about: () => ({
      title: withoutSite(first('title', TITLES)[0] ?? null, first('site', ['og:site_name'])[0]),
      ...siteOf(first('site', ['og:site_name'])[0]),
      authors: first('author', AUTHORS),
      published: first('date', DATES)[0] ?? null,
      url: first('url', ADDRESSES).find((url) => /^https?:\/\//i.test(url)) ?? null,
      lang: first('lang', LANGUAGES)[0]?.replace('_', '-') ?? null,
    }),
  }
}

const siteOf = (site: string | undefined): Pick<AboutMaterial, 'site'> =>
  site === undefined ? {} : { site }

/** "River tolls | North Watch": what the page calls its site is no part of what it calls itself. */
function withoutSite(title: string | null, site: string | undefined): string | null {
  if (title === null || site === undefined || title.length <= site.length) return title
  const [low, name] = [title.toLowerCase(), site.toLowerCase()]
  const rest = low.endsWith(name)
    ? title.slice(0, -site.length).replace(/\s?[-–—|·»/:_｜]\s?$/u, '')
    : low.startsWith(name)
      ? title.slice(site.length).replace(/^\s?[-–—|·«/:_｜]\s?/u, '')
      : title
  // Without a sign between them the name may be a word of the title.
  const isParted = rest.length + site.length < title.length
  return isParted && rest.trim() !== '' ? rest.trim() : title
}

type Fields = Readonly<Record<string, unknown>>

function parse(json: string): unknown {
  // Deep nesting would exhaust the stack of those who walk it; nobody describes an article so long.
  if (json.length > 500_000) return null
  try {
    const value: unknown = JSON.parse(json)
    return value
  } catch {
    return null
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 100) : [value]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const ARTICLE =
  /(?:Article|BlogPosting|NewsArticle|Report|Review|SocialMediaPosting|DiscussionForumPosting|LiveBlogPosting|Book|Chapter|CreativeWork)$/

/** Objects of schema.org that describe a text: at the top, in a list or in a `@graph`. */
function articlesOf(data: unknown): readonly Fields[] {
  const top = listOf(data).filter(isFields)
  const graphs = top.flatMap((item) =>
    Array.isArray(item['@graph']) ? listOf(item['@graph']) : [],
  )
  return [...top, ...graphs.filter(isFields)].filter((item) => {
    return listOf(item['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type))
  })
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function idOf(value: unknown): string | undefined {
  return isFields(value) ? stringOf(value['@id']) : undefined
}

function namesOf(value: unknown): readonly string[] {
  return listOf(value)
    .slice(0, 20)
    .map((one) => (isFields(one) ? stringOf(one['name']) : stringOf(one)))
    .filter((name) => name !== undefined)
}
