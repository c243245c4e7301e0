import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '#core/article'
import { parseArticle } from '#core/format'
import { socialImage, socialImageSvg, stretches } from '../../../src/build/social-image.ts'

function article(title: string, body: string, extra = ''): Article {
  const markdown = `---
title: ${title}
summary: Words.
lang: en
authors: [Jane Doe]
hands: [{ role: author, name: Jane Doe }]
source: { title: T, url: "https://example.org/", rights: Hers. }
layers:
  - { id: original, kind: original, label: Original text }
  - { id: comments, kind: commentary, label: Comments, voice: Somebody }
${extra}---

${body}
`
  const result = parseArticle(markdown, { slug: 'one' })
  if (!result.ok) throw new Error(JSON.stringify(result.messages))
  return result.article
}

const twoVoices = article(
  'A title',
  `${'word '.repeat(40)}

${'word '.repeat(40)}

:::commentary
${'word '.repeat(20)}
:::

:::editorial
Ours.
:::`,
)

describe('the image of a shared link', () => {
  it('shows every voice with its share of the length', () => {
    const [original, commentary, editorial] = stretches(twoVoices)
    expect(original).toMatchObject({ voice: 'original' })
    expect(commentary).toMatchObject({ voice: 'commentary' })
    expect(editorial).toEqual({ voice: 'editorial', length: 'Ours.'.length })
    expect(original!.length / commentary!.length).toBeCloseTo(4, 1)
  })

  it('is drawn in outlines, so that it looks the same on every machine', () => {
    const svg = socialImageSvg(article('Название – Titel ẞ Τίτλος', 'Text.'), 'Site')
    expect(svg).not.toMatch(/<text|font-family/)
    expect(svg).toBe(socialImageSvg(article('Название – Titel ẞ Τίτλος', 'Text.'), 'Site'))
  })

  it('asks for a system font where the text face has no such letters', () => {
    const svg = socialImageSvg(article('"عنوان <b> & \\u0001"', 'Text.'), 'Site')
    expect(svg).toContain('>عنوان &lt;b> &amp; </text>')
  })

  it('keeps even the longest title above the author', () => {
    const svg = socialImageSvg(article('Many many words '.repeat(40), 'Text.'), 'Site')
    const baselines = [...svg.matchAll(/translate\(\S+ ([\d.]+)\)/g)].map(([, y]) => Number(y))
    expect(Math.max(...baselines.filter((y) => y < 380))).toBeLessThan(380)
    expect(new Set(baselines).size).toBeLessThan(12)
  })

  describe('as a file', () => {
    let cache = ''
    beforeAll(async () => {
      cache = await mkdtemp(path.join(tmpdir(), 'social-image-'))
    })
    afterAll(() => rm(cache, { recursive: true }))

    it('is a PNG of the size that sites ask for, made once', async () => {
      const png = await socialImage(twoVoices, 'Site', cache)
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
      expect(await socialImage(twoVoices, 'Site', cache)).toEqual(png)
      expect(await readdir(path.join(cache, 'social-images'))).toHaveLength(1)
    })
  })
})
