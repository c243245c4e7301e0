/**
 * Builds a second site from the fixture articles, for a host that keeps it under a path, and serves
 * it: what works there works on any static host.
 *
 *     node scripts/serve-fixtures.mjs [http://127.0.0.1:4174/sub/path/]
 */
import process from 'node:process'
import path from 'node:path'
import { runVite } from './build.mjs'
import { root } from './root.mjs'
import { serveFolder } from './static-server.mjs'

const folder = path.join(root, '.cache', 'fixture-site')
const url = new URL(process.argv[2] ?? 'http://127.0.0.1:4174/sub/path/')
const { status, output } = runVite(['build', '--app', '--logLevel', 'warn'], {
  CONTENT_DIR: path.join(root, 'tests', 'fixtures', 'articles'),
  SITE_URL: url.href,
  OUT_DIR: folder,
})
if (status !== 0) {
  console.error(`The fixture articles could not be built.\n${output}`)
  process.exit(1)
}
const { address } = await serveFolder({
  folder,
  port: Number(url.port),
  base: url.pathname,
})
console.log(address)
