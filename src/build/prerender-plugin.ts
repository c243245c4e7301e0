import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, isRunnableDevEnvironment } from 'vite'
import type { Plugin, ViteDevServer } from 'vite'
import { NOT_FOUND, SERVICE_WORKER, SHELL, WHOLE } from '#core/offline'
import type { ContentFolder } from './content-folder.ts'
import { middleware } from './middleware.ts'
import type { AsyncMiddleware } from './middleware.ts'
import {
  addressOf,
  articlePath,
  imagePath,
  pathOf,
  requestFor,
  robots,
  sitemap,
} from './page-addresses.ts'
import { fillShell, linkedStylesheets, loadedScripts, pagePolicy } from './page-template.ts'
import type { PageParts, PageRequest, RenderedPage } from './page-template.ts'
import {
  filesOf,
  firstScripts,
  fontFiles,
  LEGIBLE_FACE,
  TEXT_FACE,
  textOf,
} from './published-files.ts'
import type { PublishedFile } from './published-files.ts'
import { headersFile } from './security-policy.ts'
import { buildServiceWorker, digest, releaseOf } from './service-worker.ts'
import type { SiteFile } from './service-worker.ts'
import { publicAddress } from './site.ts'
import type { BuildSettings } from './site.ts'
import { socialImage } from './social-image.ts'

const SERVER_ENTRY = 'src/app/entry-server.tsx'
const BOOT = 'src/app/boot.ts'

interface Renderer {
  readonly renderPage: (request: PageRequest) => Promise<RenderedPage>
}

/**
 * Makes a whole HTML file of every page. In a build: the app for the browser, the app for Node,
 * then the pages. In development: each page on request, from the same renderer and the same shell.
 * The app is loaded by path, through Vite; the build imports nothing of it.
 */
export function prerenderPlugin(settings: BuildSettings, content: ContentFolder): Plugin {
  return {
    name: 'palimpsest:prerender',

    buildApp: {
      order: 'pre',
      async handler(builder) {
        const { client, ssr } = builder.environments
        if (client === undefined || ssr === undefined)
          throw new Error('vite.config.ts must name the environments client and ssr.')
        const published = filesOf(await builder.build(client))
        await builder.build(ssr)
        const entry = pathToFileURL(path.join(settings.serverDir, 'entry-server.js')).href
        const made = await prerender(
          settings,
          content,
          published,
          rendererIn(await import(/* @vite-ignore */ entry)),
        )
        builder.config.logger.info(
          [
            `${made.pages} pages prerendered for ${settings.site.url ?? settings.site.base}`,
            `${made.keptFiles} files, ${(made.keptBytes / 1000).toFixed(0)} kB, kept for reading without a network`,
          ].join('\n'),
        )
      },
    },

    // After Vite's own middlewares: what is left over asks for a page.
    configureServer: (server) => () => serveRenderedPages(server, settings, content),
  }
}

interface Drawn {
  readonly request: PageRequest
  readonly page: RenderedPage
}

interface Made {
  readonly pages: number
  readonly keptFiles: number
  /** Before compression. */
  readonly keptBytes: number
}

