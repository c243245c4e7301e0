import { chromium, expect, test, type Page } from '@playwright/test'
import { browserArguments } from '../../scripts/browser.mjs'
import {
  article,
  awake,
  labels,
  layerNames,
  layerSwitch,
  linkWith,
  openArticle,
  painted,
  shownLayers,
  without,
  type LayerName,
} from '../support/layers.ts'
import { everySet, walkThrough } from '../support/every-set.ts'
import { sweepLayers, worstOf } from '../support/reading-line.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const specimen = `${fixtureSite}read/specimen/`
const status = (page: Page) => page.getByRole('status')
const inOrder = (layers: readonly string[]) => layerNames.filter((name) => layers.includes(name))
/** Retries also while text and switches disagree: the text answers a frame before they do. */
const expectShown = async (page: Page, layers: readonly LayerName[]) => {
  await expect(async () => {
    expect(inOrder(await shownLayers(page))).toEqual(layers)
  }).toPass({ timeout: 20_000 })
}

test.describe('the switches', () => {
  test('every layer has a switch that bears its label and says what it holds', async ({ page }) => {
    await openArticle(page)
    const group = page.getByRole('group', { name: 'Layers', exact: true })
    await expect(group.getByRole('switch')).toHaveCount(5)
    const facts: Record<LayerName, RegExp> = {
      original: /^11 passages, \d+ % of the words$/,
      comments: /^1 passage, \d+ % of the words$/,
      background: /^3 passages, \d+ % of the words$/,
      footnotes: /^10 markers$/,
      capitals: /^\d+ words$/,
    }
    let shares = 0
    for (const name of layerNames) {
      const control = layerSwitch(page, name)
      await expect(control).toBeChecked()
      await expect(control).toHaveAccessibleDescription(facts[name])
      await control.hover()
      const said = group.getByText(facts[name]).and(page.locator(':visible'))
      await expect(said).toBeVisible()
      shares += Number(/(\d+) %/.exec(await said.innerText())?.[1] ?? 0)
      const places = /^\d+/.exec(await said.innerText())?.[0] ?? ''
      await expect(control.getByText(places, { exact: true })).toBeVisible()
    }
    expect(shares).toBeGreaterThanOrEqual(99)
    expect(shares).toBeLessThanOrEqual(101)
    for (const name of ['original', 'comments', 'background'] as const) {
      const passages = page.locator(`.text [data-passage][data-layer="${name}"]`)
      const places = await layerSwitch(page, name).locator('.layer-count').innerText()
      await expect(passages).toHaveCount(Number(places))
    }
  })

  for (const name of layerNames) {
    test(
      `the switch of “${labels[name]}” hides this layer and no other, and shows it again`,
      inShortRun(name !== 'original' && name !== 'background'),
      async ({ page }) => {
        await openArticle(page)
        await layerSwitch(page, name).click()
        await expect(layerSwitch(page, name)).not.toBeChecked()
        await expectShown(page, without(name))
        await expect(status(page)).toContainText(`${labels[name]} hidden`)
        await layerSwitch(page, name).click()
        await expectShown(page, layerNames)
        await expect(status(page)).toContainText(`${labels[name]} shown`)
      },
    )
  }

  test('“only this” leaves one layer', async ({ page }) => {
    await openArticle(page)
    for (const name of ['comments', 'original'] as const) {
      await layerSwitch(page, name).hover()
      await page.getByRole('button', { name: `Only this: ${labels[name]}` }).click()
      await expectShown(page, [name])
    }
  })

  test('four views are at hand, and the present one is marked', async ({ page }) => {
    await openArticle(page)
    const views: readonly (readonly [string, readonly LayerName[]])[] = [
      ['Author only', ['original', 'footnotes']],
      ['Author with background', ['original', 'background', 'footnotes']],
      ['What was added', ['comments', 'background', 'capitals']],
      ['As posted', layerNames],
    ]
    const list = page.getByRole('group', { name: 'Views' })
    const opener = page.getByRole('button', { name: 'Views' })
    for (const [name, layers] of views) {
      await opener.click()
      await list.getByRole('button', { name, exact: true }).click()
      await expectShown(page, layers)
      await expect(list).toBeHidden()
      await expect(opener).toBeFocused()
      await opener.click()
      await expect(list.getByRole('button', { pressed: true })).toHaveText([name])
      await page.keyboard.press('Escape')
    }
    await expect(page).toHaveURL(site + article)
  })

  test('digits switch, Shift and a digit leave one layer, 0 shows all as posted, ? lists the keys', async ({
    page,
  }) => {
    await openArticle(page)
    await page.keyboard.press('2')
    await expectShown(page, without('comments'))
    await page.keyboard.press('5')
    await expectShown(page, without('comments', 'capitals'))
    await page.keyboard.press('2')
    await expectShown(page, without('capitals'))
    await page.keyboard.press('Shift+Digit3')
    await expectShown(page, ['background'])
    await page.keyboard.press('0')
    await expectShown(page, layerNames)
    await page.keyboard.press('Control+1')
    await page.keyboard.press('9')
    await expectShown(page, layerNames)
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect(keys).toBeVisible()
    for (const key of ['1 … 9', 'Shift + 1 … 9', '0', '?']) {
      await expect(keys.getByText(key, { exact: true })).toBeVisible()
    }
  })

  test('single keys can be switched off for good, and on again', async ({ page }) => {
    await openArticle(page)
    const keys = page.getByRole('dialog', { name: 'Keys' })
    const settings = page.getByRole('dialog', { name: 'Settings' })
    const switchThem = async () => {
      await page.getByRole('button', { name: 'Settings' }).click()
      await settings.getByRole('checkbox', { name: 'Single keys' }).click()
      await page.keyboard.press('Escape')
      await expect(settings).toBeHidden()
    }
    await switchThem()
    await page.keyboard.press('2')
    await page.keyboard.press('?')
    await painted(page)
    await expectShown(page, layerNames)
    await expect(keys).toBeHidden()
    await page.reload()
    await awake(page)
    await page.keyboard.press('2')
    await painted(page)
    await expectShown(page, layerNames)
    await switchThem()
    await page.keyboard.press('2')
    await expectShown(page, without('comments'))
  })
})

