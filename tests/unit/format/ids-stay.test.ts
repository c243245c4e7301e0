import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article'
import { formatMessage, parseArticle } from '#core/format'
import { seeded } from '../anchoring/staged-edits.ts'
import { articleFolders, readText } from './fixtures.ts'

/*
 * A link that somebody keeps must outlive the edits of others. Here every article of the repository
 * is edited, one edit after another, and every id that does not belong to the edited words must stay.
 */

function parsed(text: string): Article {
  const result = parseArticle(text, { slug: 'test' })
  if (!result.ok) throw new Error(result.messages.map(formatMessage).join('\n'))
  return result.article
}

/** The ids of places with what they name, so that an id that moves to other words is noticed too. */
function places(article: Article): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    if ('id' in value && typeof value.id === 'string' && !('label' in value && 'shown' in value))
      found.set(value.id, JSON.stringify(value).slice(0, 200))
    Object.values(value).forEach(visit)
  }
  visit([article.sections, article.footnotes])
  return found
}

/** The paragraphs of a file that are plain words, as line numbers. */
function plainLines(lines: readonly string[]): readonly number[] {
  const body = lines.indexOf('---', 1)
  return lines.flatMap((line, at) =>
    at > body && /^\p{L}/u.test(line) && lines[at - 1] === '' && lines[at + 1] === '' ? [at] : [],
  )
}

for (const folder of articleFolders) {
  const source = readText(join(folder, 'article.md'))

  describe(`the ids of ${folder}`, () => {
    it('stay when words behind the first ones of a paragraph are edited', () => {
      const random = seeded(1)
      const before = [...places(parsed(source)).keys()]
      const lines = source.split('\n')
      for (const at of plainLines(lines)) {
        const words = (lines[at] ?? '').split(' ')
        if (words.length < 12) continue
        const where = 8 + Math.floor(random() * (words.length - 9))
        // Only between plain words: a directive taken apart is another article.
        if (/[:[\]{}<>*`^"]/.test(words.slice(where - 1, where + 2).join(' '))) continue
        words.splice(where, 0, 'altogether')
        lines[at] = words.join(' ')
      }
      expect([...places(parsed(lines.join('\n'))).keys()]).toEqual(before)
    })

    it('stay when paragraphs, remarks, notes and sections come in anywhere', () => {
      const before = places(parsed(source))
      const random = seeded(2)
      let lines = source.split('\n')
      const layer = parsed(source).layers.find(({ kind }) => kind === 'commentary')?.id
      for (let edit = 0; edit < 6; edit += 1) {
        const spots = plainLines(lines)
        const at = spots[Math.floor(random() * spots.length)] ?? 0
        const news =
          [
            [`Brand new words, number ${edit}, that nobody had written.`],
            [`## New section ${edit}`, '', `It begins with words ${edit} of its own.`],
            layer === undefined
              ? [`More new words, number ${edit}.`]
              : [`:::commentary{layer="${layer}"}`, `A new remark, number ${edit}.`, ':::'],
          ][edit % 3] ?? []
        // After a paragraph: a passage has the name of its first one.
        lines = [...lines.slice(0, at + 1), '', ...news, ...lines.slice(at + 1)]
      }
      const after = places(parsed(lines.join('\n')))
      expect([...after.keys()]).toEqual(expect.arrayContaining([...before.keys()]))
      expect(after.size).toBeGreaterThan(before.size + 5)
    })

    it('stay when a layer is added', () => {
      const before = [...places(parsed(source)).keys()]
      // Where remarks do not say whose they are, there may be only one layer of their kind.
      const kind = /^:::commentary(?!.*layer=)/m.test(source) ? 'background' : 'commentary'
      const more = source.replace(
        /^ {2}- kind: footnotes$/m,
        `  - id: newcomer\n    kind: ${kind}\n    label: A newcomer\n  - kind: footnotes`,
      )
      expect(more).not.toBe(source)
      const remarked = `${more}\n:::${kind}{layer="newcomer"}\nI am new here.\n:::\n`
      expect([...places(parsed(remarked)).keys()]).toEqual(expect.arrayContaining(before))
    })
  })
}
