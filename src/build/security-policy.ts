import { createHash } from 'node:crypto'
import { SERVICE_WORKER } from '#core/offline'

/**
 * What a page may do. Everything comes from the site itself; the two inline texts every page has
 * (the boot script and the style sheet) are allowed by their hashes, so `unsafe-inline` is not
 * needed. One Trusted Types policy may be made, once, and lets a single address through: that of the
 * service worker (`app/register-worker.ts`). Nothing in the reader turns strings into markup.
 *
 * A page may start a worker of its own, whose one address a policy of that name lets through
 * (`app/start-worker.ts`). A page that imports texts may fetch what its reader has typed, too, over a
 * secure connection.
 */
export function securityPolicy(page: {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  readonly imports: boolean
  readonly workers: readonly string[]
}): string {
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...page.scripts.map(sourceHash)],
    ['style-src', "'self'", ...page.styles.map(sourceHash)],
    ['img-src', "'self'"],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...(page.imports ? ['https:'] : [])],
    ['manifest-src', "'self'"],
    ['worker-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'service-worker', ...page.workers],
  ]
  return directives.map((directive) => directive.join(' ')).join('; ')
}

/** How a policy names an inline text: the hash of exactly what stands between the tags. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}

/**
 * The same policy for hosts that read a `_headers` file (Netlify, Cloudflare Pages), with what a
 * `<meta>` cannot say. Everything under `assets/` has a hash in its name and never changes; the service
 * worker is what tells of changes, so nobody may hold on to an old one.
 */
export function headersFile(policy: string, base: string): string {
  return [
    `${base}*`,
    `  Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    `${base}assets/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    `${base}${SERVICE_WORKER}`,
    '  Cache-Control: no-cache',
    '',
  ].join('\n')
}