test.describe('what is hidden is not gone', () => {
  test('a stub says what is hidden and opens just that one', async ({ page }) => {
    await openArticle(page, linkWith(without('background', 'comments')))
    const main = page.getByRole('main')
    await expect(
      main.getByText('1 comment by Geopolitical Analysis and Monitoring hidden'),
    ).toBeVisible()
    const stubs = main.getByRole('button', { name: '1 background insert hidden show' })
    await expect(stubs).toHaveCount(3)
    const passage = page.locator('[id="origin-of-wahhabism"]')
    await expect(passage).toBeHidden()
    const stub = stubs.nth(1)
    await stub.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => window.scrollY)
    await stub.click()
    await expect(passage).toBeVisible()
    await expect(passage).toBeFocused()
    await expect(stubs).toHaveCount(2)
    await expect(status(page)).toHaveText('Passage opened.')
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
    await expect(layerSwitch(page, 'background')).not.toBeChecked()
    // Another layer's switch leaves it open; its own takes it along.
    await page.keyboard.press('2')
    await expect(passage).toBeVisible()
    await page.keyboard.press('3')
    await page.keyboard.press('3')
    await expect(passage).toBeHidden()
    await expect(stubs).toHaveCount(3)
  })

  test('an insertion inside a sentence has a stub inside the sentence', async ({ page }) => {
    await openArticle(page, `${specimen}?layers=original`)
    const insertion = page.getByText('so she told us, at least')
    const stub = page.getByRole('button', { name: 'comment hidden', exact: true })
    await expect(insertion).toBeHidden()
    await stub.click()
    await expect(insertion).toBeVisible()
    await expect(stub).toBeHidden()
  })

  for (const [name, address] of [
    ['the article', article],
    ['an article with every construct', specimen],
  ] as const) {
    test(`a hidden passage leaves no gap beside its stub’s line in ${name}`, async ({ page }) => {
      await openArticle(page, address)
      const layers = await page.getByRole('switch').count()
      for (let layer = 0; layer < layers; layer += 1) {
        await page.getByRole('switch').nth(layer).click()
        await painted(page)
      }
      // The same page with the passages taken out of the flow must be as long, at every stub.
      const gaps = await page.evaluate(() => {
        const stubs = [...document.querySelectorAll<HTMLElement>('[data-open]')].filter(
          (stub) => stub.closest('[hidden]') === null,
        )
        const tops = () => [
          document.documentElement.scrollHeight,
          ...stubs.map((stub) => stub.getBoundingClientRect().top + window.scrollY),
        ]
        const hidden = tops()
        for (const passage of document.querySelectorAll<HTMLElement>('[data-passage][hidden]')) {
          passage.style.display = 'none'
        }
        const gone = tops()
        return hidden.map((top, index) => top - (gone[index] ?? 0))
      })
      expect(gaps.length).toBeGreaterThan(10)
      expect(Math.max(...gaps.map((gap) => Math.abs(gap)))).toBeLessThan(0.1)
    })
  }

  const places: readonly (readonly [LayerName, string])[] = [
    ['comments', '#:~:text=mainstream%20media'],
    ['comments', '#comments-passage.comment-by-geopolitical-analysis-and'],
    ['background', '#:~:text=Greek%20energy%20game'],
    ['background', '#origin-of-wahhabism'],
    ['original', '#:~:text=strategic%20location%20along'],
    ['original', '#original-passage.last-azerbaijani-energy-is-a'],
  ]
  for (const [layer, hash] of places) {
    test(
      `a link to ${hash} reaches into “${labels[layer]}” though it is hidden, and says so`,
      inShortRun(layer !== 'original'),
      async ({ page }) => {
        await page.goto(linkWith(without('original', 'comments', 'background'), hash))
        await expect(layerSwitch(page, layer)).toBeChecked()
        await expectShown(page, inOrder([layer, 'footnotes', 'capitals']))
        await expect(status(page)).toHaveText(
          `${labels[layer]} switched on: the place is in this layer.`,
        )
        const words = decodeURIComponent(hash.split('text=')[1] ?? '')
        const id = hash.includes('text=') ? null : hash.slice(1)
        await expect
          .poll(() =>
            page.evaluate(
              ([text, target]) => {
                const range = document.createRange()
                const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
                const element = target === null ? null : document.getElementById(target)
                if (element !== null) range.selectNode(element)
                // A name in capitals has a node of its own, so a part of the words will do.
                const part = text.split(' ').at(-1) ?? ''
                for (
                  let node = nodes.nextNode();
                  element === null && node;
                  node = nodes.nextNode()
                ) {
                  const at = node.nodeValue?.indexOf(part) ?? -1
                  if (at < 0 || node.parentElement?.closest('main') === null) continue
                  range.setStart(node, at)
                  range.setEnd(node, at + part.length)
                  break
                }
                const { top } = range.getBoundingClientRect()
                return top >= 0 && top < window.innerHeight
              },
              [words, id] as const,
            ),
          )
          .toBe(true)
        await expect(page).toHaveURL(new RegExp(`[?&]layers=[^#]*\\b${layer}\\b`))
      },
    )
  }

  test('a link to a marker brings the markers back', async ({ page }) => {
    await openArticle(page)
    const id = await page.locator('.text a[role="doc-noteref"]').nth(5).getAttribute('id')
    await page.goto('about:blank')
    await page.goto(linkWith(without('footnotes'), `#${id ?? ''}`))
    await expect(page.locator(`[id="${id ?? ''}"]`)).toBeInViewport()
    await expectShown(page, layerNames)
    await expect(status(page)).toContainText('Footnote markers switched on')
  })

  test('a link to words of a hidden insertion shows them', async ({ page }) => {
    await page.goto(`${specimen}?layers=original,footnotes,capitals#:~:text=so%20she%20told`)
    await expect(page.getByText('so she told us, at least')).toBeInViewport()
    await expect(page.getByRole('switch', { name: 'Remarks by nightwatch' })).toBeChecked()
  })

  test('what the browser’s own search finds switches its layer on', async ({ page }) => {
    await openArticle(page, linkWith(without('background')))
    await page.evaluate(() => {
      // What a browser does when its search meets words in hidden text.
      const passage = document.getElementById('richard-morningstar')
      passage?.dispatchEvent(new Event('beforematch', { bubbles: true }))
      passage?.removeAttribute('hidden')
    })
    await expectShown(page, layerNames)
    await expect(status(page)).toHaveText(
      'Background inserts switched on: the place is in this layer.',
    )
  })
})

