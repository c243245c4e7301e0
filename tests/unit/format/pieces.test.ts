import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAtOnce, readPieces } from '#core/format'
import { articleFolders, readText, thoroughness } from './fixtures.ts'

/** The tree as it is read in pieces and at once, and in how many steps. */
function bothWays(markdown: string) {
  let longest = 0
  const pieces = readPieces(markdown, (text) => {
    longest = Math.max(longest, text.length)
    return readAtOnce(text)
  })
  return { pieces: pieces.children, atOnce: readAtOnce(markdown).children, longest }
}

const lines = fc.oneof(
  fc.constantFrom(
    'A line of words.',
    'Another one, with “quotes” and a sign \\[1] or \\*two\\*.',
    'It ends in a colon:',
    'What he said: nothing. See www.example.org',
    'Words with a note[^1] and [another][ref].',
    '[^1]: A note.',
    '[^2]: A note\n\n    that goes on.',
    '[ref]: https://example.org',
    '[sic]: as it stood',
    'He wrote [sic] there.',
    '- an item',
    '- [^1]: an item that defines',
    '1. first',
    '> a quote',
    '> [ref]: https://example.org/b',
    '    indented',
    '```',
    '~~~~',
    ':::commentary{layer="a"}',
    ':::',
    '::::editorial',
    '::::',
    '::anchor{#x}',
    ':sic[words]{note="n"}',
    '<!--',
    '-->',
    '<script>',
    '## A heading',
    '===',
    '---',
    '| a | b |',
    '| - | - |',
    'Trailing ',
    'Broken  ',
    'Broken\\',
    ' indented by one',
    'A tab\tinside',
    '\u00a0',
    'مرحبا بالعالم',
    '\ufeffmark',
    '\\\\ [x',
    'y]: z',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

describe('a text read in pieces', () => {
  it.each(articleFolders)('is what it is at once: %s', (folder) => {
    const { pieces, atOnce } = bothWays(readText(folder, 'article.md'))
    expect(pieces).toEqual(atOnce)
  })

  it('is what it is at once, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(lines, fc.constantFrom('\n', '\n\n', '\n\n\n', '\n \n'))),
        fc.boolean(),
        (all, hasFront) => {
          const text =
            (hasFront ? '---\na: b\n\nc: d\n---\n' : '') +
            all
              .flat()
              .join('')
              .replace(/^\ufeff+/u, '')
          const { pieces, atOnce } = bothWays(text)
          expect(pieces).toEqual(atOnce)
        },
      ),
      { numRuns: 1000 * thoroughness, interruptAfterTimeLimit: 60_000 },
    )
  })

  it('gives the parser a long one in parts, and what is nothing but words never', () => {
    const words = 'The river ran past the mill.\n\n'
    const marked = 'The *river* ran past the mill[^1].\n\n'
    const plain = bothWays(`---\na: b\n---\n\n${words.repeat(3000)}`)
    expect(plain.longest).toBeLessThan(20)
    expect(plain.pieces).toEqual(plain.atOnce)
    const long = bothWays(`${marked.repeat(3000)}[^1]: A note.\n`)
    expect(long.longest).toBeLessThan(70_000)
    expect(long.pieces).toEqual(long.atOnce)
  })
  it('may have more blocks in one part than a call can have arguments', () => {
    const text = `The river.\n\n${'***\n\n'.repeat(150_000)}The mill.\n`
    expect(readPieces(text, readAtOnce).children).toHaveLength(150_002)
  })
})
