import type { Article, LayerId } from '#core/article'
import { selectLayers, type Edition } from '#core/export'
import { wording } from '#features/export'
import { articleFolders, readText } from '../unit/format/fixtures.ts'
import { parseArticle } from '#core/format'

/** An article of a folder, by the folder's name. */
export function articleIn(folder: string): Article {
  const slug = folder.split('/').at(-1) ?? ''
  const result = parseArticle(readText(folder, 'article.md'), { slug })
  if (!result.ok) throw new Error(`${folder} is not in order.`)
  return result.article
}

export const articles: readonly (readonly [folder: string, article: Article])[] =
  articleFolders.map((folder) => [folder, articleIn(folder)])

export const layersOf = (article: Article): readonly LayerId[] => article.layers.map(({ id }) => id)

export const originalOf = (article: Article): readonly LayerId[] =>
  article.layers
    .filter(({ kind }) => kind === 'original' || kind === 'footnotes')
    .map(({ id }) => id)

/** An edition at an address of its own, with an image for every figure. */
export function editionOf(
  article: Article,
  layers: readonly LayerId[] = layersOf(article),
  footnotes = true,
): Edition {
  const url = `https://reader.example/read/${article.slug}/`
  return {
    article: selectLayers(article, { layers, footnotes }),
    url,
    resolve: (address) => new URL(address, url).href,
    wording,
    images: [{ src: 'harbour.png', mediaType: 'image/png', bytes: pixel }],
  }
}

/** The smallest picture there is. */
const pixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)
