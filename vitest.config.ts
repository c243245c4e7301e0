import './scripts/node-20.mjs'
import { defineConfig } from 'vitest/config'

const NO_SHEET = '\0no-sheet'

/**
 * Three kinds of test that need no real browser. What touches layout, popovers, selection, print or
 * hydration belongs to Playwright (`tests/e2e`): jsdom would answer, and answer wrongly.
 */
export default defineConfig({
  test: {
    // Two at once keep a small machine responsive, and the times comparable.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // A busy machine is slow, not wrong.
          testTimeout: 120_000,
        },
      },
      {
        // jsdom never loads a style sheet, and a part that brings one would wait for it for ever.
        plugins: [
          {
            name: 'palimpsest:no-sheets',
            enforce: 'pre',
            resolveId: (id) => (id.endsWith('.css?url') ? NO_SHEET : null),
            load: (id) => (id === NO_SHEET ? 'export default undefined' : null),
          },
        ],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/component/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          setupFiles: ['tests/support/component.ts'],
        },
      },
      {
        test: {
          name: 'fences',
          environment: 'node',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
