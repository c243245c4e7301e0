import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { assignIds, parseArticle, serializeArticle } from '#core/format'
import { draftArticle, readMaterial, separate, startDraft } from '#core/importer'
import { sentences } from '#words/importer-article'

const FIRST = 'src/content/israeli-azerbaijani-alliance-and-iran-3/source.txt'

/** The folder that the importer makes of the first article, before anybody has looked at it. */
async function importedFolder() {
  const bytes = new Uint8Array(readFileSync(FIRST))
  const material = await readMaterial({ type: 'file', bytes, name: 'post.txt', mediaType: null })
  const { article, source } = draftArticle(startDraft(material, separate(material)), {
    slug: 'imported',
    sentences,
  })
  return { material, markdown: serializeArticle(assignIds(article)), source }
}

it('a publisher can drop the folder of an imported text into the site, and its check passes', async () => {
  const { markdown, source } = await importedFolder()
  const content = mkdtempSync(path.join(tmpdir(), 'palimpsest-published-'))
  try {
    const folder = path.join(content, 'imported')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'article.md'), markdown)
    writeFileSync(path.join(folder, 'source.txt'), source)
    const told = execFileSync(process.execPath, ['scripts/check.mjs'], {
      env: { ...process.env, CONTENT_DIR: content },
      encoding: 'utf8',
    })
    expect(told).toBe('1 article is in order, 0 are not.\n')
  } finally {
    rmSync(content, { recursive: true, force: true })
  }
})

it('the source of plain text is the text, letter by letter', async () => {
  const { material, source } = await importedFolder()
  expect(source).toBe(`${material.text.trim()}\n`)
})

it('the first article comes out with its layers, its notes and its capitals', async () => {
  const { markdown } = await importedFolder()
  const result = parseArticle(markdown, { slug: 'imported' })
  if (!result.ok) throw new Error('It cannot be read.')
  const { layers, footnotes } = result.article
  expect(layers.map(({ kind }) => kind)).toEqual([
    'original',
    'commentary',
    'background',
    'footnotes',
    'capitals',
  ])
  const statuses = new Map(footnotes.map(({ label, status }) => [label, status]))
  expect([...statuses].filter(([, status]) => status !== 'whole')).toEqual([
    ['46', 'lost'],
    ['50', 'short-form'],
    ['52', 'cut-off'],
  ])
  expect(statuses.size).toBe(11)
  expect(markdown).toContain('  IRAN: Iran\n')
  expect(markdown).toContain('  ISRAEL’S: Israel’s\n')
  expect(markdown).not.toMatch(/^ {2}(?:CIS|BTC|BP):/mu)
})
