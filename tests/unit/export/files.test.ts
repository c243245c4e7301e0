// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { layerBlocks, presetLayers, PRESETS } from '#core/article'
import { mergePassages, selectLayers, writeHtml, writeJson, writePlainText } from '#core/export'
import { formatMessage, parseArticle } from '#core/format'
import { serializeArticle } from '#core/format/writer'
import { article } from '../format/fixtures.ts'
import { articles, editionOf, layersOf, originalOf } from '../../support/export.ts'

describe.each(articles)('%s', (_, article) => {
  it('comes back from Markdown as it was, when all of it is taken', () => {
    const all = selectLayers(article, { layers: layersOf(article), footnotes: true })
    expect(all).toEqual(article)
    const read = parseArticle(serializeArticle(mergePassages(all)), { slug: article.slug })
    expect(read.ok && read.article).toEqual(article)
  })

  it('is in order as Markdown with any view of it, with notes and without', () => {
    for (const name of PRESETS) {
      for (const footnotes of [true, false]) {
        const layers = presetLayers(name, article.layers)
        const chosen = mergePassages(selectLayers(article, { layers, footnotes }))
        const read = parseArticle(serializeArticle(chosen), { slug: article.slug })
        const told = read.ok
          ? read.warnings.filter(({ ruleId }) => ruleId === 'names')
          : read.messages
        expect(told.map(formatMessage)).toEqual([])
        for (const { id, kind } of article.layers) {
          const blocks = read.ok ? layerBlocks(read.article, id) : []
          const isWanted = layers.includes(id) || kind === 'original'
          if (!isWanted) expect(blocks).toEqual([])
        }
      }
    }
  })

  it('keeps every word of the author when only his are taken', () => {
    const original = article.layers.find(({ kind }) => kind === 'original')?.id ?? 'editorial'
    const wordsIn = (from: typeof article) =>
      layerBlocks(from, original)
        .map(({ text }) => text.toLowerCase())
        .join('\n')
    const kept = selectLayers(article, { layers: originalOf(article), footnotes: true })
    expect(wordsIn(kept)).toBe(wordsIn(article))
  })

  it('is a page that needs no script and no network', () => {
    const html = writeHtml(editionOf(article))
    const page = new DOMParser().parseFromString(html, 'text/html')
    expect(
      page.querySelector('script, iframe, object, [onclick], link[rel="stylesheet"]'),
    ).toBeNull()
    for (const loaded of page.querySelectorAll('[src]')) {
      expect(loaded.getAttribute('src')).toMatch(/^data:image\//)
    }
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const loose = [...page.querySelectorAll('a[href^="#"]')]
      .map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
      .filter((id) => !ids.includes(id))
    expect(loose).toEqual([])
    for (const { id } of article.layers) {
      expect(page.querySelector(`input[type="checkbox"][id="show-${id}"]`)).not.toBeNull()
    }
  })

  it('leads nowhere that was left behind', () => {
    const html = writeHtml(editionOf(article, originalOf(article), false))
    const page = new DOMParser().parseFromString(html, 'text/html')
    for (const link of page.querySelectorAll('a[href^="#"]')) {
      const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')
      expect(page.getElementById(id), id).not.toBeNull()
    }
    expect(page.querySelector('[role="doc-noteref"], .endnotes')).toBeNull()
  })

  it('names each voice in plain text, and says where it ends', () => {
    const edition = editionOf(article)
    const text = writePlainText(edition)
    const voices = article.sections
      .flatMap(({ passages }) => passages)
      .filter(({ layer, role }) => {
        const kind = article.layers.find(({ id }) => id === layer)?.kind
        return role === 'text' && (kind === 'commentary' || kind === 'background')
      })
    expect(text.match(/^\[(?:Comment|Background) · .*:\]$/gm) ?? []).toHaveLength(voices.length)
    expect(text.match(/^\[End of (?:comment|background insert)\.\]$/gm) ?? []).toHaveLength(
      voices.length,
    )
    for (const note of article.footnotes) expect(text).toContain(`\n[${note.label}] `)
  })

  it('is read back from its data', () => {
    const data: unknown = JSON.parse(writeJson(article, 'https://reader.example/'))
    expect(data).toEqual({
      format: 'palimpsest-article',
      version: 1,
      url: 'https://reader.example/',
      article: JSON.parse(JSON.stringify(article)) as unknown,
    })
  })
})

it('a listed name is taken along by its forms that the chosen words mention as whole words', () => {
  const whole = article(
    'Iran’s lamp, and LAMPS.\n\n:::commentary{layer="first"}\nIra of Skerry, the Skerrian.\n:::\n\nSkerryvore.[^1]\n\n[^1]: The Iranian.\n',
    'capitals: { LAMPS: Lamps }\nnames: { Skerry: { kind: place, forms: [Skerrian] }, Ira: { kind: person }, Iran: { kind: place, forms: [Iranian] }, Lamps: { kind: work } }\n',
  )
  const namesWith = (layers: readonly string[], footnotes: boolean) =>
    selectLayers(whole, {
      layers: layersOf(whole).filter((id) => layers.includes(id)),
      footnotes,
    }).names.map(({ name, forms }) => [name, ...forms])
  expect(namesWith(['original', 'first'], true)).toEqual([
    ['Skerry', 'Skerrian'],
    ['Ira'],
    ['Iran', 'Iranian'],
    ['Lamps'],
  ])
  expect(namesWith(['original'], false)).toEqual([['Iran'], ['Lamps']])
})
