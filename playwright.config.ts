import { defineConfig, devices } from '@playwright/test'
import { browserArguments, findBrowser } from './scripts/browser.mjs'

/** `npm test` finds a browser, installs one if need be, and hands it on; started alone, we look ourselves. */
const executablePath = await findBrowser()
if (executablePath === null) {
  throw new Error('There is no browser to test with. Get one with: node scripts/browser.mjs')
}

/**
 * Everything that needs a real browser, on the built site.
 *
 * Two sites are served: `dist` at the root of its host, and the fixture articles under `/sub/path/`,
 * so that no address in the app may assume where it lives.
 */
export default defineConfig({
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  outputDir: 'test-results',
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: 'http://127.0.0.1:4173/',
    launchOptions: { executablePath, args: browserArguments },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    // Long runs: every scroll offset, other engines, leaks. Not part of `npm test`.
    { name: 'deep', testDir: 'tests/deep', timeout: 600_000 },
  ],
  webServer: [
    {
      command: 'node scripts/serve.mjs --folder dist --port 4173 --exact',
      url: 'http://127.0.0.1:4173/',
      reuseExistingServer: false,
    },
    {
      command: 'node scripts/serve-fixtures.mjs',
      url: 'http://127.0.0.1:4174/sub/path/',
      reuseExistingServer: false,
      timeout: 120_000,
    },
  ],
})
