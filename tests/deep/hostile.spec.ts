/**
 * What strangers write to break out of a page, each brought to the import page and read on the own
 * shelf: nothing of it runs, nothing is asked of anybody, and what is drawn is inert. The vectors lie
 * outside the repository (`../shared/open/hostile`); where they are not at hand, own ones stand in.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { drop, openImport } from '../support/import-page.ts'
import { awake, watchPage } from '../support/page-watch.ts'
import { site } from '../support/sites.ts'

const folder = path.resolve(import.meta.dirname, '../../../shared/open/hostile')

interface Vector {
  readonly id: string
  readonly payload: string
}

const OWN: readonly Vector[] = [
  { id: 'own/handler', payload: '<img src=x onerror="alert(1)"><b onclick=alert(1)>b</b>' },
  {
    id: 'own/link',
    payload: '<a href="java&#115;cript:alert(1)">a</a> <a href="data:text/html,x">d</a>',
  },
  { id: 'own/frame', payload: '<iframe srcdoc="<script>alert(1)</script>"></iframe>' },
  { id: 'own/svg', payload: '<svg><style><img src=x onerror=alert(1)></style></svg>' },
  {
    id: 'own/style',
    payload: '<p style="position:fixed;inset:0;background:url(https://a.example/)">p</p>',
  },
]
const OWN_MARKDOWN: readonly Vector[] = [
  { id: 'own/md-link', payload: '[a](javascript:alert(1)) ![b](https://a.example/b.png)' },
  { id: 'own/md-html', payload: '<script>alert(1)</script> **b** <https://a.example/"onx=1>' },
]

function vectors(name: string, own: readonly Vector[]): readonly Vector[] {
  const file = path.join(folder, name)
  if (!existsSync(file)) return own
  return [...own, ...(JSON.parse(readFileSync(file, 'utf8')) as Vector[])]
}

/** A few vectors to a page, so that one does not swallow all that follow. */
const AT_ONCE = 6

for (const [kind, file, mediaType, all] of [
  ['saved page', 'page.html', 'text/html', vectors('xss-html.json', OWN)],
  ['Markdown', 'text.md', 'text/markdown', vectors('xss-markdown.json', OWN_MARKDOWN)],
] as const) {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    test(`${kind}: ${some[0]?.id ?? ''} and ${some.length - 1} more are words and nothing else`, async ({
      page,
    }) => {
      const body = some
        .map(
          ({ payload }, at) =>
            `Plain words before number ${at}.\n\n${payload}\n\nPlain words behind it.`,
        )
        .join('\n\n')
      const text = kind === 'Markdown' ? body : `<title>A page</title><body>${body}</body>`
      await isInert(page, file, mediaType, text)
    })
  }
}

const files = existsSync(path.join(folder, 'files'))
  ? readdirSync(path.join(folder, 'files')).filter((name) => /\.(md|txt)$/.test(name))
  : []
for (const name of files) {
  test(`the file ${name} is read, or refused with a sentence`, async ({ page }) => {
    const text = readFileSync(path.join(folder, 'files', name), 'utf8')
    await isInert(page, name, 'text/plain', text)
  })
}

async function isInert(page: Page, file: string, mediaType: string, text: string): Promise<void> {
  const watch = watchPage(page, site)
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  await openImport(page)
  await drop(page, file, mediaType, text)
  const read = page.getByRole('button', { name: 'Read', exact: true })
  const refused = page.getByRole('alert')
  await expect(read.or(refused).first()).toBeVisible()
  expect(await strangeThings(page)).toEqual([])
  if (await read.isVisible()) {
    await read.click()
    await page.waitForURL(/\/own\//)
    await awake(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await strangeThings(page)).toEqual([])
  }
  expect(ran).toEqual([])
  expect(watch.foreign).toEqual([])
  expect(watch.troubles).toEqual([])
}

/** Whatever in the page could run, load, lead astray or cover something. */
function strangeThings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const roots = document.querySelectorAll('#root, main, [popover]')
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (
          element.matches(
            'script, iframe, object, embed, base, meta, form[action], img, video, audio',
          )
        )
          found.push(`element ${element.localName}`)
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on')) found.push(`attribute ${name}`)
          const isAddress = ['href', 'src', 'xlink:href', 'action', 'formaction'].includes(name)
          if (isAddress && !/^(https?:|mailto:|#|\/|\?|overview\/|\.)/i.test(value))
            found.push(`${name}=${value}`)
        }
      }
    }
    const clean = [
      '__defineGetter__',
      '__defineSetter__',
      '__lookupGetter__',
      '__lookupSetter__',
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'isPrototypeOf',
      'propertyIsEnumerable',
      'toLocaleString',
      'toString',
      'valueOf',
    ]
    for (const name of Object.getOwnPropertyNames(Object.prototype))
      if (!clean.includes(name)) found.push(`prototype ${name}`)
    return found
  })
}
