import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
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
      // One script makes a page live; the helper that would preload further ones costs more than it saves.
      modulePreload: false,
      reportCompressedSize: false,
    },
    environments: {
      client: {
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

/** Behind the doors of `core`, but asked for by lazy parts only. */
const ON_DEMAND =
  /core[\\/](anchoring[\\/](?!place|index)|article[\\/](?!layers|ids|index))|approx-string-match/

/**
 * The first load in two files that are evaluated one after the other (see `app/entry-client.ts`):
 * React, and everything that the page needs to wake up. Left alone, whatever a lazy part shares with
 * the page would become a file of its own.
 */
function firstLoad(root: string): Rolldown.CodeSplittingGroup[] {
  const wakeUp = path.join(root, 'src/app/wake-up.tsx')
  return [
    { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 1 },
    {
      debugName: 'page',
      name: (id, modules) => {
        const seen = new Set([wakeUp])
        for (const known of seen) {
          for (const imported of modules.getModuleInfo(known)?.importedIds ?? []) seen.add(imported)
        }
        return seen.has(id) && !ON_DEMAND.test(id) ? 'page' : null
      },
    },
  ]
}