test.describe('the line being read', () => {
  for (const isAnchoring of [true, false]) {
    const how = isAnchoring ? 'with' : 'without'
    test(
      `it stays where it is, whatever is switched, ${how} the browser’s own anchoring`,
      inShortRun(!isAnchoring),
      async ({ page }) => {
        await openArticle(page)
        test.setTimeout(120_000)
        const sweep = worstOf(await page.evaluate(sweepLayers, { places: 5, isAnchoring }))
        expect(sweep.moved).toEqual([])
        expect(sweep.measured).toBeGreaterThan(90)
      },
    )
  }

  test('without our help and the browser’s, it would move', async ({ page }) => {
    await openArticle(page)
    const moved = await page.evaluate(() => {
      document.documentElement.style.setProperty('overflow-anchor', 'none')
      document.body.style.setProperty('overflow-anchor', 'none')
      const line = document.getElementById('u-s-diplomacy')
      line?.scrollIntoView({ behavior: 'instant' })
      const before = line?.getBoundingClientRect().top ?? 0
      for (const passage of document.querySelectorAll('[data-layer="background"]')) {
        passage.setAttribute('hidden', 'until-found')
      }
      return (line?.getBoundingClientRect().top ?? 0) - before
    })
    expect(moved).toBeLessThan(-50)
  })

  test('twenty switchings leave the line, the text’s nodes and a selection as they were', async ({
    page,
  }) => {
    await openArticle(page)
    const before = await page.evaluateHandle(() => {
      const heading = document.getElementById('energy')
      heading?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const nodes: Node[] = []
      const texts = document.createTreeWalker(
        document.querySelector('main article') ?? document.body,
        NodeFilter.SHOW_TEXT,
      )
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) nodes.push(node)
      const paragraph = nodes.find(
        (node) =>
          node.nodeValue !== null &&
          node.nodeValue.length > 40 &&
          node.parentElement?.closest('[id^="original-passage.last"]'),
      )
      if (paragraph) document.getSelection()?.setBaseAndExtent(paragraph, 2, paragraph, 20)
      return {
        nodes,
        paragraph,
        heading: heading?.getBoundingClientRect().top ?? 0,
        said: document.getSelection()?.toString(),
      }
    })
    for (let time = 0; time < 20; time += 1) {
      // Two of each, so that everything is shown again at the end, but not in order.
      await page.keyboard.press(['2', '3', '5', '4', '5', '3', '2', '4'][time % 4] ?? '')
      await painted(page)
    }
    for (const key of ['2', '3', '5', '4']) await page.keyboard.press(key)
    await expectShown(page, layerNames)
    const after = await page.evaluate((was) => {
      const texts = document.createTreeWalker(
        document.querySelector('main article') ?? document.body,
        NodeFilter.SHOW_TEXT,
      )
      const selection = document.getSelection()
      return {
        areSame: was.nodes.every((node) => node === texts.nextNode()) && texts.nextNode() === null,
        drift: (document.getElementById('energy')?.getBoundingClientRect().top ?? 0) - was.heading,
        isSelected:
          selection?.anchorNode === was.paragraph &&
          selection?.anchorOffset === 2 &&
          selection.toString() === was.said &&
          was.said?.length === 18,
      }
    }, before)
    expect(after.areSame).toBe(true)
    expect(after.isSelected).toBe(true)
    expect(Math.abs(after.drift)).toBeLessThanOrEqual(1)
  })

  test('whoever hides what is being read and shows it again is back at the same line', async ({
    page,
  }) => {
    await openArticle(page)
    const comment = page.getByText('As mentioned numerous times on this blog')
    await comment.evaluate((element) => {
      document.documentElement.style.setProperty('overflow-anchor', 'none')
      document.body.style.setProperty('overflow-anchor', 'none')
      window.scrollTo({
        top: element.getBoundingClientRect().top + window.scrollY + 40,
        behavior: 'instant',
      })
    })
    const top = () => comment.evaluate((element) => element.getBoundingClientRect().top)
    const before = await top()
    expect(before).toBeLessThan(0)
    for (const key of ['2', '2', 'Shift+Digit3', '0']) {
      await page.keyboard.press(key)
      await painted(page)
    }
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  })
})

