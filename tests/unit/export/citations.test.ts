import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  citedOf,
  escapeTex,
  writeBibtex,
  writeCslJson,
  writePlainCitation,
  writeRis,
  type Cited,
} from '#core/export'
import { citationWording } from '#features/export'
import { articleIn } from '../../support/export.ts'

const url = 'https://reader.example/read/specimen/'
const article = articleIn('tests/fixtures/articles/specimen')
const [firstNote] = article.footnotes
const cite = (note: Parameters<typeof citedOf>[1]['note'] = null) =>
  citedOf(article, { url, accessed: [2026, 1, 2], note })

const line = fc.string({ unit: fc.constantFrom(...'aB1é語 \\{}$&#_%~^"\'@,=\n\r\t-–“”') })
const anyCited: fc.Arbitrary<Cited> = fc.record({
  title: line,
  authors: fc.array(
    fc.oneof(fc.record({ literal: line }), fc.record({ family: line, given: line })),
    { maxLength: 3 },
  ),
  lang: fc.constant('en'),
  published: fc.constantFrom([], [2013], [2013, 6], [2013, 6, 23]),
  source: fc.webUrl({ withFragments: true, withQueryParameters: true }),
  url: fc.webUrl({ withFragments: true }),
  note: fc.option(fc.record({ label: line, text: line })),
  accessed: fc.constant([2026, 1, 2] as const),
})

describe('BibTeX', () => {
  it('never holds a brace without its partner', () => {
    fc.assert(
      fc.property(anyCited, (cited) => {
        const entry = writeBibtex(cited, citationWording)
        let depth = 0
        for (const [index, sign] of [...entry].entries()) {
          if (sign === '{') depth += 1
          if (sign === '}') depth -= 1
          expect(depth).toBeGreaterThanOrEqual(0)
          if (depth === 0 && index > 10) expect(entry.slice(index + 1).trim()).toBe('')
        }
        expect(depth).toBe(0)
      }),
    )
  })

  it('gives back every sign when it is set', () => {
    const set = (tex: string) =>
      tex
        .replaceAll(
          /\\text(backslash|braceleft|braceright|asciitilde|asciicircum)\{\}/g,
          (_, name) =>
            name === 'backslash'
              ? '\u0001'
              : ({ braceleft: '{', braceright: '}', asciitilde: '~' }[String(name)] ?? '^'),
        )
        .replaceAll(/\\([$&#_%])/g, '$1')
        .replaceAll('\u0001', '\\')
    fc.assert(
      fc.property(line, (text) => {
        expect(set(escapeTex(text))).toBe(text.replaceAll(/\s+/g, ' '))
      }),
    )
  })

  it('is what somebody would write by hand', () => {
    expect(writeBibtex(cite(), citationWording)).toBe(`@misc{marrow2004lamp,
  author = {Marrow, Ines and Fell, Tobias},
  title = {{The Lamp at Skerry Point}},
  year = {2004},
  month = {05},
  url = {https://reader.example/read/specimen/},
  urldate = {2026-01-02},
  language = {en},
  note = {First posted at: https://board.example/t/77},
}
`)
  })
})

describe('RIS', () => {
  it('has nothing but tags at the beginnings of its lines', () => {
    fc.assert(
      fc.property(anyCited, (cited) => {
        const lines = writeRis(cited, citationWording).split('\r\n')
        expect(lines.pop()).toBe('')
        for (const each of lines) expect(each).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/)
        expect(lines[0]).toBe('TY  - ELEC')
        expect(lines.at(-1)).toBe('ER  - ')
      }),
    )
  })
})

describe('a note', () => {
  it('is cited with its words and its own address in each style', () => {
    const cited = cite(firstNote?.id)
    for (const write of [writeBibtex, writeRis, writeCslJson, writePlainCitation]) {
      const written = write(cited, citationWording)
      expect(written).toContain('https://reader.example/read/specimen/#note-1')
      expect(written).toContain('Note 1: Her name was Agnete')
    }
  })

  it('has to be there', () => {
    expect(() => cite('note-99' as NonNullable<typeof firstNote>['id'])).toThrow(/note-99/)
  })
})

describe('CSL-JSON', () => {
  it('takes names apart only where there is no doubt', () => {
    const names = ['Ada Example', 'Plato', 'The Harbour Office', '山田 太郎', 'Mahir Khalifa-zadeh']
    const cited = citedOf(
      { ...article, authors: names },
      { url, accessed: [2026, 1, 2], note: null },
    )
    expect(cited.authors).toEqual([
      { family: 'Example', given: 'Ada' },
      { literal: 'Plato' },
      { literal: 'The Harbour Office' },
      { literal: '山田 太郎' },
      { family: 'Khalifa-zadeh', given: 'Mahir' },
    ])
    const [item] = JSON.parse(writeCslJson(cite(), citationWording)) as readonly unknown[]
    expect(item).toMatchObject({
      type: 'webpage',
      issued: { 'date-parts': [[2004, 5, 30]] },
      accessed: { 'date-parts': [[2026, 1, 2]] },
    })
  })
})
