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
  const fields = fieldsOf(text.slice(4, end))
  const first = (names: readonly string[]) => {
    for (const name of names) {
      const value = fields.get(name)?.find((one) => one !== '')
      if (value !== undefined) return value
    }
    return null
  }
  const authors = ['author', 'authors'].flatMap((name) => fields.get(name) ?? []).flatMap(peopleIn)
  return {
    to: end + 4,
    about: {
      title: first(['title']),
      authors: [...new Set(authors)].slice(0, 20),
      published: first(['date', 'published', 'pubdate', 'publishdate', 'created', 'created_at']),
      url: first(
        [
          'canonical_url',
          'canonicalurl',
          'canonical',
          'source',
          'original',
          'original_url',
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

/** Keys of the first level with what stands behind them or, set in, below them. */
function fieldsOf(head: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>()
  let values: string[] = []
  let isFolded = false
  for (const line of head.split('\n')) {
    const key = /^([\w-]{1,40})[ \t]*[:=](?=[ \t]|$)/.exec(line)
    if (key !== null) {
      values = []
      fields.set((key[1] ?? '').toLowerCase(), values)
      const value = line.slice(key[0].length).trim()
      isFolded = /^[>|][+-]?$/.test(value)
      if (!isFolded && value !== '') values.push(...inList(value))
    } else if (/^[ \t-]/.test(line) && line.trim() !== '' && values.length < 50) {
      const words = plain(
        line
          .trim()
          .replace(/^-[ \t]+/, '')
          .replace(/^name[ \t]*:[ \t]*/, ''),
      )
      if (isFolded && values.length > 0) values[0] = `${values[0] ?? ''} ${words}`
      else values.push(words)
    }
  }
  return fields
}

/** `[a, b]` has two, everything else one. */
function inList(value: string): readonly string[] {
  const list = /^\[(.*)\]$/.exec(value)?.[1]
  return list === undefined ? [plain(value)] : list.split(',').map((one) => plain(one.trim()))
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
