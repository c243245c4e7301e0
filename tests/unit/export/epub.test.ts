// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { epubFiles, writeEpub } from '#core/export'
import { articles, editionOf, originalOf } from '../../support/export.ts'

const made = new Date('2026-01-02T03:04:06Z')
describe.each(articles)('%s as a book', (_, article) => {
  const edition = editionOf(article)
  const bytes = writeEpub(edition, made)
  const files = unzipSync(bytes)

  it('says first, and unpacked, what it is', () => {
    const head = Buffer.from(bytes.subarray(0, 80)).toString('latin1')
    expect(head.slice(0, 4)).toBe('PK\u0003\u0004')
    expect(bytes[8]).toBe(0)
    expect(head.slice(30, 58)).toBe('mimetypeapplication/epub+zip')
  })

  it('gives the same bytes for the same article', () => {
    expect(writeEpub(edition, made)).toEqual(bytes)
  })

  it('opens each note from its markers, and leads back to every one of them', () => {
    const pages = Object.entries(files)
      .filter(([name]) => name.endsWith('.xhtml'))
      .map(([name, content]) => {
        const page = new DOMParser().parseFromString(strFromU8(content), 'application/xhtml+xml')
        return [name.replace('book/', ''), page] as const
      })
    const byName = new Map(pages)
    const target = (href: string, from: string) => {
      const [file = '', id = ''] = href.split('#')
      return byName.get(file === '' ? from : file)?.getElementById(id) ?? null
    }
    let markers = 0
    for (const [name, page] of pages) {
      expect(page.querySelector('parsererror')).toBeNull()
      for (const marker of page.querySelectorAll('a[role="doc-noteref"]')) {
        markers += 1
        expect(marker.getAttribute('epub:type')).toBe('noteref')
        const note = target(marker.getAttribute('href') ?? '', name)
        expect(note?.getAttribute('epub:type')).toBe('endnote')
        const back = [...(note?.querySelectorAll('a[role="doc-backlink"]') ?? [])]
        const ways = back.map((link) => target(link.getAttribute('href') ?? '', 'notes.xhtml')?.id)
        expect(ways).toContain(marker.id)
      }
    }
    expect(markers).toBeGreaterThan(0)
  })

  it('tells catalogues how it can be read', () => {
    const opf = strFromU8(files['book/package.opf'] ?? new Uint8Array())
    for (const property of [
      'accessMode',
      'accessModeSufficient',
      'accessibilityFeature',
      'accessibilityHazard',
      'accessibilitySummary',
    ]) {
      expect(opf).toContain(`property="schema:${property}"`)
    }
    expect(opf).toContain('<meta property="dcterms:modified">2026-01-02T03:04:06Z</meta>')
  })

  it('holds nothing of the layers that were left behind', () => {
    const text = epubFiles(editionOf(article, originalOf(article)), made)
      .map(({ content }) => content)
      .filter((content) => typeof content === 'string' && content.includes('<body>'))
      .join('\n')
    expect(text).not.toMatch(/data-kind="(?:commentary|background)"/)
  })
})
