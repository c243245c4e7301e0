/**
 * Brings node_modules in step with package-lock.json, and does nothing when it already is.
 * Only `node:` modules here: this is what runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { root } from './root.mjs'

/** The oldest Node that Vite 8 and the tests run on: `engines` in package.json. */
const oldestNode = [20, 19]

/**
 * Whether npm's own record of what it installed agrees with the lock, package by package.
 * A package that is optional may be missing: it belongs to another operating system.
 */
function isInstalled() {
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'))
  if (wanted === null || installed === null) return false
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true
    const there = installed[place]
    return there === undefined ? optional === true : there.version === version
  })
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/** Installs what is missing. Ends the program with a sentence when that is not possible. */
export function installWhatIsMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    console.error(
      `This is Node ${process.versions.node}; Palimpsest needs ${oldestNode.join('.')} or newer. Install it from https://nodejs.org and try again.`,
    )
    process.exit(1)
  }
  if (isInstalled()) return
  console.log(
    'Installing the packages named in package-lock.json; this happens once and may take a minute.',
  )
  if (runNpm(['ci', '--no-fund', '--no-audit'], 'inherit') !== 0) {
    console.error(
      'npm could not install the packages. Its own words stand above; most often the network or the registry is out of reach. Try again, or run: npm ci',
    )
    process.exit(1)
  }
}

/**
 * Runs npm itself, the one that started us if one did.
 *
 * @param {string[]} words
 * @param {'inherit' | 'pipe'} stdio
 * @returns {number} its exit code
 */
export function runNpm(words, stdio) {
  const started = process.env['npm_execpath']
  const result =
    started !== undefined && /npm-cli\.c?js$/.test(started)
      ? spawnSync(process.execPath, [started, ...words], { cwd: root, stdio })
      : spawnSync('npm', words, { cwd: root, stdio, shell: process.platform === 'win32' })
  return result.status ?? 1
}
