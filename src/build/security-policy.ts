import { createHash } from 'node:crypto'

/**
 * What a page may do. Everything comes from the site itself; the two inline texts every page has
 * (the boot script and the style sheet) are allowed by their hashes, so `unsafe-inline` is not
 * needed. No Trusted Types policy may be made: nothing in the reader turns strings into markup.
 */
export function securityPolicy(inline: {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}): string {
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...inline.scripts.map(sourceHash)],
    ['style-src', "'self'", ...inline.styles.map(sourceHash)],
    ['img-src', "'self'"],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['manifest-src', "'self'"],
    ['worker-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', "'none'"],
  ]
  return directives.map((directive) => directive.join(' ')).join('; ')
}

/** How a policy names an inline text: the hash of exactly what stands between the tags. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}

/**
 * The same policy for hosts that read a `_headers` file (Netlify, Cloudflare Pages), with what a
 * `<meta>` cannot say. Everything under `assets/` has a hash in its name and never changes.
 */
export function headersFile(policy: string, base: string): string {
  return [
    `${base}*`,
    `  Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    `${base}assets/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n')
}