test.describe('the focus', () => {
  const focusIn = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element: HTMLElement) => {
        element.focus()
        if (document.activeElement !== element) throw new Error('It cannot be focused.')
      })

  test('it goes from what is hidden to the switch that hid it', async ({ page }) => {
    await openArticle(page)
    await focusIn(page, '[data-layer="comments"] .permalink')
    await page.keyboard.press('2')
    await expect(layerSwitch(page, 'comments')).toBeFocused()
    await page.keyboard.press('2')
    await focusIn(page, '.text a[role="doc-noteref"]')
    await page.keyboard.press('4')
    await expect(layerSwitch(page, 'footnotes')).toBeFocused()
    await page.keyboard.press('4')
    await focusIn(page, '.text a[role="doc-noteref"]')
    await page.keyboard.press('Shift+Digit3')
    await expect(layerSwitch(page, 'original')).toBeFocused()
  })

  test('it stays in what stays, and goes from a stub into the passage that comes', async ({
    page,
  }) => {
    await openArticle(page)
    await focusIn(page, '.text a[role="doc-noteref"]')
    await page.keyboard.press('3')
    await page.keyboard.press('5')
    await expect(page.locator('.text a[role="doc-noteref"]').first()).toBeFocused()
    await focusIn(page, '[id="origin-of-wahhabism"] + .stub button')
    await page.keyboard.press('3')
    await expect(page.locator('[id="origin-of-wahhabism"]')).toBeFocused()
  })

  test('it goes from an insertion to the switch of the passage around it', async ({ page }) => {
    await openArticle(page, specimen)
    await page.getByText('so she told us, at least').evaluate((element: HTMLElement) => {
      element.tabIndex = -1
      element.focus()
    })
    await page.keyboard.press('1')
    await expect(page.getByRole('switch', { name: 'Original text' })).toBeFocused()
  })

  test('on a phone it goes to the button that opens the switches', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openArticle(page)
    await focusIn(page, '[data-layer="comments"] .permalink')
    await page.keyboard.press('2')
    await expect(page.getByRole('button', { name: 'Layers' })).toBeFocused()
  })

  test('on a phone the switches open as a sheet, and each works there', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openArticle(page)
    await expect(layerSwitch(page, 'background')).toBeHidden()
    await page.getByRole('button', { name: 'Layers' }).click()
    await layerSwitch(page, 'background').click()
    await expectShown(page, without('background'))
    await page.getByRole('button', { name: 'Only this: Original text' }).click()
    await expectShown(page, ['original'])
    await page.keyboard.press('Escape')
    await expect(layerSwitch(page, 'background')).toBeHidden()
  })
})

