import { defineConfig, devices } from '@playwright/test'
import { browserArguments, findBrowser } from './scripts/browser.mjs'
import { freePorts } from './scripts/free-ports.mjs'

/** `npm test` finds a browser, installs one if need be, and hands it on; started alone, we look ourselves. */
const executablePath = await findBrowser()
if (executablePath === null) {
  throw new Error('There is no browser to test with. Get one with: node scripts/browser.mjs')
}

/**
 * Two free ports, so that the tests run beside an `npm start`. Playwright reads this file again in
 * every worker: the first answer is kept in the environment, which workers inherit.
 */
process.env['TEST_PORT'] ??= String(await freePorts(4173, 2))
const { site, fixtureSite } = await import('./tests/support/sites.ts')

/**
 * Everything that needs a real browser, on the built site.
 *
 * Two sites are served: `dist` at the root of its host, and the fixture articles under `/sub/path/`,
 * so that no address in the app may assume where it lives.
 */
export default defineConfig({
  // One more than the processors of a small machine: tests wait as often as they work.
  workers: 3,
  // A busy machine is slow, not wrong.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  outputDir: 'test-results',
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: site,
    // What a test sees comes from the server, and from no visit before; tests/e2e/offline.spec.ts allows it.
    serviceWorkers: 'block',
    launchOptions: { executablePath, args: browserArguments },
    // Recording costs a seventh of the time: asked for with `--trace on`, for the test that failed.
    trace: 'off',
  },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', grepInvert: /@deep/ },
    // Long runs: every scroll offset, other engines, leaks. Not part of `npm test`.
    { name: 'deep', testDir: 'tests/deep', timeout: 600_000 },
    // The cases for which others stand in the short run (tests/support/depth.ts).
    { name: 'rest', testDir: 'tests/e2e', grep: /@deep/ },
  ],
  webServer: [
    {
      command: `node scripts/serve.mjs --folder dist --port ${new URL(site).port} --exact`,
      url: site,
      reuseExistingServer: false,
    },
    {
      command: `node scripts/serve-fixtures.mjs ${fixtureSite}`,
      url: fixtureSite,
      reuseExistingServer: false,
      timeout: 120_000,
    },
  ],
})
