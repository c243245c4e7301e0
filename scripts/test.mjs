/**
 * `npm test`: installs what is missing, finds a browser, and runs every check there is. It does not
 * stop at the first failure, because one wants to see them all; the last line is the sum.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { ensureBrowser } from './browser.mjs'
import { installWhatIsMissing } from './install.mjs'
import { root } from './root.mjs'

const reports = path.join(root, '.cache', 'reports')

/**
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {object} Step
 * @property {string} script The npm script, which can be run alone.
 * @property {string} what What it checks, for the line.
 * @property {string[]} [words] Further words for it.
 * @property {Record<string, string>} [env]
 * @property {boolean} [needsSite] Whether it makes sense only on a built site.
 * @property {(ok: boolean) => Counts} [count] How many tests it ran; a step without tests is one.
 */

/** @param {string} name @returns {Pick<Step, 'words' | 'count'>} */
const vitest = (name) => ({
  words: ['--reporter=default', '--reporter=json', `--outputFile=${path.join(reports, name)}.json`],
  count: (ok) => {
    const report = readReport(name)
    const passed = report?.numPassedTests ?? 0
    const failed = report?.numFailedTests ?? 0
    // A run may fail without a failed test, e.g. when a test file does not even load.
    return { passed, failed: ok ? failed : Math.max(failed, 1) }
  },
})

/** @returns {Pick<Step, 'words' | 'env' | 'count'>} */
const playwright = () => ({
  words: ['--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(reports, 'e2e.json') },
  count: (ok) => {
    const stats = readReport('e2e')?.stats
    const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0)
    const failed = stats?.unexpected ?? 0
    return { passed, failed: ok ? failed : Math.max(failed, 1) }
  },
})

/** @type {Step[]} */
const steps = [
  { script: 'test:types', what: 'types' },
  { script: 'test:lint', what: 'lint' },
  { script: 'test:format', what: 'format' },
  { script: 'test:fences', what: 'the fences between the rooms', ...vitest('fences') },
  { script: 'test:unused', what: 'dead code' },
  { script: 'test:unit', what: 'unit tests', ...vitest('unit') },
  { script: 'test:component', what: 'component tests', ...vitest('component') },
  { script: 'build', what: 'the built site', words: ['--logLevel', 'warn'] },
  { script: 'test:e2e', what: 'tests in a real browser', needsSite: true, ...playwright() },
  { script: 'test:size', what: 'the size budget', needsSite: true },
]

/** @param {string} name */
function readReport(name) {
  try {
    return JSON.parse(readFileSync(path.join(reports, `${name}.json`), 'utf8'))
  } catch {
    return null
  }
}

/** @param {Step} step */
function run(step) {
  const words = ['run', '--silent', step.script]
  if (step.words !== undefined) words.push('--', ...step.words)
  const npm = process.env['npm_execpath']
  const result = spawnSync(
    npm === undefined ? 'npm' : process.execPath,
    npm === undefined ? words : [npm, ...words],
    {
      cwd: root,
      env: { ...process.env, ...step.env },
      stdio: 'inherit',
      shell: npm === undefined && process.platform === 'win32',
    },
  )
  return result.status === 0
}

installWhatIsMissing()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const total = { passed: 0, failed: 0 }
/** @type {string[]} */
const failedSteps = []
let hasSite = true
let hasBrowser = true
try {
  process.env['CHROMIUM_PATH'] = await ensureBrowser(console.log)
  console.log(`The browser is ${process.env['CHROMIUM_PATH']}.`)
} catch (error) {
  // The sentence says what to do; everything that needs no browser is still worth running.
  console.error(error instanceof Error ? error.message : error)
  hasBrowser = false
}

for (const step of steps) {
  console.log(`\n── ${step.script}: ${step.what}`)
  const missing =
    step.needsSite === true && !hasSite
      ? 'there is no built site'
      : step.script === 'test:e2e' && !hasBrowser
        ? 'there is no browser'
        : null
  const started = performance.now()
  const ok = missing === null && run(step)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const counts = missing === null ? step.count?.(ok) : undefined
  const { passed, failed } = counts ?? (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  total.passed += passed
  total.failed += failed
  if (!ok) failedSteps.push(step.script)
  if (step.script === 'build') hasSite = ok
  if (missing !== null) console.log(`Not run: ${missing}.`)
  console.log(`── ${step.script}: ${ok ? 'passed' : 'FAILED'} in ${seconds} s`)
}

console.log(
  failedSteps.length === 0
    ? '\nEverything passed.'
    : `\nFailed: ${failedSteps.join(', ')}. Each can be run alone, e.g. npm run ${failedSteps[0]}`,
)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = failedSteps.length === 0 ? 0 : 1
