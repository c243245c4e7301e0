import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultIn, root, tell, thoroughness } from './telling.ts'

const folder = path.join(root, 'tests/fixtures/reposts')
const texts = readdirSync(folder)
  .filter((file) => !file.endsWith('.voices'))
  .map((file) => ({ name: file, text: readFileSync(path.join(folder, file), 'utf8') }))

/** What cues, notes and brackets are made of. */
const piece = fc.constantFrom(
  '[1]',
  '[2] Ada Brand, On Ferries, 1911.',
  '(1)',
  '¹',
  '*',
  '†',
  '[^1]',
  '[^1]: note',
  '[',
  ']',
  '(',
  ')',
  '（',
  '）',
  'Comment by Ada Brand: ',
  "Editor's note: ",
  '[Ed.: ',
  '（译者注：',
  '(прим. пер.)',
  'Background:',
  'Background Information: X at:',
  'See: ',
  'By Ada Brand',
  '12 May 2011',
  'About the author',
  'Ada Brand is a writer.',
  'Comments (3)',
  'Share this:',
  '> ',
  '>> ',
  '“',
  '”',
  '\n',
  '\n\n',
  '\n\n---\n\n',
  '    ',
  '# ',
  '* ',
  'http://a.example/b.htmland',
  'The ferry was late again, and nobody was surprised by it.',
  'Паром опять опоздал, и никого это не удивило.',
  '渡轮又晚点了，没有人感到意外。',
  '\u0000',
  '\ufeff',
  '\ud800',
  'e\u0301',
  'İ',
  'ß',
  '🙂',
  '\u202e',
  '\u00a0',
  '<p>',
  '</p>',
  '<blockquote>',
  '<div class="comments">',
  '<sup>1</sup>',
  '<a href="#n1">1</a>',
  '<a id="n1"></a>',
  '<font color="red">',
  '<li>',
  '<h2>',
  '<aside>',
)
const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

describe('whatever comes in', () => {
  test('every word is in one segment, in order, and markers lead to definitions', async () => {
    await fc.assert(
      fc.asyncProperty(soup, fc.constantFrom('a.txt', 'a.md', 'a.html'), async (text, name) => {
        // What holds no words is refused by the reader.
        fc.pre(/[\p{L}\p{N}]/u.test(text.replace(/<[^>]*>/gu, '')))
        const told = await tell(text, name).catch(() => null)
        if (told !== null) expect(faultIn(told)).toBeNull()
      }),
      { numRuns: 400 * thoroughness },
    )
  })

  test('a repost that was cut, doubled or turned is still told whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.nat(400), fc.oneof(soup, fc.constant(''))), {
          maxLength: 5,
        }),
        async ({ name, text }, changes) => {
          let changed = text
          for (const [at, length, put] of changes) {
            const from = at % (changed.length + 1)
            changed = changed.slice(0, from) + put + changed.slice(from + length)
          }
          const told = await tell(changed, name).catch(() => null)
          if (told !== null) expect(faultIn(told)).toBeNull()
        },
      ),
      { numRuns: 200 * thoroughness },
    )
  })

  test('the same text is always told the same', async () => {
    for (const { name, text } of texts) {
      const [first, second] = [await tell(text, name), await tell(text, name)]
      expect(second.separation).toEqual(first.separation)
    }
  })
})
