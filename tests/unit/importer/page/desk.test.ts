import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#core/importer'
import {
  beginAssembly,
  compileDraft,
  draftOf,
  excerptOf,
  piecesOf,
  type Assembly,
} from '#features/importer'
import { anyDraft } from '../arbitrary-draft.ts'
import { draftOf as draftWith } from '../build-draft.ts'

const wordsOf = ({ material }: Draft, { from, to }: { from: number; to: number }) =>
  material.text.slice(from, to)

describe('an excerpt of a long draft', () => {
  const excerpts = fc
    .record({
      draft: anyDraft,
      index: fc.nat(),
      around: fc.integer({ min: 1, max: 120 }),
    })
    .map(({ draft, index, around }) => {
      const key = draft.segments[index % Math.max(1, draft.segments.length)]?.key ?? null
      return { draft, key, around, excerpt: excerptOf(draft, key, { whole: 0, around }) }
    })

  it('has the segment it is asked for, and every segment with its own words', () => {
    fc.assert(
      fc.property(excerpts, ({ draft, key, around, excerpt }) => {
        fc.pre(excerpt !== null && key !== null)
        const whole = new Map(draft.segments.map((segment) => [segment.key, segment]))
        expect(excerpt.segments.map((segment) => segment.key)).toContain(key)
        let last = 0
        for (const segment of excerpt.segments) {
          const original = whole.get(segment.key)
          expect(original).toBeDefined()
          if (original === undefined) continue
          const words = wordsOf(draft, original).slice(0, around)
          // Of notes, which are many, it may be less.
          if (segment.class === 'footnote-definition')
            expect(words.startsWith(wordsOf(excerpt, segment))).toBe(true)
          else expect(wordsOf(excerpt, segment)).toBe(words)
          expect(segment.from).toBeGreaterThanOrEqual(last)
          last = segment.to
        }
      }),
    )
  })

  it('keeps markers on their words, and leads them to their notes', () => {
    fc.assert(
      fc.property(excerpts, ({ draft, excerpt }) => {
        fc.pre(excerpt !== null)
        const definitions = draft.references.map(({ definition, label }) => [
          label,
          definition === null ? null : draft.segments[definition]?.key,
        ])
        for (const reference of excerpt.references) {
          const { definition, label } = reference
          if (definition === null) continue
          expect(definitions).toContainEqual([label, excerpt.segments[definition]?.key])
        }
      }),
    )
  })

  it('can be drawn as an article', () => {
    fc.assert(
      fc.property(excerpts, ({ excerpt }) => {
        fc.pre(excerpt !== null)
        expect(compileDraft(excerpt)).toMatchObject({ ok: true })
      }),
    )
  })

  /** A paragraph in which every note is pointed at, and behind it the notes. */
  const withNotes = (count: number, length: number) => {
    const labels = Array.from({ length: count }, (_, index) => String(index + 1))
    return draftWith([
      [labels.map((label) => `word[${label}]`).join(' '), {}],
      ...labels.map((label) => {
        const facts = { class: 'footnote-definition', label } as const
        return [`[${label}] `.padEnd(length, 'note '), facts] as const
      }),
    ])
  }

  it('has as much of many long notes as can be drawn', () => {
    const excerpt = excerptOf(withNotes(300, 20_000), null)
    expect(excerpt?.segments).toHaveLength(301)
    expect(excerpt?.material.text.length).toBeLessThan(120_000)
  })

  it('has a few notes whole', () => {
    const draft = withNotes(5, 5000)
    expect(excerptOf(draft, null, { whole: 0, around: 30_000 })?.material).toEqual(draft.material)
  })

  it('is not made of what is short', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(excerptOf(draft, null)).toBeNull()
      }),
      { numRuns: 10 },
    )
  })
})

describe('a draft in pieces', () => {
  it('is the same when it is put together again, but for the looks that the page does not need', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        let assembly: Assembly | null = null
        let isReady = false
        for (const piece of piecesOf('id', draft)) {
          if (piece.type === 'head') assembly = beginAssembly(piece)
          if (piece.type === 'fragments') assembly?.fragments.push(...piece.fragments)
          if (piece.type === 'segments') assembly?.segments.push(...piece.segments)
          if (piece.type === 'references') assembly?.references.push(...piece.references)
          isReady ||= piece.type === 'ready'
        }
        const fragments = draft.material.fragments.map((fragment) => ({
          ...fragment,
          within: null,
          marks: [],
        }))
        expect(isReady).toBe(true)
        expect(assembly === null ? null : draftOf(assembly)).toEqual({
          ...draft,
          material: { ...draft.material, fragments },
        })
      }),
    )
  })
})
