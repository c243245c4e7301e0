import { describe, expect, it } from 'vitest'
import { blockInlines, layerFacts, outline } from '#core/article'
import type { Article, Inline } from '#core/article'
import { parseArticle } from '#core/format'
import { byDate, byHost, chartOf, namesOf, sourcesOf, voicesOf, yearsOf } from '#core/overview'
import { article, articleFolders, readText } from '../format/fixtures.ts'

function read(folder: string): Article {
  const result = parseArticle(readText(folder, 'article.md'), { slug: 'fixture' })
  if (!result.ok) throw new Error(`${folder} does not parse.`)
  return result.article
}

const first = read('src/content/israeli-azerbaijani-alliance-and-iran-3')
const all = articleFolders.map((folder) => [folder, read(folder)] as const)

/** Every id that the page of an article has for its words. */
function placesOf(found: Article): ReadonlySet<string> {
  const ids = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('id' in value && typeof value.id === 'string') ids.add(value.id)
    Object.values(value).forEach(visit)
  }
  visit([found.sections, found.footnotes])
  return ids
}

function inlinesOf({ sections, footnotes }: Article): readonly Inline[] {
  const inside = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((inline) => [inline, ...('children' in inline ? inside(inline.children) : [])])
  return inside([
    ...sections.flatMap(({ heading, passages }) => [
      ...(heading?.children ?? []),
      ...passages.flatMap(({ title, blocks }) => [...title, ...blocks.flatMap(blockInlines)]),
    ]),
    ...footnotes.flatMap(({ blocks }) => blocks.flatMap(blockInlines)),
  ])
}

function isSorted(texts: readonly string[]): boolean {
  return texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') <= text)
}

describe('who says how much', () => {
  it.each(all)('adds up over %s, to the shares that the bar shows', (_, found) => {
    const { voices, sections, total } = voicesOf(found)
    for (const [at, voice] of voices.entries()) {
      expect(sections.reduce((sum, { words }) => sum + (words[at] ?? 0), 0)).toBe(voice.words)
      expect(voice.share).toBe(layerFacts(found).find(({ id }) => id === voice.id)?.share)
    }
    for (const section of sections)
      expect(section.words.reduce((sum, words) => sum + words, 0)).toBe(section.total)
    expect(sections.reduce((sum, section) => sum + section.total, 0)).toBe(total)
    expect(voices.reduce((sum, { words }) => sum + words, 0)).toBe(total)
    expect(sections.flatMap(({ heading }) => heading?.id ?? [])).toEqual(
      outline(found).map(({ id }) => id),
    )
  })

  it('tells two commentators apart', () => {
    const { voices } = voicesOf(article('Words.\n'))
    expect(voices.map(({ id, tone }) => [id, tone])).toEqual([
      ['original', 1],
      ['first', 1],
      ['second', 2],
      ['background', 1],
    ])
  })

  it('is drawn in as many bars as one can compare, also of a book', () => {
    const found = article(
      Array.from({ length: 95 }, (_, at) => `## S${at}\n\nOne two.\n`).join('\n'),
    )
    const rows = chartOf(voicesOf(found), 40)
    expect(rows).toHaveLength(32)
    expect(rows[0]).toMatchObject({ from: 1, to: 3, title: null, total: 6 })
    expect(rows.at(-1)).toMatchObject({ from: 94, to: 95, total: 4 })
    expect(chartOf(voicesOf(article('## One\n\nWords.\n')))[0]).toMatchObject({ title: 'One' })
  })

  it('is nothing, not nonsense, where nobody says a word', () => {
    expect(voicesOf(article('***\n'))).toMatchObject({ total: 0 })
  })
})

