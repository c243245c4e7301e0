import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, isRunnableDevEnvironment } from 'vite'
import type { Plugin, Rolldown, ViteDevServer } from 'vite'
import { ContentError } from './content-folder.ts'
import type { ContentFolder } from './content-folder.ts'
import { middleware } from './middleware.ts'
import type { AsyncMiddleware } from './middleware.ts'
import { fillShell, linkedStylesheets, pagePolicy } from './page-template.ts'
import type { PageAddress, PageParts, PageRequest, RenderedPage } from './page-template.ts'
import { headersFile } from './security-policy.ts'
import { publicAddress } from './site.ts'
import type { BuildSettings } from './site.ts'
import { SOCIAL_IMAGE, socialImage } from './social-image.ts'

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
        const pages = await prerender(
          settings,
          content,
          published,
          rendererIn(await import(/* @vite-ignore */ entry)),
        )
        builder.config.logger.info(
          `${pages} pages prerendered for ${settings.site.url ?? settings.site.base}`,
        )
      },
    },

    // After Vite's own middlewares: what is left over asks for a page.
    configureServer: (server) => () => serveRenderedPages(server, settings, content),
  }
}

async function prerender(
  settings: BuildSettings,
  content: ContentFolder,
  published: readonly PublishedFile[],
  { renderPage }: Renderer,
): Promise<number> {
  const { site, outDir } = settings
  const shell = textOf(published, 'index.html')
  const linked = linkedStylesheets(shell).map((address) => address.slice(site.base.length))
  const styles = linked.map((file) => textOf(published, file).trim()).join('\n')
  const bootScript = await buildBootScript(settings.root, 'production')
  const parts: PageParts = {
    site,
    bootScript,
    sealed: {
      styles,
      fonts: firstFonts(published, site.base),
      scripts: firstScripts(published, site.base),
    },
  }
  const articles = await content.articles()

  const write = async (file: string, data: string | Buffer) => {
    const target = path.join(outDir, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, data)
  }
  const writePage = async (file: string, request: PageRequest) => {
    await write(file, fillShell(shell, await renderPage(request), addressOf(request), parts))
  }

  await writePage('index.html', { type: 'library', site, articles })
  await writePage('404.html', { type: 'not-found', site, articles })
  for (const article of articles) {
    await writePage(`${articlePath(article.slug)}index.html`, { type: 'article', site, article })
    await write(imagePath(article.slug), await socialImage(article, site.name, settings.cacheDir))
  }
  await write('_headers', headersFile(pagePolicy({ bootScript, styles }), site.base))
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
  // The style sheet now stands in the pages; its file stays only where a lazy part asks for it.
  const scripts = published.flatMap(({ fileName, text }) =>
    fileName.endsWith('.js') ? [text ?? ''] : [],
  )
  for (const file of linked) {
    if (!scripts.some((script) => script.includes(file))) await rm(path.join(outDir, file))
  }
  return articles.length + 2
}

function articlePath(slug: string): string {
  return `read/${slug}/`
}

function imagePath(slug: string): string {
  return `${articlePath(slug)}social.png`
}

function addressOf(request: PageRequest): PageAddress {
  switch (request.type) {
    case 'article': {
      const { slug, title, authors } = request.article
      return {
        path: articlePath(slug),
        kind: 'article',
        authors,
        image: { path: imagePath(slug), alt: title, ...SOCIAL_IMAGE },
      }
    }
    case 'library':
      return { path: '', kind: 'website', authors: [], image: null }
    case 'not-found':
      return { path: null, kind: 'website', authors: [], image: null }
  }
}

function robots({ site }: BuildSettings): string {
  const lines = [
    'User-agent: *',
    'Allow: /',
    ...(site.url === null ? [] : [`Sitemap: ${site.url}sitemap.xml`]),
  ]
  return `${lines.join('\n')}\n`
}

function sitemap(addresses: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `  <url><loc>${address.replaceAll('&', '&amp;')}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n')
}

interface PublishedFile {
  readonly fileName: string
  /** Null for what is not text. */
  readonly text: string | null
  readonly originalFileNames: readonly string[]
  /** The modules that a script is made of, and the scripts it needs. */
  readonly modules: readonly string[]
  readonly imports: readonly string[]
}

type BuildOutput = Awaited<ReturnType<typeof build>>

function filesOf(result: BuildOutput): readonly PublishedFile[] {
  if ('on' in result)
    throw new Error(
      'The site cannot be prerendered while Vite watches for changes; use the development server.',
    )
  const outputs: readonly Rolldown.RolldownOutput[] = Array.isArray(result) ? result : [result]
  return outputs.flatMap(({ output }) =>
    output.map((file) =>
      file.type === 'chunk'
        ? {
            fileName: file.fileName,
            text: file.code,
            originalFileNames: [],
            modules: file.moduleIds,
            imports: file.imports,
          }
        : {
            fileName: file.fileName,
            text: typeof file.source === 'string' ? file.source : null,
            originalFileNames: file.originalFileNames,
            modules: [],
            imports: [],
          },
    ),
  )
}

function textOf(files: readonly PublishedFile[], fileName: string): string {
  const text = files.find((file) => file.fileName === fileName)?.text
  if (typeof text !== 'string')
    throw new Error(`The build of the app has no text file ${fileName}.`)
  return text
}

/** The text face in the letters that every page has; the other subsets and the italic load when a page needs them. */
function firstFonts(files: readonly PublishedFile[], base: string): readonly string[] {
  return files
    .filter(({ originalFileNames }) =>
      originalFileNames.some((name) => name.endsWith('literata-latin-wght-normal.woff2')),
    )
    .map(({ fileName }) => base + fileName)
}

/** What the entry imports step by step: fetched at once, run when its turn comes. */
function firstScripts(files: readonly PublishedFile[], base: string): readonly string[] {
  const steps = [/react-dom[\\/]client\.js$/, /src[\\/]app[\\/]wake-up\.tsx$/]
  const roots = files.filter(({ modules }) =>
    modules.some((module) => steps.some((step) => step.test(module))),
  )
  const needed = new Set(roots.flatMap(({ fileName, imports }) => [fileName, ...imports]))
  return [...needed].map((fileName) => base + fileName)
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
    const shell = await readFile(path.join(settings.root, 'index.html'), 'utf8')
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

/** The address is seen from the base: Vite has taken that off. */
async function requestFor(
  address: string,
  { site }: BuildSettings,
  content: ContentFolder,
): Promise<PageRequest> {
  const path = address.replace(/[?#].*$/, '')
  const slug = /^\/read\/([^/]+)\/?$/.exec(path)?.[1]
  if (slug !== undefined && (await content.slugs()).includes(slug)) {
    const compiled = await content.compile(slug)
    if (!compiled.ok) throw new ContentError(compiled.messages)
    return { type: 'article', site, article: compiled.article }
  }
  return { type: path === '/' ? 'library' : 'not-found', site, articles: await content.articles() }
}
