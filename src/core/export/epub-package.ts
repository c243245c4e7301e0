import type { Article } from '#core/article'
import { inlineWords } from '#core/article'
import { notesFile, sectionFile } from './epub-places.ts'
import { element, escaped } from './markup-text.ts'
import type { Edition } from './setting.ts'

/** One file of the book, as the package lists it. */
export interface ManifestItem {
  readonly id: string
  readonly href: string
  readonly mediaType: string
  readonly properties?: string
  /** Whether one comes to it by leafing through. */
  readonly isInSpine: boolean
}

export interface PackageFacts {
  readonly items: readonly ManifestItem[]
  /** When the book was made. */
  readonly modified: Date
  readonly hasImages: boolean
}

export function packageDocument(edition: Edition, facts: PackageFacts): string {
  const { article, wording, url } = edition
  const metadata = [
    `<dc:identifier id="id">${escaped(identifier(edition))}</dc:identifier>`,
    `<dc:title>${escaped(article.title)}</dc:title>`,
    `<dc:language>${escaped(article.lang)}</dc:language>`,
    ...article.authors.map((author) => `<dc:creator>${escaped(author)}</dc:creator>`),
    ...(article.source.published === null
      ? []
      : [`<dc:date>${escaped(article.source.published.slice(0, 10))}</dc:date>`]),
    `<dc:description>${escaped(article.summary)}</dc:description>`,
    `<dc:rights>${escaped(article.source.rights)}</dc:rights>`,
    ...(article.source.url === null
      ? []
      : [`<dc:source>${escaped(article.source.url)}</dc:source>`]),
    `<dc:relation>${escaped(url)}</dc:relation>`,
    ...seriesOf(article),
    meta('dcterms:modified', facts.modified.toISOString().replace(/\.\d+Z$/, 'Z')),
    meta('schema:accessMode', 'textual'),
    ...(facts.hasImages ? [meta('schema:accessMode', 'visual')] : []),
    meta('schema:accessModeSufficient', 'textual'),
    ...FEATURES.map((feature) => meta('schema:accessibilityFeature', feature)),
    ...(facts.hasImages ? [meta('schema:accessibilityFeature', 'alternativeText')] : []),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', wording.accessibilitySummary),
  ]
  const manifest = facts.items.map(({ id, href, mediaType, properties }) =>
    element('item', { id, href, 'media-type': mediaType, properties }),
  )
  const spine = facts.items
    .filter(({ isInSpine }) => isInSpine)
    .map(({ id }) => element('itemref', { idref: id }))
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escaped(article.lang)}" dir="${article.dir}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine page-progression-direction="${article.dir}">
${spine.join('\n')}
</spine>
</package>
`
}

const FEATURES = [
  'structuralNavigation',
  'tableOfContents',
  'readingOrder',
  'displayTransformability',
]

/** The same selection of the same article is the same book; another selection is another. */
function identifier({ article, url }: Edition): string {
  return `${url}#layers=${article.layers.map(({ id }) => id).join(',')}`
}

function meta(property: string, value: string): string {
  return `<meta property="${property}">${escaped(value)}</meta>`
}

function seriesOf({ series }: Article): readonly string[] {
  if (series === null) return []
  return [
    `<meta property="belongs-to-collection" id="series">${escaped(series.title)}</meta>`,
    '<meta refines="#series" property="collection-type">series</meta>',
    `<meta refines="#series" property="group-position">${series.part}</meta>`,
  ]
}

/** The contents: the sections, nested as their headings are, and what stands behind the text. */
export function navigation({ article, wording }: Edition): string {
  const entries = [
    { href: 'title.xhtml', depth: 2, title: article.title },
    ...article.sections.flatMap(({ heading }, index) =>
      heading === null
        ? []
        : [
            {
              href: sectionFile(index),
              depth: heading.depth,
              title: inlineWords(heading.children) || String(index + 1),
            },
          ],
    ),
    ...(article.footnotes.length > 0 ? [{ href: notesFile, depth: 2, title: wording.notes }] : []),
    { href: 'colophon.xhtml', depth: 2, title: wording.aboutEdition },
  ]
  let list = ''
  let depth = 1
  for (const entry of entries) {
    const line = `<li><a href="${entry.href}">${escaped(entry.title)}</a>`
    // Headings go down one step at a time; coming up they may skip.
    if (entry.depth > depth) list += `\n<ol>\n${line}`
    else list += `${'</li>\n</ol>\n'.repeat(depth - entry.depth)}</li>\n${line}`
    depth = Math.min(entry.depth, depth + 1)
  }
  list += '</li>\n</ol>\n'.repeat(depth - 1)
  return `<nav epub:type="toc" role="doc-toc" aria-labelledby="toc.heading">
<h1 id="toc.heading">${escaped(wording.contents)}</h1>${list}</nav>`
}
