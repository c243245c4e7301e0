import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveFolder } from '../../../scripts/static-server.mjs'

let folder = ''
let server: Server
let port = 0

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks for exactly these bytes: `fetch` and `URL` would tidy a malicious path before it is sent. */
function ask(
  rawPath: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: rawPath, method, headers },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const body = Buffer.concat(parts).toString()
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
        })
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

beforeAll(async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'palimpsest-server-'))
  folder = path.join(parent, 'dist')
  await mkdir(path.join(folder, 'read', 'one'), { recursive: true })
  await writeFile(path.join(parent, 'secret.txt'), 'secret')
  await writeFile(path.join(folder, 'index.html'), 'the library')
  await writeFile(path.join(folder, '404.html'), 'not found, kindly')
  await writeFile(path.join(folder, 'read', 'one', 'index.html'), 'article one '.repeat(100))
  await writeFile(path.join(folder, 'words.js'), 'export {}')
  await writeFile(
    path.join(folder, '_headers'),
    '/*\n  X-Everywhere: yes\n/read/*\n  X-Read: yes\n',
  )
  await symlink(path.join(parent, 'secret.txt'), path.join(folder, 'way-out.txt'))
  const started = await serveFolder({ folder, port: 4300, orNext: true, base: '/sub/path/' })
  server = started.server
  port = Number(new URL(started.address).port)
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(path.dirname(folder), { recursive: true })
})

describe('the static server', () => {
  test('serves a directory by its clean address, and brings a missing slash along', async () => {
    expect(await ask('/sub/path/')).toMatchObject({ status: 200, body: 'the library' })
    expect((await ask('/sub/path/read/one/?layers=a#b')).body).toContain('article one')
    const { status, headers } = await ask('/sub/path/read/one?layers=a')
    expect([status, headers.location]).toEqual([301, '/sub/path/read/one/?layers=a'])
  })

  test('shows who asks outside the base the way in, or the page for lost visitors', async () => {
    expect((await ask('/')).headers.location).toBe('/sub/path/')
    expect((await ask('/sub/path')).headers.location).toBe('/sub/path/')
    expect(await ask('/read/one/')).toMatchObject({ status: 404, body: 'not found, kindly' })
  })

  test('answers an unknown address with 404.html and a real 404', async () => {
    const answer = await ask('/sub/path/read/two/')
    expect(answer).toMatchObject({ status: 404, body: 'not found, kindly' })
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  test.each([
    '/sub/path/../secret.txt',
    '/sub/path/%2e%2e/secret.txt',
    '/sub/path/..%2fsecret.txt',
    '/sub/path/..%5csecret.txt',
    '/sub/path/read/../../secret.txt',
    '/sub/path/way-out.txt',
    '/sub/path/_headers',
    '/sub/path/%',
    '/sub/path/%E0%A4%A',
    '/sub/path/a%00b',
    '/sub/path/words.js/',
    `/sub/path/${'a'.repeat(5000)}`,
    '//evil.example/%2e%2e',
    '*',
  ])('gives nothing away at %s', async (rawPath) => {
    const answer = await ask(rawPath)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  })

  test('never sends a visitor to another host', async () => {
    const { status, headers } = await ask('//sub/path')
    expect(status === 404 || !String(headers.location).startsWith('//')).toBe(true)
  })

  test('sends the headers that a host would send, by their paths', async () => {
    const { headers: home } = await ask('/sub/path/')
    expect([home['x-everywhere'], home['x-read']]).toEqual(['yes', undefined])
    const { headers: article } = await ask('/sub/path/read/one/')
    expect([article['x-everywhere'], article['x-read']]).toEqual(['yes', 'yes'])
    expect(article['x-content-type-options']).toBe('nosniff')
    const { headers: script } = await ask('/sub/path/words.js')
    expect(script['content-type']).toBe('text/javascript; charset=utf-8')
  })

  test('compresses for those who can read it', async () => {
    const plain = await ask('/sub/path/read/one/')
    const brotli = await ask('/sub/path/read/one/', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(Number(brotli.headers['content-length'])).toBeLessThan(plain.body.length / 5)
    expect(brotli.headers.vary).toBe('accept-encoding')
  })

  test('does not send again what a visitor has, and answers HEAD without a body', async () => {
    const { headers } = await ask('/sub/path/')
    const again = await ask('/sub/path/', { headers: { 'if-none-match': headers.etag ?? '' } })
    expect([again.status, again.body]).toEqual([304, ''])
    const head = await ask('/sub/path/', { method: 'HEAD' })
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '11'])
    expect((await ask('/sub/path/', { method: 'POST' })).status).toBe(405)
  })

  test('takes the next port when the first is taken', async () => {
    const second = await serveFolder({ folder, port, orNext: true })
    expect(Number(new URL(second.address).port)).toBeGreaterThan(port)
    second.server.close()
    await expect(serveFolder({ folder, port })).rejects.toThrow('EADDRINUSE')
  })
})
