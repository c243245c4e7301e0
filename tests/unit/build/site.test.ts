import { describe, expect, it } from 'vitest'
import { parseSiteFile, publicAddress, resolveSite } from '../../../src/build/site.ts'

const file = { name: 'Site', description: 'Words', url: null }

describe('the site', () => {
  it.each([
    [null, {}, null, '/'],
    ['https://example.org', {}, 'https://example.org/', '/'],
    ['https://example.org/reader', {}, 'https://example.org/reader/', '/reader/'],
    [
      'https://example.org/old/',
      { SITE_URL: 'http://127.0.0.1:4174/sub/path/' },
      'http://127.0.0.1:4174/sub/path/',
      '/sub/path/',
    ],
    [null, { BASE_PATH: 'reader' }, null, '/reader/'],
    ['https://example.org/a/', { BASE_PATH: '/b/' }, 'https://example.org/b/', '/b/'],
    ['https://example.org/a/?x#y', { SITE_URL: '' }, 'https://example.org/a/', '/a/'],
  ])(
    'lives where the file (%s) and the environment (%o) say',
    (url, environment, address, base) => {
      const site = resolveSite({ ...file, url }, environment)
      expect(site).toMatchObject({ url: address, base })
      expect(publicAddress(site, 'read/one/')).toBe(`${address ?? base}read/one/`)
    },
  )

  it.each(['example.org', 'ftp://example.org/', 'javascript:alert(1)'])(
    'does not live at %s',
    (url) => {
      expect(() => resolveSite({ ...file, url }, {})).toThrow(url)
    },
  )

  it('tells which line of site.yaml is not YAML', () => {
    expect(() => parseSiteFile('name: Site\nurl: [x\n', 'site.yaml')).toThrow(
      /^site\.yaml: line \d is not YAML: /,
    )
  })

  it('tells which field of site.yaml is wrong', () => {
    expect(parseSiteFile('name: A\ndescription: B\n', 'site.yaml')).toEqual({
      name: 'A',
      description: 'B',
      url: null,
    })
    expect(() => parseSiteFile('name: A\n', 'site.yaml')).toThrow(/site\.yaml: description/)
    expect(() => parseSiteFile('name: A\ndescription: B\nlanguage: en', 'site.yaml')).toThrow(
      /site\.yaml: language/,
    )
  })
})
