/**
 * The built site beside a hand-written static page of the same article, in one run.
 *
 * Only ratios of one run mean anything; a timing never fails anything.
 */
import { chromium } from '@playwright/test'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import { join, resolve } from 'node:path'
import { browserArguments, ensureBrowser } from '../scripts/browser.mjs'
import { readFlags } from '../scripts/flags.mjs'
import { root } from '../scripts/root.mjs'
import { serveFolder } from '../scripts/static-server.mjs'
import { compressFolder } from './compress.mjs'
import { importerReport } from './importer.mjs'
import { buildSite, findArticle, generateContent, hashFiles, readIfThere } from './generate.mjs'
import { PROFILES, SIDES, measureLink, measureLoad } from './measure.mjs'
import { flatten, growth, judge, printReport, summarize } from './report.mjs'
import { openFormat, placesOf, writeStaticPage } from './static-page.mjs'

const cache = join(root, '.cache/bench')
const FIRST_PORT = 4790
const log = (words) => process.stderr.write(`${words}\n`)

const USAGE = `npm run bench
npm run bench -- --quick                    few runs, ×1 and ×10, without the slow line
npm run bench -- --scale 1,100 --runs 11 --profile unthrottled,cpu4
npm run bench -- --profile slow             also ×100 on the slow line
npm run bench -- --article <name>           another article than the first
npm run bench -- --rebuild                  build again even if nothing changed
npm run bench -- --ours <folder>            measure another built site (only with one --scale)`

const flags = readFlags(
  {
    runs: { type: 'string' },
    scale: { type: 'string' },
    profile: { type: 'string' },
    article: { type: 'string' },
    ours: { type: 'string' },
    quick: { type: 'boolean', default: false },
    rebuild: { type: 'boolean', default: false },
  },
  USAGE,
)
const runs = Number(flags.runs ?? (flags.quick ? 3 : 7))
const scales = (flags.scale ?? (flags.quick ? '1,10' : '1,10,100')).split(',').map(Number)
const profiles = (
  flags.profile ?? (flags.quick ? 'unthrottled,cpu4' : Object.keys(PROFILES).join(','))
).split(',')
const unknown = profiles.filter((name) => !(name in PROFILES))
if (unknown.length > 0 || !(runs >= 1) || scales.some((scale) => !(scale >= 1))) {
  log(
    `Cannot read these flags. Profiles are ${Object.keys(PROFILES).join(', ')}; --runs and --scale are whole numbers from 1.`,
  )
  process.exit(2)
}

const started = Date.now()
const article = await findArticle(root, flags.article)
const pages = []
for (const scale of scales) pages.push(await prepare(scale))

const browser = await chromium.launch({
  executablePath: await ensureBrowser(log, { isWhole: true }),
  args: browserArguments,
})
const about = [
  `Palimpsest against a hand-written static page of ${article.slug} (no script, :has() switches, native popovers, the system’s serif).`,
  `Chromium ${browser.version()}, ${os.cpus().length} CPUs, load ${os.loadavg()[0].toFixed(1)} at the start, ${new Date().toISOString()}. Bytes are brotli 11 without headers, KB = 1000. Medians, least – most.`,
]
const cells = []
try {
  for (const page of pages)
    for (const name of profiles) {
      const { largestScale = Infinity } = PROFILES[name]
      if (page.scale <= largestScale || flags.profile) cells.push(await measure(page, name))
    }
} finally {
  await browser.close()
  for (const page of pages)
    for (const { server } of Object.values(page.served)) {
      server.closeAllConnections()
      server.close()
    }
}

const verdicts = judge(cells)
const growths = growth(cells)
await writeFile(
  join(cache, 'result.json'),
  `${JSON.stringify({ about, cells, verdicts, growths }, null, 2)}\n`,
)
console.log(printReport({ about, cells, verdicts, growths }))
console.log(`\n${await importerReport()}`)
console.log(
  `\n${Math.round((Date.now() - started) / 1000)} s; every figure is in .cache/bench/result.json.`,
)

