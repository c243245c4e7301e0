import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  filesToKeep,
  goOnWith,
  isRequest,
  isStock,
  pageAt,
  parseKeptKeys,
  SHELL,
  WHOLE,
  type KeptKeys,
} from '#core/offline'
import { digest, releaseOf } from '../../../src/build/service-worker.ts'

const file = (path: string, part: string, content = path) => ({
  path,
  part,
  content: Buffer.from(content),
})
const files = [
  file('assets/words-1.js', WHOLE),
  file('read/one/', 'read/one/'),
  file('assets/one-1.js', 'read/one/'),
  file('read/two/', 'read/two/'),
  file('read/two/overview/', 'read/two/'),
  file('', SHELL),
  file('assets/page-1.js', SHELL),
]
const release = releaseOf('a', files)
const paths = (some: readonly { readonly path: string }[]) => some.map(({ path }) => path)

describe('a release', () => {
  it('fetches first what every page needs, and last what few do', () => {
    expect(paths(release.files)).toEqual([
      '',
      'assets/page-1.js',
      'assets/one-1.js',
      'read/one/',
      'read/two/',
      'read/two/overview/',
      'assets/words-1.js',
    ])
  })

  it('tells the versions of a file by its name or else by its content', () => {
    const revisionOf = (path: string, of = release) =>
      of.files.find((one) => one.path === path)?.revision
    expect(revisionOf('assets/page-1.js')).toBeNull()
    expect(revisionOf('read/one/')).toBe(digest('read/one/'))
    const changed = releaseOf('b', [file('read/one/', 'read/one/', 'Another word.')])
    expect(revisionOf('read/one/', changed)).not.toBe(revisionOf('read/one/'))
  })

  it('is kept whole, or by those who save data as far as they read', () => {
    const pages = ['read/two/overview/']
    expect(filesToKeep(release, { savesData: false, pages })).toEqual(release.files)
    expect(paths(filesToKeep(release, { savesData: true, pages }))).toEqual([
      '',
      'assets/page-1.js',
      'read/two/',
      'read/two/overview/',
    ])
    // The library belongs to everybody.
    expect(paths(filesToKeep(release, { savesData: true, pages: [''] }))).toEqual([
      '',
      'assets/page-1.js',
    ])
  })
})

describe('a page', () => {
  it.each([
    ['', ''],
    ['index.html', ''],
    ['read/one', 'read/one/'],
    ['read/one/', 'read/one/'],
    ['read/one/index.html', 'read/one/'],
    ['404.html', '404.html'],
    ['read/myindex.html', 'read/myindex.html'],
  ])('asked for as “%s” is “%s”', (asked, page) => {
    expect(pageAt(asked)).toBe(page)
    expect(pageAt(pageAt(asked))).toBe(page)
  })
})

describe('what a cache keeps', () => {
  const keys = (id: string, ...current: string[]) => ({ id, current })

  it('is the release that is read and the one before it', () => {
    const a = goOnWith(keys('a', '1', '2'), null)
    expect(a).toEqual({ id: 'a', current: ['1', '2'], previous: [] })
    const b = goOnWith(keys('b', '2', '3'), a)
    expect(b).toEqual({ id: 'b', current: ['2', '3'], previous: ['1', '2'] })
    const c = goOnWith(keys('c', '4'), b)
    expect(c).toEqual({ id: 'c', current: ['4'], previous: ['2', '3'] })
  })

  it('is also what arrived in between and was passed over', () => {
    const a = goOnWith(keys('a', '1', '2'), null)
    const c = goOnWith(keys('c', '4'), a, [keys('b', '2', '3'), keys('c', '4')])
    expect(c).toEqual({ id: 'c', current: ['4'], previous: ['1', '2', '3'] })
    expect(goOnWith(keys('d', '5'), c, [keys('d', '5')]).previous).toEqual(['4'])
  })

  it('loses nothing when the same release takes over again', () => {
    const b = goOnWith(keys('b', '2'), goOnWith(keys('a', '1'), null))
    expect(goOnWith(keys('b', '2'), b)).toEqual(b)
  })

  it('is read again as it was written, and nothing else is taken for it', () => {
    const kept: KeptKeys = { id: 'a', current: ['1'], previous: [] }
    expect(parseKeptKeys(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseKeptKeys(value)).toBeNull()
      }),
    )
    expect(parseKeptKeys({ ...kept, previous: [1] })).toBeNull()
  })
})

describe('a message', () => {
  it('is understood only if it is one of ours', () => {
    expect(isRequest({ type: 'take-over' })).toBe(true)
    expect(isStock({ articles: 1, allArticles: 2, bytes: 3 })).toBe(true)
    expect(isStock({ articles: 1, allArticles: 2, bytes: null })).toBe(false)
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(isRequest(value)).toBe(false)
        expect(isStock(value)).toBe(false)
      }),
    )
  })
})