test.describe('the link', () => {
  test('sets of layers come back by their links, by reloading and by going back', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    // All 32 are walked through in the long run; here each layer is on in four and off in four.
    const sets = [0, 31, 3, 28, 13, 18, 22, 9].flatMap((bits) => [everySet[bits] ?? []])
    await walkThrough(page, sets, expectShown)
  })

  test(
    'every set of layers comes back by going back inside the page',
    inShortRun(false),
    async ({ page }) => {
      test.setTimeout(120_000)
      await openArticle(page)
      // By Gray's code, one switch leads from each set to the next.
      const gray = Array.from({ length: 32 }, (_, index) => index ^ (index >> 1))
      const wanted = gray.map((bits) => without(...(everySet[bits] ?? [])))
      for (let step = 1; step < 32; step += 1) {
        await page.evaluate(() => {
          document.querySelector<HTMLElement>('.contents a')?.click()
        })
        const changed = (gray[step] ?? 0) ^ (gray[step - 1] ?? 0)
        await page.keyboard.press(String(Math.log2(changed) + 1))
      }
      for (const state of wanted.toReversed()) {
        await expectShown(page, state)
        await page.goBack()
      }
    },
  )

  test('the first painting already has the layers of the link', async ({ page }) => {
    await page.route('**/*.js', () => {
      // Never answered: what is seen is what stands there before any script file has come.
    })
    await page.goto(linkWith(['original', 'footnotes']), { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { name: 'The question of neutrality' })).toBeVisible()
    await expectShown(page, ['original', 'footnotes'])
  })

  test('unknown layers are passed over, and the reader is told', async ({ page }) => {
    await page.goto(`${article}?layers=original,marginalia,Comments`)
    await expectShown(page, ['original'])
    await expect(status(page)).toHaveText(
      'This link names layers that are not here: marginalia, Comments.',
    )
    await page.goto(`${article}?layers=marginalia`)
    await expectShown(page, layerNames)
    await expect(status(page)).toContainText('marginalia')
    await layerSwitch(page, 'comments').click()
    await expect(page).toHaveURL(site + linkWith(without('comments')))
    await expect(status(page)).toContainText('Comments hidden')
  })

  test('switching changes the address and adds no step to the history', async ({ page }) => {
    await openArticle(page)
    const before = await page.evaluate(() => window.history.length)
    await layerSwitch(page, 'comments').click()
    await expect(page).toHaveURL(site + linkWith(without('comments')))
    await layerSwitch(page, 'background').click()
    await expect(page).toHaveURL(site + linkWith(without('comments', 'background')))
    await layerSwitch(page, 'background').click()
    await layerSwitch(page, 'comments').click()
    await expect(page).toHaveURL(site + article)
    expect(await page.evaluate(() => window.history.length)).toBe(before)
  })

  test('a switch that was thrown at the last moment is in the link after reloading', async ({
    page,
  }) => {
    await openArticle(page)
    for (const key of ['2', '3', '5', '3']) await page.keyboard.press(key)
    await page.reload()
    await expectShown(page, without('comments', 'capitals'))
    await awake(page)
    // In the same task, so that the browser has begun to reload before the history could follow.
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-layer-switch="background"]')?.click()
      window.location.reload()
    })
    await page.waitForEvent('load')
    await expectShown(page, without('comments', 'background', 'capitals'))
    await expect(page).toHaveURL(site + linkWith(without('comments', 'background', 'capitals')))
  })

  test('back and forward walk through switches, a note and the contents', async ({ page }) => {
    await openArticle(page)
    const scrollY = () => page.evaluate(() => window.scrollY)
    const isAt = async (top: number) => {
      await expect.poll(async () => Math.abs((await scrollY()) - top)).toBeLessThanOrEqual(2)
    }
    await page.evaluate(() => {
      window.scrollTo({ top: 700, behavior: 'instant' })
    })
    await page.keyboard.press('2')
    await painted(page)
    const atText = await scrollY()
    // Into the list of notes and from there to a marker.
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('a[href="#notes"]')?.click()
    })
    await expect(page.getByRole('heading', { name: 'Notes' })).toBeInViewport()
    const back = page.getByRole('link', { name: 'Back to marker 47 in the text' })
    await back.scrollIntoViewIfNeeded()
    const atNotes = await scrollY()
    await back.click()
    await expect(page.getByRole('link', { name: 'Note 47', exact: true })).toBeFocused()
    await page.keyboard.press('3')
    await painted(page)
    const atMarker = await scrollY()
    await page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: /^American interests/ })
      .click()
    await expect(page.getByRole('heading', { name: 'American interests' })).toBeInViewport()
    const atSection = await scrollY()

    await page.goBack()
    await expectShown(page, without('comments', 'background'))
    await isAt(atMarker)
    await page.goBack()
    await expectShown(page, without('comments'))
    await isAt(atNotes)
    await page.goBack()
    await expectShown(page, without('comments'))
    await isAt(atText)
    await expect(page).toHaveURL(site + linkWith(without('comments')))
    await page.goForward()
    await page.goForward()
    await expectShown(page, without('comments', 'background'))
    await isAt(atMarker)
    await page.goForward()
    await expectShown(page, without('comments', 'background'))
    await isAt(atSection)
    // A switch thrown at the last moment belongs to the entry in which it was thrown.
    await page.keyboard.press('5')
    await page.goBack()
    await expectShown(page, without('comments', 'background'))
    await page.goForward()
    await expectShown(page, without('comments', 'background', 'capitals'))
  })

  test('an address typed into the same page is gone to', async ({ page }) => {
    await openArticle(page, linkWith(without('background')))
    await page.evaluate(() => {
      window.location.hash = '#richard-morningstar'
    })
    await expect(page.locator('[id="richard-morningstar"]')).toBeInViewport()
    await expectShown(page, layerNames)
    await page.goBack()
    await expectShown(page, without('background'))
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
  })
})

