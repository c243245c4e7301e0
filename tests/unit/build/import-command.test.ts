import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCommand, importFile } from '../../../src/build/import-command.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../../..')

const REPOST = `---
title: The Harbour
author: Ann Lee
---
Ice came in the night, &#8220;as thick as a man&#8221;, and the boats of the town lay in it until May.[^1] Nobody who
came down to the quay that morning believed that they would ever leave it again. By noon the men had gone home.

**Comment by Bob Moor:** I have never seen it as thick as that, and I have lived there.

[^1]: A sailor said so.
`

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

async function taken(name: string, text: string, format: string | null = null) {
  const imported = await importFile({ bytes: bytesOf(text), name, format })
  if (!imported.ok) throw new Error(imported.why)
  return imported
}

test('as data, each block has its class, its words, its label and its markers', async () => {
  const imported = await taken('a.md', REPOST)
  expect(JSON.parse(imported.json())).toMatchObject({
    blocks: [
      { class: 'meta' },
      {
        class: 'original',
        text: expect.stringContaining('“as thick as a man”') as string,
        raw: expect.stringContaining('&#8220;as thick as a man&#8221;') as string,
        refs: [{ label: '1', def: 3 }],
      },
      { class: 'commentary', voice: 'Bob Moor', confidence: 'sure' },
      { class: 'footnote-def', label: '1' },
    ],
  })
})

test('for a person, every block comes with what decided it', async () => {
  const summary = (await taken('a.md', REPOST)).summary()
  expect(summary).toContain('The Harbour · Ann Lee')
  expect(summary).toMatch(/Commentary, Bob Moor, sure: .*Comment by Bob Moor/)
  expect(summary).toContain('1 marker is linked, 0 are not')
})

test('the folder of the article has every word, and is in order', async () => {
  const { article, source, messages } = await (await taken('a.md', REPOST)).folder('harbour')
  expect(article).toContain('title: The Harbour')
  expect(source).toContain('“as thick as a man”')
  expect(messages).toEqual([])
})

test('what cannot be read is refused in a sentence', async () => {
  const refused = async (name: string, text: string, format: string | null = null) => {
    const imported = await importFile({ bytes: bytesOf(text), name, format })
    return imported.ok ? 'taken' : imported.why
  }
  expect(await refused('a.pdf', '%PDF-1.7')).toMatch(/^a\.pdf: .*PDF/)
  expect(await refused('a.txt', '  ')).toMatch(/no words/)
  expect(await refused('a.txt', 'Ice.', 'pdf')).toMatch(
    /“pdf” is no format.*txt, md, html, epub, docx/,
  )
})

test('somebody who says what a file is, is believed', async () => {
  expect((await taken('a.dat', 'Ice &amp; snow came.', 'md')).json()).toContain('Ice & snow')
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'palimpsest-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the command writes the folder of an article, and never over another', async () => {
  const file = path.join(folder, 'a.md')
  const out = path.join(folder, 'harbour')
  await writeFile(file, REPOST)
  const script = path.join(root, 'scripts', 'import.mjs')
  const first = await run(process.execPath, [script, file, '--json', '--out', out])
  expect(JSON.parse(first.stdout)).toHaveProperty('blocks')
  expect(await readFile(path.join(out, 'source.txt'), 'utf8')).toContain('Ice came in the night')
  const second = await importCommand([file, '--out', out])
  expect(second).toMatchObject({ out: '', exitCode: 1 })
  expect(second.error).toContain('stays as it is')
})

test('what the command cannot do it says, and what it was asked for it prints', async () => {
  const file = path.join(folder, 'b.md')
  await writeFile(file, REPOST)
  expect(await importCommand([file])).toMatchObject({ error: '', exitCode: 0 })
  const file2 = path.join(folder, 'file')
  await writeFile(file2, '')
  const told: readonly (readonly [readonly string[], RegExp, 2?])[] = [
    [[], /^Which file\?/, 2],
    [[file, file], /2 are named/, 2],
    [['--bogus', file], /'--bogus'/, 2],
    [['--out'], /--out/, 2],
    [[file, '--format', 'pdf'], /“pdf” is no format/, 2],
    [[file, '--out', path.join(folder, 'My Article')], /“My Article” becomes.*small Latin/, 2],
    [[path.join(folder, 'gone.txt')], /gone\.txt cannot be read/],
    [[folder], /is a folder/],
    [[file, '--out', path.join(file2, 'below')], /Nothing was written: .*ENOTDIR/],
  ]
  for (const [args, words, exitCode = 1] of told) {
    // oxlint-disable-next-line no-await-in-loop
    const { error, ...rest } = await importCommand(args)
    expect(rest).toEqual({ out: '', exitCode })
    expect(error).toMatch(words)
  }
  expect(existsSync(path.join(folder, 'My Article'))).toBe(false)
  expect(await importCommand(['--help'])).toMatchObject({ error: '', exitCode: 0 })
})

test.skipIf(!existsSync('/proc/self'))(
  'a folder that nobody can make is told, not waited for',
  async () => {
    const file = path.join(folder, 'd.md')
    await writeFile(file, REPOST)
    const told = await importCommand([file, '--out', '/proc/none/below'])
    expect(told).toMatchObject({ out: '', exitCode: 1 })
    expect(told.error).toMatch(/Nothing was written: .*ENOENT/)
  },
)

test('what a run left that was killed is swept up by the next', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const left = path.join(root, '.cache', 'import', String(pid))
  await mkdir(left, { recursive: true })
  await run(process.execPath, [path.join(root, 'scripts', 'import.mjs'), '--help'])
  expect(existsSync(left)).toBe(false)
})

test('a text may come in on the standard input', async () => {
  const read = () => Promise.resolve(bytesOf(REPOST))
  const told = await importCommand(['-', '--format', 'md', '--json'], read)
  expect(JSON.parse(told.out)).toHaveProperty('blocks')
})

test('a source that is there already is not written over, and nothing is left half written', async () => {
  const file = path.join(folder, 'c.md')
  const out = path.join(folder, 'half')
  await writeFile(file, REPOST)
  await mkdir(out)
  await writeFile(path.join(out, 'source.txt'), 'Mine.')
  const told = await importCommand([file, '--out', out])
  expect(told).toMatchObject({ out: '', exitCode: 1 })
  expect(told.error).toContain('source.txt')
  expect(await readdir(out)).toEqual(['source.txt'])
  expect(await readFile(path.join(out, 'source.txt'), 'utf8')).toBe('Mine.')
})
