import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildSearchIndex,
  excerptOf,
  finish,
  foldForSearch,
  leastContext,
  search,
  searchEntries,
  type Hit,
  type SearchOptions,
} from '#core/search'
import { article } from '../format/fixtures.ts'

const indexOf = (text: string) => finish(buildSearchIndex(searchEntries(article(text))))

function all(index: ReturnType<typeof indexOf>, query: string, options?: SearchOptions) {
  const hits = search(index, query, options)
  return Array.from({ length: hits.total }, (_, number) => {
    const hit = hits.at(number)
    if (hit === null) throw new Error(`There is no hit ${number}.`)
    return hit
  })
}
const words = ({ text, start, end }: Hit) => text.slice(start, end)
const found = (text: string, query: string, options?: SearchOptions) =>
  all(indexOf(text), query, options).map(words)

const whole = { match: 'whole', forgivesTypos: false } as const
const beginning = { match: 'beginning', forgivesTypos: false } as const
const forgiving = { match: 'anywhere', forgivesTypos: true } as const

describe('what differs only in how it is written', () => {
  it.each([
    ['Israel’s and Israel’S', "israel's", ['Israel’s', 'Israel’S']],
    ['the cafés of Téhéran', 'cafe', ['café']],
    ['Yıldız and yildiz', 'yildiz', ['Yıldız', 'yildiz']],
    ['İstanbul', 'istanbul', ['İstanbul']],
    ['a line\\\nbreak', '"line break"', ['line\nbreak']],
    ['the “Caspian” Sea', '"caspian', ['Caspian']],
    ['Straße', 'strasse', ['Straße']],
    ['ещё ёлка', 'елка', ['ёлка']],
  ])('%s is found by %s', (text, query, expected) => {
    expect(found(`${text}\n`, query)).toEqual(expected)
  })

  it('a ligature is held whole by a hit that would cut it', () => {
    expect(found('the ﬁrst\n', 'irst')).toEqual(['ﬁrst'])
  })
})

describe('a query', () => {
  const text = 'The Caspian Sea.\n\nA sea that is not Caspian.\n\nOnly the sea.\n'

  it('finds blocks with all its words, and words that stand as typed as one', () => {
    expect(found(text, 'caspian sea')).toEqual(['Caspian Sea', 'sea', 'Caspian'])
  })

  it('finds what stands between quotation marks side by side only', () => {
    expect(found(text, '"caspian sea"')).toEqual(['Caspian Sea'])
    expect(found(text, '“Sea that” caspian')).toEqual(['sea that', 'Caspian'])
  })

  it('never joins words across two blocks', () => {
    expect(found('One ends\n\nhere it goes on\n', '"ends here"')).toEqual([])
  })

  it('takes parts of words, beginnings, or whole words, as chosen', () => {
    const irans = 'Iran, Iranian, Tiran.\n'
    expect(all(indexOf(irans), 'iran').map(({ start }) => start)).toEqual([0, 6, 16])
    expect(all(indexOf(irans), 'iran', beginning).map(({ start }) => start)).toEqual([0, 6])
    expect(all(indexOf(irans), 'iran', whole).map(({ start }) => start)).toEqual([0])
  })

  it('without a word finds nothing', () => {
    for (const nothing of ['', '  ', '""', '“ ”']) expect(found(text, nothing)).toEqual([])
  })
})

describe('forgiving a mistyped letter', () => {
  const text = 'Azerbaijan and Azerbaijani, Tehran, Iran.\n'

  it.each([
    ['azerbijan', ['Azerbaijan', 'Azerbaijani']],
    ['azerbaijna', ['Azerbaijan', 'Azerbaijani']],
    ['azzerbaijan', ['Azerbaijan', 'Azerbaijani']],
    ['tehren', ['Tehran']],
    ['irna', ['Iran']],
    ['irn', []],
    ['zimbabwe', []],
  ])('%s', (query, expected) => {
    expect(found(text, query, forgiving)).toEqual(expected)
  })

  it('takes what is between quotation marks to the letter', () => {
    expect(found(text, '"tehren"', forgiving)).toEqual([])
  })

  it('loses nothing that is found without', () => {
    expect(found(text, 'azerbaijan', forgiving)).toHaveLength(2)
  })
})