describe('sources', () => {
  it('of the first article have every note, in the state that its editor found', () => {
    const states = sourcesOf(first).flatMap(({ citations, states: found }) =>
      citations.flatMap(({ note }) => (note === null ? [] : [[note, found.join()]])),
    )
    expect(Object.fromEntries(states)).toEqual({
      42: 'ok',
      43: 'ok',
      44: 'ok',
      45: 'ok',
      46: 'lost',
      47: 'ok',
      48: 'ok',
      49: 'ok',
      50: 'short-form',
      51: 'ok',
      52: 'cut-off',
    })
  })

  it('of the first article have what stands in the text, mended and lost', () => {
    const inText = sourcesOf(first).filter(({ citations }) => citations[0]?.note === null)
    expect(inText.map(({ words, url, states }) => [words.slice(0, 45), url, states[0]])).toEqual([
      [
        'Are Iran and Israel Really Archenemies, or Is',
        'http://news-these-days.blogspot.com.ar/2013/05/iran-and-israel-real-archenemies.html',
        'mended',
      ],
      ['Background Information: Origin of Wahhabism a', null, 'lost'],
      ['Background Information on Richard Morningstar', null, 'lost'],
    ])
  })

  it('are dated as the citation says, and archived near that date', () => {
    const byNote = (label: string) =>
      sourcesOf(first).find(({ citations }) => citations.some(({ note }) => note === label))
    expect(byNote('42')).toMatchObject({
      date: '2009-09-22',
      archived:
        'https://web.archive.org/web/20090922/http://www.noravank.am/eng/articles/detail.php?ELEMENT_ID=3623',
    })
    expect(byNote('47')).toMatchObject({ date: '2009', host: 'usak.org.tr' })
    expect(byNote('52')?.date).toBeNull()
  })

  it.each(all)('have every footnote and every address of %s', (_, found) => {
    const sources = sourcesOf(found)
    const citing = new Set(sources.flatMap(({ citations }) => citations.map(({ place }) => place)))
    for (const { id } of found.footnotes) expect(citing).toContain(id)
    const urls = sources.map(({ url }) => url)
    for (const inline of inlinesOf(found)) {
      const isOutside =
        (inline.type === 'link' || inline.type === 'mended') && inline.url.startsWith('http')
      if (isOutside) expect(urls).toContain(inline.url)
    }
  })

  it('have one row for a work, however often it is cited', () => {
    const sources = sourcesOf(
      article(
        'See [here](https://www.a.example/x/).[^1][^2][^3][^4]\n\n[^1]: Doe, “X,” May 2, 1999, http://a.example/x.\n\n[^2]: A. Doe, The Book of Lamps.\n\n[^3]: A. Doe, *The Book of Lamps*\n\n[^4]: Ibid.\n',
      ),
    )
    expect(
      sources.map(({ words, date, citations }) => [words, date, citations.map(({ note }) => note)]),
    ).toEqual([
      ['Doe, “X,” May 2, 1999', '1999-05-02', [null, '1']],
      ['A. Doe, The Book of Lamps.', null, ['2', '3']],
      ['Ibid.', null, ['4']],
    ])
  })

  it('have a row for each work of a note that cites several', () => {
    const sources = sourcesOf(
      article(
        'Words.[^1]\n\n[^1]: Doe, One (1999), http://a.example/1; Roe, Two, http://b.example/2, p. 1066.\n',
      ),
    )
    expect(sources.map(({ words, url, date }) => [words, url, date])).toEqual([
      ['Doe, One (1999)', 'http://a.example/1', '1999'],
      ['Roe, Two, p. 1066.', 'http://b.example/2', null],
    ])
  })

  it('are as many as there are lost links, also in one block', () => {
    const sources = sourcesOf(
      article(
        'See :lost[the report]{what="link"} and :lost[the report]{what="link"}; and :lost{what="link"}.\n',
      ),
    )
    expect(sources.map(({ states, citations }) => [states, citations[0]?.remark])).toEqual([
      [['lost'], 'the report'],
      [['lost'], 'the report'],
      [['lost'], null],
    ])
  })

  it('stand in two orders, what is not known last', () => {
    const sources = sourcesOf(first)
    const hosts = byHost(sources).map(({ host }) => host)
    expect(isSorted(hosts.slice(0, -1).map((host) => host ?? ''))).toBe(true)
    expect(hosts.at(-1)).toBeNull()
    const dates = byDate(sources).map(({ date }) => date ?? '9999')
    expect(isSorted(dates)).toBe(true)
    expect(byDate(sources)).toHaveLength(sources.length)
  })
})

