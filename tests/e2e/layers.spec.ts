import { expect, test, type Page } from '@playwright/test'
import {
  article,
  awake,
  labels,
  layerNames,
  layerSwitch,
  linkWith,
  openArticle,
  painted,
  without,
  type LayerName,
  expectShown,
} from '../support/layers.ts'
import { fixtureSite, site } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

const specimen = `${fixtureSite}read/specimen/`

const status = (page: Page) => page.getByRole('status')

const inOrder = (layers: readonly string[]) => layerNames.filter((name) => layers.includes(name))

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
