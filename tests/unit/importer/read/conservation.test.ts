import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ImportError, readMaterial } from '#core/importer'
import type { MaterialFormat } from '#core/importer'
import { book, paragraph, run, word } from './packages.ts'
import { faultIn, read, readBytes, spoken, thoroughness } from './reading.ts'

const root = path.resolve(import.meta.dirname, '../../../..')

/** Letters and digits only: what is compared where markup stands between words. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

const WORD = fc.stringMatching(/^[a-zäß]{1,8}$/)
const WORDS = fc.array(WORD, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))

/** A page whose words are known: elements closed or not, nested as they come. */
const PAGE = fc.array(
  fc.record({
    words: WORDS,
    tag: fc.constantFrom(
      'p',
      'div',
      'blockquote',
      'li',
      'td',
      'h2',
      'pre',
      'b',
      'i',
      'a',
      'span',
      'table',
      'tr',
      'ul',
      'dd',
      'figure',
      'figcaption',
      'aside',
      'button',
      'sup',
      'font',
      'center',
      'section',
      'br',
      'hr',
      'img',
    ),
    end: fc.constantFrom('', 'same', 'other'),
    other: fc.constantFrom('p', 'div', 'td', 'table', 'ul', 'b', 'a', 'body', 'svg', 'html'),
  }),
  { minLength: 1, maxLength: 30 },
)

describe('nothing is lost', () => {
  test('all words of a page come out once and in order, whatever tags stand between them', async () => {
    await fc.assert(
      fc.asyncProperty(PAGE, async (parts) => {
        const html = parts
          .map(({ words, tag, end, other }) => {
            const close = end === 'same' ? `</${tag}>` : end === 'other' ? `</${other}>` : ''
            return `<${tag}>${words}${close}`
          })
          .join('')
        const material = await read('html', html)
        expect(faultIn(material)).toBeNull()
        expect(letters(material.text)).toBe(letters(parts.map(({ words }) => words).join('')))
      }),
      { numRuns: 200 * thoroughness },
    )
  })

  const LINE = fc.oneof(
    WORDS,
    fc.constantFrom(
      '',
      '',
      '---',
      '> ',
      '```',
      '- ',
      '1. ',
      '    ',
      '# ',
      '===',
      '<div>',
      '</div>',
      '<aside>',
      '</aside>',
      '| a | b |',
      '|---|---|',
      '[^1]: ',
      ':::note',
      ':::',
      '* * *',
      '<!-- x -->',
      '<p>a</p><p>b',
      '[x]: /y',
    ),
    fc
      .tuple(
        fc.constantFrom(
          '> ',
          '> > ',
          '- ',
          '  ',
          '1) ',
          '## ',
          '\t',
          '[^n]: ',
          '<p>',
          '**',
          '`',
          '[',
          '&amp; ',
        ),
        WORDS,
      )
      .map(([before, words]) => before + words),
    fc
      .tuple(
        WORDS,
        fc.constantFrom(
          '**',
          '*',
          '_',
          '`',
          '](',
          ')',
          ']',
          '<b>',
          '</b>',
          '\\',
          '<br>',
          '<br><br>',
        ),
      )
      .map(([words, after]) => words + after),
  )

  test.each(['markdown', 'text'] as const)(
    'every character of %s is in one fragment, in order, verbatim',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(LINE, { minLength: 1, maxLength: 30 }), async (lines) => {
          const source = lines.join('\n')
          fc.pre(source.trim() !== '')
          const material = await read(format, source)
          // The source of a page is read as the page.
          fc.pre(!material.notices.some(({ id }) => id === 'read-as-page'))
          // References to characters are resolved, but not in code.
          const resolved = (text: string) => text.replaceAll('&amp;', '&')
          expect(resolved(material.text)).toBe(resolved(source))
          expect(faultIn(material)).toBeNull()
        }),
        { numRuns: 300 * thoroughness },
      )
    },
  )

  test('words of Markdown are never taken for syntax', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('', '> ', '- ', '# ', '1. ', '**', '<div>'), WORDS), {
          minLength: 1,
          maxLength: 12,
        }),
        async (parts) => {
          const source = parts.map(([before, words]) => `${before}${words}`).join('\n\n')
          const material = await read('markdown', source)
          const said = material.fragments.map((fragment) => spoken(material, fragment)).join('')
          expect(letters(said).replaceAll('1', '')).toBe(
            letters(parts.map(([, words]) => words).join('')),
          )
        },
      ),
      { numRuns: 200 * thoroughness },
    )
  })
})

