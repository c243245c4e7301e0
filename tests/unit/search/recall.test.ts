import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article'
import { parseArticle } from '#core/format'
import { buildSearchIndex, finish, foldForSearch, search, searchEntries } from '#core/search'

/** The benchmark's way of making a book, which no project of types knows. */
const { repeatArticle } = (await import(pathToFileURL(resolve('bench/generate.mjs')).href)) as {
  repeatArticle: (of: { article: string; source: string; times: number }) => { article: string }
}

const folder = 'src/content/israeli-azerbaijani-alliance-and-iran-3'
const first = readFileSync(join(folder, 'article.md'), 'utf8')
const source = readFileSync(join(folder, 'source.txt'), 'utf8')

/** Thirty things somebody may look for: names, parts of words, phrases, signs, other spellings, nothing there. */
const queries = [
  'Iran',
  'israel',
  'AZERBAIJAN',
  'Azerbaıjan',
  'Caspian',
  'the',
  'e',
  'oil',
  'Baku’s',
  "Baku's",
  '"nuclear program"',
  '“Caspian Sea”',
  '"of the',
  '"Azerbaijan and Iran"',
  '"in  the"',
  'Tehran',
  'Téhéran',
  'Turkey',
  'NATO',
  '2012',
  '201',
  'http',
  '-',
  ',',
  'ing',
  'wahhabism',
  'comment',
  'ibid',
  '"United States"',
  'zeppelin',
]

/** Written apart from the search: every block looked through letter by letter, nothing kept between two looks. */
function bruteForce(article: Article, query: string): ReadonlyMap<string, number> {
  const alike = (text: string) =>
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll('ı', 'i')
      .replaceAll(/[‘’‛ʼ`´]/g, "'")
      .replaceAll(/[“”„«»]/g, '"')
      .replaceAll(/[‐-―−]|-+/g, '-')
      .replaceAll(/-+/g, '-')
      .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replaceAll(/\s+/g, ' ')
  const wanted = alike(query).replaceAll('"', '').trim()
  const counts = new Map<string, number>()
  for (const { group, text } of searchEntries(article)) {
    const words = alike(text)
    for (let at = 0; at < words.length;) {
      if (words.startsWith(wanted, at)) {
        counts.set(group, (counts.get(group) ?? 0) + 1)
        at += wanted.length
      } else at += 1
    }
  }
  return counts
}

for (const [name, times] of [
  ['the first article', 1],
  ['a book a hundred times as long', 100],
] as const) {
  describe(name, () => {
    const text = times === 1 ? first : repeatArticle({ article: first, source, times }).article
    const parsed = parseArticle(text, { slug: 'book' })
    if (!parsed.ok) throw new Error('The article cannot be read.')
    const index = finish(buildSearchIndex(searchEntries(parsed.article)))

    it('has every hit that a look through every letter has, in each layer', () => {
      for (const query of queries) {
        const hits = search(index, query)
        const expected = bruteForce(parsed.article, query)
        expect(Object.fromEntries(hits.counts), query).toEqual(Object.fromEntries(expected))
        expect(hits.total, query).toBe([...expected.values()].reduce((a, b) => a + b, 0))
      }
    })

    it('holds exactly the words that were asked for', () => {
      for (const query of queries) {
        const wanted = foldForSearch(query).text.replaceAll('"', '').trim()
        const hits = search(index, query)
        for (let number = 0; number < hits.total; number += 1) {
          const hit = hits.at(number)
          if (hit === null) throw new Error(`Hit ${number} of “${query}” is missing.`)
          const slice = hit.text.slice(hit.start, hit.end)
          if (foldForSearch(slice).text.trim() !== wanted) expect(slice, query).toBe(wanted)
        }
      }
    })
  })
}
