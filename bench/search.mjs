/**
 * How long a keystroke of the search takes, on the first article and on a book a hundred times as long.
 *
 *   node bench/search.mjs
 *
 * Milliseconds in Node, without the page around it: reading the text and painting are not in it. A timing never
 * fails anything.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { root } from '../scripts/root.mjs'
import { findArticle, repeatArticle } from './generate.mjs'

const outDir = join(root, '.cache/bench/search')
for (const room of ['search', 'format']) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: ['minisearch'] },
    build: {
      ssr: join(root, `src/core/${room}/index.ts`),
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: `${room}.mjs` } },
    },
  })
}
const load = (name) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href)
const { buildSearchIndex, finish, readVocabulary, search, searchEntries } = await load('search')
const { parseArticle } = await load('format')

const { dir, slug } = await findArticle(root)
const [article, source] = await Promise.all(
  ['article.md', 'source.txt'].map((file) => readFile(join(dir, file), 'utf8')),
)
/** As somebody types them, letter by letter. */
const typed = ['azerbaijan and iran', '"nuclear program"', 'caspian oil', 'the']
const keystrokes = typed.flatMap((query) =>
  Array.from(query, (_, length) => query.slice(0, length + 1)),
)

for (const times of [1, 100]) {
  const text = times === 1 ? article : repeatArticle({ article, source, times }).article
  const parsed = parseArticle(text, { slug })
  if (!parsed.ok) throw new Error(`The article cannot be read at ×${times}.`)
  const entries = searchEntries(parsed.article)
  const letters = entries.reduce((sum, entry) => sum + entry.text.length, 0)
  console.log(`×${times}: ${letters.toLocaleString('en')} letters`)

  const slices = []
  const index = timed(() => runInSlices(buildSearchIndex(entries), slices))
  print('index', index.took, `longest slice ${Math.max(...slices).toFixed(1)}`)
  const vocabulary = timed(() => finish(readVocabulary(index.result)))
  print('words for typos', vocabulary.took)

  for (const forgivesTypos of [false, true]) {
    const options = { match: 'anywhere', forgivesTypos }
    const taken = keystrokes
      .map((query) => ({ query, ...timed(() => search(index.result, query, options)) }))
      .sort((a, b) => a.took - b.took)
    const worst = taken.at(-1)
    print(
      forgivesTypos ? 'keystroke, typos forgiven' : 'keystroke',
      taken[Math.floor(taken.length / 2)].took,
      `at most ${worst.took.toFixed(1)} (“${worst.query}”, ${worst.result.total} hits)`,
    )
  }
}

function runInSlices(work, slices) {
  for (;;) {
    const { took, result } = timed(() => work.next())
    slices.push(took)
    if (result.done) return result.value
  }
}

function timed(work) {
  const start = performance.now()
  const result = work()
  return { took: performance.now() - start, result }
}

function print(what, took, more = '') {
  console.log(`  ${what.padEnd(28)}${took.toFixed(1).padStart(8)} ms  ${more}`)
}
