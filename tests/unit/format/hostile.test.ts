import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSource, checkArticle, parseArticle, serializeArticle } from '#core/format'
import { article, brokenRules, frontMatter, thoroughness } from './fixtures.ts'

const pieces = fc.constantFrom(
  '::: ',
  ':::commentary{layer="first"}\n',
  ':::\n',
  '::lost{what="link"}\n',
  ':sic[',
  ']',
  '{note="',
  '"}',
  '[^1]',
  '[^1]: ',
  '> ',
  '- ',
  '1. ',
  '\n',
  '\n\n',
  '    ',
  '```',
  '`',
  '*',
  '**',
  '~~',
  '|',
  '| - |\n',
  '<',
  '>',
  '<b>',
  '&#0;',
  '&amp;',
  '\\',
  '[',
  '](',
  'javascript:',
  ')',
  '![',
  '#',
  '## ',
  '---\n',
  '\u0000',
  '\ufffd',
  '\u202e',
  '\u200b',
  '\ud800',
  'e\u0301',
  '🙂',
  'IRAN',
  ':a',
  '::',
  '{#id}',
  '{',
  '}',
  '::anchor{#x}\n',
  '[x]: y\n',
  'http://',
  'www.',
  'a@b.example',
  '\t',
  '\r\n',
)

describe('whatever is put in', () => {
  it(
    'is read or refused with messages, and what is read can be written and read again',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), {
            maxLength: 40,
          }),
          (soup) => {
            const result = parseArticle(frontMatter('capitals: { IRAN: Iran }\n') + soup.join(''), {
              slug: 'soup',
            })
            if (!result.ok) {
              expect(result.messages.length).toBeGreaterThan(0)
              return
            }
            const again = parseArticle(serializeArticle(result.article), { slug: 'soup' })
            if (!again.ok)
              throw new Error(
                serializeArticle(result.article) + JSON.stringify(again.messages, null, 1),
              )
            expect(again.article).toEqual(result.article)
          },
        ),
        { numRuns: 100 * thoroughness, interruptAfterTimeLimit: 20_000 * thoroughness },
      )
    },
    60_000 * thoroughness,
  )

  it('is refused as front matter without anything thrown', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'a: ',
            '- ',
            '{',
            '}',
            '[',
            ']',
            '"',
            "'",
            '&x ',
            '*x',
            '!!str ',
            '|\n',
            '>-\n',
            '\n',
            '  ',
            '? ',
            ': ',
            '# ',
            '__proto__: ',
            'layers:\n',
            'title: x\n',
            '\u0000',
            '1e999',
            '~',
          ),
          { maxLength: 25 },
        ),
        (soup) => {
          const result = checkArticle({
            markdown: `---\n${soup.join('')}\n---\n\nWords.\n`,
            source: 'Words.',
            slug: 'soup',
          })
          expect(result.article).toBe(null)
          expect(result.messages.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 200 },
    )
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('x')
  })

  it('is compared as a source without anything thrown', () => {
    const words = article(
      'One[^1] two.\n\n[^1]: Note.\n',
      'credits: [{ text: One, what: x }, { text: "[1]", what: y }]\n',
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('One', 'two', '.', '[1]', 'Note', ' ', '\u00a0', '\ud800', 'x')),
        (soup) => {
          expect(typeof alignSource(words, soup.join('')).ok).toBe('boolean')
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a page of one sign', () => {
  it.each([
    '[',
    '*a ',
    '**a ',
    '`',
    '<',
    '![',
    '[^x]',
    ':a',
    ':::',
    ':a[',
    '{',
    '_a_',
    '\\',
    '&',
    '| ',
    'a@',
    'http://',
    '\u0301',
    ' ',
  ])('%j is read or refused', (sign) => {
    expect(typeof parseArticle(frontMatter() + sign.repeat(1000), { slug: 'page' }).ok).toBe(
      'boolean',
    )
  })

  it.each(['>', '- ', ':::editorial\n', '[^1]: '])(
    'nested %j is refused and not followed down',
    (sign) => {
      expect(brokenRules(`${sign.repeat(400)}x`).length).toBeGreaterThan(0)
    },
    20_000,
  )
})