async function prerender(
  settings: BuildSettings,
  content: ContentFolder,
  published: readonly PublishedFile[],
  { renderPage }: Renderer,
): Promise<Made> {
  const { site, outDir } = settings
  const shell = textOf(published, 'index.html')
  const linked = linkedStylesheets(shell).map((address) => address.slice(site.base.length))
  const styles = linked.map((file) => textOf(published, file).trim()).join('\n')
  const bootScript = await buildBootScript(settings.root, 'production')
  const articles = await content.articles()
  const requests: readonly PageRequest[] = [
    { type: 'library', site, articles },
    { type: 'not-found', site, articles },
    { type: 'import', site },
    { type: 'own', site },
    ...articles.flatMap((article) => [
      { type: 'article', site, article } as const,
      { type: 'overview', site, article } as const,
    ]),
  ]
  const drawn: Drawn[] = []
  for (const request of requests) drawn.push({ request, page: await renderPage(request) })
  refuseDeadLinks(drawn)
  const partsOf = (release: string, request: PageRequest): PageParts => ({
    site,
    bootScript,
    sealed: {
      styles,
      fonts: fontFiles(published, site.base, TEXT_FACE),
      legibleFace: fontFiles(published, site.base, LEGIBLE_FACE).join(' '),
      scripts: [
        ...new Set([
          ...loadedScripts(shell),
          ...firstScripts(published, wakesUpBy(request), site.base),
        ]),
      ],
      start: startsAlone(request) ? pageStart(published, site.base) : null,
      release,
    },
  })
  const filled = (release: string) => {
    return drawn.map(({ request, page }) =>
      fillShell(shell, page, addressOf(request), partsOf(release, request)),
    )
  }
  // Of the finished pages, but for this name, so that two builds have one only if they are the same.
  const release = digest(
    JSON.stringify([filled('unnamed'), published.map(({ fileName }) => fileName)]),
  )

  const write = async (file: string, data: string | Buffer) => {
    const target = path.join(outDir, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, data)
  }
  const pages: SiteFile[] = []
  const texts = filled(release)
  for (const [at, { request }] of drawn.entries()) {
    const html = texts[at] ?? ''
    const path = pathOf(request)
    await write(path === NOT_FOUND ? path : `${path}index.html`, html)
    const part =
      'article' in request
        ? articlePath(request.article.slug)
        : request.type === 'import'
          ? WHOLE
          : SHELL
    pages.push({ path, content: Buffer.from(html), part })
  }
  for (const article of articles) {
    await write(imagePath(article.slug), await socialImage(article, site.name, settings.cacheDir))
  }
  const allStyles = [styles, ...drawn.flatMap(({ page }) => page.styles ?? [])]
  // What any page may: each of them then says for itself what it may not.
  const policy = pagePolicy({
    bootScript,
    styles: [...new Set(allStyles)],
    imports: drawn.some(({ page }) => page.imports),
    workers: drawn.flatMap(({ page }) => page.workers),
  })
  await write('_headers', headersFile(policy, site.base))
  await write('robots.txt', robots(settings))
  if (site.url !== null) {
    await write(
      'sitemap.xml',
      sitemap(
        ['', ...articles.map(({ slug }) => articlePath(slug))].map((page) =>
          publicAddress(site, page),
        ),
      ),
    )
  }
  // The style sheet now stands in the pages.
  for (const file of linked) await rm(path.join(outDir, file))

  const manifest = await webManifest(settings)
  await write(manifest.path, manifest.content)
  const kept = [
    ...pages,
    manifest,
    ...(await keptIcons(settings, manifest.path)),
    ...(await keptAssets(settings, published, [...linked, 'index.html'])),
  ]
  await write(SERVICE_WORKER, await buildServiceWorker(settings.root, releaseOf(release, kept)))
  return {
    pages: pages.length,
    keptFiles: kept.length,
    keptBytes: kept.reduce((sum, file) => sum + file.content.length, 0),
  }
}

/** What an installed site is called is the site's own affair; the rest stands in `public`. */
async function webManifest({ root, site }: BuildSettings): Promise<SiteFile> {
  const file = 'site.webmanifest'
  const general: unknown = JSON.parse(await readFile(path.join(root, 'public', file), 'utf8'))
  if (typeof general !== 'object') throw new TypeError(`public/${file} is not an object.`)
  const own = { name: site.name, short_name: site.name, description: site.description }
  const content = Buffer.from(`${JSON.stringify({ ...general, ...own }, null, 2)}\n`)
  return { path: file, content, part: SHELL }
}

/** Everything else in `public`, but for what is there for the host, which may not hand it out. */
async function keptIcons({ root }: BuildSettings, manifest: string): Promise<readonly SiteFile[]> {
  const folder = path.join(root, 'public')
  const files = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/^[._]/.test(entry.name))
    .map(({ name }) => name)
    .filter((file) => file !== manifest)
  return Promise.all(
    files.map(async (file) => ({
      path: encodeURI(file),
      content: await readFile(path.join(folder, file)),
      part: SHELL,
    })),
  )
}

/** What the build has published for the browser, but what stands in the pages now. */
async function keptAssets(
  { outDir }: BuildSettings,
  published: readonly PublishedFile[],
  gone: readonly string[],
): Promise<readonly SiteFile[]> {
  const [firstFont] = fontFiles(published, '', TEXT_FACE)
  return Promise.all(
    published
      .filter(({ fileName }) => !gone.includes(fileName))
      .map(async (file) => ({
        path: encodeURI(file.fileName),
        content: await readFile(path.join(outDir, file.fileName)),
        part: file.fileName === firstFont ? SHELL : partOf(file),
      })),
  )
}

