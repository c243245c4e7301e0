import { describe, expect, it } from 'vitest'
import { alignSource, checkArticle, formatMessage, parseArticle } from '#core/format'
import type { Alignment } from '#core/format'
import { article, articleFolders, frontMatter, readText } from './fixtures.ts'

const align = (text: string, source: string, extra?: string): Alignment =>
  alignSource(article(text, extra), source)
const complaint = (alignment: Alignment): string =>
  alignment.ok
    ? 'nothing'
    : formatMessage(alignment.message).split(' Bring the two')[0]!.replace(/\.$/u, '')

describe('nothing is lost', { timeout: 30_000 }, () => {
  it.each(articleFolders)('of %s', (folder) => {
    const result = checkArticle({
      markdown: readText(folder, 'article.md'),
      source: readText(folder, 'source.txt'),
      slug: 'fixture',
    })
    expect(result.messages.map(formatMessage)).toEqual([])
    expect(result.coverage!.original).toBeGreaterThan(0)
    const counted = Object.entries(result.coverage!).reduce(
      (sum, [kind, words]) => (kind === 'editorial' ? sum : sum + words),
      0,
    )
    // A list's numbers are no words of the article's.
    const source = readText(folder, 'source.txt').replace(/^\d+[.)] /gmu, '')
    expect(counted).toBe(source.match(/[\p{L}\p{M}\p{N}]+/gu)!.length)
  })

  it('counts the words of each voice', () => {
    const text =
      'One two[^1] :insertion[three]{layer="first"} :editorial[four five].\n\n[^1]: Six.\n'
    expect(align(text, 'One two[1] three .\n[1] Six.')).toEqual({
      ok: true,
      coverage: {
        original: 2,
        commentary: 1,
        background: 0,
        'about-author': 0,
        footnotes: 3,
        credits: 0,
        omissions: 0,
        editorial: 2,
      },
    })
  })
})

describe('a word that breaks it is named', { timeout: 30_000 }, () => {
  it('when the article lacks it', () => {
    expect(complaint(align('One three four.', 'One\ntwo three four.'))).toBe(
      'test/source.txt:2:1  error  The source has “two three four.”; the article has “three four.” in `one-three-four`',
    )
  })

  it('when the source lacks it', () => {
    expect(complaint(align('One two three.', 'One three.'))).toContain(
      'The source has “three.”; the article has “two three.”',
    )
    expect(complaint(align('One two.\n\nThree.', 'One two.'))).toContain(
      'The source has nothing more here; the article has “Three.”',
    )
  })

  it('inside a footnote', () => {
    expect(
      complaint(
        align('Words[^1]\n\n[^1]: Lamps, vol. 2, p. 9.\n', 'Words[1]\n\n[1] Lamps, vol. 3, p. 9.'),
      ),
    ).toMatch(/source\.txt:3:17 .*“3, p\..*“2, p\..*note-1/u)
  })

  it('when it only stands in another order', () => {
    expect(align('One two.\n\nThree four.', 'Three four.\n\nOne two.').ok).toBe(false)
  })

  it('with the line of the article, when that is known', () => {
    const { messages } = checkArticle({
      ...specimen(),
      source: specimen().source.replace('whale oil', 'seal oil'),
    })
    expect(messages[0]!.reason).toMatch(/“seal oil.*“whale oil.*\(line \d+ of the article\)/u)
  })

  it('whichever word of the specimen is left out', () => {
    const { markdown, source } = specimen()
    const result = parseArticle(markdown, { slug: 'specimen' })
    if (!result.ok) throw new Error('The specimen has errors.')
    for (const word of source.matchAll(/[\p{L}\p{N}]+/gu)) {
      const damaged = source.slice(0, word.index) + source.slice(word.index + word[0].length)
      // What is left of a list's number is not a word of the article's.
      if (/^\d$/u.test(word[0]) && /^[.)] /u.test(source.slice(word.index + 1))) continue
      expect(alignSource(result.article, damaged).ok, `${word[0]} at ${word.index}`).toBe(false)
    }
  })
})

