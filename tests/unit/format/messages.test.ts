import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkArticle, formatMessage, RULE_IDS } from '#core/format'
import { readText } from './fixtures.ts'

const folder = 'tests/fixtures/articles/errors'
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -3))

describe('messages', () => {
  it.each(names)('say what is wrong, and where: %s', (name) => {
    const source = `${folder}/${name}.txt`
    const { article, messages } = checkArticle({
      markdown: readText(folder, `${name}.md`),
      source: existsSync(source) ? readText(source) : null,
      slug: name,
      file: `${name}.md`,
      sourceFile: `${name}.txt`,
    })
    const found = messages.map(({ ruleId, severity, file, line, column, reason }) => ({
      ruleId,
      severity,
      ...(file === `${name}.md` ? {} : { file }),
      line,
      column,
      reason,
    }))
    expect(found).toEqual(JSON.parse(readText(folder, `${name}.json`)))
    expect(messages.some(({ ruleId }) => ruleId === name)).toBe(true)
    expect(article === null).toBe(messages.some(({ severity }) => severity === 'error'))
    for (const { advice } of messages) expect(advice).toMatch(/^[A-Z`].*\.$/u)
  })

  it('have an example of each rule', () => {
    expect([...names].sort()).toEqual([...RULE_IDS].sort())
  })

  it('are explained in the description of the format', () => {
    const guide = readText('docs/format.md')
    expect(RULE_IDS.filter((rule) => !guide.includes(`\`${rule}\``))).toEqual([])
  })

  it('can be shown on one line', () => {
    const message = {
      ruleId: 'raw-html',
      severity: 'error',
      reason: 'R.',
      advice: 'A.',
      line: 2,
      column: 3,
      file: 'f.md',
    } as const
    expect(formatMessage(message)).toBe('f.md:2:3  error  R. A.  (raw-html)')
  })
})