const SAMPLES: readonly (readonly [MaterialFormat, Uint8Array])[] = [
  [
    'text',
    encoded(
      'From: Ann\n\n> Is it cold?\n\nICE\n===\n\nIt came in the night – “so they say”.[1]\n\n[1] A note.',
    ),
  ],
  [
    'markdown',
    encoded(
      '---\ntitle: Ice\n---\n# Ice\n\n> *a* [b](c "d") `e`\n\n- <b>f</b> [^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: &amp; g\n\n<aside class="x">\n\nh\n\n</aside>',
    ),
  ],
  [
    'html',
    encoded(
      '<!doctype html><html lang=en><head><meta charset=utf-8><title>Ice</title><style>.a{color:red}</style><script type="application/ld+json">{"@type":"Article","headline":"Ice"}</script></head><body><div class="a" id=b><p>Ice <i>came</i>&nbsp;&#8212;<sup><a href="#n1">1</a></sup><br><br><table><tr><td>a<td>b</table><pre>c\n\nd</pre><ul><li id=n1>e</ul><svg><title>f</title></svg></div></body></html>',
    ),
  ],
  [
    'epub',
    book({
      'one.xhtml':
        '<h1>Ice</h1><p>It came.<a epub:type="noteref" href="#n">1</a></p><aside id="n">Note.</aside>',
    }),
  ],
  [
    'docx',
    word(paragraph(run('Ice', '<w:b/>') + '<w:r><w:footnoteReference w:id="1"/></w:r>'), {
      footnotes: `<w:footnote w:id="1">${paragraph(run('Note.'))}</w:footnote>`,
    }),
  ],
]

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

interface Change {
  readonly at: number
  readonly what: 'flip' | 'cut' | 'double' | 'insert' | 'move'
  readonly size: number
  readonly sign: number
}

const CHANGE: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  what: fc.constantFrom('flip', 'cut', 'double', 'insert', 'move'),
  size: fc.integer({ min: 1, max: 60 }),
  sign: fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(...encoded('<>&;"\'=[]()*_`>#-|:{}\n\0 ')),
  ),
})

function changed(bytes: Uint8Array, { at, what, size, sign }: Change): Uint8Array {
  const from = Math.floor(at * bytes.length)
  const to = Math.min(bytes.length, from + size)
  const [before, here, after] = [
    bytes.subarray(0, from),
    bytes.subarray(from, to),
    bytes.subarray(to),
  ]
  switch (what) {
    case 'flip':
      return Uint8Array.from([...before, ...here.map((byte) => byte ^ sign), ...after])
    case 'cut':
      return Uint8Array.from([...before, ...after])
    case 'double':
      return Uint8Array.from([...before, ...here, ...here, ...after])
    case 'insert':
      return Uint8Array.from([...before, ...new Uint8Array(size).fill(sign), ...here, ...after])
    case 'move':
      return Uint8Array.from([...before, ...after, ...here])
  }
}

describe('damaged files', () => {
  test.each(SAMPLES)(
    'of %s are read or refused, and nothing is thrown but why',
    async (format, bytes) => {
      const before = Object.getOwnPropertyNames(Object.prototype)
      await fc.assert(
        fc.asyncProperty(fc.array(CHANGE, { minLength: 1, maxLength: 8 }), async (changes) => {
          const file = changes.reduce(changed, bytes)
          try {
            expect(faultIn(await readBytes(format, file))).toBeNull()
          } catch (reason) {
            if (!(reason instanceof ImportError)) throw reason
          }
        }),
        { numRuns: 100 * thoroughness },
      )
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    },
  )

  test('names that objects have of themselves are names like others', async () => {
    const html = await read(
      'html',
      '<p __proto__="x" constructor="y" class="__proto__ constructor">a</p><__proto__>b</__proto__><style>.__proto__{color:red}</style>',
    )
    expect(faultIn(html)).toBeNull()
    const markdown = await read(
      'markdown',
      '---\n__proto__: x\nconstructor: y\n---\n[a][__proto__] [^constructor]\n\n[__proto__]: /x\n',
    )
    expect(faultIn(markdown)).toBeNull()
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })
})

