/**
 * A small static server that behaves as a static host does: clean directory addresses, a real 404,
 * the headers of `_headers`, compression, and nothing outside the folder.
 *
 * It is ours because `vite preview` answers an unknown address with the home page and status 200,
 * and so would hide exactly the faults that a static host would show. Only `node:` modules: it has
 * to run before anything is installed.
 */
import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'

const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.gif', 'image/gif'],
  ['.webp', 'image/webp'],
  ['.avif', 'image/avif'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.pdf', 'application/pdf'],
])
const compressible =
  /^(text\/|image\/svg|application\/(json|xml|manifest\+json|wasm)|.*charset=utf-8)/

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/**
 * Start serving a folder.
 *
 * @param {object} options
 * @param {string} options.folder What to serve.
 * @param {number} options.port The first port to try.
 * @param {boolean} [options.orNext] Whether to try the next ports when that one is taken.
 * @param {string} [options.base] The path the site lives under, e.g. `/sub/path/`.
 * @param {string} [options.host]
 * @param {Record<string, string>} [options.headers] Sent with every file, whatever `_headers` says.
 * @param {(path: string, response: import('node:http').ServerResponse) => boolean} [options.intercept]
 *   Sees every request first, its path from the site's base, and says whether it has dealt with it: for tests of bad hosts.
 * @returns {Promise<{
 *   server: import('node:http').Server,
 *   address: string,
 *   deploy: (folder: string) => Promise<void>,
 * }>} `deploy` serves another folder from now on.
 */
export async function serveFolder({
  folder,
  port,
  orNext = false,
  base = '/',
  host = '127.0.0.1',
  headers = {},
  intercept = () => false,
}) {
  const site = { root: '', base: `/${base}/`.replace(/\/+/g, '/'), headerRules: [], headers }
  const deploy = async (to) => {
    const root = await realpath(to)
    Object.assign(site, { root, headerRules: await readHeaders(root) })
  }
  await deploy(folder)
  const server = createServer((request, response) => {
    const [path] = splitOnce(request.url ?? '/', '?')
    if (path.startsWith(site.base) && intercept(path.slice(site.base.length), response)) return
    answer(site, request, response).catch((error) => {
      // Whatever went wrong with one request must not end the others.
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end(`500: ${error instanceof Error ? error.message : String(error)}\n`)
    })
  })
  const taken = await listen(server, port, host, orNext ? 50 : 1)
  return { server, address: `http://${host}:${taken}${site.base}`, deploy }
}

/**
 * @param {import('node:http').Server} server
 * @param {number} first
 * @param {string} host
 * @param {number} tries
 * @returns {Promise<number>} the port that was free
 */
async function listen(server, first, host, tries) {
  for (let port = first; ; port += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          resolve(undefined)
        })
      })
      return port
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken || port + 1 >= first + tries) throw error
    }
  }
}

/**
 * @typedef {object} HeaderRule
 * @property {RegExp} pattern
 * @property {[string, string][]} headers
 */

/**
 * The `_headers` file of Netlify and Cloudflare Pages: a path pattern in the first column, its
 * headers indented below. Serving them here means that the tests see what a host will send.
 *
 * @param {string} root
 * @returns {Promise<HeaderRule[]>}
 */
async function readHeaders(root) {
  const text = await readFile(path.join(root, '_headers'), 'utf8').catch(() => '')
  /** @type {HeaderRule[]} */
  const rules = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const header = /^\s+([^:\s]+):\s*(.*)$/.exec(line)
    if (header === null) {
      const literal = line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      rules.push({ pattern: new RegExp(`^${literal.replace(/\*/g, '.*')}$`), headers: [] })
    } else {
      rules.at(-1)?.headers.push([(header[1] ?? '').toLowerCase(), (header[2] ?? '').trim()])
    }
  }
  return rules
}

/**
 * @param {{ root: string, base: string, headerRules: HeaderRule[], headers: Record<string, string> }} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(site, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain' })
    response.end('405: this server only reads.\n')
    return
  }
  const [rawPath, query] = splitOnce(request.url ?? '/', '?')
  // The whole site moves under the base; a visitor who asks for the root is shown the way.
  if (rawPath === '/' && site.base !== '/') return redirect(response, site.base)
  if (`${rawPath}/` === site.base) return redirect(response, site.base, query)

  const found = rawPath.startsWith(site.base)
    ? await findFile(site.root, rawPath.slice(site.base.length))
    : null
  if (found?.type === 'directory') return redirect(response, `${rawPath}/`, query)
  if (found !== null) return send(site, request, response, 200, found.path, rawPath)
  const notFoundPage = await findFile(site.root, '404.html')
  if (notFoundPage !== null) return send(site, request, response, 404, notFoundPage.path, rawPath)
  response.writeHead(404, { 'content-type': 'text/plain' })
  response.end('404: there is nothing here.\n')
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} to
 * @param {string} [query]
 */
