import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'

interface Ended {
  readonly code: number | string | null | undefined
  readonly out: string
  readonly error: string
}

/** The command as a shell starts it. None of these comes as far as building or serving. */
const run = (...args: readonly string[]) =>
  new Promise<Ended>((resolve) => {
    execFile(process.execPath, args, (failure, out, error) => {
      resolve({ code: failure === null ? 0 : failure.code, out, error })
    })
  })

test.each(['scripts/start.mjs', 'scripts/serve.mjs', 'scripts/check.mjs', 'bench/run.mjs'])(
  '%s says how it is used, and what was wrong before that',
  async (script) => {
    const [helped, refused] = await Promise.all([run(script, '--help'), run(script, '--prot')])
    expect(helped).toMatchObject({ code: 0, error: '' })
    expect(helped.out).toMatch(/^npm (?:start|run)/)
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.error.split('\n', 1)[0]).toContain('--prot')
    expect(refused.error).toContain(helped.out.trim())
    expect(refused.error).not.toContain('    at ')
  },
)

test.each(['abc', '70000', '-1', '4e3'])('--port=%s is no port', async (port) => {
  const { code, error } = await run('scripts/serve.mjs', `--port=${port}`)
  expect(code).toBe(2)
  expect(error).toContain(port)
})

test('a port that is taken is told in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  const folder = await mkdtemp(path.join(tmpdir(), 'site-'))
  await writeFile(path.join(folder, 'index.html'), '')
  const ended = await run('scripts/serve.mjs', '--folder', folder, '--port', port, '--exact')
  other.close()
  await rm(folder, { recursive: true })
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.error).toMatch(/^Port \d+ is taken\. [^\n]+\n$/)
})

test('the check says which folder is not there', async () => {
  const { code, error } = await new Promise<Ended>((resolve) => {
    const env = { ...process.env, CONTENT_DIR: '.cache/nowhere' }
    execFile(process.execPath, ['scripts/check.mjs'], { env }, (failure, out, text) => {
      resolve({ code: failure?.code, out, error: text })
    })
  })
  expect(code).toBe(1)
  expect(error).toMatch(/^There is no folder of articles at .*nowhere\. /)
})
