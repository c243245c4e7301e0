/**
 * How long the importer takes for the first article's source, for a book ten and a hundred times as
 * long, and for the same as a saved page: reading, and telling the voices apart.
 *
 *   node bench/importer.mjs
 *
 * Milliseconds in Node, as in the worker: no page is waiting. Part of `npm run bench`; a timing never
 * fails anything.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { root } from '../scripts/root.mjs'
import { findArticle, repeatArticle } from './generate.mjs'

const SCALES = [1, 10, 100]
const RUNS = 5

/** @returns {Promise<string>} a table for people */
export async function importerReport() {
  const { readMaterial, separate } = await loadImporter()
  const { dir } = await findArticle(root)
  const [article, source] = await Promise.all(
    ['article.md', 'source.txt'].map((file) => readFile(join(dir, file), 'utf8')),
  )
  const lines = ['The importer, in Node: milliseconds, the least of several runs']
  for (const [name, write] of [
    ['a.txt', (text) => text],
    ['a.html', asPage],
  ]) {
    const sums = []
    for (const times of SCALES) {
      const text = write(times === 1 ? source : repeatArticle({ article, source, times }).source)
      const bytes = new TextEncoder().encode(text)
      let [reading, separating] = [Infinity, Infinity]
      for (let run = 0; run < (times === 100 ? 2 : RUNS); run += 1) {
        const start = performance.now()
        const material = await readMaterial({ type: 'file', bytes, name, mediaType: null })
        const read = performance.now()
        separate(material)
        reading = Math.min(reading, read - start)
        separating = Math.min(separating, performance.now() - read)
      }
      sums.push(reading + separating)
      const size = `${(bytes.length / 1e6).toFixed(2)} MB`
      lines.push(
        `  ${name.padEnd(7)} ×${String(times).padEnd(4)}${size.padStart(9)}   reading ${reading.toFixed(0).padStart(5)}   separating ${separating.toFixed(0).padStart(5)}`,
      )
    }
    const exponent = (Math.log(sums.at(-1) / sums[0]) / Math.log(SCALES.at(-1))).toFixed(2)
    lines.push(`  ${name.padEnd(7)} growth ${exponent} (1 is as the length)`)
  }
  return lines.join('\n')
}

/** A page as blogs write it, with what stands around a text. */
function asPage(source) {
  const escaped = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const paragraphs = escaped.split('\n').filter((line) => line.trim() !== '')
  const body = paragraphs
    .map((line) => `<p><span style="font-family: serif">${line}</span></p>`)
    .join('\n')
  return `<!doctype html><html lang="en"><head><title>A page</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article>${body}</article><footer><p>All rights reserved</p></footer></body></html>`
}

async function loadImporter() {
  const outDir = join(root, '.cache/bench/importer')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/core/importer/index.ts'),
      outDir,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'importer.mjs' } },
    },
  })
  return import(pathToFileURL(join(outDir, 'importer.mjs')).href)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await importerReport())
