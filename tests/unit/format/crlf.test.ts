import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkArticle } from '#core/format'

test('lines may end as on Windows', () => {
  const folder = path.resolve(
    import.meta.dirname,
    '../../../src/content/israeli-azerbaijani-alliance-and-iran-3',
  )
  const read = (name: string) =>
    readFileSync(path.join(folder, name), 'utf8').replaceAll('\n', '\r\n')
  const { messages } = checkArticle({
    markdown: read('article.md'),
    source: read('source.txt'),
    slug: 'any',
  })
  expect(messages).toEqual([])
})
