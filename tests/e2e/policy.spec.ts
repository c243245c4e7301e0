import { expect, test } from '@playwright/test'
import { createHash } from 'node:crypto'
import { article, awake } from '../support/page-watch.ts'
import { fixtureSite, site } from '../support/sites.ts'

test.describe('the policy', () => {
  for (const address of [
    '',
    article,
    'import/',
    'own/',
    'nothing/here/',
    `${fixtureSite}read/specimen/`,
  ]) {
    test(`allows exactly what stands in the page at “${address}”`, async ({ request }) => {
      const answer = await request.get(address)
      const html = await answer.text()
      const policy = policyIn(html)
      const directives = directivesOf(policy)
      const sent = answer.headers()['content-security-policy'] ?? ''
      // One header for the whole site: it also allows what the overviews, the import page and the page of own articles alone may.
      const home = address.startsWith(fixtureSite) ? fixtureSite : site
      const overview = address.includes('read/') ? `${address}overview/` : `${article}overview/`
      const others = await Promise.all(
        [overview, `${home}import/`, `${home}own/`].map(async (other) =>
          directivesOf(policyIn(await (await request.get(other)).text())),
        ),
      )
      const all = new Map(directivesOf(sent))
      for (const name of ['style-src', 'connect-src', 'trusted-types']) {
        const allowed = [directives, ...others].flatMap((one) => one.get(name) ?? [])
        expect(new Set(all.get(name))).toEqual(new Set(allowed))
        all.set(name, directives.get(name) ?? [])
      }
      expect(all).toEqual(new Map([...directives, ['frame-ancestors', ["'none'"]]]))

      const imports = address === 'import/'
      expect(policy).not.toMatch(imports ? /unsafe|\*|data:|http:/ : /unsafe|\*|data:|https?:/)
      expect(directives.get('connect-src')).toEqual(["'self'", ...(imports ? ['https:'] : [])])
      expect(directives.get('default-src')).toEqual(["'none'"])
      expect(directives.get('require-trusted-types-for')).toEqual(["'script'"])
      expect(directives.get('trusted-types')).toEqual([
        'service-worker',
        ...(imports ? ['import-worker'] : address === 'own/' ? ['own-worker'] : []),
      ])
      // Whatever stands in the page itself is named by its hash, and nothing else is.
      const inline = (element: string) =>
        [
          ...html.matchAll(
            new RegExp(
              `<${element}(?:>|\\s+(?!type="application/json"|[^>]*src=)[^>]*>)(.*?)</${element}>`,
              'gs',
            ),
          ),
        ].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      expect(directives.get('script-src')).toEqual(["'self'", ...inline('script')])
      expect(directives.get('style-src')).toEqual(["'self'", ...inline('style')])
      // It stands before all that it governs.
      expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'))
      const body = html.replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
      expect(body).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)=/i)
      expect(body).not.toMatch(/<[^>]+\s(?:href|src)="(?:javascript|data):/i)
    })
  }

  test('stops every way to bring a script in', async ({ page }) => {
    await page.goto(article)
    await awake(page)
    expect(await page.evaluate(`(${WAYS_IN})()`)).toEqual({ tried: 7, isIn: false })
  })
})

function policyIn(html: string): string {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
  return policy?.replaceAll('&#39;', "'") ?? ''
}

function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values]
    }),
  )
}

/** As text, because no tool would let such code pass otherwise. */
const WAYS_IN = `async () => {
  // What a debugger evaluates may do more than the page; what follows later may not.
  await new Promise((resolve) => setTimeout(resolve, 1))
  const ways = [
    () => { document.body.innerHTML += '<img src=x onerror="window.isIn = true">' },
    () => eval('window.isIn = true'),
    () => setTimeout('window.isIn = true'),
    () => {
      const script = document.createElement('script')
      script.append('window.isIn = true')
      document.body.append(script)
    },
    () => {
      const script = document.createElement('script')
      script.setAttribute('src', 'https://example.com/x.js')
      document.body.append(script)
    },
    () => {
      document.body.setAttribute('onclick', 'window.isIn = true')
      document.body.click()
    },
    () => {
      const link = document.createElement('a')
      link.href = 'javascript:window.isIn = true'
      document.body.append(link)
      link.click()
    },
  ]
  for (const way of ways) {
    try { way() } catch { /* Stopped at once. */ }
  }
  await new Promise((resolve) => setTimeout(resolve, 200))
  return { tried: ways.length, isIn: 'isIn' in window }
}`
