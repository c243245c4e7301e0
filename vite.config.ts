import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import path from 'node:path'
import type { Plugin, Rolldown, UserConfig } from 'vite'
import { articlesPlugin } from './src/build/articles-plugin.ts'
import { openContentFolder } from './src/build/content-folder.ts'
import { prerenderPlugin } from './src/build/prerender-plugin.ts'
import { readSettings } from './src/build/site.ts'

export default defineConfig((): UserConfig => {
  const settings = readSettings(import.meta.dirname, process.env)
  const { root, site, outDir, serverDir } = settings
  const content = openContentFolder({ root, dir: settings.contentDir, base: site.base })

  return {
    base: site.base,
    // In development our own middleware answers for pages.
    appType: 'custom',
    // What builds and tests write is no reason to load the page again.
    server: { watch: { ignored: ['**/.cache/**', '**/dist/**', '**/test-results/**'] } },
    plugins: [
      react(),
      plainImports(),
      articlesPlugin(content, site),
      prerenderPlugin(settings, content),
    ],
    build: {
      target: 'baseline-widely-available',
      // With an older target light-dark() becomes variables, and a theme set by script has no effect.
      cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      // The pages' policy allows no data: addresses.
      assetsInlineLimit: 0,
      // One sheet, which stands in every page; no lazy part asks for it again.
      cssCodeSplit: false,
      // One script makes a page live; the helper that would preload further ones costs more than it saves.
      modulePreload: false,
      reportCompressedSize: false,
    },
    environments: {
      client: {
        // Of packages that offer it, what needs no document: it runs in the importer's worker, too, and no
        // page may turn strings into markup.
        resolve: { conditions: ['worker', ...defaultClientConditions] },
        build: {
          outDir,
          rolldownOptions: { output: { codeSplitting: { groups: firstLoad(root) } } },
        },
      },
      ssr: {
        build: {
          outDir: serverDir,
          emptyOutDir: true,
          copyPublicDir: false,
          rolldownOptions: { input: 'src/app/entry-server.tsx' },
        },
      },
    },
    // Its lazy parts are files of their own: who pastes a text needs no reader of e-books.
    worker: { format: 'es' },
    builder: { sharedConfigBuild: true, sharedPlugins: true },
  }
})

/**
 * Lazy parts are imported as they are. What Vite would wrap around each import loads style sheets and
 * further scripts ahead of it; our parts have neither, and the wrapper is in every page's first load.
 */
function plainImports(): Plugin {
  return {
    name: 'palimpsest:plain-imports',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null,
  }
}

/** Behind the doors that the page uses, but asked for by lazy parts only. */
const ON_DEMAND =
  /core[\\/]((?:resume|palette)[\\/]|anchoring[\\/](?!place|index)|article[\\/](?!layers|view|search-in-link|parameter|ids|first-index|index))|approx-string-match|features[\\/]reader[\\/](text-on-page|block-in-view|reading-place)/

/**
 * The first load in files that are evaluated one after the other: the entry, which is tiny and may
 * bring neither of the others with it, React, and everything that the page needs to wake up (see
 * `app/entry-client.ts`). Left alone, whatever a lazy part shares with
 * the page would become a file of its own.
 */
function firstLoad(root: string): Rolldown.CodeSplittingGroup[] {
  const entry = path.join(root, 'src/app/entry-client.ts')
  const wakeUp = path.join(root, 'src/app/wake-up.tsx')
  return [
    { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 1 },
    {
      debugName: 'page',
      includeDependenciesRecursively: false,
      name: (id, modules) => {
        const neededFrom = (start: string) => {
          const seen = new Set([start])
          for (const known of seen) {
            const info = modules.getModuleInfo(known)
            for (const imported of info?.importedIds ?? []) seen.add(imported)
          }
          return seen
        }
        const isPage = neededFrom(wakeUp).has(id) && !neededFrom(entry).has(id)
        return isPage && !ON_DEMAND.test(id) ? 'page' : null
      },
    },
  ]
}
