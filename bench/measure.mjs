/** Drives one page in the browser and brings back what it measured of itself. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const PROBE = await readFile(fileURLToPath(new URL('probe.js', import.meta.url)), 'utf8')
const WINDOW = { width: 1280, height: 800 }
/** How long nothing may happen before a page counts as quiet. */
const CALM = 300
/** How long our page waits before a resting pointer opens a note: taken off, since it is meant. */
const REST = 150

export const PROFILES = {
  unthrottled: { says: 'unthrottled', cpu: 1, network: null, interactions: true, rests: true },
  cpu4: { says: '4× CPU throttling', cpu: 4, network: null, interactions: true, rests: false },
  slow: {
    says: '1.6 Mbit/s, 150 ms round trip, 4× CPU throttling',
    cpu: 4,
    network: {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 93_750,
    },
    interactions: false,
    rests: false,
    // Above that the processor decides, which the profile before shows, and the run would take twice as long.
    largestScale: 10,
  },
}

/**
 * How each of the two pages is worked.
 * The static page needs no script and is ready when loaded; ours says so itself.
 */
export const SIDES = {
  static: {
    saysReady: false,
    marker: 'main sup button',
    switchOf: (layer) => `#layer-${layer}`,
    opensOnRest: false,
    hasRoom: false,
  },
  palimpsest: {
    saysReady: true,
    marker: 'a[role="doc-noteref"]',
    switchOf: (layer) => `[role=switch][data-layer-switch="${layer}"]`,
    opensOnRest: true,
    // The search and the margin: the static page has neither.
    hasRoom: true,
  },
}

/** One cold load, and where the profile asks for it the switch and the notes on the loaded page. */
export async function measureLoad({ browser, url, side, profile, places, repeats }) {
  return withPage({ browser, profile }, async (page, cdp) => {
    await open(page, url, side)
    const sample = await page.evaluate(() => bench.load())
    if (!profile.interactions) return sample
    await cdp.send('HeapProfiler.collectGarbage')
    const { metrics } = await cdp.send('Performance.getMetrics')
    sample.heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value
    sample.toggles = await measureToggles({ page, side, places, repeats })
    const notes = await measureNotes({ page, side, profile, repeats })
    sample.noteFirst = notes.first
    sample.notes = notes.clicks
    sample.noteRests = notes.rests
    if (side.hasRoom) {
      sample.keystrokes = await measureSearch(page)
      sample.margins = await measureMargin(page)
    }
    return sample
  })
}

/** One cold load of a link to a place far down in the text. */
export async function measureLink({ browser, url, side, profile, places }) {
  return withPage({ browser, profile, follow: places.link }, async (page) => {
    await open(page, `${url}#${encodeURIComponent(places.link)}`, side)
    return page.evaluate((id) => bench.arrival(id), places.link)
  })
}

/** Goes to an address and waits until the page has come to rest there. */
async function open(page, url, side) {
  const response = await page.goto(url, { waitUntil: 'commit' })
  if (response?.status() !== 200) throw new Error(`${url} answered ${response?.status()}.`)
  const settled = await page.evaluate(
    ([ready, calm]) => bench.quiet(ready, calm),
    [side.saysReady, CALM],
  )
  if (!settled) throw new Error(`${url} did not come to rest.`)
}

async function withPage({ browser, profile, follow }, work) {
  const context = await browser.newContext({ viewport: WINDOW, serviceWorkers: 'block' })
  try {
    await context.addInitScript(
      follow === undefined ? PROBE : `${PROBE}\nbench.follow(${JSON.stringify(follow)})`,
    )
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    if (profile.network) {
      await cdp.send('Network.enable')
      await cdp.send('Network.emulateNetworkConditions', profile.network)
    }
    if (profile.cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu })
    return await work(page, cdp)
  } finally {
    await context.close()
  }
}

async function measureToggles({ page, side, places, repeats }) {
  const control = page.locator(side.switchOf(places.layer)).first()
  const at = await centreOf(control)
  if (!at) return []
  await page.mouse.move(at.x, at.y)
  const times = []
  for (let i = 0; i < 2 * repeats; i += 1) {
    await page.evaluate(() => bench.calm())
    await arm(page, 'toggle', places.hidden)
    await page.mouse.down()
    await page.mouse.up()
    times.push(await result(page))
  }
  return times.filter((time) => time !== null)
}

async function measureNotes({ page, side, profile, repeats }) {
  const marker = page.locator(side.marker).first()
  if ((await marker.count()) === 0) return { first: null, clicks: [], rests: [] }
  await marker.evaluate((element) =>
    element.scrollIntoView({ block: 'center', behavior: 'instant' }),
  )
  const clicks = []
  const rests = []
  for (let i = 0; i < repeats; i += 1) {
    await closeNote(page, side)
    const at = await centreOf(marker)
    if (!at) break
    await arm(page, 'noteByClick')
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.up()
    clicks.push(await result(page))
  }
  if (side.opensOnRest && profile.rests)
    for (let i = 0; i < repeats; i += 1) {
      await closeNote(page, side)
      const at = await centreOf(marker)
      if (!at) break
      await arm(page, 'noteByRest')
      await page.mouse.move(at.x, at.y)
      const time = await result(page)
      rests.push(time === null ? null : time - REST)
    }
  await closeNote(page, side)
  const [first = null, ...later] = clicks
  return {
    first,
    clicks: later.filter((time) => time !== null),
    rests: rests.filter((time) => time !== null),
  }
}

/** As somebody types it, letter by letter, in the search of the page. */
const TYPED = 'azerbaijan'

async function measureSearch(page) {
  await page.keyboard.press('/')
  const field = page.locator('.search input[type="search"]')
  await field.waitFor()
  // The first letter waits until the text has been read, which happens once and aside.
  await field.pressSequentially(TYPED.slice(0, 2))
  await page.locator('.search [role="listitem"], .search li').first().waitFor()
  const times = []
  for (const letter of TYPED.slice(2)) {
    await page.evaluate(() => bench.calm())
    await arm(page, 'keystroke')
    await page.keyboard.press(letter)
    times.push(await result(page))
  }
  await page.keyboard.press('Escape')
  await page.locator('.search').waitFor({ state: 'detached' })
  return times.filter((time) => time !== null)
}

/** How often the margin is laid out anew, as it is while somebody drags the window's border. */
const RELAYOUTS = 10

async function measureMargin(page) {
  await page.locator('.margin-button').click()
  await page.locator('[data-in-margin]').first().waitFor({ state: 'attached' })
  await page.evaluate(() => bench.calm())
  return page.evaluate((times) => bench.margins(times), RELAYOUTS)
}

/**
 * Escape, and the pointer to a corner. A page whose notes open on rest gets longer than the grace of 300 ms in
 * which it may still be ready to open the next one at once.
 */
async function closeNote(page, side) {
  await page.mouse.move(2, 2)
  if (await page.evaluate(() => bench.noteIsOpen())) await page.keyboard.press('Escape')
  if (side.opensOnRest) await page.waitForTimeout(350)
  await page.evaluate(() => bench.calm())
}

/** Starts a measurement in the page and comes back at once, so that the input that it waits for can follow. */
function arm(page, name, argument) {
  return page.evaluate(
    ([measurement, about]) => {
      bench.pending = bench[measurement](about)
    },
    [name, argument],
  )
}

function result(page) {
  return page.evaluate(() => bench.pending)
}

async function centreOf(locator) {
  if ((await locator.count()) === 0) return null
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