describe('names', () => {
  it.each(all)('hold every word of %s that a later hand set in capitals', (_, found) => {
    // Each such word alone is looked for: without the list, the index holds all and only these.
    const spans = inlinesOf(found).filter(({ type }) => type === 'capitals')
    const entries = namesOf({ ...found, names: [] })
    expect(entries.reduce((sum, { count }) => sum + count, 0)).toBe(spans.length)
    // With it, each word of them is part of a name of the list, or stands for itself.
    const wordsAt = new Map<string, Set<string>>()
    const forms = new Map(found.names.map(({ name, forms: others }) => [name, others]))
    for (const { name, mentions } of namesOf(found)) {
      for (const { place, layer } of mentions) {
        const words = wordsAt.get(`${place} ${layer}`) ?? new Set()
        wordsAt.set(`${place} ${layer}`, words)
        for (const form of [name, ...(forms.get(name) ?? [])])
          for (const word of form.split(/\s/u)) words.add(word)
      }
    }
    for (const { name, mentions } of entries) {
      for (const part of name.split('-')) {
        for (const { place, layer } of mentions) {
          const words = [...(wordsAt.get(`${place} ${layer}`) ?? [])]
          expect(words).toEqual(
            expect.arrayContaining([
              expect.toSatisfy((word: string) => part.split(' ').includes(word)),
            ]),
          )
        }
      }
    }
  })

  it('take from a name in capitals what the list leaves of it', () => {
    const entries = namesOf(
      article(
        'The AZERI-JEWISH fair, the SEA-AZERI–ISLE one, and ORIGIN OF AZERI LAMPS.\n',
        'capitals: { AZERI: Azeri, AZERI-JEWISH: Azeri-Jewish, SEA: Sea, ISLE: Isle, ORIGIN OF AZERI LAMPS: Origin of Azeri Lamps }\nnames: { Azerbaijan: { kind: place, forms: [Azeri] } }\n',
      ),
    )
    expect(entries.map(({ name, kind, count }) => [name, kind, count])).toEqual([
      ['Azerbaijan', 'place', 3],
      ['Isle', null, 1],
      ['Jewish', null, 1],
      ['Sea', null, 1],
    ])
    expect(namesOf(first).find(({ name }) => name === 'Jewish')).toMatchObject({ count: 1 })
  })

  it('are no parts of words', () => {
    const found = article(
      'Iran’s lamp.\n',
      'names: { Ira: { kind: person }, Iran: { kind: place } }\n',
    )
    expect(namesOf(found).map(({ name }) => name)).toEqual(['Iran'])
  })

  it('stand under their kind, with all their forms, as whole words', () => {
    const found = namesOf(
      article(
        'SKERRY’S lamp, the Skerrian one of North Skerry, and Skerryvore. LAMPS-SKERRY. See http://Skerry.example/.\n\n:::commentary{layer="first"}\nSkerry\nthe Less!\n:::\n',
        'capitals: { SKERRY’S: Skerry’s, SKERRY: Skerry, LAMPS: Lamps }\nnames:\n  Skerry: { kind: place, forms: [Skerrian] }\n  North Skerry: { kind: place }\n  Skerry the Less: { kind: person }\n',
      ),
    )
    expect(found.map(({ name, kind, count }) => [name, kind, count])).toEqual([
      ['Lamps', null, 1],
      ['North Skerry', 'place', 1],
      ['Skerry', 'place', 3],
      ['Skerry the Less', 'person', 1],
    ])
    expect(found[3]?.voices).toEqual([{ layer: 'first', count: 1 }])
  })

  it('are told from longer words in every script, and found where no space stands between them', () => {
    const found = namesOf(
      article(
        '灯塔在北海边。 У Скерри и в Скеррике.\n',
        'names:\n  北海: { kind: place }\n  Скерри: { kind: place }\n',
      ),
    )
    expect(found.map(({ name, count }) => [name, count])).toEqual([
      ['Скерри', 1],
      ['北海', 1],
    ])
  })

  it.each(all)('show the words around them in %s, and lead to a place there', (_, found) => {
    const places = placesOf(found)
    for (const { mentions, count, voices } of [...namesOf(found), ...yearsOf(found)]) {
      expect(voices.reduce((sum, voice) => sum + voice.count, 0)).toBe(count)
      for (const { place, before, after, words } of mentions) {
        expect(places).toContain(place)
        expect(words).not.toBe('')
        if (before.startsWith('…')) expect(before.length).toBeGreaterThan(40)
        if (after.endsWith(' …')) expect(after.length).toBeGreaterThan(40)
      }
    }
    for (const { citations } of sourcesOf(found)) {
      for (const { place, markers } of citations)
        for (const id of [place, ...markers]) expect(places).toContain(id)
    }
  })
})

describe('years', () => {
  const years = (text: string) => yearsOf(article(text)).map(({ name, count }) => [name, count])

  it('are four digits from 1000 to 2099, in any script', () => {
    expect(
      years('In 1998, (2009) and 1941–1945; the 1990s; ١٩٧٩ too, 0999 and 2100 not.\n'),
    ).toEqual([
      ['1941', 1],
      ['1945', 1],
      ['1979', 1],
      ['1990s', 1],
      ['1998', 1],
      ['2009', 1],
    ])
  })

  it('are not amounts, pages, numbers, parts of numbers or of addresses', () => {
    expect(
      years(
        'It cost $1500, 1,2000 and 1200 km; pp. 1138-1156, p. 1066, No. 2001, x1999; 2.1998; see http://a.example/2012/03 and [b.example/1999](http://b.example/1999).\n',
      ),
    ).toEqual([])
  })

  it.each([
    ['the U.S. 2008 election', '2008'],
    ['in the U.S. 2010', '2010'],
    ['modern art 1950', '1950'],
    ['The answer was no. 2009 changed', '2009'],
    ['Did it last? No. 2009 changed', '2009'],
    ['خاص 1990', '1990'],
    ['في النص 2009', '2009'],
    ['the club P.S.V. 1988', '1988'],
    ['his step 1990', '1990'],
  ])('are not taken for pages or numbers after the end of another word: %s', (words, year) => {
    expect(years(`${words}\n`)).toEqual([[year, 1]])
    expect(sourcesOf(article(`Words.[^1]\n\n[^1]: ${words}\n`))[0]?.date).toBe(year)
  })

  it.each([
    'Zeitschrift, S. 1138–1156',
    'ص 1990',
    '№ 1990',
    'under art. 1950',
    'Pages 1990 and vol. 3, no. 2001',
    'see (no. 2001)',
    'Nos. 2001-2009',
    'U.N. Doc. No. 1973',
    'No. 2001',
  ])('are not numbers of something: %s', (words) => {
    expect(years(`${words}\n`)).toEqual([])
  })

  it('are found in dates, however they are written', () => {
    expect(years('24.12.1998, 24/12/1998, 1998-12-24, May 2, 1998, Israel’s 1998 s.\n')).toEqual([
      ['1998', 5],
    ])
  })
})