describe('the layers', () => {
  const index = indexOf(
    'A lamp:insertion[ bright]{layer="second"} in the ledger[^1] house.\n\n' +
      ':::commentary[On the lamp]{layer="first"}\nA lamp, he says.\n:::\n\n[^1]: A lamp in a note.\n',
  )

  it('are counted apart, the notes as one group', () => {
    const { counts, total } = search(index, 'lamp')
    expect(Object.fromEntries(counts)).toEqual({ original: 1, first: 2, footnotes: 1 })
    expect(total).toBe(4)
  })

  it('can be left out, and the rest keeps its order', () => {
    const hits = search(index, 'lamp').among(new Set(['original', 'footnotes']))
    expect([hits.at(0)?.group, hits.at(1)?.group, hits.at(2)]).toEqual([
      'original',
      'footnotes',
      null,
    ])
  })

  it('stand alone: neither an insertion nor a marker parts the words around it', () => {
    expect(all(index, '"lamp in the ledger house"').map(({ layer }) => layer)).toEqual(['original'])
    expect(all(index, 'bright').map(({ layer }) => layer)).toEqual(['second'])
    expect(all(index, '"lamp bright"')).toEqual([])
  })

  it('have the titles of what was inserted', () => {
    expect(all(index, '"on the lamp"').map(({ layer }) => layer)).toEqual(['first'])
  })
})

describe('an excerpt', () => {
  const long = 'word '.repeat(30).trim()
  const index = indexOf(
    `Short.\n\n${long} *need*le ${long}\n\n:::commentary{layer="first"}\nNot his needle.\n:::\n\n${'x'.repeat(300)} needle\n`,
  )

  it('shows at least forty characters on each side, also across emphasis and blocks, but no other layer', () => {
    const own = all(index, 'needle').filter(({ layer }) => layer === 'original')
    expect(own).toHaveLength(2)
    for (const hit of own) {
      const { before, hit: middle, after } = excerptOf(index, hit)
      expect(middle).toBe('needle')
      expect(before.length).toBeGreaterThanOrEqual(leastContext)
      expect(before + after).not.toContain('Not his')
    }
    const [first, last] = own.map((hit) => excerptOf(index, hit))
    expect(first?.after.length).toBeGreaterThanOrEqual(leastContext)
    expect(last?.after).toBe('')
  })

  it('goes on into the neighbouring block of its layer, and says so', () => {
    const [short] = all(index, 'short')
    if (short === undefined) throw new Error('Nothing found.')
    expect(excerptOf(index, short)).toMatchObject({ before: '', hit: 'Short' })
    expect(excerptOf(index, short).after).toMatch(/^\. ¶ word word/)
  })
})

const texts = fc.array(
  fc
    .array(
      fc.constantFrom(
        'ab',
        'a',
        'ß',
        'ﬁ',
        'É',
        '’',
        '—',
        ' ',
        '\n',
        '“',
        'ı',
        '😀',
        '\u00AD',
        'e\u0301',
      ),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
  { minLength: 1, maxLength: 6 },
)

it('whatever the text and the query, a hit holds what was asked for and stays in its block', () => {
  fc.assert(
    fc.property(
      texts,
      fc.string({
        unit: fc.constantFrom('a', 'b', 's', 'f', 'e', 'i', '-', "'"),
        minLength: 1,
        maxLength: 3,
      }),
      (blocks, query) => {
        const entries = blocks.map((text, number) => ({
          block: searchEntries(article('A.\n'))[0]!.block,
          layer: 'original',
          group: String(number),
          under: null,
          text,
        }))
        const index = finish(buildSearchIndex(entries))
        for (const hit of all(index, query)) {
          expect(hit.start).toBeLessThan(hit.end)
          expect(hit.end).toBeLessThanOrEqual(hit.text.length)
          expect(foldForSearch(words(hit)).text).toContain(foldForSearch(query).text)
        }
      },
    ),
    { numRuns: 300 },
  )
})
