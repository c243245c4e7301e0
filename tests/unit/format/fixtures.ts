import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '#core/article'
import { formatMessage, parseArticle } from '#core/format'

/** Folders with an article and its source: our fixtures and the published ones. */
export const articleFolders: readonly string[] = [
  ...['specimen', 'rtl', 'cyrillic'].map((name) => join('tests/fixtures/articles', name)),
  ...readdirSync('src/content')
    .map((name) => join('src/content', name))
    .filter((folder) => existsSync(join(folder, 'article.md'))),
]

/** How many times more than usual a property is tried: `THOROUGHNESS=20 npx vitest run tests/unit/format`. */
export const thoroughness = Number(process.env['THOROUGHNESS'] ?? 1)

export function readText(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8')
}

/** Front matter with one layer of each kind, and a second commentator. */
export const frontMatter = (extra = '') => `---
title: A test
summary: A summary.
lang: en
authors: [Somebody]
source: { title: A TEST, url: "https://board.example/1", rights: Ours. }
layers:
  - { id: original, kind: original, label: Original }
  - { id: first, kind: commentary, label: First }
  - { id: second, kind: commentary, label: Second }
  - { id: background, kind: background, label: Background }
  - { kind: footnotes, label: Markers }
  - { kind: capitals, label: Capitals }
${extra}---

`

/** The article that this text is, or an error with everything that is wrong with it. */
export function article(text: string, extra = ''): Article {
  const result = parseArticle(frontMatter(extra) + text, { slug: 'test' })
  if (!result.ok) throw new Error(result.messages.map(formatMessage).join('\n'))
  return result.article
}

/** The rules that this text breaks, in order. */
export function brokenRules(text: string, extra = ''): readonly string[] {
  const result = parseArticle(frontMatter(extra) + text, { slug: 'test' })
  return result.ok ? [] : result.messages.map((message) => message.ruleId)
}
