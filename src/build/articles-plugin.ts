import path from 'node:path'
import type { Plugin } from 'vite'
import { libraryCard } from '#core/article'
import { buildLibraryIndex } from '#core/search'
import type { Site } from 'virtual:site'
import { ContentError, formatMessage } from './content-folder.ts'
import type { ContentFolder } from './content-folder.ts'
import { middleware } from './middleware.ts'
import type { AsyncMiddleware } from './middleware.ts'

const ARTICLE = 'virtual:article/'
const INDEXES = ['virtual:articles', 'virtual:library', 'virtual:library-search', 'virtual:site']

/** Rollup's sign for modules that are not files. */
const virtual = (name: string) => `\0${name}`

/**
 * Makes modules of the folder of articles (typed in `virtual.d.ts`): one lazy module per article,
 * the list of them, the cards of the library, the site. A build stops at an article that is not in
 * order; the development server shows its messages over the page until they are mended.
 */
export function articlesPlugin(content: ContentFolder, site: Site): Plugin {
  return {
    name: 'palimpsest:articles',

    // Before anything is built. In development an article in disorder concerns only those who open it.
    buildApp: {
      order: 'pre',
      async handler({ config }) {
        const results = await Promise.all((await content.slugs()).map(content.compile))
        const warnings = results.flatMap((result) => (result.ok ? result.warnings : []))
        if (warnings.length > 0) config.logger.warn(warnings.map(formatMessage).join('\n'))
        const messages = results.flatMap((result) => (result.ok ? [] : result.messages))
        if (messages.length > 0) throw new ContentError(messages)
      },
    },

    resolveId(id) {
      return id.startsWith(ARTICLE) || INDEXES.includes(id) ? virtual(id) : null
    },

    async load(id) {
      switch (id) {
        case virtual('virtual:site'):
          return `export const site = ${jsonModuleValue(site)}`
        case virtual('virtual:articles'): {
          const entries = (await content.slugs()).map((slug) => {
            const name = JSON.stringify(slug)
            return `  ${name}: () => import(${JSON.stringify(ARTICLE + slug)}),`
          })
          return `export const articles = {\n${entries.join('\n')}\n}`
        }
        // A build has stopped before at one that is in disorder.
        case virtual('virtual:library'):
          return `export const library = ${jsonModuleValue((await content.readable()).map(libraryCard))}`
        case virtual('virtual:library-search'):
          return `export const library = ${jsonModuleValue(buildLibraryIndex(await content.readable()))}`
      }
      if (!id.startsWith(virtual(ARTICLE))) return null
      const compiled = await content.compile(id.slice(virtual(ARTICLE).length))
      if (compiled.ok) return `export default ${jsonModuleValue(compiled.article)}`
      throw new ContentError(compiled.messages)
    },

    async generateBundle() {
      // Once is enough, and only the browser's half is published.
      if (this.environment.name !== 'client') return
      for (const slug of await content.slugs()) {
        const compiled = await content.compile(slug)
        if (!compiled.ok) continue
        for (const { path: fileName, content: source } of compiled.images) {
          this.emitFile({ type: 'asset', fileName, source })
        }
      }
    },

    async configureServer(server) {
      server.watcher.add(content.dir)
      // They are in no list, so it is said here what keeps them out.
      const results = await Promise.all((await content.slugs()).map(content.compile))
      const messages = results.flatMap((result) => (result.ok ? [] : result.messages))
      if (messages.length > 0) server.config.logger.error(messages.map(formatMessage).join('\n'))
      const answer: AsyncMiddleware = async (request, response) => {
        const address = (request.url ?? '').replace(/[?#].*$/, '')
        const image = await findImage(content, site, address)
        if (image === null) return false
        response.setHeader('Content-Type', contentType(image.path))
        response.setHeader('Cache-Control', 'no-cache')
        response.end(image.content)
        return true
      }
      server.middlewares.use(middleware(answer))
    },

    async hotUpdate({ file, server }) {
      if (file === path.join(content.dir, 'site.yaml') && this.environment.name === 'client') {
        await server.restart()
        return []
      }
      const slug = content.slugOf(file)
      if (slug === null) return
      content.forget(slug)
      for (const name of [...INDEXES, ARTICLE + slug]) {
        const module = this.environment.moduleGraph.getModuleById(virtual(name))
        if (module !== undefined) this.environment.moduleGraph.invalidateModule(module)
      }
      if (this.environment.name !== 'client') return []
      const compiled = (await content.slugs()).includes(slug) ? await content.compile(slug) : null
      // The page shows what is wrong over the text as it was; the next save that is in order reloads it.
      this.environment.hot.send(
        compiled?.ok === false
          ? { type: 'error', err: overlay(new ContentError(compiled.messages)) }
          : { type: 'full-reload' },
      )
      return []
    },
  }
}

/** Parsing a JSON string is faster than parsing the same object as JavaScript, and never runs what stands in it. */
function jsonModuleValue(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`
}

function overlay({ message, id, loc }: ContentError) {
  return { message, stack: '', plugin: 'palimpsest:articles', ...(id && loc ? { id, loc } : {}) }
}

async function findImage(content: ContentFolder, site: Site, address: string) {
  const [folder, slug = ''] = address.slice(site.base.length).split('/')
  if (
    !address.startsWith(site.base) ||
    folder !== 'assets' ||
    !(await content.slugs()).includes(slug)
  )
    return null
  const compiled = await content.compile(slug)
  const images = compiled.ok ? compiled.images : []
  return images.find((image) => site.base + encodeURI(image.path) === address) ?? null
}

function contentType(file: string): string {
  const type = path.extname(file).slice(1)
  return `image/${{ jpg: 'jpeg', svg: 'svg+xml' }[type] ?? type}`
}
