import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article'
import { formatMessage, parseArticle, serializeArticle } from '#core/format'
import { anyArticle } from './arbitrary-article.ts'
import { article, articleFolders, readText, thoroughness } from './fixtures.ts'

function parsed(markdown: string, slug: string): Article {
  const result = parseArticle(markdown, { slug })
  if (!result.ok) throw new Error(`${markdown}\n${result.messages.map(formatMessage).join('\n')}`)
  return result.article
}

describe('parse and serialize are inverse', { timeout: 30_000 }, () => {
  it.each(articleFolders)('over %s', (folder) => {
    const before = parsed(readText(folder, 'article.md'), 'fixture')
    const markdown = serializeArticle(before)
    const after = parsed(markdown, 'fixture')
    expect(after).toEqual(before)
    expect(serializeArticle(after)).toBe(markdown)
  })

  it(
    'over any article',
    () => {
      fc.assert(
        fc.property(anyArticle, (before) => {
          const markdown = serializeArticle(before)
          const after = parsed(markdown, before.slug)
          expect(after).toEqual(before)
          expect(serializeArticle(after)).toBe(markdown)
        }),
        { numRuns: 15 * thoroughness, interruptAfterTimeLimit: 20_000 * thoroughness },
      )
    },
    60_000 * thoroughness,
  )
})

describe('an article that is written out', () => {
  it('keeps two lists in a row apart, also where both begin with a rule', () => {
    const before = article('- - ___\n\n  * ___\n\n  so\n- so\n')
    const after = parsed(serializeArticle(before), before.slug)
    expect(after).toEqual(before)
    expect(JSON.stringify(after).match(/"type":"list"/gu)).toHaveLength(3)
  })

  it('sets ids by hand only where the words give others', () => {
    const markdown = serializeArticle(
      article(
        '::anchor{#one}\n\nOne.\n\n::anchor{#two-words}\n\nTwo words.\n\n::anchor{#mine}\n\nThree.\n',
      ),
    )
    expect(markdown.match(/::anchor\{[^}]*\}/gu)).toEqual(['::anchor{#mine}'])
  })

  it('leaves capitals to the list, and marks those that the list cannot tell', () => {
    const text = 'OIL and LAMP and :capitals[SEA]{plain="Sea"}, once more SEA.'
    const markdown = serializeArticle(article(text, 'capitals: { OIL: Oil, LAMP: Lamp }\n'))
    expect(markdown).toContain('OIL and LAMP and :capitals[SEA]{plain="Sea"}, once more SEA.')
    expect(markdown).toContain('capitals:\n  LAMP: Lamp\n  OIL: Oil\n')
  })

  it('is as readable as what a person writes', () => {
    const text =
      'At 10:30, *slowly*.[^1]\n\n:::commentary[See:]{layer="first" origin="lost"}\n- so\n:::\n\n[^1]: A note.\n'
    const markdown = serializeArticle(article(text))
    expect(markdown.slice(markdown.indexOf('\n---\n') + 6)).toBe(text.replace('10:30', '10\\:30'))
  })
})
