import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignIds, checkArticle, formatMessage, serializeArticle } from '#core/format'
import {
  assign,
  draftArticle,
  join,
  markLost,
  relink,
  renameVoice,
  setSection,
  setVoice,
  split,
  type Draft,
} from '#core/importer'
import { sentences } from '#words/importer-article'
import { anyDraft } from './arbitrary-draft.ts'

const thoroughness = Number(process.env['THOROUGHNESS'] ?? 1)

/** Everything that is wrong with the article of a draft: as text, with the text it is wrong with. */
function faults(draft: Draft): string {
  const { article, source } = draftArticle(draft, { slug: 'any', sentences })
  const markdown = serializeArticle(assignIds(article))
  const { messages } = checkArticle({ markdown, source, slug: 'any' })
  const errors = messages.filter(({ severity }) => severity === 'error')
  return errors.length === 0
    ? ''
    : `${errors.map(formatMessage).join('\n')}\n--- article\n${markdown}\n--- source\n${source}`
}

/** A person at work: each number picks an edit and where it applies. */
function edited(draft: Draft, numbers: readonly number[]): Draft {
  return numbers.reduce((before, number) => {
    const { segments, references, material } = before
    const keyAt = (index: number) => segments[index % segments.length]?.key ?? ''
    const key = keyAt(number >> 4)
    switch (number % 10) {
      case 0:
        return assign(before, [key], 'commentary')
      case 1:
        return assign(before, [key, keyAt(number >> 8)], 'footnote-definition')
      case 2:
        return split(before, key, (number >> 4) % material.text.length)
      case 3:
        return join(before, key)
      case 4:
        return markLost(before, key, number % 3 === 0 ? null : 'insert')
      case 5:
        return setSection(before, key, number % 3 === 0 ? null : 'A *new* part: [x]')
      case 6:
        return setVoice(before, [key], 'Cleo')
      case 7:
        return renameVoice(before, 'Ann', 'Cleo')
      case 8:
        return references.length === 0 ? before : relink(before, number % references.length, key)
      default:
        return assign(before, [key], 'original')
    }
  }, draft)
}

describe('the article of a draft', () => {
  it('has every word of the input in exactly one place, whatever the input and the edits', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(fc.nat(1 << 20), { maxLength: 8 }), (draft, numbers) => {
        expect(faults(edited(draft, numbers))).toBe('')
      }),
      { numRuns: 150 * thoroughness },
    )
  })
})
