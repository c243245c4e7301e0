import { expect, test } from '@playwright/test'
import { firefox, webkit, type Engine, type EngineKind } from '../support/engines.ts'
import { REPOST } from '../support/import-page.ts'
import { article, without, linkWith } from '../support/layers.ts'
import { describeSweep, sweepLayers, worstOf } from '../support/reading-line.ts'
import { fixtureSite, site } from '../support/sites.ts'

const awake = () =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (document.documentElement.dataset['ready'] === undefined) requestAnimationFrame(look)
      else resolve()
    }
    look()
  })

/** Opens an engine, goes to an article in it, and closes the engine whatever happens. */
async function read(kind: EngineKind, url: string, task: (engine: Engine) => Promise<void>) {
  test.skip(kind.missing !== null, kind.missing ?? '')
  test.setTimeout(3_000_000)
  const engine = await kind.launch()
  try {
    await engine.goTo(url)
    await engine.run(awake, null)
    await task(engine)
  } finally {
    await engine.close()
  }
}

for (const kind of [firefox, webkit]) {
  test.describe(kind.name, () => {
    for (const isAnchoring of [true, false]) {
      const how = isAnchoring ? 'with' : 'without'
      test(`no switch moves the line being read, ${how} the browser’s own anchoring`, async () => {
        await read(kind, site + article, async (engine) => {
          const sweep = await engine.run(sweepLayers, { places: 100, isAnchoring })
          process.stdout.write(`${engine.version}, ${how} anchoring: ${describeSweep(sweep)}\n`)
          expect(worstOf(sweep).moved).toEqual([])
          expect(worstOf(sweep).measured).toBeGreaterThan(1500)
        })
      })
    }

    test('no switch moves the line being read in an article with every construct', async () => {
      await read(kind, `${fixtureSite}read/specimen/`, async (engine) => {
        const sweep = await engine.run(sweepLayers, { places: 30, isAnchoring: false })
        process.stdout.write(`${engine.version}, every construct: ${describeSweep(sweep)}\n`)
        expect(worstOf(sweep).moved).toEqual([])
        expect(worstOf(sweep).measured).toBeGreaterThan(500)
      })
    })

    test('a link to a place in a hidden layer shows it', async () => {
      const link = site + linkWith(without('background'), '#origin-of-wahhabism')
      await read(kind, link, async (engine) => {
        const seen = await engine.run(async () => {
          await new Promise((resolve) => setTimeout(resolve, 500))
          const place = document.getElementById('origin-of-wahhabism')
          const { top = -1 } = place?.getBoundingClientRect() ?? {}
          return {
            isInView: place?.checkVisibility() === true && top >= 0 && top < innerHeight,
            said: document.querySelector('[role="status"]')?.textContent,
          }
        }, null)
        expect(seen).toEqual({
          isInView: true,
          said: 'Background inserts switched on: the place is in this layer.',
        })
      })
    })

    test('a search lists its hits, marks them and goes to one', async () => {
      await read(kind, `${site}${article}?q=caspian`, async (engine) => {
        const seen = await engine.run(async () => {
          const until = async (holds: () => boolean) => {
            for (let time = 0; time < 100 && !holds(); time += 1)
              await new Promise((resolve) => setTimeout(resolve, 50))
          }
          const hits = () =>
            document.querySelectorAll<HTMLElement>('.search li button, .search li a')
          await until(() => hits().length > 0)
          const words = new RegExp('caspian', 'gi')
          const text = [...document.querySelectorAll('.text, .endnotes')]
          const brute = text.flatMap((part) => [...(part.textContent ?? '').matchAll(words)]).length
          const { length } = hits()
          hits()[length - 1]?.click()
          const isInView = () => {
            const range = [...(CSS.highlights.get('current-hit') ?? [])][0]
            const { top = -1 } = range instanceof Range ? range.getBoundingClientRect() : {}
            return top > 0 && top < innerHeight
          }
          await until(isInView)
          const marked = () => CSS.highlights.get('search-hit')?.size ?? 0
          await until(() => marked() > 0)
          const painted = marked()
          return {
            isComplete: length === brute && length > 0,
            painted,
            length,
            isInView: isInView(),
          }
        }, null)
        expect(seen).toMatchObject({ isComplete: true, isInView: true, painted: seen.length })
      })
    })

    test('the margin holds everything beside its words, nothing over another', async () => {
      await read(kind, `${site}${article}?view=margin`, async (engine) => {
        const seen = await engine.run(async () => {
          for (let time = 0; time < 100; time += 1) {
            if (document.querySelectorAll('[data-in-margin]').length >= 14) break
            await new Promise((resolve) => setTimeout(resolve, 50))
          }
          await document.fonts.ready
          await new Promise((resolve) => setTimeout(resolve, 500))
          const boxes = [...document.querySelectorAll('[data-in-margin]')]
            .map((item) => item.getBoundingClientRect())
            .toSorted((a, b) => a.top - b.top)
          const gaps = boxes.slice(1).map((box, index) => box.top - (boxes[index]?.bottom ?? 0))
          const text = document.getElementById('text')?.getBoundingClientRect().right ?? 0
          return {
            items: boxes.length,
            least: Math.min(...gaps),
            areBeside: boxes.every((box) => box.left > text && box.right <= innerWidth),
          }
        }, null)
        expect(seen.items).toBe(14)
        expect(seen.least).toBeGreaterThanOrEqual(12)
        expect(seen.areBeside).toBe(true)
      })
    })

    test('a repost is taken apart, read, and there when one comes back', async () => {
      await read(kind, `${site}import/`, async (engine) => {
        await engine.run(async (text: string) => {
          const press = (words: string) => {
            const buttons = [...document.querySelectorAll<HTMLElement>('button')]
            buttons.find(({ textContent }) => textContent.trim() === words)?.click()
          }
          document.querySelector('textarea')?.focus()
          document.execCommand('insertText', false, text)
          press('Tell the voices apart')
          for (let time = 0; time < 400; time += 1) {
            if (document.querySelector('[role="option"]')) break
            await new Promise((resolve) => setTimeout(resolve, 50))
          }
          // Answered before the page goes.
          setTimeout(press, 0, 'Read')
        }, REPOST)
        const voicesOf = () =>
          [...document.querySelectorAll('.text .voice-name')].map(({ textContent }) => textContent)
        await expect
          .poll(() => engine.run(voicesOf, null).catch(String), { timeout: 20_000 })
          .toEqual(['Comment · Ana Reyes'])
        await engine.goTo(await engine.run(() => location.href, null))
        const seen = await engine.run(async () => {
          const marker = () => document.querySelector<HTMLElement>('[role="doc-noteref"]')
          for (let time = 0; time < 400; time += 1) {
            if (document.documentElement.dataset['ready'] !== undefined && marker()) break
            await new Promise((resolve) => setTimeout(resolve, 50))
          }
          marker()?.click()
          for (let time = 0; time < 100; time += 1) {
            if (document.querySelector('.note-box')) break
            await new Promise((resolve) => setTimeout(resolve, 50))
          }
          return {
            title: document.querySelector('h1')?.textContent,
            note: document.querySelector('.note-box')?.textContent?.includes('Town records'),
          }
        }, null)
        expect(seen).toEqual({ title: 'The Harbour and the Light', note: true })
      })
    })

    for (const times of [41, 121]) {
      test(`${times} quick switchings throw nothing and end at the right address`, async () => {
        await read(kind, site + article, async (engine) => {
          const seen = await engine.run(async (count: number) => {
            const errors: string[] = []
            addEventListener('error', (event) => errors.push(event.message))
            const controls = document.querySelectorAll<HTMLElement>('[data-layer-switch]')
            const entries = history.length
            for (let time = 0; time < count; time += 1) {
              controls[[1, 2, 4][time % 3] ?? 0]?.click()
              await new Promise((resolve) => setTimeout(resolve))
            }
            // What the history could not take at once follows.
            await new Promise((resolve) => setTimeout(resolve, 1500))
            return { errors, grew: history.length - entries, url: location.href }
          }, times)
          const shown = times === 41 ? without('capitals') : without('comments')
          expect(seen).toEqual({ errors: [], grew: 0, url: site + linkWith(shown) })
        })
      })
    }
  })
}

test('WebKitGTK really does throw after a hundred calls, and the page reads on', async () => {
  await read(webkit, site + article, async (engine) => {
    const seen = await engine.run(async () => {
      let thrownAt: number | null = null
      for (let call = 1; call <= 300 && thrownAt === null; call += 1) {
        try {
          history.replaceState(history.state, '')
        } catch {
          thrownAt = call
        }
      }
      document.querySelectorAll<HTMLElement>('[data-layer-switch]')[1]?.click()
      await new Promise((resolve) => setTimeout(resolve, 100))
      const now = document.querySelectorAll('[data-layer="comments"][hidden]').length
      // The history is tried again until it listens.
      await new Promise((resolve) => setTimeout(resolve, 16_000))
      return { thrownAt, now, url: location.href }
    }, null)
    expect(seen.thrownAt).toBeLessThanOrEqual(101)
    expect(seen.now).toBe(1)
    expect(seen.url).toBe(site + linkWith(without('comments')))
  })
})
