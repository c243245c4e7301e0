import { describe, expect, it } from 'vitest'
import { buildLibraryIndex, openLibraryIndex } from '#core/search'
import { article } from '../format/fixtures.ts'

const lamps = {
  ...article(
    '## The keeper\n\nThe old lamp of Téhéran burns[^1].\n\n:::commentary{layer="first"}\nA lamp, burning low.\n:::\n\n[^1]: So says the ledger.\n',
  ),
}
const boats = {
  ...article('A boat without a lamp.\n\nA lamp.\n\nA lamp.\n\nA lamp.\n'),
  slug: 'boats' as typeof lamps.slug,
}

const library = openLibraryIndex(
  // As it travels: through JSON, from the build to the page.
  JSON.parse(JSON.stringify(buildLibraryIndex([lamps, boats]))) as ReturnType<
    typeof buildLibraryIndex
  >,
)

describe('the search of a library', () => {
  it('tells how many places each article has, and shows the best', async () => {
    const found = (await library).find('lamp')
    expect(Object.fromEntries(found.map(({ slug, total }) => [slug, total]))).toEqual({
      test: 2,
      boats: 4,
    })
    expect(found.every(({ best }) => best.length <= 3)).toBe(true)
  })

  it('knows whose words they are and where they stand', async () => {
    const [found] = (await library).find('burning')
    expect(found?.best[0]).toMatchObject({
      place: { voice: 'First', kind: 'commentary', section: 'The keeper', note: '' },
      excerpt: { before: 'A lamp, ', hit: 'burning' },
    })
    const [note] = (await library).find('ledger')
    expect(note?.best[0]?.place).toMatchObject({ note: '1', section: '' })
  })

  it('wants every word in one place, accents and case aside, by its beginning', async () => {
    expect((await library).find('TEHERAN lam').map(({ total }) => total)).toEqual([1])
    expect((await library).find('boat keeper')).toEqual([])
    expect((await library).find('ehran')).toEqual([])
  })

  it('takes quoted words side by side only', async () => {
    expect((await library).find('"old lamp"').map(({ total }) => total)).toEqual([1])
    expect((await library).find('"lamp old"')).toEqual([])
  })

  it('forgives a mistyped letter where it is asked to', async () => {
    const options = { match: 'beginning', forgivesTypos: true } as const
    expect((await library).find('teheran ledgar')).toEqual([])
    expect((await library).find('ledgar')).toEqual([])
    expect((await library).find('ledgar', options).map(({ total }) => total)).toEqual([1])
  })

  it('finds nothing where nothing is asked', async () => {
    for (const query of ['', ' ', '""', '…']) expect((await library).find(query)).toEqual([])
  })
})
