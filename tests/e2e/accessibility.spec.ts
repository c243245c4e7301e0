import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { article, awake, twoFrames } from '../support/page-watch.ts'
import { fixtureSite } from '../support/sites.ts'
import { inShortRun } from '../support/depth.ts'

test.describe('axe finds nothing against', () => {
  /** A sample; every combination is tried in tests/deep. */
  const samples = [
    { name: 'the article, on a phone', address: article, width: 360, colorScheme: 'light' },
    {
      name: 'the article with a note open',
      address: article,
      width: 1440,
      colorScheme: 'dark',
      isNoteOpen: true,
    },
    {
      name: 'the article with most layers off',
      address: `${article}?layers=background`,
      width: 768,
      colorScheme: 'light',
    },
    { name: 'the library', address: '', width: 360, colorScheme: 'dark' },
    { name: 'a wrong address', address: 'nothing/here/', width: 768, colorScheme: 'dark' },
    {
      name: 'the specimen',
      address: `${fixtureSite}read/specimen/?layers=original,harbour-office,nightwatch,background,footnotes,capitals`,
      width: 768,
      colorScheme: 'dark',
    },
    {
      name: 'an article from right to left',
      address: `${fixtureSite}read/rtl/`,
      width: 1440,
      colorScheme: 'light',
    },
  ] as const
  for (const sample of samples) {
    const isShort = !/specimen|layers off|wrong address/.test(sample.name)
    test(sample.name, inShortRun(isShort), async ({ page }) => {
      await page.emulateMedia({ colorScheme: sample.colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width: sample.width, height: 800 })
      await page.goto(sample.address)
      await awake(page)
      if ('isNoteOpen' in sample) {
        await page.getByRole('link', { name: 'Note 45', exact: true }).click()
        await expect(page.locator('.note-box .note-text')).toBeVisible()
      }
      expect(await violations(page)).toEqual([])
    })
  }

  test('the sheets on a phone and the dialog of keys', async ({ page }) => {
    test.slow()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 360, height: 700 })
    await page.goto(article)
    await awake(page)
    for (const button of ['Layers', 'Contents']) {
      await page.getByRole('button', { name: button, exact: true }).click()
      expect(await violations(page), button).toEqual([])
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: 'Keys' }).click()
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
})

test('the whole trip is possible by keyboard alone, and the focus is always seen', async ({
  page,
  context,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(article)
  await awake(page)
  const focused = page.locator(':focus')
  // The first stop skips to the text.
  await page.keyboard.press('Tab')
  await expect(focused).toHaveText('Skip to the text')
  await expectSeen(focused)
  await page.keyboard.press('Tab')

  // A layer off and on.
  const own = page.getByRole('switch', { name: 'Comments' })
  await tabTo(page, own)
  await page.keyboard.press('Space')
  await expect(own).toBeChecked({ checked: false })
  await expect(page.locator('.passage[data-kind="commentary"]')).toBeHidden()
  await expect(page.getByRole('status')).toHaveText(/Comments hidden/)
  await page.keyboard.press('Enter')
  await expect(own).toBeChecked()

  // A note: opened, its link reached, and back at its marker.
  const marker = page.getByRole('link', { name: 'Note 42', exact: true })
  await tabTo(page, marker)
  await page.keyboard.press('Enter')
  const box = page.locator('.note-box')
  await expect(box).toBeVisible()
  await tabTo(page, box.locator('.note-text a').first(), 10)
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  await expect(marker).toBeFocused()

  // Its place in the list, and back to where one was.
  await page.keyboard.press('Enter')
  await tabTo(page, box.getByRole('button', { name: 'To the list' }), 20)
  await page.keyboard.press('Enter')
  const note = page.locator('li[data-note="42"]')
  await expect(note).toBeFocused()
  await expect(note).toBeInViewport()
  const permalink = note.locator('.note-ways').getByRole('link', { name: /^Copy link to/ })
  await tabTo(page, permalink, 20)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('Link copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    new URL('#' + (await note.getAttribute('id')), page.url()).href,
  )
  // The button for it comes after all the text; the browser's own key is nearer.
  await expect(page.getByRole('button', { name: 'Back to where you were' })).toBeVisible()
  await page.goBack()
  await expect(marker).toBeInViewport()
})

test('every stop of the keyboard is seen whole, on a wide window and on a narrow one', async ({
  page,
}) => {
  test.slow()
  await page.goto(`${fixtureSite}read/specimen/`)
  await awake(page)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 640 })
    await page.evaluate(() => {
      document.querySelector('#text')?.scrollIntoView()
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
    await page.locator('.title-page a').first().focus()
    const unseen: string[] = []
    for (let stop = 0; stop < 45; stop += 1) {
      await page.keyboard.press('Tab')
      const problem = await focusProblem(page)
      if (problem !== null) unseen.push(problem)
    }
    expect(unseen).toEqual([])
  }
})