test.describe('many switchings at once', () => {
  /** A browser with the protection that Playwright switches off. */
  const launch = () =>
    chromium.launch({
      ...(process.env['CHROMIUM_PATH'] === undefined
        ? {}
        : { executablePath: process.env['CHROMIUM_PATH'] }),
      args: browserArguments,
      ignoreDefaultArgs: ['--disable-ipc-flooding-protection'],
    })

  for (const times of [41, 121]) {
    test(
      `${times} quick switchings overstrain neither the history nor the address`,
      inShortRun(times > 100),
      async () => {
        const browser = await launch()
        try {
          const page = await browser.newPage({ baseURL: site })
          const errors: string[] = []
          page.on('pageerror', (error) => errors.push(error.message))
          await page.addInitScript(() => {
            const calls: number[] = []
            Object.assign(window, { historyCalls: calls })
            for (const name of ['pushState', 'replaceState'] as const) {
              const original = history[name].bind(history)
              history[name] = (...all) => {
                calls.push(performance.now())
                original(...all)
              }
            }
          })
          await openArticle(page)
          const grew = await page.evaluate(async (count) => {
            const controls = document.querySelectorAll<HTMLElement>('[data-layer-switch]')
            const entries = history.length
            for (let time = 0; time < count; time += 1) {
              controls[[1, 2, 4][time % 3] ?? 0]?.click()
              await new Promise((resolve) => setTimeout(resolve))
            }
            return history.length - entries
          }, times)
          // 41 = 14 + 14 + 13 and 121 = 41 + 40 + 40: an odd number of switchings hides a layer.
          const shown = times === 41 ? without('capitals') : without('comments')
          await expectShown(page, shown)
          await expect(page).toHaveURL(site + linkWith(shown))
          const calls = await page.evaluate(
            () => (window as unknown as { historyCalls: number[] }).historyCalls,
          )
          const within = (from: number) =>
            calls.filter((call) => call >= from && call < from + 10_000).length
          expect(calls.length).toBeGreaterThan(0)
          expect(Math.max(...calls.map(within))).toBeLessThanOrEqual(92)
          if (times === 41) expect(calls.length).toBeLessThan(90)
          expect(grew).toBe(0)
          expect(errors).toEqual([])
          // The protection is on: of a thousand calls in a row, the last is dropped.
          const last = await page.evaluate(() => {
            for (let time = 0; time < 1000; time += 1) history.replaceState(null, '', `#${time}`)
            return location.hash
          })
          expect(last).not.toBe('#999')
        } finally {
          await browser.close()
        }
      },
    )
  }
})
