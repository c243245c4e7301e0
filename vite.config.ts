import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin, UserConfig } from 'vite'
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
