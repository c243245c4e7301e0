import { describe, expect, it } from 'vitest'
import type { Article, Block } from '#core/article'
import { article, readText } from './fixtures.ts'
import { formatMessage, parseArticle } from '#core/format'

const ids = (found: Article): readonly string[] =>
  [...JSON.stringify(found).matchAll(/"id":"([^"]+)"/gu)]
    .map((match) => match[1]!)
    .filter((id) => !found.layers.some((layer) => layer.id === id))

describe('ids', () => {
  it('are made of the words: headings whole, paragraphs by five, others with their layer', () => {
    const text =
      '## The Keeper’s *Lamp* & Oil\n\nOne two three four five six.\n\n:::commentary{layer="first"}\nI doubt it.\n:::\n'
    expect(ids(article(text))).toEqual([
      'the-keepers-lamp-oil',
      'original-passage.one-two-three-four-five',
      'one-two-three-four-five',
      'first-passage.i-doubt-it',
      'first.i-doubt-it',
    ])
  })

  it('stay readable in every script', () => {
    const text = '## Мыс Скерри\n\n## المصباح القديم\n\n## 灯塔在海边\n\n## Cafe\u0301\n'
    expect(ids(article(text))).toEqual(['мыс-скерри', 'المصباح-القديم', '灯塔在海边', 'café'])
  })

  it('are given to every block, also inside quotes, lists and notes', () => {
    const { sections, footnotes } = article(
      '> - one\n>   > two\n\nWords[^1]\n\n[^1]: three\n\n    - four\n',
    )
    const count = (blocks: readonly Block[]): number =>
      blocks.reduce((sum, block) => {
        expect(block.id).not.toBe('')
        if (block.type === 'blockquote') return sum + 1 + count(block.children)
        return block.type === 'list'
          ? sum + 1 + block.items.reduce((all, item) => all + count(item), 0)
          : sum + 1
      }, 0)
    expect(
      count(sections.flatMap(({ passages }) => passages.flatMap(({ blocks }) => blocks))),
    ).toBe(6)
    expect(count(footnotes.flatMap(({ blocks }) => blocks))).toBe(3)
  })

  it('are unique, whatever is repeated', () => {
    const text =
      '## Note 1\n\n## Note 1\n\nNote 1[^1][^1][^*]\n\n***\n\n***\n\n[^1]: Note 1\n\n[^*]: Star\n'
    const found = ids(article(text))
    expect(new Set(found).size).toBe(found.length)
    expect(found).toEqual(
      expect.arrayContaining([
        'note-1',
        'note-1-2',
        'note-1-3',
        'ref-1',
        'ref-1-2',
        'note-u2a',
        'break',
        'break-2',
      ]),
    )
  })

  it('do not change when a remark, a layer or another section comes in', () => {
    const before = ids(
      article(
        '## One\n\nThe lamp was lit at night.\n\n## Two\n\nThe oil came by sea.[^1]\n\n[^1]: A note.\n',
      ),
    )
    const after = ids(
      article(
        '## Zero\n\nNew.\n\n## One\n\nThe :insertion[new]{layer="second"} lamp :editorial[really] was lit at night.\n\n:::background\nNew.\n:::\n\n## Two\n\nThe oil came by sea, they say.[^1]\n\n[^1]: A note.\n',
        'aliases: { former: one }\n',
      ),
    )
    expect(after).toEqual(expect.arrayContaining([...before]))
  })

  it('are never those that the page around the text has itself', () => {
    const titles = [
      'Root',
      'Text',
      'Contents',
      'Layers',
      'Views',
      'Notes',
      'Colophon',
      'Page facts',
    ]
    const found = ids(article(titles.map((title) => `## ${title}\n`).join('\n')))
    expect(found).toEqual(
      ['root', 'text', 'contents', 'layers', 'views', 'notes', 'colophon', 'page-facts'].map(
        (id) => `${id}-2`,
      ),
    )
  })

  it('can be set by hand on passages, figures, lost places and, with an anchor, on everything else', () => {
    const text =
      '::anchor{#a}\n\n## Heading\n\n::anchor{#b}\n\nWords.\n\n:::commentary{layer="first" #c}\n::anchor{#d}\n\n- item\n:::\n\n:::figure{#e src="a.png" alt="A"}\n:::\n\n::lost{#f what="text"}\n'
    expect(ids(article(text))).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd', 'e', 'f']))
  })

  it('keep working as aliases when they are former ones', () => {
    expect(article('## New\n', 'aliases: { old: new }\n').aliases).toEqual({ old: 'new' })
  })

  it('are told together with where they stand in the file', () => {
    const result = parseArticle(readText('tests/fixtures/articles/specimen/article.md'), {
      slug: 'specimen',
    })
    if (!result.ok) throw new Error(result.messages.map(formatMessage).join('\n'))
    const lines = readText('tests/fixtures/articles/specimen/article.md').split('\n')
    expect(lines[result.points.get('afterwards')!.line - 1]).toBe('## Afterwards')
    expect(result.points.size).toBe(new Set(ids(result.article)).size)
  })
})
