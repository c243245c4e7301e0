import type { AboutMaterial } from '../../model.ts'

interface FrontMatter {
  /** Exclusive, behind the closing fence. */
  readonly to: number
  readonly about: AboutMaterial
}

const LONGEST = 100_000

/** The head of a post of a site generator: YAML between `---`, or TOML between `+++`. */
export function readFrontMatter(text: string): FrontMatter | null {
  const sign = text.startsWith('---\n') ? '---' : text.startsWith('+++\n') ? '+++' : null
  if (sign === null) return null
  const end = endOf(text.slice(0, LONGEST), sign)
  if (end === null) return null
  const fields = fieldsOf(text.slice(4, end), sign === '+++')
  const first = (names: readonly string[]) => {
    for (const name of names) {
      const value = fields.get(name)?.find((one) => one !== '')
      if (value !== undefined) return value
    }
    return null
  }
  const people = (...names: readonly string[]) => [
    ...new Set(names.flatMap((name) => fields.get(name) ?? []).flatMap(peopleIn)),
  ]
  const translators = people('translator', 'translators', 'translated_by', 'translated-by')
  return {
    to: end + 4,
    about: {
      title: first(['title']),
      authors: people('author', 'authors').slice(0, 20),
      ...(translators.length === 0 ? {} : { translators: translators.slice(0, 20) }),
      published: first(['date', 'published', 'pubdate', 'publishdate', 'created', 'created_at']),
      url: first(
        [
          'canonical_url',
          'canonicalurl',
          'canonical',
          'source',
          'original',
          'original_url',
          'original_link',
          'source_url',
          'link',
          'url',
          'permalink',
          'via',
        ].filter((name) => isAddress(fields.get(name)?.[0])),
      ),
      lang: first(['lang', 'language', 'locale']),
    },
  }
}

function isAddress(value: string | undefined): boolean {
  return value !== undefined && /^https?:\/\//i.test(value)
}

function endOf(text: string, sign: string): number | null {
  for (let at = text.indexOf(`\n${sign}`, 3); at >= 0; at = text.indexOf(`\n${sign}`, at + 1)) {
    const after = text.slice(at + 4, at + 40)
    if (/^[ \t]*(?:\n|$)/.test(after)) return at
  }
  return null
}

const KEY = /^([\w-]{1,40})[ \t]*[:=](?=[ \t]|$)/
const TABLE = /^\[{1,2}[ \t]*([\w.-]{1,80})[ \t]*\]{1,2}$/
/** Where generators keep what is a site's own; what is said there is said of the post. */
const OWN: ReadonlySet<string> = new Set(['params', 'extra', 'data'])
const MOST_VALUES = 50

/**
 * Keys of the first level, and of the tables for a site's own, with what stands behind them or, set in, below them.
 * Of what has fields itself only its name counts: `author: { name, url }`.
 */
function fieldsOf(head: string, isToml: boolean): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>()
  let values: string[] = []
  /** The key or the table that what is set in belongs to; empty at the top. */
  let around = ''
  let isFolded = false
  let list: string | null = null
  /** How far the fields of what has fields itself are set in; null until one is read. */
  let column: number | null = null
  const begin = (key: string, value: string) => {
    values = []
    if (!fields.has(key)) fields.set(key, values)
    isFolded = /^[>|][+-]?$/.test(value)
    if (value.startsWith('[') && !value.includes(']')) list = value
    else if (!isFolded && value !== '') values.push(...inList(value))
  }
  const within = (name: string, value: string) => {
    if (OWN.has(around)) begin(name, value)
    else if (name === 'name') {
      values = fields.get(around) ?? []
      fields.set(around, values)
      if (values.length < MOST_VALUES) values.push(plain(value))
    } else values = []
  }
  for (const line of head.split('\n')) {
    const words = line.trim()
    if (words === '' || (words.startsWith('#') && !isFolded)) continue
    if (list !== null && /^\S/.test(line) && KEY.test(line)) {
      // The bracket is a word: the next field begins before it is closed.
      values.push(plain(list))
      list = null
    }
    if (list !== null) {
      list = list.length < 10_000 ? `${list} ${words}` : list
      if (!words.includes(']')) continue
      values.push(...inList(list))
      list = null
      continue
    }
    const table = isToml ? TABLE.exec(words)?.[1] : undefined
    if (table !== undefined) {
      around = table.toLowerCase().replace(/^(?:params|extra)\./, '')
      continue
    }
    const isSetIn = /^[ \t-]/.test(line)
    const inner = words.replace(/^-[ \t]+/, '')
    const key = isFolded && isSetIn ? null : KEY.exec(inner)
    const name = (key?.[1] ?? '').toLowerCase()
    const value = key === null ? '' : inner.slice(key[0].length).trim()
    if (key !== null && isToml) {
      if (around === '') begin(name, value)
      else within(name, value)
    } else if (key !== null && !isSetIn) {
      around = name
      column = null
      begin(name, value)
    } else if (key !== null) {
      const at = line.length - line.trimStart().length + words.length - inner.length
      column = Math.min(column ?? at, at)
      if (at === column) within(name, value)
      else values = []
    }
    if (key !== null) continue
    if (isFolded && values.length > 0) values[0] = `${values[0] ?? ''} ${words}`
    else if (isSetIn && values.length < MOST_VALUES) values.push(plain(inner))
  }
  if (list !== null) values.push(plain(list))
  return fields
}

/** `[a, b]` has two, everything else one. */
function inList(value: string): readonly string[] {
  const list = /^\[(.*)\]$/.exec(value)?.[1]
  return list === undefined
    ? [plain(value)]
    : list
        .split(',')
        .map((one) => plain(one.trim()))
        .filter((one) => one !== '')
}

function plain(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value)
  return (quoted?.[2] ?? value).trim()
}

/** `A, B and C` without what stands in brackets; one name stays one. */
function peopleIn(value: string): readonly string[] {
  return value
    .replace(/\([^()]{0,200}\)/g, '')
    .split(/,|;|&|\band\b/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 100)
}
