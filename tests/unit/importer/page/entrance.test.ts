import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchAddress, readAddress } from '#features/importer'

describe('what is typed as an address', () => {
  it.each([
    ['texts.example/a', 'https://texts.example/a'],
    ['  https://texts.example/a?b=c#d ', 'https://texts.example/a?b=c#d'],
    ['http://texts.example/', 'http://texts.example/'],
    ['texts.example:8080/a', 'https://texts.example:8080/a'],
  ])('“%s” is one', (typed, href) => {
    expect(readAddress(typed)?.href).toBe(href)
  })
  it.each([
    '',
    'words',
    'two words',
    'https://',
    'javascript:alert(1)',
    'mailto:a@b.example',
    'localhost',
  ])('“%s” is none', (typed) => {
    expect(readAddress(typed)).toBeNull()
  })
})

describe('fetching an address', () => {
  const asked = vi.fn<typeof fetch>()
  const never = new AbortController().signal
  const url = new URL('https://texts.example/posts/harbour.md?x=1')

  beforeEach(() => {
    vi.stubGlobal('fetch', asked)
    vi.stubGlobal('navigator', { onLine: true })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    asked.mockReset()
  })

  it('says nothing of who is asking, and takes over name, type and final address', async () => {
    asked.mockResolvedValue(
      new Response('# Harbour', { headers: { 'content-type': 'text/markdown; charset=utf-8' } }),
    )
    const fetched = await fetchAddress(url, never)
    expect(asked.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    expect(fetched).toMatchObject({
      ok: true,
      name: 'texts.example',
      brought: { type: 'file', name: 'harbour.md', mediaType: 'text/markdown', url: url.href },
    })
  })

  it('reads no more than can be read, however long the answer goes on', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(4 * 1024 * 1024))
      },
    })
    asked.mockResolvedValue(new Response(endless))
    expect(await fetchAddress(url, never)).toEqual({ ok: false, reason: 'too-large' })
    expect(sent).toBeLessThan(20)
  })

  it.each([
    ['http:', new URL('http://texts.example/'), 'not-secure'],
    ['a picture', url, 'no-text'],
    ['no such page', url, 'status'],
    ['a site that forbids it', url, 'not-permitted'],
  ])('%s is told apart', async (name, address, reason) => {
    if (name === 'a picture')
      asked.mockResolvedValue(new Response('', { headers: { 'content-type': 'image/png' } }))
    if (name === 'no such page') asked.mockResolvedValue(new Response('', { status: 404 }))
    if (name === 'a site that forbids it') asked.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await fetchAddress(address, never)).toEqual({ ok: false, reason })
  })

  it('asks nobody without a network', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    expect(await fetchAddress(url, never)).toEqual({ ok: false, reason: 'offline' })
    expect(asked).not.toHaveBeenCalled()
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    asked.mockImplementation(
      (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => {
            reject(new DOMException('Stopped', 'AbortError'))
          })
        }),
    )
    const fetching = fetchAddress(url, controller.signal)
    controller.abort()
    expect(await fetching).toEqual({ ok: false, reason: 'cancelled' })
  })
})
