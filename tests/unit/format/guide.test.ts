import { describe, expect, it } from 'vitest'
import { parseArticle } from '#core/format'
import { readText } from './fixtures.ts'

const guide = readText('docs/format.md')
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)\\n\`\`\`$`, 'gmu'))].map(
    (match) => match[1]!,
  )

const frontMatter = blocks('yaml')[0]!

/** Rules that an example breaks by being one: its notes and places stand elsewhere. */
const APART = ['alias-target', 'footnote-status', 'names']
const broken = (markdown: string) => {
  const result = parseArticle(`${frontMatter}\n\n${markdown}\n`, { slug: 'guide' })
  return result.ok ? [] : result.messages.filter(({ ruleId }) => !APART.includes(ruleId))
}

describe('the description of the format', () => {
  it('has an example of front matter that is right', () => {
    expect(broken('Words.')).toEqual([])
  })

  it.each(blocks('markdown'))('has an example of every block that is right: %s', (example) => {
    expect(broken(example)).toEqual([])
  })

  it('has an example of everything inside a line that is right', () => {
    const examples = [...guide.matchAll(/^\| `(:[^|]*)` +\|/gmu)].map((match) => match[1]!)
    expect(examples.length).toBeGreaterThanOrEqual(7)
    expect(broken(examples.join('\n\n'))).toEqual([])
  })
})
