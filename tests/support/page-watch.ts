import type { Page } from '@playwright/test'

/** The one article of the built site, seen from the site's base. */
export const article = 'read/israeli-azerbaijani-alliance-and-iran-3/'

export interface PageWatch {
  /** What the page complained of: console messages of any kind, uncaught errors, broken policies, failed requests. */
  readonly troubles: readonly string[]
  /** Requests to any other origin than the ones given. */
  readonly foreign: readonly string[]
}

/** Listens from now on to everything a page should never say. */
export function watchPage(page: Page, ...origins: readonly string[]): PageWatch {
  const troubles: string[] = []
  const foreign: string[] = []
  const known = origins.map((origin) => new URL(origin).origin)
  page.on('console', (message) => {
    // The test's own doing: see playwright.config.ts.
    if (message.text() === 'Service Worker registration blocked by Playwright') return
    // Whoever goes on before a part has come has fetched its sheet for nothing.
    if (/assets\/[\w-]+\.css was preloaded .* but not used/.test(message.text())) return
    troubles.push(`console.${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => {
    troubles.push(`uncaught: ${error.message}`)
  })
  page.on('requestfailed', (request) => {
    // A page that is left takes its unfinished requests with it.
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') troubles.push(`request: ${request.url()} ${reason}`)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !known.includes(origin)) foreign.push(request.url())
  })
  return { troubles, foreign }
}

/** Resolves once the controls work: React has taken over, and its effects have run. */
export async function awake(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  await twoFrames(page)
}

/** What was changed is painted, and what followed from it. */
export async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve()
          })
        })
      }),
  )
}

/** The words of a text, without signs and case: what is compared where only words count. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