/** The article at this scale, both pages of it, and the servers they come from. */
async function prepare(scale) {
  const content = join(cache, `content-x${scale}`)
  const site = flags.ours ? resolve(flags.ours) : join(cache, `site-x${scale}`)
  const staticDir = join(cache, `static-x${scale}`)
  await mkdir(cache, { recursive: true })

  const stamp = `${content}.hash`
  const hash = await hashFiles(root, [article.dir, join(root, 'bench/generate.mjs')])
  if (flags.rebuild || (await readIfThere(stamp)) !== hash) {
    log(`writing the article ×${scale} …`)
    await generateContent({ ...article, times: scale, out: content })
    await writeFile(stamp, hash)
  }

  const staticStamp = `${staticDir}.hash`
  const staticHash = await hashFiles(root, [
    join(content, article.slug),
    join(root, 'bench/static-page.mjs'),
    join(root, 'src/core'),
  ])
  if (flags.rebuild || (await readIfThere(staticStamp)) !== staticHash) {
    log(`writing the static page ×${scale} …`)
    const text = await readFile(join(content, article.slug, 'article.md'), 'utf8')
    const compiled = await compile(text)
    await mkdir(staticDir, { recursive: true })
    await writeFile(join(staticDir, 'index.html'), writeStaticPage(compiled))
    await writeFile(join(staticDir, 'places.json'), JSON.stringify(placesOf(compiled)))
    await writeFile(staticStamp, staticHash)
  }

  if (!flags.ours) await buildSite({ root, content, out: site, rebuild: flags.rebuild, log })
  log(`compressing ×${scale} …`)
  const folders = { static: staticDir, palimpsest: site }
  const served = {}
  for (const [name, folder] of Object.entries(folders)) {
    await compressFolder({ folder, cache: join(cache, 'brotli') })
    served[name] = await serveFolder({ folder, port: FIRST_PORT, orNext: true })
  }
  const places = JSON.parse(await readFile(join(staticDir, 'places.json'), 'utf8'))
  const urls = {
    static: served.static.address,
    palimpsest: `${served.palimpsest.address}read/${article.slug}/`,
  }
  return { scale, places, served, urls }
}

async function compile(text) {
  const { parseArticle } = await openFormat(root)
  const result = parseArticle(text, { slug: article.slug })
  if (!result.ok)
    throw new Error(
      `The repeated article has errors:\n${result.messages
        .map((message) => `${message.line}:${message.column} ${message.ruleId} ${message.reason}`)
        .slice(0, 20)
        .join('\n')}`,
    )
  return result.article
}

/** All runs of both pages at one scale and profile, turn and turn about, so that both meet the same noise. */
async function measure({ scale, places, urls }, profileName) {
  const profile = PROFILES[profileName]
  const repeats = scale >= 100 ? 2 : 3
  const records = { static: [], palimpsest: [] }
  const broken = new Set()
  const began = Date.now()
  for (let run = 0; run < runs; run += 1) {
    const order = run % 2 === 0 ? ['static', 'palimpsest'] : ['palimpsest', 'static']
    for (const name of order.filter((side) => !broken.has(side))) {
      const task = { browser, url: urls[name], side: SIDES[name], profile, places, repeats }
      const load = await measureLoad(task).catch(complain)
      const link = await measureLink(task).catch(complain)
      records[name].push({ ...flatten({ load, link }), linkMoves: link?.moves })
      // A page that does not work at all would only cost its time limit again and again.
      if (load === null && link === null) broken.add(name)
    }
  }
  log(`×${scale}, ${profile.says}: ${((Date.now() - began) / 1000).toFixed(1)} s`)
  return {
    scale,
    profile: profileName,
    runs,
    static: summarize(records.static),
    palimpsest: summarize(records.palimpsest),
    records,
  }
}

/** A run that broke is left out and said, so that one hiccup does not cost the other nine minutes. */
function complain(error) {
  log(`A run was left out: ${String(error).split('\n')[0]}`)
  return null
}
