import { createHash } from 'node:crypto'
import path from 'node:path'
import { build } from 'vite'
import { SHELL, WHOLE, type KeptFile, type Release } from '#core/offline'

const WORKER = 'src/worker/service-worker.ts'
const RELEASE = 'virtual:release'

/** A file of the finished site. */
export interface SiteFile {
  /** Seen from the site's base; a page is named as it is asked for, without `index.html`. */
  readonly path: string
  readonly content: Buffer
  /** Which part of the site needs it; see `KeptFile`. */
  readonly part: string
}

/** What a reader keeps of the site, in the order in which it is fetched: first what every page needs. */
export function releaseOf(id: string, files: readonly SiteFile[]): Release {
  const order = (part: string) => (part === SHELL ? 0 : part === WHOLE ? 2 : 1)
  const kept = files.map((file): KeptFile => ({
    path: file.path,
    // Everything under assets/ has a hash in its name.
    revision: file.path.startsWith('assets/') ? null : digest(file.content),
    part: file.part,
  }))
  const inOrder = kept.toSorted(
    (one, other) => order(one.part) - order(other.part) || (one.path < other.path ? -1 : 1),
  )
  return { id, files: inOrder }
}

/** A short name for a content: equal for equal contents. */
export function digest(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 10)
}

/** The service worker as one script that needs no other. */
export async function buildServiceWorker(root: string, release: Release): Promise<string> {
  const result = await build({
    root,
    mode: 'production',
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'palimpsest:release',
        resolveId: (id) => (id === RELEASE ? `\0${RELEASE}` : null),
        load: (id) =>
          id === `\0${RELEASE}` ? `export const release = ${JSON.stringify(release)}` : null,
      },
    ],
    build: {
      write: false,
      target: 'baseline-widely-available',
      minify: true,
      lib: { entry: path.join(root, WORKER), formats: ['iife'], name: 'worker' },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const [script] = outputs.flatMap((one) => ('output' in one ? one.output : []))
  if (script?.type !== 'chunk') throw new Error(`${WORKER} has become no script.`)
  return script.code
}
