import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readArticleFile } from '#core/sharing'

const ARTICLE = `---
title: The lamp
layers: [{ id: original, kind: original, label: Original }]
---

The keeper had left.
`

describe('a file that may hold an article of this site', () => {
  it.each([
    ['as this site writes it', ARTICLE, ARTICLE],
    ['with the line ends of Windows', ARTICLE.replaceAll('\n', '\r\n'), null],
    ['with a byte order mark, as some editors write it', `\uFEFF${ARTICLE}`, ARTICLE],
  ])('is one, %s', (_, text, markdown) => {
    expect(readArticleFile(strToU8(text), 'article.md')).toEqual({
      ok: true,
      folder: { slug: '', markdown: markdown ?? text, source: null },
    })
  })

  it.each([
    ['another name', ARTICLE, 'article.txt'],
    ['no facts at its head', 'layers: of rock\n', 'rocks.md'],
    ['facts, but no voices', '---\ntitle: Rocks\n---\n\nlayers: of rock\n', 'rocks.md'],
    ['a rule at its head', '---\nlayers: of rock\n', 'rocks.md'],
  ])('is none with %s', (_, text, name) => {
    expect(readArticleFile(strToU8(text), name)).toEqual({ ok: false, reason: 'no-article' })
  })

  it('is told from a package without one, and has its own fault where it is damaged', () => {
    const other = zipSync({ 'word/document.xml': strToU8('<w/>') })
    expect(readArticleFile(other, 'letter.zip')).toEqual({ ok: false, reason: 'no-article' })
    const whole = zipSync({ 'lamp/article.md': strToU8(ARTICLE) })
    expect(readArticleFile(whole, 'LAMP.ZIP')).toMatchObject({ ok: true, folder: { slug: 'lamp' } })
    const marked = zipSync({ 'article.md': strToU8(`\uFEFF${ARTICLE}`) })
    expect(readArticleFile(marked, 'lamp.zip')).toMatchObject({
      folder: { markdown: `\uFEFF${ARTICLE}` },
    })
    const cut = whole.slice(0, 60)
    expect(readArticleFile(cut, 'lamp.zip')).toEqual({ ok: false, reason: 'damaged' })
  })
})
