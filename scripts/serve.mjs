/**
 * Serves a built site: `npm run preview`, and the tests' web server.
 *
 *     node scripts/serve.mjs [--folder dist] [--port 4173] [--base /] [--exact]
 *
 * With `--exact` a taken port is an error; otherwise the next free one is used.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { readFlags } from './flags.mjs'
import { root } from './root.mjs'
import { serveFolder } from './static-server.mjs'

const values = readFlags(
  {
    folder: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '4173' },
    base: { type: 'string', default: '/' },
    exact: { type: 'boolean', default: false },
  },
  'npm run preview -- [--folder dist] [--port 4173] [--base /] [--exact]\n\nServes a built site. With --exact a port that is taken is an error; otherwise the next free one is used.',
)

const folder = path.resolve(root, values.folder)
if (!existsSync(path.join(folder, 'index.html'))) {
  console.error(`There is no built site in ${values.folder}. Build it first: npm run build`)
  process.exit(1)
}
try {
  const { address } = await serveFolder({
    folder,
    port: Number(values.port),
    base: values.base,
    orNext: !values.exact,
  })
  console.log(address)
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
  console.error(
    `Port ${values.port} is taken. Stop what uses it, name another one with --port, or leave out --exact.`,
  )
  process.exit(1)
}