function redirect(response, to, query) {
  // A path that begins with two slashes would be read as another host.
  const location = to.replace(/^[/\\]+/, '/') + (query === undefined ? '' : `?${query}`)
  response.writeHead(301, { location })
  response.end()
}

/**
 * The file an address means: itself, or the index.html of a directory written with its slash.
 * Null for what is not there, what is malformed, and what lies outside.
 *
 * @param {string} root
 * @param {string} encoded
 * @returns {Promise<{ type: 'file' | 'directory', path: string } | null>}
 */
async function findFile(root, encoded) {
  let relative
  try {
    relative = decodeURIComponent(encoded)
  } catch {
    return null
  }
  if (relative.includes('\0') || relative.includes('\\')) return null
  if (relative.split('/').some((part) => part === '..' || part === '.')) return null
  // A host reads this file and does not hand it out.
  if (relative === '_headers') return null
  const wanted = path.join(root, relative)
  try {
    const status = await stat(wanted)
    if (status.isDirectory() && relative !== '' && !relative.endsWith('/')) {
      return { type: 'directory', path: wanted }
    }
    if (status.isFile() && relative.endsWith('/')) return null
    const file = await realpath(status.isDirectory() ? path.join(wanted, 'index.html') : wanted)
    // A link that leads out of the folder is outside, too.
    return file.startsWith(root + path.sep) ? { type: 'file', path: file } : null
  } catch {
    return null
  }
}

/** Compressed once per file version: the benchmark and the tests ask for the same files again and again. */
const compressed = new Map()

/**
 * @param {{ root: string, base: string, headerRules: HeaderRule[], headers: Record<string, string> }} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} file
 * @param {string} rawPath
 */
async function send(site, request, response, status, file, rawPath) {
  const info = await stat(file)
  const type = contentTypes.get(path.extname(file).toLowerCase()) ?? 'application/octet-stream'
  const etag = `"${info.size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}"`
  /** @type {Record<string, string | number>} */
  const headers = {
    'content-type': type,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    etag,
  }
  const address = `/${rawPath.slice(site.base.length)}`
  for (const rule of site.headerRules) {
    // Written for the host's paths or for the site's own: either is meant.
    const applies = rule.pattern.test(rawPath) || rule.pattern.test(address)
    if (applies) Object.assign(headers, Object.fromEntries(rule.headers))
  }
  Object.assign(headers, site.headers)
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers)
    response.end()
    return
  }

  const accepted = request.headers['accept-encoding'] ?? ''
  const encoding = !compressible.test(type)
    ? null
    : /\bbr\b/.test(accepted)
      ? 'br'
      : /\bgzip\b/.test(accepted)
        ? 'gzip'
        : null
  if (compressible.test(type)) headers['vary'] = 'accept-encoding'
  if (encoding !== null) {
    const key = `${encoding} ${etag} ${file}`
    const body = compressed.get(key) ?? (await compress(file, encoding))
    compressed.set(key, body)
    response.writeHead(status, {
      ...headers,
      'content-encoding': encoding,
      'content-length': body.length,
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return
  }
  response.writeHead(status, { ...headers, 'content-length': info.size })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
}

/**
 * @param {string} file
 * @param {'br' | 'gzip'} encoding
 */
async function compress(file, encoding) {
  const ready = await readFile(`${file}.${encoding === 'br' ? 'br' : 'gz'}`).catch(() => null)
  if (ready !== null) return ready
  const body = await readFile(file)
  if (encoding === 'gzip') return gzip(body)
  return brotli(body, {
    params: {
      // 11 takes seconds for a long book; hosts that compress on the fly use 4 to 6.
      [zlib.constants.BROTLI_PARAM_QUALITY]: body.length > 400_000 ? 5 : 9,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}

/**
 * @param {string} text
 * @param {string} separator
 * @returns {[string, string | undefined]}
 */
function splitOnce(text, separator) {
  const at = text.indexOf(separator)
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
