/**
 * How long the importer takes to read a repost and tell its voices apart: the first article as it came,
 * ten and a hundred times as long, as plain text and as a saved page.
 *
 *   node bench/importer.mjs [--runs 7]
 *
 * Milliseconds in Node, which is what its worker does; medians. What matters is how they grow: the
 * exponent is 1 where twice the length takes twice as long. A timing never fails anything.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { root } from '../scripts/root.mjs'
import { findArticle } from './generate.mjs'

const { values: flags } = parseArgs({ options: { runs: { type: 'string', default: '7' } } })
const runs = Number(flags.runs)

const outDir = join(root, '.cache/bench/importer')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'src/core/importer/index.ts'),
    outDir,
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: { output: { entryFileNames: 'importer.mjs' } },
  },
})
const { readMaterial, separate } = await import(pathToFileURL(join(outDir, 'importer.mjs')).href)

const { dir } = await findArticle(root)
const source = await readFile(join(dir, 'source.txt'), 'utf8')
const asPage = (text) =>
  `<!doctype html><html lang="en"><head><title>A repost</title></head><body><article>${text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n')}</article></body></html>`

for (const { name, file, write } of [
  { name: 'plain text', file: 'repost.txt', write: (text) => text },
  { name: 'saved page', file: 'repost.html', write: asPage },
]) {
  const medians = []
  for (const times of [1, 10, 100]) {
    const bytes = new TextEncoder().encode(write(`${source}\n\n`.repeat(times)))
    const taken = []
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now()
      const material = await readMaterial({
        type: 'file',
        bytes,
        name: file,
        mediaType: null,
      })
      const read = performance.now()
      const { segments } = separate(material)
      taken.push({ read: read - start, separate: performance.now() - read, segments })
    }
    const middle = (key) => taken.map((one) => one[key]).toSorted((a, b) => a - b)[runs >> 1]
    const [read, told] = [middle('read'), middle('separate')]
    medians.push({ size: bytes.length, took: read + told })
    console.log(
      `${name} ×${times}, ${(bytes.length / 1000).toFixed(0)} KB, ${taken[0].segments.length} blocks: ` +
        `${(read + told).toFixed(1)} ms (read ${read.toFixed(1)}, told apart ${told.toFixed(1)})`,
    )
  }
  const [, ten, hundred] = medians
  const exponent = Math.log(hundred.took / ten.took) / Math.log(hundred.size / ten.size)
  console.log(`${name}: grows with exponent ${exponent.toFixed(2)} from ×10 to ×100\n`)
}
