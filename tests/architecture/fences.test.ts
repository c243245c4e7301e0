import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * A fence that catches nobody is a picture of a fence. Each has a trespasser: a file in `trespass/`,
 * named after the rule it breaks, at the place where it breaks it. We put all of them into a copy of
 * the house and demand that the tools catch every one, by the rule meant for it.
 */

const root = path.resolve(import.meta.dirname, '..', '..')
const trespassers = path.join(import.meta.dirname, 'trespass')
// Outside the repository, whose .gitignore the tools obey.
const house = realpathSync(mkdtempSync(path.join(tmpdir(), 'palimpsest-trespassed-')))

interface Caught {
  /** The path from the root of the house. */
  readonly file: string
  readonly rule: string
  readonly message: string
}

/** Who trespasses, and which rule has to say so. The compiler's rules are its error numbers. */
const lintFences: readonly (readonly [file: string, rule: string, message: RegExp])[] = [
  ['src/core/article/core-is-pure.ts', 'fences(core-is-pure)', /hand in what is needed/],
  ['src/core/anchoring/core-has-no-clock.ts', 'fences(core-has-no-clock)', /as an argument/],
  [
    'src/core/article/core-article-imports-nothing.ts',
    'fences(core-article-imports-nothing)',
    /into that room/,
  ],
  [
    'src/core/anchoring/core-rooms-know-only-article.ts',
    'fences(core-rooms-know-only-article)',
    /#core\/article/,
  ],
  [
    'src/core/article/lower-floors-do-not-look-up.ts',
    'fences(lower-floors-do-not-look-up)',
    /argument or a prop/,
  ],
  ['src/ui/ui-knows-no-article.ts', 'fences(ui-knows-no-article)', /in as props/],
  ['src/words/en/words-are-only-words.ts', 'fences(words-are-only-words)', /hand in/],
  ['src/features/reader/features-never-meet.ts', 'fences(features-never-meet)', /as a prop/],
  ['src/features/reader/rooms-have-one-door.ts', 'fences(rooms-have-one-door)', /#core\/<room>/],
  [
    'src/features/reader/rooms-have-one-door-inside.ts',
    'fences(rooms-have-one-door)',
    /#core\/<room>/,
  ],
  ['src/app/app-uses-doors.ts', 'fences(app-uses-doors)', /#features\/<room>/],
  ['src/build/build-does-not-import-app.ts', 'fences(build-does-not-import-app)', /through Vite/],
  ['src/worker/worker-has-no-page.ts', 'fences(worker-has-no-page)', /messages/],
  [
    'src/app/parser-stays-out-of-the-reader.ts',
    'fences(parser-stays-out-of-the-reader)',
    /parsed by src\/build/,
  ],
  [
    'src/features/reader/parser-stays-out-of-the-reader-package.ts',
    'fences(parser-stays-out-of-the-reader)',
    /parsed by src\/build/,
  ],
  [
    'src/features/importer/parser-stays-on-the-desk.ts',
    'fences(parser-stays-out-of-the-reader)',
    /parsed by src\/build/,
  ],
  [
    'src/features/shelf/parser-stays-in-one-file.ts',
    'fences(parser-stays-out-of-the-reader)',
    /parsed by src\/build/,
  ],
  [
    'src/features/reader/one-file-opens-the-database.ts',
    'fences(one-file-opens-the-database)',
    /#features\/shelf/,
  ],
  [
    'src/features/reader/writer-stays-out-of-the-reader.ts',
    'fences(parser-stays-out-of-the-reader)',
    /parsed by src\/build/,
  ],
  [
    'src/core/format/writer/writer-needs-no-parser.ts',
    'fences(writer-needs-no-parser)',
    /only writes/,
  ],
  [
    'src/features/reader/only-app-touches-the-router.ts',
    'fences(only-app-touches-the-router)',
    /href/,
  ],
  [
    'src/features/reader/only-preferences-touches-localstorage.ts',
    'fences(only-preferences-touches-localstorage)',
    /preferences/,
  ],
  ['src/features/reader/no-innerhtml.tsx', 'fences(no-innerhtml)', /React elements/],
  ['src/features/reader/no-innerhtml-by-hand.ts', 'fences(no-innerhtml)', /React elements/],
  ['src/features/reader/no-cycle.ts', 'import(no-cycle)', /cycle/i],
  ['src/features/reader/no-floating-promises.ts', 'typescript(no-floating-promises)', /await/],
]

const typeFences: readonly (readonly [file: string, rule: string, message: RegExp])[] = [
  ['src/core/anchoring/core-has-no-document.ts', 'TS2584', /document/],
  ['src/core/anchoring/core-has-no-process.ts', 'TS2591', /process/],
  ['src/core/article/lower-floors-do-not-look-up.ts', 'TS6307', /app-uses-doors/],
]

beforeAll(() => {
  for (const name of [
    'src',
    'scripts',
    'package.json',
    'tsconfig.json',
    'tsconfig.base.json',
    '.oxlintrc.json',
  ]) {
    cpSync(path.join(root, name), path.join(house, name), { recursive: true })
  }
  cpSync(trespassers, house, { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction')
})

afterAll(() => {
  rmSync(house, { recursive: true, force: true })
})

/** Runs a tool of node_modules inside the copy. A tool that finds fault ends with an error: that is wanted. */
function run(tool: string, words: readonly string[]): string {
  const result = spawnSync(process.execPath, [path.join(root, 'node_modules', tool), ...words], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  if (result.error !== undefined) throw result.error
  return result.stdout + result.stderr
}

interface LintReport {
  readonly diagnostics: readonly {
    readonly filename: string
    readonly code: string
    readonly message: string
  }[]
}

function allTrespassers(): readonly string[] {
  return readdirSync(trespassers, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(trespassers, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
}

describe('the lint', () => {
  let caught: readonly Caught[] = []
  beforeAll(() => {
    const output = run('oxlint/bin/oxlint', ['--type-aware', '--format=json', ...allTrespassers()])
    const report = JSON.parse(output) as LintReport
    caught = report.diagnostics.map(({ filename, code, message }) => ({
      file: filename.split(path.sep).join('/'),
      rule: code,
      message,
    }))
  })

  test.each(lintFences)('catches %s by %s and names the right way', (file, rule, message) => {
    const rules = caught.filter((one) => one.file === file)
    expect(rules.map((one) => one.rule)).toContain(rule)
    expect(rules.find((one) => one.rule === rule)?.message).toMatch(message)
  })

  test('has a trespasser for every fence it knows', () => {
    const config = readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')
    const fences = [...config.matchAll(/"fences\/([a-z-]+)"/g)].map(([, name]) => `fences(${name})`)
    const tried = new Set(lintFences.map(([, rule]) => rule))
    expect(fences.length).toBeGreaterThan(10)
    expect(fences.filter((fence) => !tried.has(fence))).toEqual([])
  })
})

describe('the compiler', () => {
  let output = ''
  beforeAll(() => {
    output = run('typescript/bin/tsc', ['-b', 'src/core', '--pretty', 'false'])
  })

  test.each(typeFences)('catches %s by %s', (file, rule, message) => {
    const lines = output.split('\n').filter((line) => line.startsWith(`${file}(`))
    expect(lines.some((line) => line.includes(`error ${rule}:`) && message.test(line))).toBe(true)
  })
})

test('no trespasser is forgotten', () => {
  const tried = new Set([...lintFences, ...typeFences].map(([file]) => file))
  // The second half of a cycle is no trespasser of its own.
  const halves = ['src/features/reader/no-cycle-second.ts']
  expect(allTrespassers().filter((file) => !tried.has(file) && !halves.includes(file))).toEqual([])
})