describe('what may stand anywhere', () => {
  const credits =
    'credits: [{ text: By Somebody, what: the author }]\nomissions: [{ text: Reply, what: a button, why: furniture }, { text: Reply, what: a button, why: furniture }]\n'

  it('stands there once and whole', () => {
    expect(align('One. Two.', 'Reply By Somebody One. Reply Two.', credits).ok).toBe(true)
    expect(align('One. Two.', 'By Somebody One. Reply Two.', credits).ok).toBe(false)
    expect(align('One. Two.', 'By Somebody One. Two. By Somebody Reply Reply', credits).ok).toBe(
      false,
    )
    expect(align('One. Two.', 'By One. Somebody Two. Reply Reply', credits).ok).toBe(false)
  })

  it('is told from the same words of the running text by what follows', () => {
    expect(
      align('One Reply two. Three.', 'Reply One Reply two. Reply Three.\nBy Somebody', credits).ok,
    ).toBe(true)
    expect(align('Reply two.', 'Reply Reply Reply two. By Somebody', credits).ok).toBe(true)
  })

  it('shows list numbers, bullets, rules and cell borders in the way of the source, or not at all', () => {
    const text = '1. one\n2. 2 apples\n\n- a\n- b\n\n***\n\n| x | y |\n| - | - |\n| z | w |\n'
    expect(
      align(text, '1) one\n2) 2 apples\n• a\n• b\n* * *\n| x | y |\n|---|:-:|\n| z | w |').ok,
    ).toBe(true)
    expect(align(text, 'one\n2 apples\na\nb\nx\ty\nz\tw').ok).toBe(true)
    expect(align(text, '1) one\n3) 2 apples\na\nb\nx y z w').ok).toBe(false)
  })

  it('has footnotes as the source writes them', () => {
    const result = checkArticle({
      markdown: `---\ntitle: T\nsummary: S\nlang: en\nauthors: []\nsource: { title: T, url: "https://a.example", rights: R, notation: { marker: "(#)", definition: "#." } }\nlayers: [{ id: original, kind: original, label: O }, { kind: footnotes, label: F }]\n---\n\nWords[^1].\n\n[^1]: A note.\n`,
      source: 'Words(1).\n1. A note.',
      slug: 'notation',
    })
    expect(result.messages).toEqual([])
  })

  it('has a footnote that the source writes in another way than the others', () => {
    const front =
      'title: T\nsummary: S\nlang: en\nauthors: []\nsource: { title: T, rights: R }\nlayers: [{ id: original, kind: original, label: O }, { kind: footnotes, label: F }]\n'
    const markdown = (notation: string) =>
      `---\n${front}footnotes: { "2": { notation: ${notation} } }\n---\n\nWords[^1], words[^2].\n\n[^1]: A note.\n\n[^2]: Another.\n`
    const source = 'Words[1], words².\n[1] A note.\nAnother.'
    const check = (notation: string) =>
      checkArticle({ markdown: markdown(notation), source, slug: 'notation' })
    expect(check('{ marker: ², definition: "" }').messages).toEqual([])
    expect(check('{ marker: "[#]", definition: "" }').article).toBeNull()
  })
})

it('a book of a million and a half characters is compared within seconds', () => {
  const paragraphs = Array.from(
    { length: 5000 },
    (_, index) => `Paragraph ${index} ${'of the same old words '.repeat(14)}Reply.`,
  )
  const long = article(paragraphs.slice(0, 5).join('\n\n'))
  const section = long.sections[0]!
  const passage = section.passages[0]!
  const block = passage.blocks[0]!
  const blocks = paragraphs.map((value) =>
    block.type === 'paragraph' ? { ...block, children: [{ type: 'text' as const, value }] } : block,
  )
  const book = {
    ...long,
    sections: [{ ...section, passages: [{ ...passage, blocks }] }],
    omissions: [{ text: 'Reply', what: 'a button', why: 'furniture' }],
  }
  const source = `${paragraphs.join('\n')}\nReply`
  expect(source.length).toBeGreaterThan(1_500_000)
  expect(alignSource(book, source).ok).toBe(true)
  expect(complaint(alignSource(book, source.replace('Paragraph 4000', 'Chapter 4000')))).toContain(
    'source.txt:4001:1',
  )
}, 30_000)

it('finds its way among thousands of omissions that begin alike, and among as many equal ones', () => {
  const remarks = Array.from({ length: 3000 }, (_, number) => [
    `Remark by a reader: number ${number}.`,
    'Remark by a reader: nothing.',
  ]).flat()
  const omissions = `omissions:\n${remarks
    .map((text) => `  - { text: "${text}", what: a remark, why: not ours }\n`)
    .join('')}`
  const source = remarks.map((text, number) => `Line ${number}.\n${text}\n`).join('')
  const text = remarks.map((_, number) => `Line ${number}.\n\n`).join('')
  const book = article(text, omissions)
  expect(alignSource(book, source).ok).toBe(true)
  expect(alignSource(book, source.replace('nothing.', 'something.')).ok).toBe(false)
}, 30_000)

function specimen() {
  const folder = 'tests/fixtures/articles/specimen'
  return {
    markdown: readText(folder, 'article.md'),
    source: readText(folder, 'source.txt'),
    slug: 'specimen',
  }
}

describe('a loss is told together with what else is wrong', () => {
  const rules = (text: string, source: string) => {
    const markdown = frontMatter() + text
    const { article: read, messages } = checkArticle({ markdown, source, slug: 'test' })
    expect(read).toBeNull()
    return messages.map(({ ruleId }) => ruleId)
  }

  it('where that cannot have cost a word', () => {
    const text = '## One\n\n#### Two\n\nThree [four](#nowhere).\n'
    expect(rules(text, 'One Two Three four.')).toEqual(['heading-depth', 'link-target'])
    expect(rules(text, 'One Two Three lost four.')).toEqual([
      'heading-depth',
      'link-target',
      'source-mismatch',
    ])
  })

  it('and is not guessed at where words were refused', () => {
    expect(rules('One :unknown[two] three.\n', 'One two lost three.')).not.toContain(
      'source-mismatch',
    )
    expect(rules('---\n', 'One.')).toHaveLength(1)
  })
})
