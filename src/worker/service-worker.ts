import {
  filesToKeep,
  goOnWith,
  isRequest,
  NOT_FOUND,
  pageAt,
  parseKeptKeys,
  savesData,
  SHELL,
  WHOLE,
  type ArrivedKeys,
  type KeptFile,
  type KeptKeys,
  type Identity,
  type Stock,
  type WorkerRequest,
} from '#core/offline'
import { notKept as notKeptSentence, notKeptTitle } from '#words/offline'
import { release } from 'virtual:release'
import { PrecacheController } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'

declare const self: ServiceWorkerGlobalScope

/**
 * Keeps a release of the site for reading without a network. Pages come from the network as long as
 * it answers in time, everything whose name carries its content from the cache. A new release is
 * fetched whole before it counts, waits until its reader agrees or has closed all pages, and leaves
 * the files of the releases before where they are.
 */
const scope = self.registration.scope

/** Seconds after which a page comes from the cache, if it is there. */
const PATIENCE = 3

// ── What is kept ─────────────────────────────────────────────────────────────

const precache = precacheOf(release.files)
const { cacheName } = precache.strategy
/** In the same cache, so that whoever empties it forgets this, too. */
const KEPT_KEYS = addressOf('kept-keys')
/** One entry for each release that has arrived: two workers that write at once take nothing from each other. */
const ARRIVED = addressOf('arrived-keys/')

function precacheOf(files: readonly KeptFile[]): PrecacheController {
  const controller = new PrecacheController({
    plugins: [{ cacheWillUpdate: ({ request, response }) => usable(request, response) }],
  })
  controller.addToCacheList(files.map(({ path, revision }) => ({ url: addressOf(path), revision })))
  return controller
}

/**
 * A host in the middle of a deploy may answer with a page where a script should be, or with the page of
 * another release; and some say 404 of the page that is made to say so. Nothing else is kept than what
 * was asked for.
 */
async function usable(request: Request, response: Response): Promise<Response | null> {
  const isNotFoundPage = request.url === addressOf(NOT_FOUND) && response.status === 404
  const isPage = /\/$|\.html$/.test(new URL(request.url).pathname)
  const saysPage = (response.headers.get('content-type') ?? '').startsWith('text/html')
  if (!(response.ok || isNotFoundPage) || isPage !== saysPage) return null
  if (isPage && !(await belongs(response))) return null
  if (!isNotFoundPage) return response
  return new Response(await response.blob(), { headers: response.headers })
}

/** Whether a page is of this release, whose name stands in each of its pages. */
async function belongs(page: Response): Promise<boolean> {
  return (await page.clone().text()).includes(release.id)
}

function addressOf(path: string): string {
  return new URL(path, scope).href
}

/** What an address is inside the site, without its question; null for what is outside. */
function pathOf(address: string): string | null {
  const { origin, pathname } = new URL(address)
  const inside = origin + pathname
  return inside.startsWith(scope) ? inside.slice(scope.length) : null
}

function pageOf(address: string): string {
  return pageAt(pathOf(address) ?? NOT_FOUND)
}

/** Under which key a file is kept; what an earlier release has kept has its own address for a key. */
function keyOf(path: string): string {
  return precache.getCacheKeyForURL(addressOf(path)) ?? addressOf(path)
}

async function keptPage(address: string): Promise<Response | undefined> {
  const cache = await self.caches.open(cacheName)
  return cache.match(keyOf(pageOf(address)), MATCHING)
}

/** The address alone decides: a site has one answer for everybody. */
const MATCHING = { ignoreVary: true }

// ── A release comes ──────────────────────────────────────────────────────────

self.addEventListener('install', (event) => {
  event.waitUntil(install(event))
})

async function install(event: ExtendableEvent): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const cache = await self.caches.open(cacheName)
  const wanted = filesToKeep(release, {
    savesData: savesData(self.navigator),
    // What was kept once, whatever it said then, was read.
    pages: [...windows, ...(await cache.keys())].map(({ url }) => pageOf(url)),
  })
  await precacheOf(wanted).install(event)
  const arrived: ArrivedKeys = { id: release.id, current: currentKeys() }
  await cache.put(ARRIVED + release.id, Response.json({ ...arrived, previous: [] }))
}

function currentKeys(): readonly string[] {
  return [...precache.getURLsToCacheKeys().values()]
}

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

