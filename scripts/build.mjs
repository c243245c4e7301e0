/** Building the site, once per state of its sources. Only `node:` modules: see install.mjs. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { root } from './root.mjs'

const sources = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** Settings that change what is built. */
const settings = ['SITE_URL', 'CONTENT_DIR']

/**
 * @param {string} file
 * @returns {string[]}
 */
function filesIn(file) {
  if (!existsSync(file)) return []
  if (!statSync(file).isDirectory()) return [file]
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesIn(path.join(file, name)))
}

/** One word for the state of all sources. By content: a fresh clone has fresh dates. */
function stateOfSources() {
  const hash = createHash('sha256')
  for (const name of settings) hash.update(`${name}=${process.env[name] ?? ''}\0`)
  for (const file of sources.flatMap((source) => filesIn(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const stamp = path.join(root, '.cache', 'built-from')

/** Which sources this dist comes from. The date tells it from one that somebody built in between. */
function stampOf(state) {
  const { mtimeMs } =
    statSync(path.join(root, 'dist', 'index.html'), { throwIfNoEntry: false }) ?? {}
  return mtimeMs === undefined ? null : `${state} ${mtimeMs}`
}

/**
 * Builds into dist unless dist was built from these very sources.
 *
 * @param {(sentence: string) => void} say
 * @returns {boolean} whether there is a site now
 */
export function buildIfChanged(say) {
  const state = stateOfSources()
  const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : null
  if (built !== null && built === stampOf(state)) return true
  say('Building the site …')
  const result = runVite(['build', '--app', '--logLevel', 'warn'], {})
  process.stderr.write(result.output)
  if (result.status !== 0) return false
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, stampOf(state) ?? '')
  return true
}

/**
 * @param {string[]} words
 * @param {Record<string, string>} env
 * @returns {{ status: number, output: string }}
 */
export function runVite(words, env) {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const result = spawnSync(process.execPath, [vite, ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return { status: result.status ?? 1, output: `${result.stdout ?? ''}${result.stderr ?? ''}` }
}
