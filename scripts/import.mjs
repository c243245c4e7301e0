/**
 * `npm run import -- FILE [--json] [--out DIR] [--format txt|md|html|epub|docx]`: reads a repost, says
 * who is speaking where and why, and writes the folder of the article where that is wished. Needs no
 * build, and asks no network.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { root } from './root.mjs'

/** @param {string} file */
function load(file) {
  return runnerImport(path.join(root, 'src', file), { root, configFile: false, logLevel: 'error' })
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** @type {{ module: typeof import('../src/build/import-command.ts') }} */
const { module: command } = await load('build/import-command.ts')
const { words } = command

/** @returns {{ file: string, json: boolean, format: string | null, out: string | null }} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        format: { type: 'string' },
        out: { type: 'string' },
      },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return stop(words.notOneFile)
    return { file, json: values.json, format: values.format ?? null, out: values.out ?? null }
  } catch {
    return stop(words.notOneFile)
  }
}

const { file, json, format, out } = readArguments()
const dir = out === null ? null : path.resolve(out)
if (dir !== null && existsSync(path.join(dir, 'article.md'))) stop(words.folderTaken(out ?? ''))
const bytes = await readFile(file).catch(() => null)
if (bytes === null) stop(words.noSuchFile(file))
else {
  const name = path.basename(file)
  const imported = await command.importFile({ bytes: new Uint8Array(bytes), name, format })
  if (!imported.ok) stop(imported.why)
  else {
    if (json) process.stdout.write(`${imported.json()}\n`)
    else if (dir === null) process.stdout.write(`${imported.summary()}\n`)
    if (dir !== null) {
      const folder = imported.folder(path.basename(dir))
      await mkdir(dir, { recursive: true })
      await writeFile(path.join(dir, 'article.md'), folder.article)
      await writeFile(path.join(dir, 'source.txt'), folder.source)
      for (const message of folder.messages) console.error(`${message}\n`)
      console.error(words.written(out ?? ''))
    }
  }
}
