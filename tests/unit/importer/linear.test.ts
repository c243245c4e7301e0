import { beforeAll, describe, expect, test } from 'vitest'
import { draftArticle, readMaterial, separate, startDraft } from '#core/importer'
import { sentences } from '#words/importer-article'
import { thoroughness } from './read/reading.ts'

/** A text of about so many characters. */
type Text = (length: number) => string

const many =
  (unit: string, before = '', after = ''): Text =>
  (length) =>
    before + unit.repeat(Math.ceil(length / unit.length)) + after

/** Each line or element with its number in the place of `#`. */
const counted =
  (unit: string, before = '', after = ''): Text =>
  (length) => {
    const lines = Array.from({ length: Math.ceil(length / (unit.length + 3)) }, (_, n) => n + 1)
    return before + lines.map((n) => unit.replaceAll('#', String(n))).join('') + after
  }

/** Two kinds, half of the length each. */
const halves =
  (first: Text, second: Text): Text =>
  (length) =>
    first(length / 2) + second(length / 2)

/** Where a quadratic step is a quick one, only a longer text shows it: so many times the usual length. */
type Case = readonly [name: string, text: Text, extension: string, longer?: number]

/** What patterns and loops stumble over: long runs of what they look for, and of what they pass over. */
const texts: readonly Case[] = [
  ['brackets that open', many('['), 'txt'],
  ['brackets of two kinds', many('（('), 'txt'],
  ['markers', many('[1] '), 'txt'],
  ['ranges of markers', many('[1–3, 5] '), 'txt'],
  ['markers in parentheses', many('x (1) '), 'txt'],
  ['raised numbers', many('word¹ '), 'txt'],
  ['stars', many('*a'), 'txt'],
  ['quotation marks', many('“a”'), 'txt'],
  ['words', many('word '), 'txt'],
  ['spaces', many(' ', 'Words', 'words'), 'txt'],
  ['dots', many('. '), 'txt'],
  ['dashes', many('—'), 'txt'],
  ['digits', many('1'), 'txt'],
  ['glued addresses', many('http://a.example/b.htmland '), 'txt'],
  ['labels', many("Editor's note: "), 'txt'],
  ['bylines', many('By Ada Brand '), 'txt'],
  ['names', many('Ada '), 'txt'],
  ['remarks', many('[Ed.: so.] '), 'txt'],
  [
    'a label with a word that has no end',
    many('a', 'Background: read the following report, it is here: '),
    'txt',
    4,
  ],
  ['arrows that close', many('>>a b<< '), 'txt'],
  ['arrows that wait', many('>>a ', '', '<<'), 'txt'],
  ['labels in bold', many('**Background.** The ferry.\n\n'), 'md'],
  ['items deeper and deeper, and back', many('- a\n  - b\n    - c\n'), 'md'],
  ['pictures', many('![a](b) '), 'md'],
  ['pictures in lines', many('<figure><img alt="a"><figcaption>b</figcaption></figure>'), 'html'],
  ['numbers of pages', many('a <i role="doc-pagebreak">1</i> '), 'html'],
  [
    'parts of an archive',
    many(
      '\n--a\nContent-Type: multipart/related; boundary=a\n\n',
      'Content-Type: multipart/related; boundary=a\n',
      '\n--a\nContent-Type: text/html\n\n<p>a</p>',
    ),
    'mht',
  ],
  ['lines', many('a line\n\n'), 'txt'],
  ['quoted lines', many('> a\n\n'), 'txt'],
  ['labels in lines', many('Comment by Ada Brand: no.\n\n'), 'txt'],
  ['heads of mails', many('To: Ada\n\nSubject: ferries\n\n'), 'txt'],
  ['mails on mails', many('From: Ada\nSubject: ferries\n\nNo.\n\n'), 'txt'],
  ['mails in mails', many('On 3 May 2011, Ada wrote:\n> No.\n\n'), 'txt'],
  ['mails that begin to be quoted', many('On 3 May 2011 a@b.example\n'), 'txt'],
  ['subjects', many('Re: ', 'From: Ada\nSubject: ', '\n\nNo.\n'), 'txt'],
  ['inserts', many('Background:\n\nThe ferry.\n\n'), 'txt'],
  ['dates', many('12 May 2011\n\n'), 'txt'],
  ['dotted lines', many('1. A line of a list.\n\n', 'It is so.[1] And so.\n\n'), 'txt', 4],
  ['headings', many('# a\n\n'), 'md'],
  ['headings over the author', many('# About the author\n\n'), 'md', 4],
  ['declared markers', many('a[^1] '), 'md'],
  ['definitions', many('[^1]: a\n\n'), 'md'],
  ['notes of one label', many('A word.[^1]\n\n[^1]: A note.\n\n'), 'md', 4],
  ['notes of one number', many('A word.[1]\n\n[1] A note of it.\n\n'), 'txt'],
  ['addresses that are none', many('(http://'), 'md'],
  ['tags that never end', many('<', '', ' >'), 'md', 4],
  ['tildes', many('~', '', '`'), 'md', 4],
  ['a definition with blanks', many(' ', '[a]: x', ' b'), 'md', 4],
  ['pictures', many('![a](b) '), 'md'],
  ['a key with blanks', many(' ', '---\ntitle:', '\u2028b\n---\n\nWords.\n'), 'md'],
  ['links within', many('<p><a id="n"></a><a href="#n">1</a></p>'), 'html'],
  [
    'links to one note',
    halves(
      many('<p>So.<a href="#n">1</a></p>'),
      many('<a href="#x">y</a> ', '<p id="n">1. ', '</p>'),
    ),
    'html',
    4,
  ],
  ['items', many('<li><a href="/a">a b</a>'), 'html'],
  ['colours', many('<p><font color="red">Red words, and more.</font></p>'), 'html'],
  ['colours in one paragraph', many('<font color="red">Red.</font> ', '<p>', '</p>'), 'html'],
  ['boxes', many('<div class="a-b c_d">x</div>'), 'html'],
  ['spaces set as they are', many(' ', '<pre>Words', 'words</pre>'), 'html'],
  ['links in what is set', many('<a href="/a">A line.</a>\n\n', '<pre>', '</pre>'), 'html', 8],
  ['rules', counted('.a#{color:red}', '<style>', '</style><p>Words.</p>'), 'html', 8],
  [
    'rules behind a remark',
    counted('.a#{}', '<style>/* a */', '/* b */</style><p>Words.</p>'),
    'html',
    4,
  ],
  ['remarks among rules', many('/**/', '<style>', 'p{}</style><p>Words.</p>'), 'html', 8],
]