async function takeOver(): Promise<void> {
  const cache = await self.caches.open(cacheName)
  const entries = await cache.keys()
  const arrived = await Promise.all(
    entries.filter(({ url }) => url.startsWith(ARRIVED)).map(({ url }) => keysAt(cache, url)),
  )
  const kept = goOnWith(
    { id: release.id, current: currentKeys() },
    await keysAt(cache, KEPT_KEYS),
    arrived.filter((keys) => keys !== null),
  )
  await cache.put(KEPT_KEYS, Response.json(kept))
  const needed = new Set([KEPT_KEYS, ...kept.current, ...kept.previous])
  for (const request of entries) {
    // What a still newer release has fetched already is in nobody's list yet: it will clean up itself.
    if ((self.registration.installing ?? self.registration.waiting) !== null) break
    if (!needed.has(request.url)) await cache.delete(request)
  }
  // The network is asked for a page while the worker itself is still waking up.
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

async function keysAt(cache: Cache, entry: string): Promise<KeptKeys | null> {
  return parseKeptKeys(await (await cache.match(entry))?.json().catch(() => null))
}

// ── Somebody reads ───────────────────────────────────────────────────────────

/**
 * Pages. What comes from the network may be newer than the release whose scripts are kept here, so it
 * is not kept beside them unless it is of the same.
 */
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && pathOf(url.href) !== null,
  new NetworkFirst({
    cacheName,
    networkTimeoutSeconds: PATIENCE,
    matchOptions: MATCHING,
    plugins: [
      {
        cacheKeyWillBeUsed: async ({ request }) => keyOf(pageOf(request.url)),
        cacheWillUpdate: async ({ request, response }) => {
          if (!response.ok || !isOfRelease(pageOf(request.url))) return null
          if ((await keptPage(request.url)) !== undefined) return null
          return (await belongs(response)) ? response : null
        },
        // A host that is down is as good as no network.
        handlerWillRespond: async ({ request, response }) =>
          response.status < 500 ? response : ((await keptPage(request.url)) ?? response),
        handlerDidError: async ({ request }) => pageInstead(pageOf(request.url)),
      },
    ],
  }),
)

/** Everything else that a page loads. What was not fetched ahead is kept as it is read. */
registerRoute(
  ({ request, url }) => {
    const path = pathOf(url.href)
    if (path === null || request.mode === 'navigate') return false
    return path.startsWith('assets/') || isOfRelease(path)
  },
  new CacheFirst({
    cacheName,
    matchOptions: MATCHING,
    plugins: [
      {
        cacheKeyWillBeUsed: async ({ request }) => keyOf(pathOf(request.url) ?? request.url),
        cacheWillUpdate: async ({ request, response }) =>
          isOfRelease(pathOf(request.url) ?? '') ? usable(request, response) : null,
      },
    ],
  }),
)

function isOfRelease(path: string): boolean {
  return precache.getCacheKeyForURL(addressOf(path)) !== undefined
}

/** Neither the network nor the cache has the page. */
async function pageInstead(page: string): Promise<Response> {
  if (isOfRelease(page)) return notKept()
  const notFound = await keptPage(addressOf(NOT_FOUND))
  if (notFound === undefined) return notKept()
  return new Response(notFound.body, { status: 404, headers: notFound.headers })
}

function notKept(): Response {
  const page = [
    '<!doctype html><html lang="en"><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${notKeptTitle}</title><h1>${notKeptTitle}</h1><p>${notKeptSentence}</p>`,
  ].join('\n')
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  return new Response(page, { status: 503, headers })
}

// ── A page asks ──────────────────────────────────────────────────────────────

self.addEventListener('message', (event) => {
  const request: unknown = event.data
  if (!isRequest(request)) return
  event.waitUntil(answer(request.type, event.ports[0]))
})

async function answer(type: WorkerRequest['type'], port: MessagePort | undefined): Promise<void> {
  switch (type) {
    case 'identify': {
      const identity: Identity = { id: release.id }
      port?.postMessage(identity)
      return
    }
    case 'take-stock':
      port?.postMessage(await takeStock())
      return
    case 'take-over':
      return self.skipWaiting()
    case 'take-over-if-alone':
      if (await isAlone()) await self.skipWaiting()
  }
}

async function isAlone(): Promise<boolean> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.length <= 1
}

async function takeStock(): Promise<Stock> {
  const cache = await self.caches.open(cacheName)
  const kept = new Set<string>()
  let bytes = 0
  for (const request of await cache.keys()) {
    kept.add(request.url)
    bytes += (await (await cache.match(request))?.blob())?.size ?? 0
  }
  const missing = new Set(
    release.files.filter(({ path }) => !kept.has(keyOf(path))).map(({ part }) => part),
  )
  const articles = [...new Set(release.files.map(({ part }) => part))].filter(
    (part) => part !== SHELL && part !== WHOLE,
  )
  return {
    articles: articles.filter((part) => !missing.has(part)).length,
    allArticles: articles.length,
    bytes,
  }
}
