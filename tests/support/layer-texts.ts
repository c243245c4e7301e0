import path from 'node:path'
import { build } from 'vite'
import { layerBlocks, type Article } from '#core/article'
import { openContentFolder } from '../../src/build/content-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** A layer's text, block by block: the block's id and its words. */
export type LayersAsBlocks = Readonly<Record<string, readonly (readonly [string, string])[]>>

/** The articles of a folder as the build compiles them. */
export async function compiledArticles(folder: string): Promise<readonly Article[]> {
  return openContentFolder({ root, dir: path.join(root, folder), base: '/' }).articles()
}

/** Every layer that says anything, after the model. Case is the one thing in which the page differs. */
export function layersOfModel(article: Article): LayersAsBlocks {
  const speakers = [...article.layers.map((layer) => layer.id), 'editorial' as const]
  return Object.fromEntries(
    speakers.flatMap((layer) => {
      const blocks = layerBlocks(article, layer)
      const said = blocks.map(({ block, text }) => [block, text.toLowerCase()] as const)
      return said.length === 0 ? [] : [[layer, said]]
    }),
  )
}

/** A script whose value are the layers of the page, read as the reader reads them. */
export async function layersOnPageScript(original: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.join(root, 'src/features/reader/text-on-page.ts'),
        formats: ['iife'],
        name: 'textOnPage',
        fileName: 'text-on-page',
      },
    },
  })
  const [bundle] = Array.isArray(result) ? result : []
  const code = bundle?.output[0].code
  if (code === undefined) throw new Error('The reader’s text-on-page.ts could not be bundled.')
  return `(() => {
    ${code}
    const texts = textOnPage.readTexts(document.querySelector('main'), ${JSON.stringify(original)})
    return Object.fromEntries(texts.map(({ layer, text }) => [
      layer,
      text.spansOf(0, text.text.length).map(({ block, start, end }) => {
        const at = text.offsetOf({ block, offset: 0 })
        return [block, text.text.slice(at + start, at + end).toLowerCase()]
      }),
    ]))
  })()`
}