/** An article's data and images are needed by whoever reads it; the library's words and further fonts by some. */
function partOf({ fileName, modules }: PublishedFile): string {
  const slug =
    modules
      .map((module) => ARTICLE_MODULE.exec(module)?.[1])
      .find((found) => found !== undefined) ?? /^assets\/([^/]+)\//.exec(fileName)?.[1]
  if (slug !== undefined) return articlePath(slug)
  const isForSome =
    fileName.endsWith('.woff2') || modules.some((module) => LIBRARY_WORDS.test(module))
  return isForSome ? WHOLE : SHELL
}

const ARTICLE_MODULE = /virtual:article\/(.+)$/
const LIBRARY_WORDS = /virtual:library-search$/

/** An overview is made of the model, and the text's page of the same: a place that is not there is a mistake of ours. */
function refuseDeadLinks(drawn: readonly Drawn[]): void {
  const idsIn = (markup = '') =>
    new Set([...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id))
  for (const { request, page } of drawn) {
    if (request.type !== 'overview') continue
    const text = drawn.find(
      (one) => one.request.type === 'article' && one.request.article === request.article,
    )
    const [here, there] = [idsIn(page.html), idsIn(text?.page.html)]
    for (const [, way = '', fragment = ''] of page.html.matchAll(/\shref="(\.\.\/)?#([^"]*)"/g)) {
      const id = decodeURIComponent(fragment)
      if (!(way === '' ? here : there).has(id))
        throw new Error(`${pathOf(request)} leads to #${id}, which is not there.`)
    }
  }
}

/** What the entry imports step by step: fetched all at once, run when its turn comes. */
function wakesUpBy({ type }: PageRequest): readonly RegExp[] {
  const steps = [/react-dom[\\/]client\.js$/, /src[\\/]app[\\/]wake-up\.tsx$/]
  if (type === 'import') return [...steps, /src[\\/]app[\\/]wake-up-import\.tsx$/]
  return type === 'own' ? [...steps, /src[\\/]app[\\/]wake-up-own\.tsx$/] : steps
}

/** Whether a page is no part of the app, and says itself which script starts it. */
function startsAlone({ type }: PageRequest): boolean {
  return type === 'import' || type === 'own'
}

const PAGE_START = 'src/app/wake-up-page.ts'

function pageStart(files: readonly PublishedFile[], base: string): string {
  const file = files.find(({ modules }) =>
    modules.some((module) => module.split(path.sep).join('/').endsWith(PAGE_START)),
  )
  if (file === undefined) throw new Error(`${PAGE_START} has become no script.`)
  return base + file.fileName
}

/** The boot script as one classic script, small enough to stand in every page. */
async function buildBootScript(root: string, mode: 'production' | 'development'): Promise<string> {
  const result = await build({
    root,
    mode,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'baseline-widely-available',
      minify: mode === 'production',
      lib: { entry: path.join(root, BOOT), formats: ['iife'], name: 'boot' },
    },
  })
  const [script] = filesOf(result).filter(({ fileName }) => fileName.endsWith('.js'))
  if (typeof script?.text !== 'string') throw new Error(`${BOOT} has become no script.`)
  return script.text.trim()
}

function rendererIn(module: unknown): Renderer {
  if (isRenderer(module)) return module
  throw new Error(`${SERVER_ENTRY} must export the function renderPage.`)
}

function isRenderer(module: unknown): module is Renderer {
  return (
    typeof module === 'object' &&
    module !== null &&
    'renderPage' in module &&
    typeof module.renderPage === 'function'
  )
}

function serveRenderedPages(
  server: ViteDevServer,
  settings: BuildSettings,
  content: ContentFolder,
): void {
  const { ssr } = server.environments
  if (ssr === undefined || !isRunnableDevEnvironment(ssr))
    throw new Error('vite.config.ts must name an environment ssr that runs here.')

  const answer: AsyncMiddleware = async ({ method, headers, url = '/' }, response) => {
    if (method !== 'GET' || !(headers.accept ?? '').includes('text/html')) return false
    const request = await requestFor(url, settings, content)
    const app = await readFile(path.join(settings.root, 'index.html'), 'utf8')
    const start = startsAlone(request) ? `<script type="module" src="/${PAGE_START}"></script>` : ''
    const shell = app.replace('</body>', () => `${start}</body>`)
    const { renderPage } = rendererIn(await ssr.runner.import(`/${SERVER_ENTRY}`))
    const html = fillShell(
      await server.transformIndexHtml(url, shell),
      await renderPage(request),
      addressOf(request),
      {
        site: settings.site,
        bootScript: await buildBootScript(settings.root, 'development'),
        sealed: null,
      },
    )
    response.writeHead(request.type === 'not-found' ? 404 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    })
    response.end(html)
    return true
  }
  server.middlewares.use(middleware(answer))
}
