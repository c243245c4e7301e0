import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ContentError, openContentFolder } from '../../../src/build/content-folder.ts'
import type { CompiledArticle } from '../../../src/build/content-folder.ts'
import { figuresOf } from '../../../src/build/figures.ts'
import { requestFor } from '../../../src/build/page-addresses.ts'

const article = (published: string, body: string) => `---
title: A title
summary: Words.
lang: en
authors: [Jane Doe]
hands: [{ role: author, name: Jane Doe }]
source: { title: T, url: "https://example.org/", published: "${published}", rights: Hers. }
layers:
  - { id: original, kind: original, label: Original text }
omissions: [{ text: T, what: the title, why: said above }]
---

${body}
`

describe('the folder of articles', () => {
  let root = ''
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'content-folder-'))
  })
  afterEach(() => rm(root, { recursive: true }))

  const write = async (file: string, data: string | Buffer) => {
    const target = path.join(root, 'content', file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, data)
  }
  const open = () => openContentFolder({ root, dir: path.join(root, 'content'), base: '/sub/' })
  const picture = () =>
    sharp({ create: { width: 30, height: 20, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
  const messagesOf = (compiled: CompiledArticle) => (compiled.ok ? [] : compiled.messages)

  it('gives its articles newest first', async () => {
    await write('older/article.md', article('2012-05-01', 'Words.'))
    await write('older/source.txt', 'T\nWords.')
    await write('newer/article.md', article('2013', 'Words.'))
    await write('newer/source.txt', 'T\nWords.')
    await write('site.yaml', 'name: Site')
    const articles = await open().articles()
    expect(articles.map(({ slug }) => slug)).toEqual(['newer', 'older'])
  })

  it('gives those that are in order, whatever is wrong with another', async () => {
    await write('broken/article.md', article('2013', 'Words :nonsense[here].'))
    await write('broken/source.txt', 'T\nWords here.')
    await write('good/article.md', article('2012', 'Words.'))
    await write('good/source.txt', 'T\nWords.')
    expect((await open().readable()).map(({ slug }) => slug)).toEqual(['good'])
    const settings = { site: { base: '/' } } as never
    expect(await requestFor('/', settings, open())).toMatchObject({
      type: 'library',
      articles: [{ slug: 'good' }],
    })
    expect(await requestFor('/read/good/', settings, open())).toMatchObject({ type: 'article' })
    await expect(requestFor('/read/broken/', settings, open())).rejects.toThrow(/nonsense/)
  })

  it('refuses names of folders that cannot stand in an address as they are', async () => {
    for (const name of ['Two Words', 'straße', 'a--b', 'under_score', '-a']) {
      await write(`${name}/article.md`, article('2012', 'Words.'))
      expect(messagesOf(await open().compile(name)), name).toMatchObject([
        { ruleId: 'folder-name', line: 1, column: 1 },
      ])
    }
  })

  it('tells all messages of all articles at once, each with its place', async () => {
    await write('one/article.md', article('2012', 'Words :nonsense[here].'))
    await write('one/source.txt', 'T\nWords here.')
    await write('two/article.md', article('2012', 'Words and more.'))
    await write('two/source.txt', 'T\nWords and less.')
    await expect(open().articles()).rejects.toThrow(
      /one\/article\.md:13:7 .*\n(.*\n)*.*two\/source\.txt:2:11 source-mismatch /,
    )
  })

  it('knows where Vite should point', () => {
    const place = { file: 'content/one/article.md', line: 3, column: 7 }
    const error = new ContentError([{ ...place, ruleId: 'x', reason: 'Wrong.', advice: 'Mend.' }])
    expect(error.loc).toEqual({ ...place, file: path.resolve(place.file) })
    expect(error.message).toContain('content/one/article.md:3:7 x Wrong. — Mend.')
  })

  it('gives figures the address and the size of their image', async () => {
    await write(
      'one/article.md',
      article('2012', '> :::figure{src="карта.png" alt="A map"}\n> :::'),
    )
    await write('one/source.txt', 'T')
    await write('one/карта.png', await picture())
    const compiled = await open().compile('one')
    expect(messagesOf(compiled)).toEqual([])
    if (!compiled.ok) return
    const [image] = compiled.images
    expect(image!.path).toMatch(/^assets\/one\/карта-[0-9a-f]{8}\.png$/)
    expect(figuresOf(compiled.article)).toMatchObject([
      { src: `/sub/${encodeURI(image!.path)}`, size: { width: 30, height: 20 } },
    ])
  })

  it('warns that nothing can be proved where there is no source', async () => {
    await write('one/article.md', article('2012', 'Words.'))
    const compiled = await open().compile('one')
    expect(compiled).toMatchObject({ ok: true, warnings: [{ ruleId: 'missing-source' }] })
  })

  it.each([
    ['missing.png', 'There is no file'],
    ['broken.png', 'cannot be read as an image'],
  ])('says where a figure names %s', async (src, reason) => {
    await write(
      'one/article.md',
      article('2012', `Words.\n\n:::figure{src="${src}" alt="A map"}\n:::`),
    )
    await write('one/source.txt', 'T\nWords.')
    await write('one/broken.png', 'no image')
    await write('two/map.png', await picture())
    const [message, ...others] = messagesOf(await open().compile('one'))
    expect(message).toMatchObject({ line: 15, column: 1, ruleId: 'figure-image' })
    expect(message?.reason).toContain(reason)
    expect(others).toEqual([])
  })

  it('tells of a folder with a source and no article, which holds nothing up', async () => {
    await write('whole/article.md', article('2012', 'Words.'))
    await write('whole/source.txt', 'T\nWords.')
    await write('begun/source.txt', 'Words.')
    await write('site.yaml', 'name: Site')
    const content = open()
    expect(await content.slugs()).toEqual(['whole'])
    expect(await content.unbegun()).toMatchObject([
      { ruleId: 'missing-article', file: path.join('content', 'begun', 'source.txt') },
    ])
  })

  it('compiles an article again only when told that it changed', async () => {
    await write('one/article.md', article('2012', 'Words.'))
    await write('one/source.txt', 'T\nWords.')
    const content = open()
    const first = await content.compile('one')
    expect(await content.compile('one')).toBe(first)
    const slug = content.slugOf(path.join(root, 'content', 'one', 'source.txt'))
    expect(slug).toBe('one')
    content.forget('one')
    expect(await content.compile('one')).not.toBe(first)
    expect(content.slugOf(path.join(root, 'content', 'site.yaml'))).toBeNull()
    expect(content.slugOf(path.join(root, 'elsewhere', 'one', 'article.md'))).toBeNull()
  })
})
