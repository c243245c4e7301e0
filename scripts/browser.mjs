/**
 * A browser for the tests, from wherever this machine has one: the one named in $CHROMIUM_PATH, an
 * installed Chromium, Chrome or Edge, Playwright's own download, or the system's package manager.
 *
 * `node scripts/browser.mjs` prints the path, and installs one if there is none.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from './root.mjs'

/** The same browser without its windows, which nobody looks at in a test: half the time. */
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell']

const linuxNames = [
  ...shellNames,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** @returns {string[]} */
function installedCandidates() {
  const { env, platform } = process
  if (platform === 'darwin') {
    return ['/Applications', path.join(env['HOME'] ?? '', 'Applications')].flatMap((folder) =>
      macApplications.map((application) => path.join(folder, application)),
    )
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPrograms.map((program) => path.join(folder, program)))
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  return linuxNames.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

/**
 * Whether there is a program and it runs. Ubuntu's `chromium-browser` may be a script that only
 * says where to get one, and a downloaded browser may lack a library of the system's.
 *
 * @param {string} file
 */
function runs(file) {
  try {
    accessSync(file, constants.X_OK)
    // On Windows `--version` would open a window.
    if (process.platform === 'win32') return true
    const version = execFileSync(file, ['--version'], {
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return /\d+\.\d+\.\d+/.test(String(version))
  } catch {
    return false
  }
}

/** The browser that Playwright downloaded for itself, if it did. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test')
    const file = chromium.executablePath()
    return existsSync(file) && runs(file) ? file : null
  } catch {
    return null
  }
}

/**
 * The path of a browser that is already here, or null.
 *
 * @param {{ isWhole?: boolean }} [wanted] `isWhole`: with its windows, as readers have it
 * @returns {Promise<string | null>}
 */
export async function findBrowser({ isWhole = false } = {}) {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (runs(named)) return named
    throw new Error(
      `CHROMIUM_PATH names ${named}, which does not run. Correct it, or unset it to let one be found.`,
    )
  }
  const isWanted = (file) => !isWhole || !shellNames.includes(path.basename(file))
  return installedCandidates().filter(isWanted).find(runs) ?? (await playwrightsOwn())
}

/**
 * The path of a browser, installed if need be.
 *
 * @param {(sentence: string) => void} say
 * @param {{ isWhole?: boolean }} [wanted]
 * @returns {Promise<string>}
 */
export async function ensureBrowser(say, wanted = {}) {
  const found = await findBrowser(wanted)
  if (found !== null) return found

  say('No Chrome, Chromium or Edge was found. Trying Playwright’s download …')
  const playwright = path.join(root, 'node_modules', 'playwright', 'cli.js')
  if (attempt(process.execPath, [playwright, 'install', 'chromium'])) {
    const downloaded = await playwrightsOwn()
    if (downloaded !== null) return downloaded
  }
  for (const { name, commands } of packageManagers(wanted)) {
    say(`That did not work. Trying ${name} …`)
    // Every command is tried even if the one before failed: an old package list may still do.
    if (commands.map(([program = '', ...words]) => attempt(program, words)).at(-1) === true) {
      const installed = await findBrowser(wanted)
      if (installed !== null) return installed
    }
  }
  throw new Error(
    'There is no browser to test with: none is installed, Playwright could not download one, and no package manager could install one. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to the program, and try again.',
  )
}

/**
 * The package managers that are here and that may install without asking anybody.
 *
 * @param {{ isWhole?: boolean }} wanted
 */
function packageManagers({ isWhole = false }) {
  const has = (program) =>
    spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
  const isRoot = process.getuid?.() === 0
  const maySudo =
    !isRoot && has('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  const managers = []
  if (isRoot || maySudo) {
    const asRoot = (...words) => (isRoot ? words : ['sudo', '-n', ...words])
    if (has('apt-get')) {
      const quiet = ['-qq', '-y', '-o', 'Dpkg::Use-Pty=0']
      const update = asRoot('apt-get', ...quiet, 'update')
      const install = (program) =>
        asRoot('apt-get', ...quiet, 'install', '--no-install-recommends', program)
      // Not every system has the first.
      for (const program of isWhole ? ['chromium'] : ['chromium-headless-shell', 'chromium']) {
        managers.push({ name: `apt-get (${program})`, commands: [update, install(program)] })
      }
    }
    if (has('dnf')) {
      managers.push({ name: 'dnf', commands: [asRoot('dnf', '-q', '-y', 'install', 'chromium')] })
    }
    if (has('pacman')) {
      managers.push({
        name: 'pacman',
        commands: [asRoot('pacman', '-Sy', '--noconfirm', 'chromium')],
      })
    }
    if (has('apk')) managers.push({ name: 'apk', commands: [asRoot('apk', 'add', 'chromium')] })
  }
  if (process.platform === 'darwin' && has('brew')) {
    managers.push({ name: 'Homebrew', commands: [['brew', 'install', '--cask', 'google-chrome']] })
  }
  return managers
}

/**
 * @param {string} program
 * @param {string[]} words
 * @returns {boolean} whether it ended well
 */
function attempt(program, words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // What a failed attempt prints would only frighten: the next one may work.
  return spawnSync(program, words, { cwd: root, stdio: 'ignore', env }).status === 0
}

/**
 * What to start it with: no sandbox where the system allows none (root in a container), and none of
 * the calls home that a test neither wants nor waits for.
 */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensureBrowser((sentence) => console.error(sentence)))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
