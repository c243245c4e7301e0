/**
 * The size budget: what a reader's browser loads before anything was clicked, in bytes after brotli.
 *
 * The files are found twice and both findings count. Once by reading: the page's scripts, preloads
 * and style sheets, what those scripts import, the fonts these sheets need for Latin text. And once,
 * where there is a browser, by looking: what it really asked for. Reading alone would miss a part
 * that is imported as soon as the page starts; looking alone, what a warm browser did not need.
 *
 * What is asked for only after the page has awakened keeps nobody waiting, and has rows of its own.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import zlib from 'node:zlib'
import { root } from './root.mjs'

const budget = {
  scripts: 79_000,
  everythingButFonts: 101_900,
  fonts: 60_000,
  requests: 8,
  whenIdle: 7_000,
}

const dist = path.join(root, 'dist')

/** @type {Map<string, number>} */
const sizes = new Map()

/** @param {string} file a path inside dist */
function brotliSize(file) {
  const known = sizes.get(file)
  if (known !== undefined) return known
  const body = readFileSync(path.join(dist, file))
  const size = file.endsWith('.woff2')
    ? body.length // compressed already
    : zlib.brotliCompressSync(body, {
        params: {
          [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
          [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }).length
  sizes.set(file, size)
  return size
}

/** @param {string} file */
const read = (file) => readFileSync(path.join(dist, file), 'utf8')

/**
 * The file inside dist that an address on a page means; null for other origins and data.
 *
 * @param {string} address
 * @param {string} from the file it stands in
 */
function fileOf(address, from) {
  const base = 'http://site.invalid'
  const url = new URL(address, `${base}/${from}`)
  if (url.origin !== base) return null
  const file = decodeURIComponent(url.pathname).slice(1)
  return existsSync(path.join(dist, file)) ? file : null
}

/**
 * @param {string} html
 * @param {string} tag
 * @returns {Record<string, string>[]} the attributes of each such element
 */
function elements(html, tag) {
  return [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>`, 'gi'))].map((match) =>
    Object.fromEntries(
      [...(match[1] ?? '').matchAll(/([a-z-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/gi)].map(
        ([, name = '', double, single, bare]) => [
          name.toLowerCase(),
          (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'),
        ],
      ),
    ),
  )
}

/** `from"./x.js"`, `import"./x.js"`, `export * from "./x.js"` as a bundler writes them; `import(…)` is not among them. */
const staticImport = /(?:\bfrom|\bimport)\s*["']([^"'\n]+)["']/g

/**
 * A script and all it imports before it runs.
 *
 * @param {string} file
 * @param {Set<string>} seen
 */
function collectScripts(file, seen) {
  if (seen.has(file)) return
  seen.add(file)
  for (const [, specifier = ''] of read(file).matchAll(staticImport)) {
    const imported = /^[./]/.test(specifier) ? fileOf(specifier, file) : null
    if (imported !== null) collectScripts(imported, seen)
  }
}

/**
 * A style sheet and all it imports.
 *
 * @param {string} file
 * @param {Set<string>} seen
 */
function collectStyles(file, seen) {
  if (seen.has(file)) return
  seen.add(file)
  for (const [, address = ''] of read(file).matchAll(/@import\s*(?:url\()?["']?([^"')\s;]+)/g)) {
    const imported = fileOf(address, file)
    if (imported !== null) collectStyles(imported, seen)
  }
}

/** @param {string} range a CSS unicode-range; none means all */
function coversLatin(range) {
  if (range === '') return true
  const letter = 0x61
  return range.split(',').some((part) => {
    const [, from = '', to] = /^\s*u\+([0-9a-f?]+)(?:-([0-9a-f]+))?/i.exec(part) ?? []
    const low = Number.parseInt(from.replaceAll('?', '0'), 16)
    const high = Number.parseInt(to ?? from.replaceAll('?', 'f'), 16)
    return low <= letter && letter <= high
  })
}

/**
 * The font files a Latin text needs, by a style sheet. An italic counts only if the page sets
 * something in italics: in its markup or by a rule. A face that only readers who have chosen it meet
 * does not count; were it loaded all the same, looking would find it.
 *
 * @param {string} file what the addresses in the sheet are relative to
 * @param {string} sheet its text
 * @param {string} html
 * @param {string} css all style sheets of the page
 */
function fontsNeeded(file, sheet, html, css) {
  const rules = css.replace(/@font-face\s*\{[^}]*\}/g, '')
  const usesItalics = /<(em|i|cite|dfn)\b/.test(html) || /font(-style)?:[^;}]*italic/.test(rules)
  const unchosen = rules.replace(/[^{}]*\[data-face[^{}]*\{[^}]*\}/g, '')
  const named = (family) => unchosen.includes(family.replaceAll(/["']/g, ''))
  return [...sheet.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face = '']) => {
    const property = (name) =>
      new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`).exec(face)?.[1]?.trim() ?? ''
    const source = /url\(["']?([^"')]+)/.exec(property('src'))?.[1]
    const isNeeded =
      coversLatin(property('unicode-range')) &&
      (usesItalics || !/italic|oblique/.test(property('font-style')))
    const font =
      source === undefined || !isNeeded || !named(property('font-family'))
        ? null
        : fileOf(source, file)
    return font === null ? [] : [font]
  })
}

/**
 * What a page loads, by reading it.
 *
 * @param {string} page
 */
function readPage(page) {
  const html = read(page).replace(/<!--[\s\S]*?-->/g, '')
  const files = new Set([page])
  const scripts = new Set()
  const styles = new Set()
  for (const { src } of elements(html, 'script')) {
    const file = src === undefined ? null : fileOf(src, page)
    if (file !== null) collectScripts(file, scripts)
  }
  for (const { rel = '', href = '', media = '' } of elements(html, 'link')) {
    const file = fileOf(href, page)
    if (file === null) continue
    if (rel === 'stylesheet' && media !== 'print') collectStyles(file, styles)
    else if (rel === 'preload') files.add(file)
  }
  for (const { name = '', content = '' } of elements(html, 'meta')) {
    for (const address of name === 'scripts' ? content.split(' ') : []) {
      const file = fileOf(address, page)
      if (file !== null) collectScripts(file, scripts)
    }
  }
  const inline = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(
    ([, css = '']) => css,
  )
  const css = [...inline, ...[...styles].map(read)].join('\n')
  for (const sheet of styles) {
    for (const font of fontsNeeded(sheet, read(sheet), html, css)) files.add(font)
  }
  for (const sheet of inline)
    for (const font of fontsNeeded(page, sheet, html, css)) files.add(font)
  return new Set([...files, ...styles, ...scripts])
}

/**
 * What a page loads, by opening it: all requests until the network has been quiet for half a second;
 * `late` are those that began after the page was awake.
 *
 * @param {string[]} pages
 * @returns {Promise<Map<string, { early: string[], late: string[] }>>}
 */
async function watchPages(pages) {
  const { findBrowser, browserArguments } = await import('./browser.mjs')
  const executablePath = await findBrowser()
  /** @type {Map<string, { early: string[], late: string[] }>} */
  const requested = new Map()
  if (executablePath === null) {
    console.log('There is no browser here: the files were found by reading only.')
    return requested
  }
  const { serveFolder } = await import('./static-server.mjs')
  const { chromium } = await import('@playwright/test')
  const { server, address } = await serveFolder({ folder: dist, port: 4273, orNext: true })
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    for (const page of pages) {
      const context = await browser.newContext({ serviceWorkers: 'block' })
      const tab = await context.newPage()
      await tab.addInitScript({ content: noteAwakening })
      /** @type {string[]} */
      const files = []
      tab.on('request', (request) => {
        const file = fileOf(new URL(request.url()).pathname, '')
        if (file !== null && file !== '' && !file.endsWith('/')) files.push(file)
      })
      await tab.goto(new URL(page.replace(/index\.html$/, ''), address).href, {
        waitUntil: 'networkidle',
      })
      /** @type {string[]} */
      const asked = await tab.evaluate(requestedLate)
      const late = asked.flatMap((url) => fileOf(new URL(url).pathname, '') ?? [])
      requested.set(page, { early: files.filter((file) => !late.includes(file)), late })
      await context.close()
    }
  } finally {
    await browser.close()
    server.close()
    server.closeAllConnections()
  }
  return requested
}

/** In the page: remembers when it is awake. */
const noteAwakening = `new MutationObserver((_records, observer) => {
  if (document.documentElement?.dataset.ready === undefined) return
  observer.disconnect()
  window.awakeSince = performance.now()
}).observe(document, { attributes: true, childList: true, subtree: true })`

/** In the page: the addresses asked for since then. */
const requestedLate = `performance
  .getEntriesByType('resource')
  .filter(({ startTime }) => startTime > (window.awakeSince ?? Infinity))
  .map(({ name }) => name)`

const articles = path.join(dist, 'read')
const pages = existsSync(articles)
  ? readdirSync(articles)
      .map((slug) => `read/${slug}/index.html`)
      .filter((page) => existsSync(path.join(dist, page)))
  : []
if (pages.length === 0) {
  console.error('There is no built article in dist/read. Build the site first: npm run build')
  process.exit(1)
}

/** Icons are asked for by the browser's own chrome, after the page. */
const isIcon = (file) => /\.(ico|webmanifest)$|icon[^/]*\.(svg|png)$/.test(file)
const number = new Intl.NumberFormat('en')
const watched = await watchPages(pages)
let failures = 0
for (const page of pages) {
  const { early = [], late = [] } = watched.get(page) ?? {}
  const files = [...new Set([...readPage(page), ...early])].filter((file) => !isIcon(file))
  const idle = [...new Set(late)].filter((file) => !isIcon(file) && !files.includes(file))
  const kindOf = (file) =>
    /\.m?js$/.test(file) ? 'script' : file.endsWith('.woff2') ? 'font' : path.extname(file).slice(1)
  const total = (wanted) => files.filter(wanted).reduce((sum, file) => sum + brotliSize(file), 0)

  console.log(`\n${page}`)
  const bySize = (list) => list.toSorted((a, b) => brotliSize(b) - brotliSize(a))
  for (const file of [...bySize(files), ...bySize(idle)]) {
    const when = idle.includes(file) ? ', when idle' : ''
    console.log(
      `  ${number.format(brotliSize(file)).padStart(8)}  ${kindOf(file).padEnd(6)}  ${file}${when}`,
    )
  }
  const rows = [
    ['scripts', total((file) => kindOf(file) === 'script'), budget.scripts],
    ['all but fonts', total((file) => kindOf(file) !== 'font'), budget.everythingButFonts],
    ['fonts', total((file) => kindOf(file) === 'font'), budget.fonts],
    ['requests', files.length, budget.requests],
    ['when idle', idle.reduce((sum, file) => sum + brotliSize(file), 0), budget.whenIdle],
  ]
  for (const [name, value, limit] of rows) {
    const isOver = value > limit
    if (isOver) failures += 1
    console.log(
      `  ${number.format(value).padStart(8)}  ${isOver ? 'OVER  ' : 'within'}  ${name}, at most ${number.format(limit)}`,
    )
  }
}
if (failures > 0) {
  console.error(`\nThe reading page is over its budget in ${failures} of the rows above.`)
  process.exitCode = 1
}