const cases = texts.map(([name, text, extension, longer = 1]) => ({
  name,
  text,
  extension,
  longer,
}))

const LENGTH = 12_000 * thoroughness

describe('time grows with length alone', () => {
  // What runs for the first time is compiled first.
  beforeAll(async () => {
    for (const extension of ['txt', 'md', 'html']) await timesOf('A word. ', extension)
  })

  test.each(cases)('$name', async ({ text, extension, longer }) => {
    const length = longer * LENGTH
    // Eight times the text: sixty-four times the time would be quadratic. Who is busy tries again.
    let slow: readonly string[] = []
    for (let tries = 0; tries < 3; tries += 1) {
      const small = await timesOf(text(length), extension)
      const large = await timesOf(text(8 * length), extension)
      slow = [...large].flatMap(([step, time]) => {
        const before = small.get(step) ?? 0
        // Below this nobody can tell what a step costs from what the machine does beside it.
        return time > 120 && time > 20 * Math.max(before, 2)
          ? [`${step}: ${before}, ${time} ms`]
          : []
      })
      if (slow.length === 0) return
    }
    expect(slow).toEqual([])
  })

  test('a paragraph may have more remarks than a call takes arguments', async () => {
    const bytes = new TextEncoder().encode('Words. [Ed.: so.] '.repeat(70_000))
    const material = await readMaterial({ type: 'file', bytes, name: 'a.txt', mediaType: null })
    expect(separate(material).segments.length).toBeGreaterThan(130_000)
  })
})

/** Milliseconds of each step. Of the processor, not of the clock: others may be busy. */
async function timesOf(text: string, extension: string): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>()
  let start = process.cpuUsage()
  const done = (step: string) => {
    times.set(step, process.cpuUsage(start).user / 1000)
    start = process.cpuUsage()
  }
  const bytes = new TextEncoder().encode(text)
  const name = `a.${extension}`
  start = process.cpuUsage()
  const material = await readMaterial({ type: 'file', bytes, name, mediaType: null })
  done('read')
  const separation = separate(material)
  done('separate')
  draftArticle(startDraft(material, separation), { slug: 'any', sentences })
  done('draft')
  return times
}