describe('time', () => {
  const HARD: readonly (readonly [MaterialFormat, string])[] = [
    ['html', '<div>'],
    ['html', '<b>'],
    ['html', '</b>'],
    ['html', '<p><b>x'],
    ['html', '<td>x'],
    ['html', '<a b="'],
    ['html', '<li>'],
    ['html', '&amp'],
    ['html', '<!--'],
    ['html', '<i>x</p>'],
    ['html', '<table><tr><td>'],
    ['html', '<svg>'],
    ['html', '<style>.a{'],
    ['html', '<span id=a>x</span>'],
    ['html', '<pre>a\n\n'],
    ['html', '&nbsp; '],
    ['markdown', '['],
    ['markdown', '](a'],
    ['markdown', '![a]('],
    ['markdown', '*a **b '],
    ['markdown', 'a**b'],
    ['markdown', '_a__'],
    ['markdown', '<a "'],
    ['markdown', '<a b="'],
    ['markdown', '`a``'],
    ['markdown', '> '],
    ['markdown', '- '],
    ['markdown', '[a]: <b\n'],
    ['markdown', '[^a]'],
    ['markdown', '&a'],
    ['markdown', '<!-- '],
    ['markdown', '|a'],
    ['markdown', '- a\n  '],
    ['markdown', '{{'],
    ['markdown', 'https://a.b/('],
    ['markdown', '<script>'],
    ['markdown', '<div>\n'],
    ['markdown', '    a\n\n'],
    ['markdown', ':::a\n'],
    ['markdown', '\\'],
    ['markdown', '~~a'],
    ['markdown', '[a](b "'],
    ['markdown', '# a #\n'],
    ['markdown', 'a | b\n'],
    ['text', '> '],
    ['text', 'a '],
    ['text', '- a\n'],
    ['text', '\n \n'],
    ['text', '=\n'],
    ['text', 'A\n==\n'],
    ['text', '\t'],
    ['text', 'word word\n'],
  ]

  test.each(HARD)(
    '%s of “%s” again and again takes no more than its length asks for',
    async (format, sign) => {
      // A wide margin: what grows with the square takes 256 times as long, and nothing here is near that.
      const spent = async (length: number) => {
        const content = `x ${sign.repeat(Math.ceil(length / sign.length))}`
        const start = performance.now()
        await read(format, content)
        return performance.now() - start
      }
      await spent(5_000)
      const ratios: number[] = []
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const short = await spent(20_000)
        const ratio = (await spent(320_000)) / Math.max(short, 4)
        ratios.push(ratio)
        if (ratio < 64) break
      }
      expect(Math.min(...ratios)).toBeLessThan(64)
    },
  )
})

/** Beside the repository, or beside the folder of its worktrees. */
const hostile =
  ['..', '../..']
    .map((up) => path.resolve(root, up, 'shared/open/hostile/files'))
    .find(existsSync) ?? ''

describe.skipIf(hostile === '')('the hostile files that lie beside the repository', () => {
  test('are read or refused', async () => {
    const names = readdirSync(hostile).filter((name) => /\.(?:md|txt|html)$/.test(name))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const bytes = new Uint8Array(readFileSync(path.join(hostile, name)))
      try {
        expect(
          faultIn(await readMaterial({ type: 'file', bytes, name, mediaType: null })),
        ).toBeNull()
      } catch (reason) {
        if (!(reason instanceof ImportError)) throw reason
      }
    }
  })
})