for (const [name, address] of [
  ['the article', article],
  [
    'the specimen',
    `${fixtureSite}read/specimen/?layers=original,harbour-office,nightwatch,background,footnotes,capitals`,
  ],
  ['an article from right to left', `${fixtureSite}read/rtl/`],
  ['the library', ''],
  ['a wrong address', 'nothing/'],
] as const) {
  test(`${name} needs no sideways scrolling at 320 pixels, with large or spaced out text`, async ({
    page,
  }) => {
    // 1280 pixels at 400 % are 320.
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(address)
    await awake(page)
    expect(await sticksOut(page)).toEqual([])
    // WCAG 1.4.12: a reader's own spacing.
    await restyle(
      page,
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
    )
    expect(await sticksOut(page)).toEqual([])
    // WCAG 1.4.4: text of twice the size, in the same window.
    await restyle(page, 'html { font-size: 36px !important }')
    expect(await sticksOut(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await sticksOut(page)).toEqual([])
  })
}

test('nothing moves for readers who do not want it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(article)
  await awake(page)
  const moving: string[] = []
  const look = async (when: string) => {
    const names = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((animation) => {
          const { effect } = animation
          if (!(effect instanceof KeyframeEffect)) return true
          const { duration, easing } = effect.getComputedTiming()
          const isStill =
            easing?.startsWith('step') ||
            effect.getKeyframes().every((frame) => frame.easing.startsWith('step'))
          return !isStill && Number(duration) > 1
        })
        .map((animation) =>
          'animationName' in animation ? String(animation.animationName) : 'transition',
        ),
    )
    moving.push(...names.map((name) => `${when}: ${name}`))
  }
  await page.getByRole('switch', { name: 'Comments' }).click()
  await look('switching')
  await page.getByRole('link', { name: 'Note 45', exact: true }).click()
  await look('opening a note')
  await page.keyboard.press('Escape')
  await page.locator('.contents').getByRole('link', { name: 'Energy' }).click()
  await look('jumping')
  await page.getByRole('link', { name: 'Note 45', exact: true }).first().hover()
  await look('hovering')
  expect(moving).toEqual([])
})

test('in forced colours switches, voices and the place of a link are told apart', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(
    `${fixtureSite}read/specimen/?layers=original,harbour-office,nightwatch,background,footnotes,capitals`,
  )
  await awake(page)
  const own = page.getByRole('switch', { name: 'Remarks by nightwatch' })
  const on = await own.screenshot()
  await own.click()
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await twoFrames(page)
  const off = await own.screenshot()
  expect(on.equals(off)).toBe(false)
  // The knob itself differs, not only what is written beside it.
  const knob = own.locator('.layer-knob')
  const knobOff = await knob.screenshot()
  await page.keyboard.press('3')
  await twoFrames(page)
  expect((await knob.screenshot()).equals(knobOff)).toBe(false)
  const edges = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.passage[data-kind]')].map((passage) => {
        const { borderInlineStartStyle, borderInlineStartWidth, borderBlockStartWidth } =
          getComputedStyle(passage)
        const voice = passage.querySelector('.voice')?.textContent ?? ''
        return [
          voice,
          `${borderInlineStartStyle} ${borderInlineStartWidth} ${borderBlockStartWidth}`,
        ]
      }),
    ),
  )
  // Each voice has an edge, and no two that speak in the same article have the same.
  expect(Object.keys(edges).length).toBeGreaterThanOrEqual(5)
  expect(new Set(Object.values(edges)).size).toBe(Object.keys(edges).length)
  expect(Object.values(edges)).not.toContain('none 0px 0px')
})

