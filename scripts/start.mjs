/**
 * `npm start`: from a fresh clone to a page to read. Installs what is missing, builds what changed,
 * serves it to this machine only, and prints the address.
 */
import process from 'node:process'
import path from 'node:path'
import { buildIfChanged } from './build.mjs'
import { readFlags } from './flags.mjs'
import { installWhatIsMissing } from './install.mjs'
import { whenParentIsGone } from './parent.mjs'
import { root } from './root.mjs'
import { serveFolder } from './static-server.mjs'

const values = readFlags(
  { port: { type: 'string', default: '4173' } },
  'npm start -- [--port 4173]\n\nInstalls what is missing, builds what changed, serves the site. A port that is taken gives way to the next.',
)

installWhatIsMissing()
if (!buildIfChanged(console.log)) {
  console.error('The site could not be built; the reason stands above.')
  process.exit(1)
}
const { server, address } = await serveFolder({
  folder: path.join(root, 'dist'),
  port: Number(values.port),
  orNext: true,
})
console.log(`\nPalimpsest is at ${address}\nPress Ctrl+C to stop.`)

const stop = () => {
  server.close()
  server.closeAllConnections()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
// Whoever starts it by itself may want to leave it running.
if (process.env['npm_lifecycle_event'] !== undefined) whenParentIsGone(stop)