test('languages and directions are said where they change', async ({ page }) => {
  await page.goto(`${fixtureSite}read/specimen/`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const german = page.locator('li[data-note="2"] .note-text')
  await expect(german).toHaveAttribute('lang', 'de')
  await awake(page)
  await page.getByRole('link', { name: 'Note 2', exact: true }).first().click()
  await expect(page.locator('.note-box .note-text')).toHaveAttribute('lang', 'de')
  expect(await page.locator('[lang="nn"]').count()).toBe(1)

  await page.goto(`${fixtureSite}read/rtl/`)
  await awake(page)
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await expect(page.locator('.text')).toHaveAttribute('lang', 'ar')
  await expect(page.locator('.text')).toHaveCSS('direction', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('direction', 'rtl')
  const english = page.locator('.passage[data-kind="commentary"]')
  await expect(english).toHaveAttribute('lang', 'en')
  await expect(english).toHaveCSS('direction', 'ltr')
  await expect(page.locator('.stub').first()).toHaveCSS('direction', 'ltr')
  // Names may stand in any sentence; all else says which language it is in.
  const unsaid = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode
      const isName = '.layer-label, .contents-marks, .voice, .note-sign, .stub, script, style'
      if (parentElement === null || textContent === null || parentElement.closest(isName) !== null)
        continue
      const lang = parentElement.closest('[lang]')?.getAttribute('lang')
      const isUnsaid =
        (/\p{Script=Arabic}/u.test(textContent) && lang !== 'ar') ||
        (/\p{Script=Latin}/u.test(textContent) && lang !== 'en')
      if (isUnsaid)
        found.push(`${parentElement.className || parentElement.localName}: ${textContent.trim()}`)
    }
    return found
  })
  expect(unsaid).toEqual([])
})

/** Presses Tab until the focus is there; every stop on the way must be seen. */
async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  for (let stop = 0; stop < most; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectSeen(target)
      return
    }
    await page.keyboard.press('Tab')
    expect(await focusProblem(page)).toBeNull()
  }
  throw new Error(`Not reached by ${most} presses of Tab: ${String(target)}`)
}

async function expectSeen(target: Locator): Promise<void> {
  await expect(target).toBeInViewport({ ratio: 0.99 })
  expect(await target.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe(
    'none',
  )
}

/** What is wrong with where the focus is: lost, unseen, covered by something else; null if nothing. */
function focusProblem(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement
    // Past the last stop the focus is the browser's own.
    if (focused === null || focused === document.body) return null
    const name = `${focused.localName}.${focused.className} “${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 30)}”`
    const { outlineStyle, opacity, visibility } = getComputedStyle(focused)
    if (outlineStyle === 'none') return `${name} has no outline`
    if (visibility === 'hidden' || Number(opacity) < 0.5) return `${name} is not visible`
    const rects = [...focused.getClientRects()].filter(
      ({ width, height }) => width > 0 && height > 0,
    )
    const isFree = rects.some((rect) => {
      const [x, y] = [rect.left + rect.width / 2, rect.top + Math.min(rect.height / 2, 20)]
      const top = document.elementFromPoint(x, y)
      return top !== null && (focused.contains(top) || top.contains(focused))
    })
    return isFree ? null : `${name} is covered or outside the window`
  })
}

async function restyle(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    // The policy lets no style element in; a sheet made by script is not one.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets.push(sheet)
  }, css)
  await twoFrames(page)
}

/** What reaches beyond the window without standing in something that scrolls. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const width = root.clientWidth
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement))
    const out = [...document.querySelectorAll('#root *')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect()
      return (
        own > 1 &&
        (right > width + 1 || left < -1) &&
        !scrolls(element) &&
        getComputedStyle(element).position !== 'fixed'
      )
    })
    const named = out.map(
      (element) => `${element.localName}.${element.className} ${element.textContent?.slice(0, 30)}`,
    )
    return root.scrollWidth > width + 1
      ? [`the page is ${root.scrollWidth - width} px too wide`, ...named]
      : []
  })
}
